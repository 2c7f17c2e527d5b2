import Formulas
import Lessons

extension Command {
    static let refresh = Command(
        name: "refresh", parameters: "[name]", summary: "run what is stale again, under the present values",
        arguments: { $0.session.staleNames }, changesSession: true
    ) { repl, argument in
        var name: String?
        if !argument.isEmpty {
            name = repl.boundName(argument)
            if name == nil { return }
        }
        do throws(Diagnostic) {
            let names = try repl.session.refresh(name)
            if !names.isEmpty { repl.record.saved.refreshed(name) }
            let printer = repl.bindingPrinter
            if names.isEmpty {
                repl.terminal.write(name.map { "\(printer.spelled($0)) is not stale\n" } ?? "nothing is stale\n")
            } else {
                repl.write(printer.listing("run again: ", names))
            }
        } catch {
            repl.show(error)
            repl.terminal.report("the bindings are as they were\n")
        }
    }
}
