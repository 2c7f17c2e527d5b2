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
        let widest = entries.map { DisplayWidth.of($0.id) }.max() ?? 0
        let lettering = repl.terminal.appearance.lettering
        let progress = repl.progress()
        for entry in entries {
            let isDone = progress.firstNotDone(of: entry.lesson) == nil
            let mark = repl.presenter.doneMark(isDone, before: lettering.separator)
            let minutes = entry.minutes.map { "\(lettering.separator)\(Sentence.minutesNeeded(count: $0))" } ?? ""
            let title = lettering.text(entry.title)
            repl.terminal.write("  " + entry.id.padded(to: widest) + "   " + title + minutes + mark + "\n")
        }
    }
}
