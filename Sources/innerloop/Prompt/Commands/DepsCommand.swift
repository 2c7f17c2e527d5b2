import Formulas

extension Command {
    static let deps = Command(
        name: "deps", parameters: "name", summary: "what a name was computed from, and what derives from it",
        arguments: { $0.session.boundNames }
    ) { repl, argument in
        guard !argument.isEmpty else {
            repl.terminal.report("the name of a binding was wanted; ':vars' lists them\n")
            return
        }
        guard let name = repl.boundName(argument), let dependencies = repl.session.dependencies(of: name) else {
            return
        }
        repl.write(repl.bindingPrinter.lines(of: dependencies))
    }
}
