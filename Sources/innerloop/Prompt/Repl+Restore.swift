import CSignals
import Formulas
import Lessons
import Sentences
import Typography

/// Bringing back sessions that ended without leaving.
extension Repl {
    /// Says that there is a session to bring back, where there is one.
    func offerToRestore() {
        let abandoned = kept.journals?.abandoned() ?? []
        guard let last = abandoned.first else { return }
        let (count, others) = (last.journal.records.count, abandoned.count - 1)
        let sentences: [Sentence] = [
            others == 0
                ? .sessionAbandoned(date: last.date, entries: last.size)
                : .sessionsAbandoned(date: last.date, entries: last.size, others: others),
            .restoreBringsBack(count: count), .restoreForgets(count: count),
        ]
        let parts = sentences.map(\.text)
        let line = parts.joined()
        let fits = DisplayWidth.of(line) <= terminal.appearance.columns
        terminal.write((fits ? line : parts.map(\.trimmed).joined(separator: "\n")) + "\n\n")
    }

    /// Does again what the last session did that ended without leaving, and goes on with its journal.
    func restore() {
        guard let last = kept.journals?.abandoned().first else { return terminal.report(.nothingToRestore) }
        guard walk == nil, session.nextCellNumber == 1 else {
            terminal.report(.restoreTooLate)
            return
        }
        guard replay(last.journal.records) else {
            session.state = beginning
            walk = nil
            record.saved = .init()
            terminal.report(.restoreStopped)
            return
        }
        record.journal?.remove()
        record.journal = last.journal
        terminal.write(
            .sessionRestored(entries: last.size, date: last.date, count: last.journal.records.count))
        showStep()
    }

    /// Forgets the last session that ended without leaving.
    func dropAbandoned() {
        guard let last = kept.journals?.abandoned().first else { return terminal.report(.nothingToRestore) }
        last.journal.remove()
        terminal.write(.sessionDropped(date: last.date))
    }

    /// Does again what a journal tells, unseen. False where Ctrl-C stopped it.
    private func replay(_ happenings: [JournalRecord]) -> Bool {
        let shown = terminal
        terminal = SilentTerminal(like: shown)
        record.isReplaying = true
        defer {
            terminal = shown
            record.isReplaying = false
        }
        for happening in happenings {
            switch happening {
            case .entry(let text): run(entry: text, isWhole: true)
            case .command(let text): runCommand(text)
            case .lesson(let path, let step): open(path, atStep: step)
            case .enter: enter()
            }
            if signals_interrupted() { return false }
        }
        return true
    }

    /// Takes back the Ctrl-C that stopped what ran; it stops all that is done again, not one thing of it.
    func clearInterrupt() {
        if !record.isReplaying { signals_clear_interrupt() }
    }
}
