import Lessons

extension Command {
    static let hint = Command(name: "hint", summary: "the next hint to the exercise") { repl, _ in
        guard case .exercise(let exercise) = repl.walk?.stop?.asked else {
            repl.terminal.report("no exercise is waiting here\n")
            return
        }
        if let hint = repl.walk?.nextHint() {
            repl.write(repl.presenter.lessonPrinter.hint(hint.number, hint.text, of: exercise))
        } else {
            let reason = exercise.hints.isEmpty ? "this exercise has no hints" : "there are no more hints"
            repl.terminal.report("\(reason); ':solution' shows how it is done\n")
        }
    }
}
