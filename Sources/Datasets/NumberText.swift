internal import Tensors

/// Numbers as text, to the last bit.
enum NumberText {
    /// The number that bytes spell, blanks around it aside; nil where they spell none. A decimal point is a point,
    /// whatever the locale; `nan` and `inf` are numbers.
    static func value(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
        var (start, end) = (0, text.count)
        while start < end, text[start] == 0x20 || text[start] == 0x09 { start += 1 }
        while end > start, text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
        guard start < end else { return nil }
        let first = start
        let isNegative = text[start] == UInt8(ascii: "-")
        if isNegative || text[start] == UInt8(ascii: "+") { start += 1 }

        var (position, decimals, hasPoint, digits) = (start, 0, false, 0)
        var significand: UInt64 = 0
        var isSmall = true
        while position < end {
            let byte = text[position]
            let digit = byte &- UInt8(ascii: "0")
            if digit <= 9 {
                digits += 1
                if significand >= 900_000_000_000_000_000 { isSmall = false }
                if isSmall { significand = significand &* 10 &+ UInt64(digit) }
                if hasPoint { decimals += 1 }
            } else if byte == UInt8(ascii: "."), !hasPoint {
                hasPoint = true
            } else {
                break
            }
            position += 1
        }
        guard digits > 0 else { return hasPoint ? nil : word(text, start, end, isNegative) }
        var exponent = 0
        if position < end {
            guard let written = Self.exponent(text, position, end) else { return nil }
            exponent = written
        }
        // Both are exact in float64, so that their product or quotient is rounded once (Clinger 1990, "How to read
        // floating point numbers accurately").
        exponent -= decimals
        if isSmall, significand <= 1 << 53, abs(exponent) <= 22 {
            let number = Double(significand)
            let magnitude = exponent < 0 ? number / powersOfTen[-exponent] : number * powersOfTen[exponent]
            return isNegative ? -magnitude : magnitude
        }
        return Double(String(decoding: UnsafeBufferPointer(rebasing: text[first..<end]), as: UTF8.self))
    }

    /// `e-3` to the end; nil where it is something else. Absurd ones are cut to what is absurd enough.
    private static func exponent(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
        guard text[start] | 0x20 == UInt8(ascii: "e") else { return nil }
        var position = start + 1
        guard position < end else { return nil }
        let isNegative = text[position] == UInt8(ascii: "-")
        if isNegative || text[position] == UInt8(ascii: "+") { position += 1 }
        guard position < end else { return nil }
        var exponent = 0
        while position < end {
            let digit = text[position] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            exponent = min(exponent * 10 + Int(digit), 1 << 40)
            position += 1
        }
        return isNegative ? -exponent : exponent
    }

    private static func word(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ isNegative: Bool
    ) -> Double? {
        guard end - start <= 8 else { return nil }
        switch String(decoding: text[start..<end].map { $0 | 0x20 }, as: UTF8.self) {
        case "nan": return .nan
        case "inf", "infinity": return isNegative ? -.infinity : .infinity
        default: return nil
        }
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]

    /// The shortest digits that read back as the same number of the element's type; whole numbers whole.
    static func shortest(_ view: TensorView, at position: Int) -> String {
        let value = view.double(at: position)
        guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
        if value == value.rounded(), abs(value) < 1e15, !(value == 0 && value.sign == .minus) {
            return String(Int(value))
        }
        return view.type.element == .float32 ? Float(value).description : value.description
    }
}
