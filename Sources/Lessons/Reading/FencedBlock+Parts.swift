internal import Formulas

/// What the blocks of exercises and quizzes hold: Markdown, or code that is run only in its exercise.
extension FencedBlock {
    /// The block's body as Markdown.
    func markdown(_ info: BlockInfo) throws(Diagnostic) -> [MarkdownBlock] {
        guard node.literal.contains(where: { !$0.isWhitespace }) else {
            throw Diagnostic(.syntax, "the '\(info.kind)' block is empty", at: info.kindSpan)
        }
        return try markdown(node.literal, at: node.firstLine + 1)
    }

    /// A text that begins on a line of the file, as Markdown.
    func markdown(_ text: String, at line: Int) throws(Diagnostic) -> [MarkdownBlock] {
        do throws(MarkdownTreeReader.TooDeep) {
            return try LessonReader.markdown(text)
        } catch {
            throw Diagnostic(
                .syntax, "the text is nested more than \(MarkdownTreeReader.maximumDepth) deep here",
                at: file.span(line: line + error.line - 1))
        }
    }

    /// The block's body as code.
    func part(_ info: BlockInfo) throws(Diagnostic) -> CodeBlock {
        guard node.literal.contains(where: { !$0.isWhitespace }) else {
            throw Diagnostic(.syntax, "the '\(info.kind)' block is empty", at: info.kindSpan)
        }
        let source = Source(
            name: file.source.name, text: node.literal, firstLine: node.firstLine + 1, folder: file.source.folder)
        return CodeBlock(
            kind: .loop, visibility: .whole, isRun: true, isFull: false, expectedError: nil, caption: nil, shows: [],
            replay: Replay(), source: source, line: node.firstLine, span: info.kindSpan)
    }
}
