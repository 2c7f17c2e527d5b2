extension Command {
    static let save = Command(
        name: "save", parameters: "FILE.md [over]",
        summary: "write the session as a lesson file, which 'innerloop run' gives again and 'innerloop check' proves; "
            + "'over' lets it write over a file that is there",
        wanted: "the name of a file was wanted, like ':save session.md'"
    ) { repl, argument in
        if let path = repl.target(argument) { repl.save(to: path) }
    }
}
