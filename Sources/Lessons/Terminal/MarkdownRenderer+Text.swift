extension MarkdownRenderer {
    /// The lines of Markdown that has no formulas and nothing that only lessons have. What is nested too deep to read
    /// stands as it was written.
    public func lines(of text: String) -> [String] {
        guard let document = MarkdownDocument(parsing: text) else { return [text] }
        let reader = MarkdownTreeReader(formulas: [])
        let blocks = document.withRoot { root in
            root.children.map { node -> [MarkdownBlock] in
                do throws(MarkdownTreeReader.TooDeep) { return try reader.blocks(node) } catch { return [.code(text)] }
            }
        }
        return lines(blocks.flatMap { $0 })
    }
}
