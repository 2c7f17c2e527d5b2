internal import Formulas
internal import Typography

/// A fenced block of a lesson, on its way from Markdown to a block of a step.
struct FencedBlock {
    /// All kinds of blocks.
    static let kinds =
        CodeBlock.Kind.allCases.map(\.rawValue) + ["output", "exercise"] + ExerciseDraft.Part.allCases.map(\.rawValue)
        + ["quiz"]

    let node: MarkdownNode
    let file: LessonFile

    /// The block that its opening line announces; exercises and their parts are put together elsewhere.
    func block(_ info: BlockInfo) throws(Diagnostic) -> LessonBlock {
        if let kind = CodeBlock.Kind(rawValue: info.kind) { return .code(try code(kind, info)) }
        if info.kind == "output" { return .output(try output(info)) }
        if info.kind == "quiz" { return .quiz(try QuizReader(fence: self, info: info).quiz()) }
        throw Diagnostic(
            .syntax, "unknown block kind '\(info.kind)'\(Spelling.question(info.kind, in: Self.kinds))",
            at: info.kindSpan,
            help: "a block without a kind is shown as it stands")
    }

    private func code(_ kind: CodeBlock.Kind, _ info: BlockInfo) throws(Diagnostic) -> CodeBlock {
        let flags =
            kind == .loop ? ["setup", "hidden", "norun", "full", "expect-error"] : ["hidden", "norun", "expect-error"]
        var visibility = CodeBlock.Visibility.whole
        var isRun = true
        var isFull = false
        var expectedError: String?
        var shows: [ShownTruth] = []
        var replay = Replay()
        for item in info.items {
            switch item.name {
            case "setup" where kind == .loop: visibility = .codeOnly
            case "hidden": visibility = .nothing
            case "norun": isRun = false
            case "full" where kind == .loop: isFull = true
            case let name where Replay.names.contains(name):
                try replay.take(item)
                continue
            case BlockInfo.showsName:
                shows = try BlockInfo.shown(item)
                continue
            case "expect-error":
                guard let text = item.value, !text.isEmpty else {
                    throw Diagnostic(
                        .syntax, "'expect-error' needs the text that the error contains", at: item.span,
                        help: "expect-error=\"shapes differ\"")
                }
                expectedError = text
            default: throw unknown(item, of: info.kind, flags: flags + [BlockInfo.showsName] + Replay.names)
            }
            if item.name != "expect-error", item.value != nil {
                throw Diagnostic(.syntax, "'\(item.name)' takes no value", at: item.span)
            }
        }
        if let item = info.items.first(where: { $0.name == "full" }), !isRun {
            throw Diagnostic(.syntax, "a 'full' block is run at full size, and a 'norun' block never", at: item.span)
        }
        if let item = info.items.first(where: { $0.name == "expect-error" }), !isRun || isFull {
            throw Diagnostic(.syntax, "a block that is not run can't be expected to give an error", at: item.span)
        }
        let text = node.literal
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw Diagnostic(.syntax, "the '\(info.kind)' block is empty", at: info.kindSpan)
        }
        let source = Source(
            name: file.source.name, text: text, firstLine: node.firstLine + 1, folder: file.source.folder)
        return CodeBlock(
            kind: kind, visibility: visibility, isRun: isRun && !isFull, isFull: isFull, expectedError: expectedError,
            caption: nil,
            shows: shows, replay: replay, source: source, line: node.firstLine, span: info.kindSpan)
    }

    private func output(_ info: BlockInfo) throws(Diagnostic) -> OutputBlock {
        var tolerance = OutputMatcher.defaultTolerance
        for item in info.items {
            guard item.name == "tol" else { throw unknown(item, of: info.kind, flags: ["tol"]) }
            tolerance = try BlockInfo.tolerance(item)
        }
        return OutputBlock(
            text: node.literal, tolerance: tolerance, line: node.firstLine, lastLine: node.lastLine,
            span: info.kindSpan)
    }

    private func unknown(_ item: BlockInfo.Item, of kind: String, flags: [String]) -> Diagnostic {
        Diagnostic(
            .syntax, "a '\(kind)' block has no flag '\(item.name)'\(Spelling.question(item.name, in: flags))",
            at: item.span, help: "its flags are \(flags.joined(separator: ", "))")
    }

    /// What to say where the block is not closed: it runs to the end of the file, or over another's opening line.
    func unclosedProblem() -> Diagnostic? {
        let opening = file.line(node.firstLine)
        guard let mark = opening.first(where: { $0 != " " }), mark == "`" || mark == "~" else { return nil }
        let length = opening.drop { $0 == " " }.prefix { $0 == mark }.count
        let fence = String(repeating: mark, count: length)
        let last = file.line(node.lastLine).drop { $0 == " " }
        let isClosed =
            node.lastLine > node.firstLine && last.hasPrefix(fence)
            && last.drop { $0 == mark }.allSatisfy { $0 == " " || $0 == "\t" }
        if !isClosed {
            return Diagnostic(
                .syntax, "the block that opens here is never closed", at: file.span(line: node.firstLine),
                help: "close it with a line '\(fence)'")
        }
        for number in (node.firstLine + 1)..<max(node.firstLine + 1, node.lastLine)
        where file.line(number).hasPrefix(fence) {
            return Diagnostic(
                .syntax, "the block that opens here is not closed before line \(number), where another opens",
                at: file.span(line: node.firstLine), help: "close it with a line '\(fence)'")
        }
        return nil
    }
}
