extension Command {
    static let quit = Command(name: "quit", summary: "leave; so does Ctrl-D on an empty line") { repl, _ in
        repl.isDone = true
    }
}
