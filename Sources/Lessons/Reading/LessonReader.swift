public import Formulas

/// What reading a lesson gave: the lesson, unless something is wrong with it.
public struct LessonReading: Sendable {
    /// Nil where there is any problem.
    public let lesson: Lesson?
    /// In the order of the file; each names the file and a line of it.
    public let problems: [Diagnostic]
    /// The lesson that it is a translation of, where that is beside it and can be read.
    var original: Lesson?
}

/// Reads lesson files: front matter, steps, blocks.
public struct LessonReader {
    private let file: LessonFile
    private var problems: [Diagnostic] = []
    private var opening: [LessonBlock] = []
    private var steps: [LessonStep] = []
    private var slugs = Slugs()
    /// The blocks of the step that is being read.
    private var blocks: [LessonBlock] = []
    /// The heading of that step; nil before the first.
    private var heading: (title: String, line: Int)?
    /// Prose that the next block of another kind ends.
    private var prose: [MarkdownBlock] = []
    private var proseLine = 1
    /// A plot waiting for the paragraph after it, its caption.
    private var plot: CodeBlock?
    private var exercises = ExerciseCollector()

    /// Reads the file at a path. Whatever is wrong with it is in the result; a file is never too broken for that.
    public static func read(path: String) -> LessonReading {
        do throws(Diagnostic) {
            let reading = read(try LessonFile(path: path))
            guard let lesson = reading.lesson, let original = Translation.original(of: path),
                let other = read(path: original).lesson
            else { return reading }
            return LessonReading(lesson: lesson.withStepIDs(of: other), problems: [], original: other)
        } catch {
            return LessonReading(lesson: nil, problems: [error])
        }
    }

    /// Reads a lesson from its bytes; `name` is what diagnostics call the file.
    public static func read(bytes: [UInt8], name: String) -> LessonReading {
        do throws(Diagnostic) {
            return read(try LessonFile(bytes: bytes, name: name))
        } catch {
            return LessonReading(lesson: nil, problems: [error])
        }
    }

    private static func read(_ file: LessonFile) -> LessonReading {
        var frontReader = FrontMatterReader(file)
        guard let closing = frontReader.closingLine() else {
            return LessonReading(lesson: nil, problems: frontReader.problems)
        }
        let frontMatter = frontReader.read(upTo: closing)
        var reader = LessonReader(file)
        reader.readBody(after: closing)
        let problems = frontReader.problems + reader.problems
        guard problems.isEmpty, let frontMatter else { return LessonReading(lesson: nil, problems: problems) }
        let lesson = Lesson(
            frontMatter: frontMatter, opening: reader.opening, steps: reader.steps, source: file.source)
        return LessonReading(lesson: lesson, problems: [])
    }

    private init(_ file: LessonFile) { self.file = file }

    private mutating func readBody(after closing: Int) {
        // The front matter becomes blank lines, so that the lines of the body keep their numbers.
        let body =
            (1...max(1, file.lines.count)).map { $0 <= closing ? "" : file.line($0) }.joined(separator: "\n") + "\n"
        guard let plain = MarkdownDocument(parsing: body) else { return }
        let mask = MathMask(body, codeLines: plain.withRoot { Self.codeLines($0, depth: 0) })
        guard let document = MarkdownDocument(parsing: mask.masked) else { return }
        let tree = MarkdownTreeReader(formulas: mask.formulas)
        document.withRoot { root in
            for node in root.children {
                do throws(MarkdownTreeReader.TooDeep) {
                    try read(node, tree)
                } catch {
                    report("the text is nested more than \(MarkdownTreeReader.maximumDepth) deep here", at: error.line)
                }
            }
        }
        endStep()
        if steps.isEmpty {
            let last = max(1, file.lines.count)
            report("the lesson has no step", at: last, help: "every '## heading' begins one")
        }
    }

    /// A text by itself, like the prompt of an exercise.
    static func markdown(_ text: String) throws(MarkdownTreeReader.TooDeep) -> [MarkdownBlock] {
        guard let plain = MarkdownDocument(parsing: text) else { return [] }
        let mask = MathMask(text, codeLines: plain.withRoot { codeLines($0, depth: 0) })
        guard let document = MarkdownDocument(parsing: mask.masked) else { return [] }
        let tree = MarkdownTreeReader(formulas: mask.formulas)
        return try document.withRoot { root throws(MarkdownTreeReader.TooDeep) -> [MarkdownBlock] in
            var found: [MarkdownBlock] = []
            for node in root.children { found += try tree.blocks(node) }
            return found
        }
    }

    /// The lines of all code blocks, those in lists and quotations included.
    private static func codeLines(_ node: MarkdownNode, depth: Int) -> [ClosedRange<Int>] {
        guard depth <= MarkdownTreeReader.maximumDepth else { return [] }
        switch node.type {
        case "code_block": return [node.firstLine...max(node.firstLine, node.lastLine)]
        case "list", "item", "block_quote", "document":
            return node.children.flatMap { codeLines($0, depth: depth + 1) }
        default: return []
        }
    }

    private mutating func read(_ node: MarkdownNode, _ tree: MarkdownTreeReader) throws(MarkdownTreeReader.TooDeep) {
        if node.type == "code_block", node.isFenced {
            readFence(node, tree)
            return
        }
        refuseBlocks(within: node, depth: 0)
        let found = try tree.blocks(node)
        if case .heading(2, let inlines) = found.first {
            endStep()
            heading = (inlines.plainText, node.firstLine)
            return
        }
        if let waiting = plot {
            if case .paragraph(let inlines) = found.first, inlines.count == 1, case .emphasis(let caption) = inlines[0]
            {
                endPlot(caption: caption.plainText)
                return
            }
            report("a plot needs a caption: a paragraph in '*…*' right after it", at: waiting.line)
            endPlot(caption: nil)
        }
        if prose.isEmpty { proseLine = node.firstLine }
        prose += found
    }

    private mutating func readFence(_ node: MarkdownNode, _ tree: MarkdownTreeReader) {
        let line = node.firstLine
        if let waiting = plot {
            report("a plot needs a caption: a paragraph in '*…*' right after it", at: waiting.line)
            endPlot(caption: nil)
        }
        let fence = FencedBlock(node: node, file: file)
        if let problem = fence.unclosedProblem() { problems.append(problem) }
        do throws(Diagnostic) {
            guard let info = try BlockInfo(line: line, of: file) else {
                if prose.isEmpty { proseLine = line }
                prose.append(.code(node.literal))
                return
            }
            if info.kind == "exercise" {
                endProse()
                try exercises.begin(fence, info, place: blocks.count)
                return
            }
            if let part = ExerciseDraft.Part(rawValue: info.kind) {
                try exercises.take(part, fence, info)
                return
            }
            switch try fence.block(info) {
            case .code(let block) where block.kind == .plot:
                endProse()
                plot = block
            case let block:
                endProse()
                if case .output = block, blocks.last?.isRunCode != true || exercises.lastPlace == blocks.count {
                    throw Diagnostic(
                        .syntax, "an 'output' block stands right after the block that prints it", at: info.kindSpan)
                }
                blocks.append(block)
            }
        } catch {
            problems.append(error)
        }
    }

    /// A block that would be run must stand at the margin: one in a list or a quotation would be shown and never run.
    private mutating func refuseBlocks(within node: MarkdownNode, depth: Int) {
        guard depth <= MarkdownTreeReader.maximumDepth, ["list", "item", "block_quote"].contains(node.type) else {
            return
        }
        for child in node.children {
            if child.type == "code_block", child.isFenced {
                do throws(Diagnostic) {
                    if let info = try BlockInfo(line: child.firstLine, of: file) {
                        problems.append(
                            Diagnostic(
                                .syntax, "a '\(info.kind)' block stands at the margin, not in a list or a quotation",
                                at: info.kindSpan))
                    }
                } catch {
                    problems.append(error)
                }
            } else {
                refuseBlocks(within: child, depth: depth + 1)
            }
        }
    }

    private mutating func endProse() {
        guard !prose.isEmpty else { return }
        blocks.append(.prose(Prose(blocks: prose, line: proseLine)))
        prose = []
    }

    private mutating func endPlot(caption: String?) {
        guard let block = plot else { return }
        blocks.append(.code(block.with(caption: caption)))
        plot = nil
    }

    private mutating func endStep() {
        if let waiting = plot {
            report("a plot needs a caption: a paragraph in '*…*' right after it", at: waiting.line)
            endPlot(caption: nil)
        }
        endProse()
        defer { blocks = [] }
        let (whole, faults) = exercises.endStep(blocks)
        blocks = whole
        problems += faults
        guard let heading else {
            opening = blocks
            return
        }
        let id = slugs.slug(of: heading.title)
        steps.append(LessonStep(title: heading.title, id: id, line: heading.line, blocks: blocks))
    }

    private mutating func report(_ message: String, at line: Int, help: String? = nil) {
        problems.append(Diagnostic(.syntax, message, at: file.span(line: line), help: help))
    }
}

extension LessonBlock {
    fileprivate var isRunCode: Bool {
        if case .code(let block) = self { return block.isRun }
        return false
    }
}

extension CodeBlock {
    func with(caption: String?) -> CodeBlock {
        var block = self
        block.caption = caption
        return block
    }
}
