import Formulas
import Lessons
import Sentences

extension Command {
    static let source = Command(
        name: "source", parameters: "name", summary: "the statement that bound a name, as it was written",
        arguments: { $0.session.boundNames }, wanted: "a name was wanted, like ':source f'"
    ) { repl, argument in
        guard let source = repl.session.source(of: argument) else {
            repl.terminal.report(.sourceUnknown(name: argument))
            return
        }
        repl.terminal.write(repl.presenter.lessonPrinter.highlighted(source) + "\n")
    }
}
