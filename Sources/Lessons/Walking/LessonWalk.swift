public import Formulas

/// A block that was run on the way through a lesson, and the step it is of, from 0.
public struct StepRun {
    public let run: BlockRun
    public let step: Int
}

/// A reader's way through a lesson, on a session that the reader may also play in.
///
/// Whichever way a step is reached (walking, skipping, coming back, beginning there), the session then has what the
/// lesson's own blocks before it give.
public struct LessonWalk {
    /// What came of Enter.
    public enum Advance {
        /// The waiting block, or the solution of an exercise, was run, and the next stop of the step is reached.
        case ran(BlockRun)
        /// The next stop of the step is reached; there was nothing to run.
        case passed
        /// An exercise or a quiz waits for its answer; nothing has changed.
        case unsolved
        /// The next step is reached.
        case nextStep
        /// The lesson is over.
        case finished
    }

    public private(set) var lesson: Lesson
    public let session: Session
    /// From 0; the number of steps once the lesson is over.
    public private(set) var stepIndex = 0
    /// From 0, in the step.
    public private(set) var stopIndex = 0
    /// The blocks that ran without a word, on the way to the present stop.
    private(set) var silentRuns: [BlockRun] = []
    /// How many hints to the present exercise have been shown.
    private var hintsShown = 0
    /// Whether the solution of the present exercise or quiz has been shown, so that Enter goes on with it.
    public private(set) var isSolutionShown = false

    /// Every block that has run, with the step it is of, since they were last taken.
    private var runs: [StepRun] = []

    private var stops: [[LessonStop]]
    /// The session as it was when each step was first reached; as many as have been. Nil where another size of the lesson
    /// would give another; the first never is.
    private var statesBefore: [Session.State?]
    /// The session as the lesson's own blocks left it.
    private(set) var lessonState: Session.State
    /// The number the next cell had then: another one means that the reader has played.
    private var nextCellNumber: Int

    /// Begins at a step, having run those before it without a word.
    public init(_ lesson: Lesson, in session: Session, atStep step: Int = 0) {
        self.lesson = lesson
        self.session = session
        session.keepAsides()
        stops = lesson.steps.indices.map { lesson.stops(ofStep: $0) }
        lessonState = session.state
        statesBefore = [session.state]
        nextCellNumber = session.nextCellNumber
        arrive()
        go(toStep: step)
    }

    /// What went wrong in blocks that run without a word, on the way to the present stop: a fault of the lesson.
    public var silentFailures: [BlockRun] { silentRuns.filter { !$0.holds } }

    public var isOver: Bool { stepIndex >= stops.count }

    /// What is shown now; nil once the lesson is over.
    public var stop: LessonStop? { isOver ? nil : stops[stepIndex][stopIndex] }

    /// Runs the waiting block; where none waits, goes on to the next step. An exercise or a quiz is passed only once its
    /// solution has been shown.
    public mutating func enter(onCell: (Cell) -> Void = { _ in }) -> Advance {
        guard let stop else { return .finished }
        switch stop.asked {
        case .exercise, .quiz: return isSolutionShown ? pass(stop, onCell) : .unsolved
        case .nothing, .code: return pass(stop, onCell)
        }
    }

    /// Judges an answer to the exercise at the present stop. One that is right passes it: the solution is run, and the
    /// lesson goes on with that.
    /// - Returns: the judgement, and the run of the solution; nil where no exercise waits.
    public mutating func answer(
        _ statements: [Statement], onCell: (Cell) -> Void = { _ in }
    ) -> (judgement: Judgement, advance: Advance)? {
        guard let stop, case .exercise(let exercise) = stop.asked else { return nil }
        let judgement = judge(statements, of: exercise)
        guard case .right = judgement else { return (judgement, .unsolved) }
        return (judgement, pass(stop, onCell))
    }

    /// Judges statements as an answer to an exercise of the present step, where the lesson's own names mean what the lesson
    /// gave them; nothing changes.
    func judge(_ statements: [Statement], of exercise: Exercise) -> Judgement {
        let before = session.state
        defer { session.state = before }
        session.restore(lessonState)
        let judge = ExerciseJudge(
            exercise: exercise, seed: lesson.frontMatter.seed, stream: lesson.stream(of: exercise, inStep: stepIndex),
            session: session)
        return judge.judgement(of: statements)
    }

    /// Judges a choice at a quiz; the right one passes it. Nil where no quiz waits, or where the entry is no choice.
    public mutating func choose(_ entry: String) -> Quiz.Verdict? {
        guard let stop, case .quiz(let quiz) = stop.asked, let verdict = quiz.verdict(on: entry) else { return nil }
        if verdict.isRight { _ = pass(stop) { _ in } }
        return verdict
    }

    /// The next hint to the present exercise, with its number from 1; nil where there is none, or none is left.
    public mutating func nextHint() -> (number: Int, text: [MarkdownBlock])? {
        guard let stop, case .exercise(let exercise) = stop.asked, hintsShown < exercise.hints.count else { return nil }
        hintsShown += 1
        return (hintsShown, exercise.hints[hintsShown - 1])
    }

    /// Notes that the solution of the present exercise or quiz has been shown.
    public mutating func noteSolutionShown() { isSolutionShown = true }

    /// Runs what the stop asks for, or has as its solution, and goes on.
    private mutating func pass(_ stop: LessonStop, _ onCell: (Cell) -> Void) -> Advance {
        silentRuns = []
        restoreLesson()
        let code: CodeBlock?
        switch stop.asked {
        case .nothing:
            beginStep(stepIndex + 1)
            return isOver ? .finished : .nextStep
        case .code(let block): code = block
        case .exercise(let exercise): code = exercise.solutionToRun
        case .quiz: code = nil
        }
        let run = code.map { lesson.run($0, ofStep: stepIndex, in: session, onCell: onCell) }
        if let run { runs.append(StepRun(run: run, step: stepIndex)) }
        keepLesson()
        stopIndex += 1
        arrive()
        return run.map { .ran($0) } ?? .passed
    }

    /// Runs the rest of the step without showing it, and goes on to the next.
    public mutating func skip() {
        var runs: [BlockRun] = []
        let from = stepIndex
        while let stop, stepIndex == from {
            if case .ran(let run) = pass(stop, { _ in }) { runs.append(run) }
            runs += silentRuns
        }
        silentRuns = runs
    }

    /// Goes to the beginning of the step before; false at the first.
    @discardableResult
    public mutating func back() -> Bool {
        guard stepIndex > 0 else { return false }
        go(toStep: stepIndex - 1)
        return true
    }

    /// Begins the step anew.
    public mutating func resetStep() { go(toStep: min(stepIndex, stops.count - 1)) }

    /// Begins the lesson anew.
    public mutating func resetLesson() { go(toStep: 0) }

    /// Goes to the beginning of a step, running those between here and there without a word.
    public mutating func go(toStep target: Int) {
        let target = min(max(0, target), stops.count)
        if target <= stepIndex {
            guard target < stops.count else { return }
            silentRuns = []
            var start = target
            while start > 0, statesBefore[start] == nil { start -= 1 }
            if let state = statesBefore[start] { session.restore(state) }
            statesBefore.removeSubrange((start + 1)...)
            keepLesson()
            stepIndex = start
            stopIndex = 0
            arrive()
        }
        while stepIndex < target { skip() }
    }

    /// Takes the lesson at another size. What the steps after `step` begin with is then not known.
    mutating func take(_ other: Lesson, changedAfter step: Int) {
        lesson = other
        stops = other.steps.indices.map { other.stops(ofStep: $0) }
        for index in statesBefore.indices where index > step { statesBefore[index] = nil }
    }

    /// Begins the step anew, does something else first, and goes on to where the block at a line of the file asks, or to
    /// the step's end.
    /// - Returns: the step's blocks that ran.
    /// - Throws: what went wrong in it, and was not to.
    mutating func beginAgain(
        upTo line: Int?, from state: Session.State, first change: () throws(Diagnostic) -> Void
    ) throws(Diagnostic) -> [BlockRun] {
        let asking = (hintsShown, isSolutionShown)
        silentRuns = []
        session.restore(state)
        try change()
        keepLesson()
        statesBefore[stepIndex] = lessonState
        stopIndex = 0
        arrive()
        var again = silentRuns
        while let stop, stop.asked.line != line {
            if case .ran(let run) = pass(stop, { _ in }) { again.append(run) }
            again += silentRuns
            if let failed = again.first(where: { !$0.endsAsAnnounced })?.diagnostic { throw failed }
        }
        (hintsShown, isSolutionShown) = asking
        return again
    }

    /// The session as the present step began.
    var stateBefore: Session.State { statesBefore[stepIndex] ?? lessonState }

    /// The earliest step of which a block has run since the blocks that have run were last taken, or else the present one.
    public var earliestStep: Int { runs.map(\.step).reduce(stepIndex, min) }

    /// The blocks that have run since this was last called, in order.
    public mutating func takeRuns() -> [StepRun] {
        defer { runs = [] }
        return runs
    }

    /// Whether all that the step has to run has been run: of a step that has nothing, once it is left.
    public var isStepDone: Bool { !isOver && stopIndex > 0 && stopIndex == stops[stepIndex].count - 1 }

    private mutating func beginStep(_ index: Int) {
        stepIndex = index
        stopIndex = 0
        guard !isOver else { return }
        statesBefore.append(lessonState)
        arrive()
    }

    /// Runs what the stop runs without a word.
    private mutating func arrive() {
        (hintsShown, isSolutionShown) = (0, false)
        guard let stop else { return }
        for block in stop.silent {
            let run = lesson.run(block, ofStep: stepIndex, in: session)
            silentRuns.append(run)
            runs.append(StepRun(run: run, step: stepIndex))
        }
        if !stop.silent.isEmpty { keepLesson() }
    }

    mutating func keepLesson() {
        lessonState = session.state
        nextCellNumber = session.nextCellNumber
    }

    /// Takes back what the reader did to the lesson's names since its last block; the reader's own names stay.
    private mutating func restoreLesson() {
        guard session.nextCellNumber != nextCellNumber else { return }
        session.restore(lessonState)
        nextCellNumber = session.nextCellNumber
    }
}
