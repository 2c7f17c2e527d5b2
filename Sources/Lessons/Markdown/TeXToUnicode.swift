internal import Typography

/// Writes TeX mathematics in Unicode, for a terminal: `\theta_{k-1}` is θₖ₋₁, `\frac{a}{b+c}` is a/(b + c).
///
/// A command it does not know stays as it was written, so that whatever cannot be shown can still be read.
public enum TeXToUnicode {
    /// On one line.
    public static func render(_ tex: String) -> String {
        rows(tex).map { $0.filter { !$0.isEmpty }.joined(separator: " ") }.filter { !$0.isEmpty }.joined(
            separator: "; ")
    }

    /// A line for each row (`\\`) of a display, the cells (`&`) in columns: the first right-aligned, as `aligned` does.
    public static func renderDisplay(_ tex: String) -> [String] {
        let rows = rows(tex).filter { $0.contains { !$0.isEmpty } }
        let columns = rows.map(\.count).max() ?? 0
        guard columns > 1 else { return rows.map { $0.joined(separator: " ") } }
        let widths = (0..<columns).map { column in
            rows.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
        }
        return rows.map { row in
            let cells = row.enumerated().map { column, cell in
                let padding = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
                return column % 2 == 0 ? padding + cell : cell + padding
            }
            return cells.joined(separator: " ").trimmedEnd()
        }
    }

    private static func rows(_ tex: String) -> [[String]] {
        var reader = TeXReader(tex)
        return reader.rows()
    }
}

/// A symbol as TeX classifies it, which is what decides the space around it (The TeXbook, chapter 18).
struct MathAtom {
    enum Kind {
        case ordinary
        /// `∇_θ`: has a script that could not be lowered, which must not run into what follows.
        case spelled
        /// `log`: a space where another symbol is beside it.
        case function
        /// `∑`, `∏`: a space after it, whatever follows.
        case largeOperator
        /// `+`, `·`: spaces around it, unless it is a sign.
        case binary
        /// `=`, `←`: spaces around it.
        case relation
        case opening
        case closing
        /// A comma: a space after it.
        case punctuation
        case space
    }

    var text: String
    var kind: Kind

    /// Atoms side by side, with the spaces that belong between them.
    static func joined(_ atoms: [MathAtom], isScript: Bool) -> String {
        var result = ""
        var previous: Kind?
        let last = atoms.lastIndex { $0.kind != .space } ?? 0
        for (index, atom) in atoms.enumerated() {
            var kind = atom.kind
            // A `+` is a sign unless there is something to add to, and something to add.
            let isSign =
                previous.map { [.binary, .relation, .opening, .punctuation, .function, .largeOperator].contains($0) }
                ?? true
            if kind == .binary, isSign || index >= last { kind = .ordinary }
            if let previous, needsSpace(previous, kind, isScript: isScript), !result.hasSuffix(" ") { result += " " }
            if kind == .space, result.hasSuffix(" ") || (isScript && atom.text == " ") { continue }
            result += atom.text
            if kind != .space { previous = kind }
        }
        return result
    }

    private static func needsSpace(_ left: Kind, _ right: Kind, isScript: Bool) -> Bool {
        if right == .space || left == .space { return false }
        let isSymbol = [.ordinary, .spelled, .function, .largeOperator].contains(right)
        let beforeSymbol = [.function, .spelled, .largeOperator].contains(left) && isSymbol
        if isScript { return beforeSymbol }
        let beforeWord = [.function, .largeOperator].contains(right) && [.ordinary, .closing].contains(left)
        let isSpacedOut = [.binary, .relation].contains(left) || [.binary, .relation].contains(right)
        return beforeSymbol || beforeWord || isSpacedOut || left == .punctuation
            || (left == .largeOperator && right == .opening)
    }
}
