import CSignals
import Formulas
import Lessons
import Typography

/// Bringing back sessions that ended without leaving.
extension Repl {
    /// Says that there is a session to bring back, where there is one.
    func offerToRestore() {
        let abandoned = kept.journals?.abandoned() ?? []
        guard let last = abandoned.first else { return }
        let them = last.journal.records.count == 1 ? "it" : "them"
        let others = abandoned.count > 1 ? "; \(abandoned.count - 1) more before it" : ""
        let parts = [
            "the session of \(last.date) ended without leaving: \(last.size)\(others); ",
            ":restore brings \(them) back, ", ":restore drop forgets \(them)",
        ]
        let line = parts.joined()
        let fits = DisplayWidth.of(line) <= terminal.appearance.columns
        terminal.write((fits ? line : parts.map(\.trimmed).joined(separator: "\n")) + "\n\n")
    }

    /// Does again what the last session did that ended without leaving, and goes on with its journal.
    func restore() {
        guard let last = kept.journals?.abandoned().first else { return reportNothingToRestore() }
        guard walk == nil, session.nextCellNumber == 1 else {
            terminal.report("this session has begun already; ':reset' and ':leave' first, then ':restore'\n")
            return
        }
        guard replay(last.journal.records) else {
            session.state = beginning
            walk = nil
            record.saved = .init()
            terminal.report("stopped; nothing is brought back, and ':restore' begins again\n")
            return
        }
        record.journal?.remove()
        record.journal = last.journal
        let are = last.journal.records.count == 1 ? "is" : "are"
        terminal.write("\(last.size) of the session of \(last.date) \(are) back\n")
        showStep()
    }

    /// Forgets the last session that ended without leaving.
    func dropAbandoned() {
        guard let last = kept.journals?.abandoned().first else { return reportNothingToRestore() }
        last.journal.remove()
        terminal.write("the session of \(last.date) is forgotten\n")
    }

    private func reportNothingToRestore() {
        terminal.report("there is no session to bring back: the earlier ones were left as they should be\n")
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
