import Lessons
import Typography

extension Command {
    static let progress = Command(name: "progress", summary: "how much of each lesson is done") { repl, _ in
        let entries = repl.library.entries()
        guard !entries.isEmpty else { return repl.terminal.report(LessonLibrary.noneFound + "\n") }
        let progress = repl.progress()
        let widest = entries.map { DisplayWidth.of($0.id) }.max() ?? 0
        let widestCount = entries.map { String($0.steps).count }.max() ?? 1
        repl.write(
            entries.map { entry in
                let done = progress.doneCount(of: entry.lesson)
                let share = 100 * done / max(1, entry.steps)
                let count =
                    "\(done)".padded(toEndAt: widestCount) + " of " + "\(entry.steps)".padded(toEndAt: widestCount)
                return "  \(entry.id.padded(to: widest))   \(count) steps   \("\(share)".padded(toEndAt: 3)) %"
                    + repl.presenter.doneMark(done == entry.steps, before: "   ")
            })
    }
}

extension CellPresenter {
    /// Says that something is done, where it is.
    func doneMark(_ isDone: Bool, before separator: String) -> String {
        isDone ? separator + appearance.paint(appearance.unicode ? "✓ done" : "done", .good) : ""
    }
}
