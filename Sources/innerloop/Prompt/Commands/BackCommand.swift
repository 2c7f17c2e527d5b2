import Lessons

extension Command {
    static let back = Command(
        name: "back", summary: "go back to the step before", changesSession: true
    ) { repl, _ in
        if repl.walk?.stepIndex == 0 {
            repl.terminal.report("this is the first step\n")
        } else {
            repl.move { $0.back() }
        }
    }
}
