internal import CSignals

/// Cuts a source into tokens.
///
/// It stops at the first thing that cannot be a token, and leaves an `invalid` token and the reason: the parser may
/// find an earlier mistake, and that is the one to tell.
struct Lexer {
    let source: Source
    let bytes: [UInt8]
    /// Whether `--` starts a reason, as in a derivation.
    let hasReasons: Bool
    var offset = 0
    private(set) var tokens: [Token] = []
    private(set) var failure: Diagnostic?
    /// The opening brackets not yet closed, as indices of tokens.
    private var open: [Int] = []
    /// How many of them are braces inside strings: as long as there are any, a line may not end.
    private var openInterpolations = 0

    init(_ source: Source, hasReasons: Bool = false) {
        self.source = source
        self.bytes = source.bytes
        self.hasReasons = hasReasons
        guard bytes.count < Int(UInt32.max) else {
            failure = Diagnostic(.syntax, "this text is larger than 4 GB", at: Span(source, 0..<0))
            tokens.append(Token(kind: .invalid, start: 0, end: 0))
            return
        }
        tokens.reserveCapacity(bytes.count / 4 + 2)
        do throws(Diagnostic) {
            if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
            while offset < bytes.count {
                if tokens.count & 0xFFF == 0xFFF, signals_interrupted() {
                    throw Diagnostic(.interrupted, "interrupted", at: Span(source, offset..<offset))
                }
                try next()
            }
            if openInterpolations > 0 { throw unterminatedString() }
            append(.end, from: offset)
        } catch {
            failure = error
            append(.invalid, from: min(error.span?.range.lowerBound ?? offset, bytes.count))
        }
    }

    /// The byte some places on; 0 past the end, where no token has a 0 in it.
    func peek(_ distance: Int = 0) -> UInt8 {
        let index = offset + distance
        return index < bytes.count ? bytes[index] : 0
    }

    private mutating func next() throws(Diagnostic) {
        let start = offset
        let byte = bytes[offset]
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"):
            offset += 1
        case UInt8(ascii: "\n"):
            if openInterpolations > 0 { throw unterminatedString() }
            offset += 1
            append(.newline, from: start)
        case UInt8(ascii: "\r") where peek(1) == UInt8(ascii: "\n"):
            offset += 1
        case UInt8(ascii: "#"):
            if openInterpolations > 0 { throw unterminatedString() }
            while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
            try name()
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            try number()
        case UInt8(ascii: "\""):
            offset += 1
            append(.quote, from: start)
            try stringText()
        case 0x80...:
            try beyondASCII()
        default:
            try symbol()
        }
    }

    // MARK: Tokens

    mutating func append(_ kind: Token.Kind, from start: Int) {
        tokens.append(Token(kind: kind, start: UInt32(start), end: UInt32(offset)))
    }

    /// Appends a token of some length that starts here.
    mutating func take(_ kind: Token.Kind, _ length: Int) {
        let start = offset
        offset += length
        append(kind, from: start)
    }

    mutating func takeOpening(_ kind: Token.Kind) {
        open.append(tokens.count)
        if kind == .interpolationStart { openInterpolations += 1 }
        take(kind, 1)
    }

    /// A closing bracket; one that does not fit what is open is the parser's to refuse.
    mutating func takeClosing(_ kind: Token.Kind) throws(Diagnostic) {
        let opening = open.last.map { tokens[$0].kind }
        if kind == .rightBrace, opening == .interpolationStart {
            close()
            openInterpolations -= 1
            take(.interpolationEnd, 1)
            try stringText()
        } else {
            if opening?.closer == kind { close() }
            take(kind, 1)
        }
    }

    private mutating func close() {
        if let index = open.popLast() { tokens[index].partner = UInt32(tokens.count) }
    }

    // MARK: Failures

    func mistake(_ message: String, length: Int, help: String? = nil) -> Diagnostic {
        Diagnostic(.syntax, message, at: Span(source, offset..<min(offset + length, bytes.count)), help: help)
    }

    /// What is wrong with a string that its line ends in.
    func unterminatedString() -> Diagnostic {
        var closed = 0
        var start = offset
        for token in tokens.reversed() {
            if token.kind == .closingQuote { closed += 1 }
            guard token.kind == .quote else { continue }
            start = Int(token.start)
            if closed == 0 { break }
            closed -= 1
        }
        return Diagnostic(
            .syntax, "a string that is not closed on its line", at: Span(source, start..<max(start, offset)),
            help: "end it with `\"`; a line break inside a string is `\\n`")
    }

    // MARK: Characters beyond ASCII

    /// The character here and the number of its bytes; nil where the bytes are no UTF-8.
    func scalar() -> (Unicode.Scalar, Int)? {
        let first = UInt32(peek())
        let length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
        guard length > 0, offset + length <= bytes.count else { return nil }
        var value = length == 1 ? first : first & (0xFF >> UInt32(length + 1))
        for index in 1..<max(length, 1) {
            let byte = UInt32(bytes[offset + index])
            guard byte & 0xC0 == 0x80 else { return nil }
            value = value << 6 | byte & 0x3F
        }
        guard let scalar = Unicode.Scalar(value) else { return nil }
        return (scalar, length)
    }
}
