import Formulas
import Lessons

/// Noting what the session does, as it does it.
extension Repl {
    /// Adds to the journal, which begins with the first thing noted.
    func note(_ happening: JournalRecord) {
        guard !record.isReplaying else { return }
        if record.journal == nil { record.journal = kept.journals?.begin() }
        record.journal?.append(happening)
    }

    /// Notes what was run of an entry. What Ctrl-C stopped can't be done again: where it would stop is not known.
    func keep(_ text: String, _ cells: [SavedSession.Entry]) {
        guard !cells.isEmpty else { return }
        let whole = cells.map(\.cell).filter { $0.diagnostic?.kind != .interrupted }
        if whole.count == cells.count {
            note(.entry(text))
        } else if !whole.isEmpty {
            note(.entry(whole.map(\.source).joined(separator: "\n")))
        }
        record.saved.append(
            text, cells, until: session.drawPosition, seed: seed, precision: session.precision)
    }

    /// Notes the blocks that the open lesson has run.
    func keepLessonRuns() {
        guard var walk else { return }
        for run in walk.takeRuns() {
            record.saved.append(run, of: walk.lesson, seed: seed, precision: session.precision)
        }
        if !walk.isOver { record.saved.lessonIsAt(step: walk.stepIndex) }
        self.walk = walk
    }
}
