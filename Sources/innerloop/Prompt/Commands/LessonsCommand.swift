import Formulas
import Lessons
import Sentences
import Typography

extension Command {
    static let lessons = Command(name: "lessons", summary: "the lessons there are") { repl, _ in
        let entries = repl.library.entries()
        guard !entries.isEmpty else {
            repl.terminal.report(.lessonsMissing)
            return
        }
        let separator = repl.terminal.appearance.lettering.separator
        let progress = repl.progress()
        repl.write(
            repl.presenter.wrapped.list(
                entries.map { entry in
                    let isDone = progress.firstNotDone(of: entry.lesson) == nil
                    let minutes = entry.minutes.map { "\(separator)\(Sentence.minutesNeeded(count: $0))" } ?? ""
                    return (entry.id, entry.title + minutes, repl.presenter.doneMark(isDone, before: separator))
                }))
    }
}
