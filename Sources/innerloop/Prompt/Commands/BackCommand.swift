import Lessons
import Sentences

extension Command {
    static let back = Command(
        name: "back", summary: "go back to the step before", changesSession: true
    ) { repl, _ in
        if repl.walk?.stepIndex == 0 {
            repl.terminal.report(.stepIsFirst)
        } else {
            repl.move { $0.back() }
        }
    }
}
