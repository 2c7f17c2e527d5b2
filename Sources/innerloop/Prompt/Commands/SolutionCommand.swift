import Lessons
import Sentences

extension Command {
    static let solution = Command(
        name: "solution", summary: "show how the exercise is solved; Enter then goes on with that",
        changesSession: true
    ) { repl, _ in
        let printer = repl.presenter.lessonPrinter
        switch repl.walk?.stop?.asked {
        case .exercise(let exercise): repl.write(printer.solution(exercise))
        case .quiz(let quiz): repl.write(printer.solution(quiz))
        case .code, .nothing, nil:
            repl.terminal.report(.exerciseMissing)
            return
        }
        repl.walk?.noteSolutionShown()
        repl.terminal.write("\n")
        repl.write(printer.invitationAfterSolution())
    }
}
