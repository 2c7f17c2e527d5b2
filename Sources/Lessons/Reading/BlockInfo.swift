internal import Formulas

/// The line that opens a fenced block, after its fence: a kind, flags, and attributes.
///
/// `loop setup`, `loop expect-error="shape"`, `output tol=1e-3`; what stands in braces is read alike:
/// `exercise {#id kind=expr}`.
struct BlockInfo {
    struct Item {
        let name: String
        /// What follows `=`; nil for a flag.
        let value: String?
        let span: Span
    }

    let kind: String
    let kindSpan: Span
    let items: [Item]

    /// Reads the opening line of a block; nil where it names no kind.
    init?(line number: Int, of file: LessonFile) throws(Diagnostic) {
        guard file.lines.indices.contains(number - 1) else { return nil }
        let range = file.lines[number - 1]
        var scanner = Scanner(bytes: file.source.bytes, position: range.lowerBound, end: range.upperBound)
        // Whatever stands before the fence is white space, or the mark of a quotation or a list.
        scanner.skip { $0 != UInt8(ascii: "`") && $0 != UInt8(ascii: "~") }
        scanner.skip { $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "~") }
        scanner.skip(Scanner.isSpace)
        let kind = scanner.word()
        guard !kind.isEmpty else { return nil }
        let source = file.source
        self.kind = source.text(of: kind)
        kindSpan = Span(source, kind)
        var items: [Item] = []
        while true {
            scanner.skip { Scanner.isSpace($0) || $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }
            guard !scanner.isAtEnd else { break }
            let name = scanner.word()
            guard !name.isEmpty else {
                throw Diagnostic(
                    .syntax, "a flag's name was wanted here", at: Span(source, scanner.position..<range.upperBound))
            }
            var value: String?
            if scanner.take(UInt8(ascii: "=")) {
                if scanner.take(UInt8(ascii: "\"")) {
                    let start = scanner.position
                    scanner.skip { $0 != UInt8(ascii: "\"") }
                    value = source.text(of: start..<scanner.position)
                    guard scanner.take(UInt8(ascii: "\"")) else {
                        throw Diagnostic(
                            .syntax, "the text that starts here is not closed with '\"'",
                            at: Span(source, start - 1..<range.upperBound))
                    }
                } else {
                    value = source.text(of: scanner.word())
                }
            }
            items.append(
                Item(name: source.text(of: name), value: value, span: Span(source, name.lowerBound..<scanner.position)))
        }
        self.items = items
    }

    private struct Scanner {
        let bytes: [UInt8]
        var position: Int
        let end: Int

        var isAtEnd: Bool { position >= end }

        static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

        mutating func skip(_ isSkipped: (UInt8) -> Bool) {
            while position < end, isSkipped(bytes[position]) { position += 1 }
        }

        mutating func take(_ byte: UInt8) -> Bool {
            guard position < end, bytes[position] == byte else { return false }
            position += 1
            return true
        }

        mutating func word() -> Range<Int> {
            let start = position
            skip { !Self.isSpace($0) && !"={}\"".utf8.contains($0) }
            return start..<position
        }
    }
}
