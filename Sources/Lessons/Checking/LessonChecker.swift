public import Formulas
internal import Glibc

/// Checks lessons: that they read, that every claim holds, that every block gives what the lesson says, that exercises and
/// quizzes are sound, that every way through gives the same, and that all of it can be shown anywhere.
public struct LessonChecker {
    /// What came of a check.
    public struct Result: Sendable {
        public internal(set) var problems: [LessonProblem] = []
        public internal(set) var lessons = 0
        /// Those of `loop` and `plot` blocks, refutations among them.
        public internal(set) var claims = 0
        /// Refutations, those in derivations too.
        public internal(set) var refutes = 0
        public internal(set) var derivationLines = 0
        public internal(set) var exercises = 0
        public internal(set) var quizzes = 0
        /// The output blocks that differ, and what they should hold.
        public internal(set) var fixes: [OutputFix] = []

        public init() {}

        public var holds: Bool { problems.isEmpty }

        /// Adds what else is wrong.
        public mutating func add(_ problems: [LessonProblem]) { self.problems += problems }

        /// Adds what came of another check.
        public static func += (total: inout Result, other: Result) {
            total.problems += other.problems
            total.lessons += other.lessons
            total.claims += other.claims
            total.refutes += other.refutes
            total.derivationLines += other.derivationLines
            total.exercises += other.exercises
            total.quizzes += other.quizzes
            total.fixes += other.fixes
        }
    }

    /// The width at which outputs are recorded.
    public static let outputWidth = 80

    /// The width of the narrowest screen that a lesson is shown on.
    public static let narrowWidth = NarrowScreen.width

    private let library: LessonLibrary
    private let isFull: Bool
    private let makeSession: () -> Session
    private let makeTrialSession: () -> Session
    private let plainDrawing: LessonPrinter.Drawing

    /// - Parameters:
    ///   - library: where the lessons are that the checked ones may require.
    ///   - isFull: whether lessons that have a full size are checked at that. Their time limit is then none, and the ways
    ///     through them, which are the same at any size, are left to the quick one.
    ///   - plainDrawing: draws a figure in 40 columns of plain characters.
    ///   - makeTrialSession: a session to run a lesson a second time in, whose files come in nobody's way; the first
    ///     one's, where none is given.
    ///   - makeSession: a fresh session for each lesson.
    public init(
        library: LessonLibrary, isFull: Bool = false, plainDrawing: @escaping LessonPrinter.Drawing = { _, _ in nil },
        makeTrialSession: (() -> Session)? = nil, makeSession: @escaping () -> Session = { Session() }
    ) {
        self.library = library
        self.plainDrawing = plainDrawing
        self.isFull = isFull
        self.makeSession = makeSession
        self.makeTrialSession = makeTrialSession ?? makeSession
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
            if let original = reading.original, let language = Translation.language(of: path) {
                let check = TranslationCheck(lesson: lesson, original: original, language: language)
                result.problems += check.problems()
            }
            check(lesson, &result)
        }
        let checked = Set(paths.map(Self.resolved))
        let others = library.paths.filter { !checked.contains(Self.resolved($0)) }.compactMap {
            LessonReader.read(path: $0).lesson
        }
        result.problems += RequirementCheck(checked: lessons, others: others).problems()
        return result
    }

    /// A path without links and dots, so that a file is known however it is named.
    private static func resolved(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private func check(_ read: Lesson, _ result: inout Result) {
        let lesson = isFull ? read.atFullSize : read
        let limit = lesson.isFullSize ? nil : lesson.frontMatter.timeLimit
        var problems: [LessonProblem] = []
        let walked = Deadline.run(within: limit) { LessonPass(lesson, in: makeSession()) }
        let pass = walked.result
        var isOver = walked.isOver
        // What was stopped while an exercise was being proved says nothing about it.
        if !isOver { problems += pass.problems }
        for run in pass.runs where !(isOver && run.isInterrupted) { take(run, &result, &problems) }
        compareOutputs(lesson, pass, &result, &problems)
        count(lesson, &result)
        problems += NarrowScreen(drawing: plainDrawing).problems(of: lesson, pass)
        if !isOver, !pass.isInterrupted, !lesson.isFullSize {
            // There and back runs everything once more, and then again.
            let paths = Deadline.run(within: limit.map { 2 * $0 }) {
                LessonPaths(lesson).problems(walked: pass.states, in: makeTrialSession())
            }
            isOver = paths.isOver
            if !isOver { problems += paths.result }
        }
        if isOver, let limit {
            let place = pass.runs.last(where: \.isInterrupted)?.diagnostic?.span ?? lesson.frontMatter.idSpan
            problems.append(
                LessonProblem("the lesson was stopped here: its time limit of \(limit.short) s was over", at: place))
        }
        // Sorting is not stable, and two problems may have one place.
        let inOrder = problems.enumerated().sorted { ($0.element.sortKey, $0.offset) < ($1.element.sortKey, $1.offset) }
        result.problems += inOrder.map(\.element)
    }

    private func take(_ run: BlockRun, _ result: inout Result, _ problems: inout [LessonProblem]) {
        result.refutes += run.claims.count(where: \.isRefuted)
        if run.block.kind == .derivation {
            result.derivationLines += run.claims.count
            if run.claims.isEmpty, run.diagnostic == nil {
                problems.append(LessonProblem("the derivation claims nothing", at: run.block.span))
            }
        } else {
            result.claims += run.claims.count
        }
        if let problem = run.problem { problems.append(problem) }
        problems += run.failedClaims
        if run.block.kind == .plot, run.endsAsAnnounced, run.block.expectedError == nil, run.cells.last?.figure == nil {
            problems.append(LessonProblem("the plot block does not end in a figure", at: run.block.span))
        }
    }

    private func count(_ lesson: Lesson, _ result: inout Result) {
        for block in lesson.steps.indices.flatMap({ lesson.blocks(ofStep: $0) }) {
            switch block {
            case .exercise: result.exercises += 1
            case .quiz: result.quizzes += 1
            case .prose, .code, .output: break
            }
        }
    }

    // MARK: Outputs

    private func compareOutputs(
        _ lesson: Lesson, _ pass: LessonPass, _ result: inout Result, _ problems: inout [LessonProblem]
    ) {
        for step in lesson.steps.indices {
            var last: CodeBlock?
            for block in lesson.blocks(ofStep: step) {
                switch block {
                case .code(let code) where code.isRun: last = code
                case .output(let output):
                    guard let last, let run = pass.run(of: last), !run.isInterrupted else { break }
                    let printed = run.printed(width: Self.outputWidth)
                    guard let problem = difference(output, printed) else { break }
                    problems.append(problem)
                    guard run.endsAsAnnounced else { break }
                    result.fixes.append(
                        OutputFix(
                            path: lesson.source.name, opening: output.line, closing: output.lastLine, text: printed))
                case .prose, .code, .exercise, .quiz: break
                }
            }
        }
    }

    private func difference(_ output: OutputBlock, _ printed: String) -> LessonProblem? {
        let matcher = OutputMatcher(tolerance: output.tolerance)
        guard let difference = matcher.difference(expected: output.text, printed: printed) else { return nil }
        let source = Source(name: output.span.source.name, text: output.text, firstLine: output.line + 1)
        return LessonProblem(
            "the block before prints '\(difference.found)' where this says '\(difference.expected)'",
            at: LessonChecker.span(ofLine: difference.line, in: source),
            help: "'innerloop check --fix' rewrites the block")
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

extension BlockRun {
    /// Whether it was stopped before its end.
    var isInterrupted: Bool { diagnostic?.kind == .interrupted }

    /// A problem for each claim that fails.
    var failedClaims: [LessonProblem] {
        claims.filter { !$0.holds }.map { claim in
            let details = claim.details.isEmpty ? "" : ": " + claim.details.joined(separator: "; ")
            return LessonProblem("the claim '\(claim.text)' fails (\(claim.summary))\(details)", at: claim.span)
        }
    }
}

extension LessonProblem {
    /// By line, then by column.
    fileprivate var sortKey: Int { ((position?.line ?? 0) << 20) + min(position?.column ?? 0, 0xFFFFF) }
}

extension Double {
    /// `20` and `0.5`.
    fileprivate var short: String { self == rounded() && abs(self) < 1e9 ? String(Int(self)) : String(self) }
}
