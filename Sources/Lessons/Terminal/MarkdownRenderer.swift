internal import Formulas
public import Typography

/// Renders the prose of a lesson for a terminal.
public struct MarkdownRenderer: Sendable {
    /// In columns, the indentation included.
    public let width: Int
    public let painter: Painter
    private let lettering: Lettering
    /// What stands before each line.
    private let indent: Int

    /// - Parameter indent: the columns left free at the left.
    public init(width: Int, usesColour: Bool, indent: Int = 0, lettering: Lettering = .unicode) {
        self.width = width
        self.painter = Painter(usesColour: usesColour)
        self.indent = indent
        self.lettering = lettering
    }

    /// The lines of a text, a blank one between its blocks.
    public func lines(_ blocks: [MarkdownBlock]) -> [String] {
        let margin = StyledText(String(repeating: " ", count: indent))
        return layout(blocks, width: max(8, width - indent)).map { $0.isEmpty ? "" : painter.paint([margin] + $0) }
    }

    private func layout(_ blocks: [MarkdownBlock], width: Int, isTight: Bool = false) -> [StyledLine] {
        var lines: [StyledLine] = []
        for block in blocks {
            let rendered = layout(block, width: width)
            if !lines.isEmpty, !rendered.isEmpty, !isTight { lines.append([]) }
            lines += rendered
        }
        return lines
    }

    private func layout(_ block: MarkdownBlock, width: Int) -> [StyledLine] {
        switch block {
        case .heading(_, let inlines):
            let lines = wrap(inlines, width: width, style: .heading)
            if painter.usesColour { return lines }
            // Without a bold face a heading is known by its rule.
            let longest = lines.map { $0.reduce(0) { $0 + $1.width } }.max() ?? 0
            return lines + [[StyledText(String(repeating: "-", count: longest))]]
        case .paragraph(let inlines): return wrap(inlines, width: width)
        case .displayMath(let tex): return displayMath(tex, width: width)
        case .list(let start, let isTight, let items): return list(start, isTight, items, width: width)
        case .quote(let blocks):
            return layout(blocks, width: max(4, width - 2)).map { [StyledText("> ", .dim)] + $0 }
        case .code(let text): return Self.gutter(text, width: width, lettering)
        case .table(let alignments, let rows):
            let cells = rows.map { $0.map { runs($0, style: .plain) } }
            return TableLayout(alignments: alignments, rows: cells, width: width, lettering: lettering).lines()
        case .rule: return [[StyledText(lettering.text(String(repeating: "─", count: min(width, 20))), .dim)]]
        }
    }

    /// Code behind a `│ `; lines that are too long go on, indented, behind a further one.
    static func gutter(_ code: String, width: Int, _ lettering: Lettering) -> [StyledLine] {
        var lines = code.split(separator: "\n", omittingEmptySubsequences: false)
        while lines.last?.allSatisfy({ $0 == " " }) == true { lines.removeLast() }
        return lines.flatMap { line in
            pieces(of: printable(String(line), lettering), width: max(8, width - 2)).map { piece in
                [StyledText(lettering.text("│ "), .dim)] + highlighted(piece)
            }
        }
    }

    /// A line of code, each part in the look of what it is.
    static func highlighted(_ code: String) -> StyledLine {
        Highlighting.pieces(of: code).map { text, kind in
            switch kind {
            case .number: StyledText(text, .number)
            case .keyword, .sign: StyledText(text, .keyword)
            case .builtIn: StyledText(text, .builtIn)
            case .string: StyledText(text, .string)
            case .comment: StyledText(text, .dim)
            case .plain: StyledText(text)
            }
        }
    }

    /// Cuts a line of code at its spaces, or else after a bracket or a comma, or else where it must.
    private static func pieces(of line: String, width: Int) -> [String] {
        var pieces: [String] = []
        let indent = String(line.prefix { $0 == " " }.prefix(width / 2))
        var rest = Substring(line)
        var start = ""
        while DisplayWidth.of(start) + DisplayWidth.of(rest) > width {
            var used = DisplayWidth.of(start)
            let fits = rest.prefix { character in
                used += DisplayWidth.of(character)
                return used <= width
            }
            let isBlankBefore = { (index: Substring.Index) in rest[..<index].allSatisfy { $0 == " " } }
            var end = max(fits.endIndex, rest.index(after: rest.startIndex))
            let space = rest[end...].first == " " ? end : fits.lastIndex(of: " ")
            if let space, !isBlankBefore(space) {
                end = space
            } else if let bracket = fits.lastIndex(where: { "([{,".contains($0) }), !isBlankBefore(bracket) {
                end = rest.index(after: bracket)
            }
            pieces.append((start + rest[..<end]).trimmedEnd())
            rest = rest[end...].drop { $0 == " " }
            start = indent + "    "
        }
        return pieces + [start + rest]
    }

    private func displayMath(_ tex: String, width: Int) -> [StyledLine] {
        let wrapper = LineWrapper(width: max(4, width - 6))
        let rows = TeXToUnicode.renderDisplay(Self.printable(tex, .unicode)).map(lettering.text)
        return rows.flatMap { line -> [StyledLine] in
            if DisplayWidth.of(line) + 4 <= width { return [[StyledText("    " + line)]] }
            let parts = wrapper.wrap([StyledText(line)])
            return parts.enumerated().map { index, part in [StyledText(index == 0 ? "    " : "      ")] + part }
        }
    }

    private func list(_ start: Int?, _ isTight: Bool, _ items: [[MarkdownBlock]], width: Int) -> [StyledLine] {
        var lines: [StyledLine] = []
        let last = (start ?? 0) + items.count - 1
        let markWidth = start == nil ? 2 : String(last).count + 2
        for (index, item) in items.enumerated() {
            let mark = start.map { "\($0 + index)." } ?? lettering.text("•")
            let padded = mark + String(repeating: " ", count: max(1, markWidth - mark.count))
            let rest = String(repeating: " ", count: markWidth)
            if !lines.isEmpty, !isTight { lines.append([]) }
            let content = layout(item, width: max(4, width - markWidth), isTight: isTight)
            lines += (content.isEmpty ? [[]] : content).enumerated().map { number, line in
                number > 0 && line.isEmpty ? [] : [StyledText(number == 0 ? padded : rest)] + line
            }
        }
        return lines
    }

    private func wrap(_ inlines: [MarkdownInline], width: Int, style: StyledText.Style = .plain) -> [StyledLine] {
        LineWrapper(width: width).wrap(runs(inlines, style: style))
    }

    /// Running text as styled pieces. Without colour, marks that carry meaning stay as they are written.
    private func runs(_ inlines: [MarkdownInline], style: StyledText.Style) -> [StyledText] {
        inlines.flatMap { inline -> [StyledText] in
            switch inline {
            case .text(let text): [StyledText(Self.printable(text, lettering), style)]
            case .math(let tex, _):
                [StyledText(Self.unbroken(Self.printable(TeXToUnicode.render(tex), lettering)), style)]
            case .code(let text): marked([StyledText(Self.printable(text, lettering), .code)], "`", style)
            case .emphasis(let inner):
                marked(runs(inner, style: style == .plain ? .emphasis : style), "*", style)
            case .strong(let inner): marked(runs(inner, style: style == .plain ? .strong : style), "**", style)
            case .strikethrough(let inner):
                [StyledText("~~", style)] + runs(inner, style: style) + [StyledText("~~", style)]
            case .link(let inner, let address):
                inner.plainText == address
                    ? runs(inner, style: style)
                    : runs(inner, style: style) + [StyledText(" (\(Self.printable(address, lettering)))", .dim)]
            case .lineBreak: [StyledText("\n", style)]
            }
        }
    }

    /// A short formula stays on its line.
    private static func unbroken(_ formula: String) -> String {
        DisplayWidth.of(formula) <= 24 ? formula.replacing(" ", with: "\u{A0}") : formula
    }

    private func marked(_ runs: [StyledText], _ mark: String, _ style: StyledText.Style) -> [StyledText] {
        painter.usesColour ? runs : [StyledText(mark, style)] + runs + [StyledText(mark, style)]
    }

    /// Control characters of a file must not reach the terminal, where they are commands.
    static func printable(_ text: String, _ lettering: Lettering) -> String {
        let text = lettering.text(text)
        guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { return text }
        return text.unicodeScalars.map { scalar in
            scalar.properties.generalCategory == .control ? " " : String(scalar)
        }.joined()
    }
}
