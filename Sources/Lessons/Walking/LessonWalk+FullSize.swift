public import Formulas

/// Going over to the lesson's full size on the way, and back.
extension LessonWalk {
    /// Bindings that were refreshed.
    public struct Refreshing {
        /// Those whose refreshing refreshed all.
        public fileprivate(set) var asked: [String] = []
        /// All, in the order they were bound anew.
        public fileprivate(set) var names: [String] = []
    }

    /// What going over to the full size did.
    public struct FullSizeChange {
        /// The blocks of full sizes in earlier steps, run.
        public fileprivate(set) var earlier: [StepRun] = []
        /// What was refreshed because of them.
        public fileprivate(set) var refreshed = Refreshing()
        /// The blocks of the present step, run again.
        public fileprivate(set) var again: [BlockRun] = []
        /// What was refreshed because of those: the reader's own.
        public fileprivate(set) var refreshedAfter = Refreshing()

        /// Whether there was a full size on the way so far.
        public var hasRun: Bool { !earlier.isEmpty || !again.isEmpty }
    }

    /// Runs the blocks of full sizes of the steps so far, what is derived from them, and the present step up to where it is;
    /// the blocks to come run in their places.
    ///
    /// What was stale before stays so: the lesson may be about that.
    /// - Throws: what a statement failed with, or the interruption; walk and session are then as they were.
    public mutating func goToFullSize() throws(Diagnostic) -> FullSizeChange {
        let (before, state) = (self, session.state)
        do throws(Diagnostic) {
            return try changeToFullSize()
        } catch {
            self = before
            session.state = state
            throw error
        }
    }

    private mutating func changeToFullSize() throws(Diagnostic) -> FullSizeChange {
        let (line, state) = (stop?.asked.line, stateBefore)
        let full = lesson.atFullSize
        let blocks = full.fullBlocks.filter { $0.step < stepIndex }
        let hasOwn = full.fullBlocks.contains { $0.step == stepIndex && $0.block.line < line ?? .max }
        take(full, changedAfter: blocks.first?.step ?? stepIndex)
        var change = FullSizeChange()
        guard !blocks.isEmpty || hasOwn else { return change }
        let session = session
        let stale = session.staleNames
        change.again = try beginAgain(upTo: line, from: state) { () throws(Diagnostic) in
            for (block, step) in blocks {
                let run = full.run(block, ofStep: step, in: session)
                if let diagnostic = run.diagnostic { throw diagnostic }
                change.earlier.append(StepRun(run: run, step: step))
            }
            change.refreshed = try Self.refresh(session, besides: stale)
        }
        // What the reader made of the step's own names.
        change.refreshedAfter = try Self.refresh(session, besides: stale)
        if !change.refreshedAfter.names.isEmpty { keepLesson() }
        return change
    }

    /// Refreshes what is stale, but for some names.
    private static func refresh(_ session: Session, besides others: [String]) throws(Diagnostic) -> Refreshing {
        var refreshing = Refreshing()
        while let name = session.staleNames.first(where: { !(others + refreshing.asked).contains($0) }) {
            refreshing.asked.append(name)
            refreshing.names += try session.refresh(name)
        }
        return refreshing
    }

    /// Takes the lesson at its quick size again: the step begins anew, with what the steps before it give.
    public mutating func goToQuickSize() {
        take(lesson.atQuickSize, changedAfter: lesson.fullBlocks.first?.step ?? stepIndex)
        go(toStep: min(stepIndex, lesson.steps.count - 1))
    }
}
