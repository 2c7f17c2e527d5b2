import Formulas
import Lessons
import Typography

extension Command {
    static let lessons = Command(name: "lessons", summary: "the lessons there are") { repl, _ in
        let entries = repl.library.entries()
        guard !entries.isEmpty else {
            repl.terminal.report(LessonLibrary.noneFound + "\n")
            return
        }
        let widest = entries.map { DisplayWidth.of($0.id) }.max() ?? 0
        let lettering = repl.terminal.appearance.lettering
        for entry in entries {
            let minutes = entry.minutes.map { "\(lettering.separator)\($0) min" } ?? ""
            repl.terminal.write(
                "  " + entry.id.padded(to: widest) + "   " + lettering.text(entry.title) + minutes + "\n")
        }
    }
}
