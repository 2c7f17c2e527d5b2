extension Command {
    static let next = Command(
        name: "next", summary: "go on in the lesson, as Enter does"
    ) { repl, _ in
        if repl.walk == nil {
            repl.terminal.report("no lesson is open; ':learn' opens one\n")
        } else {
            repl.enter()
        }
    }
}
