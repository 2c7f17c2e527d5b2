public import Formulas

/// A reader's way through a lesson, on a session that the reader may also play in.
///
/// Whichever way a step is reached (walking, skipping, coming back, beginning there), the session then has what the
/// lesson's own blocks before it give.
public struct LessonWalk {
    /// What came of Enter.
    public enum Advance {
        /// The waiting block was run, and the next stop of the step is reached.
        case ran(BlockRun)
        /// The next step is reached.
        case nextStep
        /// The lesson is over.
        case finished
    }

    public let lesson: Lesson
    public let session: Session
    /// From 0; the number of steps once the lesson is over.
    public private(set) var stepIndex = 0
    /// From 0, in the step.
    public private(set) var stopIndex = 0
    /// What went wrong in blocks that run without a word, on the way to the present stop: a fault of the lesson.
    public private(set) var silentFailures: [BlockRun] = []

    private let stops: [[LessonStop]]
    /// The session as it was when each step was first reached; as many as have been.
    private var statesBefore: [Session.State]
    /// The session as the lesson's own blocks left it.
    private var lessonState: Session.State
    /// The number the next cell had then: another one means that the reader has played.
    private var nextCellNumber: Int

    /// Begins at a step, having run those before it without a word.
    public init(_ lesson: Lesson, in session: Session, atStep step: Int = 0) {
        self.lesson = lesson
        self.session = session
        stops = lesson.steps.indices.map { lesson.stops(ofStep: $0) }
        lessonState = session.state
        statesBefore = [session.state]
        nextCellNumber = session.nextCellNumber
        arrive()
        go(toStep: step)
    }

    public var isOver: Bool { stepIndex >= stops.count }

    /// What is shown now; nil once the lesson is over.
    public var stop: LessonStop? { isOver ? nil : stops[stepIndex][stopIndex] }

    /// Runs the waiting block; where none waits, goes on to the next step.
    public mutating func enter(onCell: (Cell) -> Void = { _ in }) -> Advance {
        guard let stop else { return .finished }
        silentFailures = []
        restoreLesson()
        guard let block = stop.waiting else {
            beginStep(stepIndex + 1)
            return isOver ? .finished : .nextStep
        }
        let run = lesson.run(block, ofStep: stepIndex, in: session, onCell: onCell)
        keepLesson()
        stopIndex += 1
        arrive()
        return .ran(run)
    }

    /// Runs the rest of the step without showing it, and goes on to the next.
    public mutating func skip() {
        var failures: [BlockRun] = []
        let from = stepIndex
        while !isOver, stepIndex == from {
            if case .ran(let run) = enter(), !run.holds { failures.append(run) }
            failures += silentFailures
        }
        silentFailures = failures
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
        if target > stepIndex {
            while stepIndex < target { skip() }
            return
        }
        guard target < stops.count else { return }
        silentFailures = []
        session.restore(statesBefore[target])
        statesBefore.removeSubrange((target + 1)...)
        keepLesson()
        stepIndex = target
        stopIndex = 0
        arrive()
    }

    private mutating func beginStep(_ index: Int) {
        stepIndex = index
        stopIndex = 0
        guard !isOver else { return }
        statesBefore.append(lessonState)
        arrive()
    }

    /// Runs what the stop runs without a word.
    private mutating func arrive() {
        guard let stop else { return }
        for block in stop.silent {
            let run = lesson.run(block, ofStep: stepIndex, in: session)
            if !run.holds { silentFailures.append(run) }
        }
        if !stop.silent.isEmpty { keepLesson() }
    }

    private mutating func keepLesson() {
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
