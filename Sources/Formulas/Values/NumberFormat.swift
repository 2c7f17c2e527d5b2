internal import Glibc

/// How numbers are written.
struct NumberFormat {
    /// What C's `printf` is asked for.
    private let specification: String

    /// 6 significant digits, and whole numbers whole: values on screen.
    static let short = significant(usualDigits)
    /// Digits of values on screen, where nothing else is chosen.
    static let usualDigits = 6
    /// 1 significant digit: errors beside a claim.
    static let error = NumberFormat(specification: "%.0e")
    /// 17 significant digits: enough to tell any two numbers apart.
    static let full = NumberFormat(specification: "%.17g")

    /// So many significant digits, and whole numbers whole.
    static func significant(_ digits: Int) -> NumberFormat { NumberFormat(specification: "%.\(digits)g") }

    func text(_ value: Double) -> String {
        if value.isNaN { return "nan" }
        if value.isInfinite { return value < 0 ? "-inf" : "inf" }
        if value == value.rounded(), abs(value) < 1e15, specification != Self.error.specification {
            return String(Int(value))
        }
        var buffer = [CChar](repeating: 0, count: 64)
        let count = withVaList([value]) { vsnprintf(&buffer, buffer.count, specification, $0) }
        return String(decoding: buffer.prefix(Int(count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The shortest digits that read back as the same number, as JSON has them.
    static func json(_ value: Double) -> String {
        if value.isNaN { return "\"nan\"" }
        if value.isInfinite { return value < 0 ? "\"-inf\"" : "\"inf\"" }
        if value == value.rounded(), abs(value) < 1e15, !(value == 0 && value.sign == .minus) {
            return String(Int(value))
        }
        return value.description
    }
}
