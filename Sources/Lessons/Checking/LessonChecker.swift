public import Formulas

/// Checks lessons: that they read, that every claim holds, that every block gives what the lesson says.
public struct LessonChecker {
    /// What came of a check.
    public struct Result: Sendable {
        public internal(set) var problems: [LessonProblem] = []
        public internal(set) var lessons = 0
        /// Those of `loop` and `plot` blocks.
        public internal(set) var claims = 0
        public internal(set) var derivationLines = 0

        public var holds: Bool { problems.isEmpty }
    }

    /// The width at which outputs are recorded.
    public static let outputWidth = 80

    private let library: LessonLibrary
    private let makeSession: () -> Session
    private let now: () -> ContinuousClock.Instant

    /// - Parameters:
    ///   - library: where the lessons are that the checked ones may require.
    ///   - makeSession: a fresh session for each lesson.
    ///   - now: the clock that time limits go by.
    public init(
        library: LessonLibrary, now: @escaping () -> ContinuousClock.Instant = { ContinuousClock().now },
        makeSession: @escaping () -> Session = { Session() }
    ) {
        self.library = library
        self.now = now
        self.makeSession = makeSession
    }

    /// Checks the lessons at these paths, each in a session of its own; `onLesson` hears of each as it begins.
    public func check(paths: [String], onLesson: (String) -> Void = { _ in }) -> Result {
        var result = Result()
        var lessons: [Lesson] = []
        for path in paths {
            onLesson(path)
            let reading = LessonReader.read(path: path)
            result.lessons += 1
            result.problems += reading.problems.map { LessonProblem($0) }
            guard let lesson = reading.lesson else { continue }
            lessons.append(lesson)
            run(lesson, &result)
        }
        let others = library.paths.filter { !paths.contains($0) }.compactMap { LessonReader.read(path: $0).lesson }
        result.problems += RequirementCheck(checked: lessons, others: others).problems()
        return result
    }

    private func run(_ lesson: Lesson, _ result: inout Result) {
        let session = makeSession()
        let start = now()
        for step in lesson.steps.indices {
            var last: BlockRun?
            for block in lesson.blocks(ofStep: step) {
                switch block {
                case .prose: break
                case .output(let output):
                    if let run = last, let problem = difference(output, run) { result.problems.append(problem) }
                case .code(let code):
                    guard code.isRun else { break }
                    let run = lesson.run(code, ofStep: step, in: session)
                    take(run, &result)
                    last = run
                }
            }
        }
        let seconds = (now() - start) / .seconds(1)
        if let limit = lesson.frontMatter.timeLimit, seconds > limit {
            result.problems.append(
                LessonProblem(
                    "the lesson took \((seconds * 10).rounded() / 10) s; its time limit is \(limit) s",
                    at: lesson.frontMatter.idSpan))
        }
    }

    private func take(_ run: BlockRun, _ result: inout Result) {
        if run.block.kind == .derivation {
            result.derivationLines += run.claims.count
            if run.claims.isEmpty, run.diagnostic == nil {
                result.problems.append(LessonProblem("the derivation claims nothing", at: run.block.span))
            }
        } else {
            result.claims += run.claims.count
        }
        if let problem = run.problem { result.problems.append(problem) }
        for claim in run.claims where !claim.holds {
            let details = claim.details.isEmpty ? "" : ": " + claim.details.joined(separator: "; ")
            result.problems.append(
                LessonProblem("the claim '\(claim.text)' fails (\(claim.summary))\(details)", at: claim.span))
        }
        if run.block.kind == .plot, run.endsAsAnnounced, run.block.expectedError == nil, run.cells.last?.figure == nil {
            result.problems.append(LessonProblem("the plot block does not end in a figure", at: run.block.span))
        }
    }

    private func difference(_ output: OutputBlock, _ run: BlockRun) -> LessonProblem? {
        let printed = run.printed(width: Self.outputWidth)
        let matcher = OutputMatcher(tolerance: output.tolerance)
        guard let difference = matcher.difference(expected: output.text, printed: printed) else { return nil }
        let source = Source(name: output.span.source.name, text: output.text, firstLine: output.line + 1)
        return LessonProblem(
            "the block before prints '\(difference.found)' where this says '\(difference.expected)'",
            at: LessonChecker.span(ofLine: difference.line, in: source))
    }

    private static func span(ofLine number: Int, in source: Source) -> Span {
        let bytes = source.bytes
        var start = 0
        // Blank lines do not count, as in the comparison.
        var left = number
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let isBlank = line.allSatisfy { $0 <= 0x20 }
            if !isBlank, left == 0 { return Span(source, start..<start + line.count) }
            if !isBlank { left -= 1 }
            start += line.count + 1
        }
        return Span(source, 0..<0)
    }
}
