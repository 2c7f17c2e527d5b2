import Lessons
import Sentences

extension Command {
    static let step = Command(
        name: "step", parameters: "[number]", summary: "show the step again from its beginning, or go to another",
        changesSession: true
    ) { repl, argument in
        let steps = repl.walk?.lesson.steps.count ?? 0
        if argument.isEmpty {
            repl.move { $0.resetStep() }
        } else if let number = Int(argument), steps == 0 || (1...steps).contains(number) {
            repl.move { $0.go(toStep: number - 1) }
        } else {
            repl.terminal.report(.stepWanted(count: steps))
        }
    }
}
