public import Figures
public import Formulas

/// Writes a lesson as Markdown to be read elsewhere: its prose, and under each block of code what it gives when it is
/// run, with claims and derivations beside their check marks. What is hidden runs, and is left out.
public struct MarkdownExporter {
    /// How a figure is shown.
    public enum Picture {
        /// As an image, under the path that the text refers to.
        case file(String)
        /// In characters.
        case text(String)
    }

    /// What came of an export.
    public struct Result {
        public var markdown: String
        /// What fails in the lesson; it is in the text all the same, as failed.
        public var problems: [LessonProblem]
    }

    private let picture: (Figure) -> Picture
    private let printer = LessonPrinter(width: LessonChecker.outputWidth, usesColour: false)

    /// - Parameter picture: asked about each figure, in order.
    public init(picture: @escaping (Figure) -> Picture) { self.picture = picture }

    /// Runs the lesson in a session. An interruption ends it early.
    public func export(_ lesson: Lesson, in session: Session) -> Result {
        let lines = lesson.source.text.split(separator: "\n", omittingEmptySubsequences: false)
        var text = "# \(SavedBlock.escaped(lesson.title))\n"
        var problems: [LessonProblem] = []
        // The next line of the file that is not written yet, from 1.
        var next = lesson.firstLine
        var parts = FoldedPart(lines: lines)
        func copy(upTo line: Int) {
            while next < line, next <= lines.count {
                if let part = parts.part(atLine: next) {
                    text += part.markdown
                    next = part.next
                } else {
                    text += lines[next - 1] + "\n"
                    next += 1
                }
            }
        }
        session.keepAsides()
        for step in lesson.steps.indices {
            for block in lesson.blocks(ofStep: step) {
                switch block {
                case .prose, .quiz: break
                case .exercise(let exercise):
                    copy(upTo: exercise.line)
                    let code = exercise.solution.code
                    let run = exercise.solutionToRun.map { lesson.run($0, ofStep: step, in: session) }
                    if let problem = run?.problem { problems.append(problem) }
                    problems += run?.failedClaims ?? []
                    parts.solutions[code.line] = markdown(of: code, run)
                    if run?.diagnostic?.kind == .interrupted { return Result(markdown: text, problems: problems) }
                case .output(let output):
                    // What it gives stands there already.
                    copy(upTo: output.line)
                    next = output.line + Self.lineCount(output.text) + 2
                case .code(let code):
                    copy(upTo: code.line)
                    next = code.line + Self.lineCount(code.source.text) + 2
                    let run = code.isRun ? lesson.run(code, ofStep: step, in: session) : nil
                    if let problem = run?.problem { problems.append(problem) }
                    problems += run?.failedClaims ?? []
                    text += markdown(of: code, run)
                    if run?.diagnostic?.kind == .interrupted { return Result(markdown: text, problems: problems) }
                }
            }
        }
        copy(upTo: lines.count + 1)
        return Result(markdown: Self.withoutBlankRuns(text), problems: problems)
    }

    private func markdown(of code: CodeBlock, _ run: BlockRun?) -> String {
        guard code.visibility != .nothing else { return "" }
        // A derivation is shown a line at a time, checked: its lines are its code.
        let isCode = code.kind != .derivation || run == nil
        var parts = isCode ? [SavedBlock.fenced(code.source.text, CodeBlock.Kind.loop.rawValue)] : []
        guard let run else { return parts.joined(separator: "\n") }
        var images: [String] = []
        // The caption stands in the lesson's own prose.
        let printed = printer.lines(of: run.withoutCaption) { figure, _ in
            switch picture(figure) {
            case .text(let text): return text
            case .file(let path):
                images.append(
                    "![\(SavedBlock.escaped(code.caption ?? "figure"))](\(Self.escapedPath(path)))\n")
                return nil
            }
        }
        if !printed.isEmpty {
            parts.append(SavedBlock.fenced(Self.dedented(printed).joined(separator: "\n"), "text"))
        }
        return (parts + images).joined(separator: "\n")
    }

    /// Without the indent that all lines share.
    private static func dedented(_ lines: [String]) -> [String] {
        let indents = lines.filter { $0.contains { $0 != " " } }.map { $0.prefix { $0 == " " }.count }
        let shared = indents.min() ?? 0
        return lines.map { String($0.dropFirst(min(shared, $0.prefix { $0 == " " }.count))) }
    }

    /// A path as a link may hold it.
    static func escapedPath(_ path: String) -> String {
        path.replacing("%", with: "%25").replacing(" ", with: "%20").replacing("(", with: "%28").replacing(
            ")", with: "%29")
    }

    private static func lineCount(_ text: String) -> Int { text.utf8.count { $0 == UInt8(ascii: "\n") } }

    /// With one blank line where hidden blocks and outputs were taken out from between several; code stays as it is.
    private static func withoutBlankRuns(_ text: String) -> String {
        var lines: [Substring] = []
        var fence: Substring?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let ticks = line.prefix { $0 == "`" }
            if let open = fence {
                if ticks.count >= open.count, ticks.count == line.count { fence = nil }
            } else if ticks.count >= 3 {
                fence = ticks
            } else if line.isEmpty, lines.last?.isEmpty != false {
                continue
            }
            lines.append(line)
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension BlockRun {
    fileprivate var withoutCaption: BlockRun {
        BlockRun(block: block.with(caption: nil), cells: cells, diagnostic: diagnostic)
    }
}
