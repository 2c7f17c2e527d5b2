import Lessons
import Sentences

extension Command {
    static let hint = Command(name: "hint", summary: "the next hint to the exercise") { repl, _ in
        guard case .exercise(let exercise) = repl.walk?.stop?.asked else {
            repl.terminal.report(.exerciseMissing)
            return
        }
        if let hint = repl.walk?.nextHint() {
            repl.write(repl.presenter.lessonPrinter.hint(hint.number, hint.text, of: exercise))
        } else {
            repl.terminal.report(exercise.hints.isEmpty ? .hintsMissing : .hintsUsed)
        }
    }
}
