import Formulas
import Typography

/// Text broken at words, in the columns and the characters of a terminal.
struct WrappedText {
    var appearance: Appearance

    /// Less is no room for sentences beside something.
    private static let narrowest = 20
    /// Where a text stands below its head.
    private static let indent = 6

    /// A text in one ink.
    struct Piece: StyledRun {
        var text: String
        let style: Ink?

        init(_ text: String, _ style: Ink? = nil) {
            self.text = text
            self.style = style
        }
    }

    /// A head, and a text beside it that goes on below itself; below the head where there is no room beside it.
    func lines(_ head: String, _ text: String, mark: [Piece] = []) -> [String] {
        lines(appearance.lettering.text(head), pieces(text, mark), isBelow: nil)
    }

    /// Terms, and beside the longest of them what each is; all below their terms where there is no room beside one.
    func list(_ entries: [(term: String, meaning: String, mark: [Piece])]) -> [String] {
        let terms = entries.map { appearance.lettering.text($0.term) }
        let width = (terms.map { DisplayWidth.of($0) }.max() ?? 0) + 5
        let meanings = entries.map { pieces($0.meaning, $0.mark) }
        let isBelow = meanings.contains { self.isBelow($0, head: width) }
        return zip(terms, meanings).flatMap { term, meaning in
            lines(("  " + term).padded(to: width), meaning, isBelow: isBelow)
        }
    }

    private func pieces(_ text: String, _ mark: [Piece]) -> [Piece] { [Piece(appearance.lettering.text(text))] + mark }

    private func isBelow(_ pieces: [Piece], head width: Int) -> Bool {
        let room = appearance.columns - width
        return width > Self.indent && room < Self.narrowest && pieces.reduce(0) { $0 + DisplayWidth.of($1.text) } > room
    }

    private func lines(_ head: String, _ pieces: [Piece], isBelow: Bool?) -> [String] {
        let width = DisplayWidth.of(head)
        if isBelow ?? self.isBelow(pieces, head: width) {
            return [head.withoutBlanksAtEnd] + wrapped(pieces, indent: Self.indent)
        }
        // Only what must be broken is: blanks stay as they are elsewhere.
        if pieces.reduce(width, { $0 + DisplayWidth.of($1.text) }) <= appearance.columns {
            return [head + painted(pieces)]
        }
        return wrapped(pieces, indent: width).enumerated().map { index, line in
            index == 0 ? head + line.dropFirst(width) : line
        }
    }

    /// The text with line ends where a line of it is too long. What is painted was laid out before.
    func fitted(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.contains("\u{1B}") ? String(line) : lines("", String(line)).joined(separator: "\n")
        }.joined(separator: "\n")
    }

    private func wrapped(_ pieces: [Piece], indent: Int) -> [String] {
        LineWrapper(width: max(1, appearance.columns - indent)).wrap(pieces).map { line in
            String(repeating: " ", count: indent) + painted(line)
        }
    }

    private func painted(_ pieces: [Piece]) -> String {
        pieces.map { piece in piece.style.map { appearance.paint(piece.text, $0) } ?? piece.text }.joined()
    }
}

extension String {
    fileprivate var withoutBlanksAtEnd: String {
        var rest = self[...]
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}
