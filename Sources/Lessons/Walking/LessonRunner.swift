public import Formulas

/// Runs a whole lesson, and writes it as text.
public struct LessonRunner {
    /// What came of a run.
    public struct Result: Sendable {
        public internal(set) var claims = 0
        public internal(set) var failedClaims = 0
        /// Errors that no block announced, and announced ones that did not come.
        public internal(set) var problems: [LessonProblem] = []

        public var holds: Bool { failedClaims == 0 && problems.isEmpty }
    }

    public let printer: LessonPrinter
    /// Whether to go on after a block that fails.
    public let keepsGoing: Bool
    private let drawing: LessonPrinter.Drawing
    private let write: (String) -> Void

    /// - Parameters:
    ///   - drawing: draws the lesson's figures.
    ///   - write: takes each line, without its line end.
    public init(
        printer: LessonPrinter, keepsGoing: Bool = false, drawing: @escaping LessonPrinter.Drawing,
        write: @escaping (String) -> Void
    ) {
        self.printer = printer
        self.keepsGoing = keepsGoing
        self.drawing = drawing
        self.write = write
    }

    /// Runs the lesson's blocks in order in a session; `onCell` sees every cell as it ends, `onRun` every block.
    public func run(
        _ lesson: Lesson, in session: Session, onCell: (Cell) -> Void = { _ in },
        onRun: (StepRun) -> Void = { _ in }
    ) -> Result {
        var result = Result()
        session.keepAsides()
        for step in lesson.steps.indices {
            if step > 0 { write("") }
            for line in printer.title(of: lesson, step: step) { write(line) }
            for block in lesson.blocks(ofStep: step) {
                show(block)
                guard let code = block.code, code.isRun else { continue }
                let run = lesson.run(code, ofStep: step, in: session, onCell: onCell)
                onRun(StepRun(run: run, step: step))
                let lines = printer.lines(of: run, drawing: drawing)
                // A derivation's lines are its code, checked; under other code its results follow at once.
                if !lines.isEmpty, code.kind == .derivation { write("") }
                for line in lines { write(line) }
                result.take(run)
                if !run.holds, !keepsGoing { return result }
            }
        }
        return result
    }

    private func show(_ block: LessonBlock) {
        if case .code(let code) = block, code.kind == .derivation, code.isRun { return }
        let lines = printer.lines(of: [block])
        if !lines.isEmpty { write("") }
        for line in lines { write(line) }
    }
}

extension LessonBlock {
    /// The code that is run where the block stands: its own, or an exercise's solution.
    var code: CodeBlock? {
        switch self {
        case .code(let code): code
        case .exercise(let exercise): exercise.solutionToRun
        case .prose, .output, .quiz: nil
        }
    }
}

extension LessonRunner.Result {
    mutating func take(_ run: BlockRun) {
        claims += run.claims.count
        failedClaims += run.claims.count { !$0.holds }
        if let problem = run.problem { problems.append(problem) }
    }
}

extension BlockRun {
    /// What is wrong with how the block ended; its claims apart.
    var problem: LessonProblem? {
        if endsAsAnnounced { return nil }
        guard let expected = block.expectedError else { return diagnostic.map { LessonProblem($0) } }
        guard let diagnostic else {
            return LessonProblem("the block gave no error; one with '\(expected)' is announced", at: block.span)
        }
        return LessonProblem(
            "the block gave another error than the announced '\(expected)': \(diagnostic.message)",
            at: diagnostic.span ?? block.span)
    }
}
