import Formulas

extension Command {
    static let deps = Command(
        name: "deps", parameters: "name", summary: "what a name was computed from, and what derives from it",
        arguments: { $0.session.boundNames }, wanted: "the name of a binding was wanted; ':vars' lists them"
    ) { repl, argument in
        guard let name = repl.boundName(argument), let dependencies = repl.session.dependencies(of: name) else {
            return
        }
        repl.page(repl.bindingPrinter.lines(of: dependencies))
    }
}
