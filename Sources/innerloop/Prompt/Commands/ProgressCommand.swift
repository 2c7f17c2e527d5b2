import Lessons
import Sentences
import Typography

extension Command {
    static let progress = Command(name: "progress", summary: "how much of each lesson is done") { repl, _ in
        let entries = repl.library.entries()
        guard !entries.isEmpty else { return repl.terminal.report(.lessonsMissing) }
        let progress = repl.progress()
        let widest = entries.map { DisplayWidth.of($0.id) }.max() ?? 0
        let widestCount = entries.map { String($0.steps).count }.max() ?? 1
        repl.write(
            entries.flatMap { entry in
                let done = progress.doneCount(of: entry.lesson)
                let share = 100 * done / max(1, entry.steps)
                let steps = Sentence.stepsDone(
                    done: "\(done)".padded(toEndAt: widestCount), count: "\(entry.steps)".padded(toEndAt: widestCount),
                    share: "\(share)".padded(toEndAt: 3))
                return repl.presenter.wrapped.lines(
                    "  \(entry.id.padded(to: widest))   ", steps.text,
                    mark: repl.presenter.doneMark(done == entry.steps, before: "   "))
            })
    }
}

extension CellPresenter {
    /// Says that something is done, where it is.
    func doneMark(_ isDone: Bool, before separator: String) -> [WrappedText.Piece] {
        let done = (appearance.unicode ? "✓ " : "") + Sentence.doneWord.text
        return isDone ? [.init(separator), .init(done, .good)] : []
    }

    /// Sets sentences and lists of them.
    var wrapped: WrappedText { WrappedText(appearance: appearance) }
}
