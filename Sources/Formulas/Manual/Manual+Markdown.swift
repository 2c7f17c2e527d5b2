internal import Typography

/// Entries, symbols and pages as Markdown: what `:help` renders and the reference is put together from.
extension Manual.Entry {
    /// - Parameter level: of the heading.
    public func markdown(level: Int = 1) -> String {
        let also = spellings.isEmpty ? "" : " Also written " + spellings.map { "`\($0)`" }.joined(separator: ", ") + "."
        let takes = parameters.filter { !$0.shape.isEmpty }.map { "- `\($0.name)`: \($0.shape)\n" }.joined()
        return "\(String(repeating: "#", count: level)) `\(signature)`\n\n\(summary)\(also)\n\n"
            + (takes.isEmpty ? "" : takes + "\n") + Manual.fenced([example])
    }
}

extension Manual.Symbol {
    public func markdown() -> String {
        let typed = Manual.typing(of: spellings[0]).map { ["`\($0)` and Tab"] } ?? []
        let also = (spellings.dropFirst().map { "`\($0)`" } + typed).joined(separator: ", ")
        return "# `\(spellings[0])`\n\n\(summary)\(also.isEmpty ? "" : " Also typed \(also).")\n\n"
            + Manual.fenced([example]) + "\nMore: `:help \(topic)`\n"
    }
}

extension Manual.Topic {
    /// - Parameter level: of the heading.
    public func markdown(level: Int = 1) -> String {
        let body = parts.map { part in
            switch part {
            case .text(let text): text + "\n"
            case .examples(let examples): Manual.fenced(examples)
            }
        }
        return "\(String(repeating: "#", count: level)) \(title)\n\n" + body.joined(separator: "\n")
    }
}

extension Manual {
    /// Formulas, each with what it shows behind it.
    fileprivate static func fenced(_ examples: [Example]) -> String {
        let widest = examples.filter { !$0.output.isEmpty }.map { DisplayWidth.of($0.formula) }.max() ?? 0
        let lines = examples.map { example in
            if example.output.isEmpty { return example.formula }
            // A claim's line begins with the claim.
            let shown =
                example.output.hasPrefix(example.formula)
                ? example.output.dropFirst(example.formula.count).drop { $0 == " " } : example.output[...]
            let gap = String(repeating: " ", count: widest - DisplayWidth.of(example.formula) + 3)
            return example.formula + gap + "# " + shown.replacing("\n", with: "; ")
        }
        return "```loop\n" + lines.joined(separator: "\n") + "\n```\n"
    }

    /// The whole reference.
    public static func reference() -> String {
        func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
        var text = "# The formula language\n\n"
        for topic in topics { text += topic.markdown(level: 2) + "\n" }
        text += "## Symbols and words\n\n| written | means | example | gives |\n|---|---|---|---|\n"
        for symbol in symbols {
            let spellings = symbol.spellings.map { "`\(cell($0))`" }.joined(separator: " ")
            text +=
                "| \(spellings) | \(cell(symbol.summary)) | `\(cell(symbol.example.formula))` | `\(cell(symbol.example.output.replacing("\n", with: "; ")))` |\n"
        }
        for group in groups {
            text += "\n## \(group.title)\n\n"
            text += group.entries.map { $0.markdown(level: 3) }.joined(separator: "\n")
        }
        return text
    }
}
