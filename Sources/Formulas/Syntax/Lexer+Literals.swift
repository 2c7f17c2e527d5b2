/// Names, numbers and strings.
extension Lexer {
    mutating func name() throws(Diagnostic) {
        let start = offset
        var isASCII = true
        scan: while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "'"):
                offset += 1
            case 0x80...:
                guard let (scalar, length) = scalar() else { break scan }
                if scalar == "⁽" {
                    try bracketedSuperscript()
                } else if scalar.continuesName {
                    offset += length
                } else {
                    break scan
                }
                isASCII = false
            default:
                break scan
            }
        }
        if isASCII, offset - start <= 6,
            let keyword = Token.Kind.keywords[String(decoding: bytes[start..<offset], as: UTF8.self)]
        {
            append(keyword, from: start)
        } else {
            append(.name, from: start)
        }
    }

    /// `⁽¹⁾`, which belongs to the name it follows.
    private mutating func bracketedSuperscript() throws(Diagnostic) {
        let start = offset
        offset += "⁽".utf8.count
        var count = 0
        while let (scalar, length) = scalar(), Scripts.superscripts[scalar] != nil {
            offset += length
            count += 1
        }
        guard let (scalar, length) = scalar(), scalar == "⁾", count > 0 else {
            offset = start
            throw mistake(
                "a bracketed superscript that is not whole", length: "⁽".utf8.count,
                help: "it is written `g⁽¹⁾`, or `g__1` in ASCII")
        }
        offset += length
    }

    mutating func number() throws(Diagnostic) {
        let start = offset
        digits()
        if peek() == UInt8(ascii: "."), isDigit(peek(1)) {
            offset += 1
            digits()
        }
        if peek() | 0x20 == UInt8(ascii: "e") {
            let isSigned = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
            if isDigit(peek(isSigned ? 2 : 1)) {
                offset += isSigned ? 2 : 1
                digits()
            }
        }
        if peek() == UInt8(ascii: "_"), isDigit(peek(1)) {
            throw mistake("`_` inside a number", length: 1, help: "digits stand without separators: `1000000` or `1e6`")
        }
        append(.number, from: start)
    }

    private mutating func digits() {
        while isDigit(peek()) { offset += 1 }
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    /// The text of a string up to its end or to the next brace, after which formulas go on.
    mutating func stringText() throws(Diagnostic) {
        let start = offset
        while true {
            guard offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") else { throw unterminatedString() }
            if peek() == UInt8(ascii: "\r"), peek(1) == UInt8(ascii: "\n") { throw unterminatedString() }
            switch bytes[offset] {
            case UInt8(ascii: "\""):
                if offset > start { append(.text, from: start) }
                take(.closingQuote, 1)
                return
            case UInt8(ascii: "{") where peek(1) == UInt8(ascii: "{"),
                UInt8(ascii: "}") where peek(1) == UInt8(ascii: "}"):
                offset += 2
            case UInt8(ascii: "{"):
                if offset > start { append(.text, from: start) }
                takeOpening(.interpolationStart)
                return
            case UInt8(ascii: "\\"):
                offset += 1
                if offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
                // `\u{1F600}`: these braces hold a number, not a formula.
                if bytes[offset - 1] == UInt8(ascii: "u"), peek() == UInt8(ascii: "{") {
                    while offset < bytes.count, bytes[offset] != UInt8(ascii: "}"), bytes[offset] != UInt8(ascii: "\n"),
                        bytes[offset] != UInt8(ascii: "\"")
                    {
                        offset += 1
                    }
                    if peek() == UInt8(ascii: "}") { offset += 1 }
                }
            case 0..<0x20 where bytes[offset] != UInt8(ascii: "\t"), 0x7F:
                throw controlCharacter()
            default:
                offset += 1
            }
        }
    }
}
