extension JSONReader {
    /// The string that begins here.
    mutating func string() throws(Malformed) -> String {
        let start = position
        position += 1
        var text: [UInt8] = []
        while here != UInt8(ascii: "\"") {
            guard position < bytes.count else { throw fault("the string that begins here does not end", at: start) }
            guard here >= 0x20 else { throw fault("a control character in a string is written \\u00…") }
            if here == UInt8(ascii: "\\") {
                text += String(try escaped()).utf8
            } else {
                text.append(here)
                position += 1
            }
        }
        position += 1
        guard let string = String(validating: text, as: UTF8.self) else {
            throw fault("the text is not UTF-8", at: start)
        }
        return string
    }

    private mutating func escaped() throws(Malformed) -> Unicode.Scalar {
        let start = position
        position += 2
        let letter = start + 1 < bytes.count ? bytes[start + 1] : 0
        if letter == UInt8(ascii: "u") {
            var unit = try codeUnit(start)
            if unit & 0xFC00 == 0xD800, bytes[position...].starts(with: "\\u".utf8) {
                position += 2
                let low = try codeUnit(start)
                guard low & 0xFC00 == 0xDC00 else { throw fault("half a character", at: start) }
                unit = 0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF)
            }
            guard let scalar = Unicode.Scalar(unit) else { throw fault("half a character", at: start) }
            return scalar
        }
        let plain: [UInt8: Unicode.Scalar] = [
            0x22: "\"", 0x5C: "\\", 0x2F: "/", 0x62: "\u{8}", 0x66: "\u{C}", 0x6E: "\n", 0x72: "\r", 0x74: "\t",
        ]
        guard let scalar = plain[letter] else { throw fault("no such escape", at: start) }
        return scalar
    }

    private mutating func codeUnit(_ start: Int) throws(Malformed) -> UInt32 {
        let digits = bytes[min(position, bytes.count)...].prefix(4)
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw fault("four hexadecimal digits were wanted", at: start) }
        position += 4
        return unit
    }
}
