extension Command {
    static let load = Command(
        name: "load", parameters: "FILE", summary: "run a script (.loop) or a lesson file (.md) in this session",
        wanted: "the name of a file was wanted, like ':load mine.loop'"
    ) { repl, argument in
        repl.load(argument)
    }
}
