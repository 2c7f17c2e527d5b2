import Formulas
import Sentences

extension Command {
    static let vars = Command(name: "vars", summary: "the names that are bound, their values, and which are stale") {
        repl, _ in
        let bindings = repl.session.bindings
        guard !bindings.isEmpty else {
            repl.terminal.write(.bindingsMissing)
            return
        }
        repl.page(repl.bindingPrinter.lines(of: bindings))
    }
}
