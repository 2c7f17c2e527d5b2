/// Turns cmark-gfm's nodes into values, with the formulas back in their places.
struct MarkdownTreeReader {
    /// What is nested deeper is refused: everything that walks a tree recurses.
    static let maximumDepth = 40

    /// Prose that goes deeper than a reader could follow.
    struct TooDeep: Error {
        let line: Int
    }

    let formulas: [MathMask.Formula]

    /// A block as prose; a paragraph with formulas on lines of their own gives several.
    func blocks(_ node: MarkdownNode, depth: Int = 0) throws(TooDeep) -> [MarkdownBlock] {
        guard depth < Self.maximumDepth else { throw TooDeep(line: node.firstLine) }
        switch node.type {
        case "heading": return [.heading(level: node.headingLevel, try inlines(node.children, depth, node.firstLine))]
        case "paragraph": return try paragraph(node, depth: depth)
        case "list":
            var items: [[MarkdownBlock]] = []
            for item in node.children { items.append(try children(item, depth + 1)) }
            return [.list(start: node.listStart, isTight: node.isTight, items: items)]
        case "block_quote": return [.quote(try children(node, depth))]
        case "code_block": return [.code(restoring(node.literal))]
        case "thematic_break": return [.rule]
        case "table": return [try table(node, depth: depth)]
        case "html_block":
            // A comment is the author's; other HTML is shown as it stands, since a terminal has nothing better.
            let text = restoring(node.literal)
            return text.hasPrefix("<!--") ? [] : [.code(text)]
        default: return try children(node, depth)
        }
    }

    private func children(_ node: MarkdownNode, _ depth: Int) throws(TooDeep) -> [MarkdownBlock] {
        var found: [MarkdownBlock] = []
        for child in node.children { found += try blocks(child, depth: depth + 1) }
        return found
    }

    private func paragraph(_ node: MarkdownNode, depth: Int) throws(TooDeep) -> [MarkdownBlock] {
        var found: [MarkdownBlock] = []
        var running: [MarkdownInline] = []
        func flush() {
            if running.contains(where: { $0 != .text(" ") }) { found.append(.paragraph(running)) }
            running = []
        }
        for inline in try inlines(node.children, depth, node.firstLine) {
            if case .math(let tex, isDisplay: true) = inline {
                flush()
                found.append(.displayMath(tex))
            } else {
                running.append(inline)
            }
        }
        flush()
        return found
    }

    private func table(_ node: MarkdownNode, depth: Int) throws(TooDeep) -> MarkdownBlock {
        let alignments = node.columnAlignments.map { letter -> MarkdownBlock.ColumnAlignment in
            switch letter {
            case UInt8(ascii: "r"): .right
            case UInt8(ascii: "c"): .centre
            default: .left
            }
        }
        var rows: [[[MarkdownInline]]] = []
        for row in node.children {
            var cells: [[MarkdownInline]] = []
            for cell in row.children { cells.append(try inlines(cell.children, depth + 1, node.firstLine)) }
            rows.append(cells)
        }
        return .table(alignments: alignments, rows: rows)
    }

    private func inlines(_ nodes: [MarkdownNode], _ depth: Int, _ line: Int) throws(TooDeep) -> [MarkdownInline] {
        guard depth < Self.maximumDepth else { throw TooDeep(line: line) }
        var found: [MarkdownInline] = []
        for node in nodes {
            switch node.type {
            case "text": found += text(node.literal)
            case "softbreak": found.append(.text(" "))
            case "linebreak": found.append(.lineBreak)
            case "code": found.append(.code(restoring(node.literal)))
            case "emph": found.append(.emphasis(try inlines(node.children, depth + 1, line)))
            case "strong": found.append(.strong(try inlines(node.children, depth + 1, line)))
            case "strikethrough": found.append(.strikethrough(try inlines(node.children, depth + 1, line)))
            case "link", "image":
                found.append(.link(try inlines(node.children, depth + 1, line), address: restoring(node.address)))
            case "html_inline": if !node.literal.hasPrefix("<!--") { found.append(.text(restoring(node.literal))) }
            default: found += try inlines(node.children, depth + 1, line)
            }
        }
        return merged(found)
    }

    /// cmark-gfm cuts text at every character that might have meant something; words are easier to work with whole.
    private func merged(_ inlines: [MarkdownInline]) -> [MarkdownInline] {
        var result: [MarkdownInline] = []
        for inline in inlines {
            if case .text(let next) = inline, case .text(let last) = result.last {
                result[result.count - 1] = .text(last + next)
            } else {
                result.append(inline)
            }
        }
        return result
    }

    private func text(_ literal: String) -> [MarkdownInline] {
        split(literal).map { part in
            switch part {
            case .plain(let text): .text(text)
            case .formula(let formula): .math(formula.tex, isDisplay: formula.isDisplay)
            }
        }
    }

    private func restoring(_ literal: String) -> String {
        split(literal).map { part in
            switch part {
            case .plain(let text): text
            case .formula(let formula): formula.original
            }
        }.joined()
    }

    private enum Part {
        case plain(String)
        case formula(MathMask.Formula)
    }

    private func split(_ literal: String) -> [Part] {
        guard literal.contains(MathMask.open) else { return [.plain(literal)] }
        var parts: [Part] = []
        for (index, piece) in literal.split(separator: MathMask.open, omittingEmptySubsequences: false).enumerated() {
            let ends = piece.split(separator: MathMask.close, maxSplits: 1, omittingEmptySubsequences: false)
            if index > 0, ends.count == 2, let number = Int(ends[0]), formulas.indices.contains(number) {
                parts.append(.formula(formulas[number]))
                if !ends[1].isEmpty { parts.append(.plain(String(ends[1]))) }
            } else if !piece.isEmpty {
                parts.append(.plain(String(piece)))
            }
        }
        return parts
    }
}
