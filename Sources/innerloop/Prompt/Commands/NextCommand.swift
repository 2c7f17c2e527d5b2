import Sentences

extension Command {
    static let next = Command(
        name: "next", summary: "go on in the lesson, as Enter does"
    ) { repl, _ in
        if repl.walk == nil {
            repl.terminal.report(.lessonNotOpen)
        } else {
            repl.enter()
        }
    }
}
