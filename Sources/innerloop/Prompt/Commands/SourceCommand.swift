import Formulas

extension Command {
    static let source = Command(
        name: "source", parameters: "name", summary: "the statement that bound a name, as it was written",
        arguments: { $0.session.boundNames }
    ) { repl, argument in
        guard !argument.isEmpty else {
            repl.terminal.report("a name was wanted, like ':source f'\n")
            return
        }
        guard let source = repl.session.source(of: argument) else {
            repl.terminal.report("nothing is bound to \(argument)\n")
            return
        }
        repl.terminal.write(source + "\n")
    }
}
