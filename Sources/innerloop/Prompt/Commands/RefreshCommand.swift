import Formulas
import Lessons
import Sentences

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
                repl.terminal.write(name.map { .bindingNotStale(name: printer.spelled($0)) } ?? .nothingStale)
            } else {
                repl.write(printer.listing(.refreshedNames, names))
            }
        } catch {
            repl.show(error)
            repl.terminal.report(.refreshFailed)
        }
    }
}
