import Formulas
import Sentences
import Typography

/// What the commands about bindings share.
extension Repl {
    var bindingPrinter: BindingPrinter { BindingPrinter(appearance: terminal.appearance) }

    /// The bound name that was typed, in any of its spellings; where there is none, says so.
    func boundName(_ typed: String) -> String? {
        let name = Names.canonical(typed)
        let bound = session.boundNames
        if bound.contains(name) { return name }
        let nearest = Spelling.nearest(to: name, in: bound).map {
            Sentence.didYouMean(name: bindingPrinter.spelled($0))
        }
        terminal.report(.bindingUnknown(name: typed, hint: nearest ?? .varsListsNames))
        return nil
    }

    /// Writes lines, as results.
    func write(_ lines: [String]) {
        terminal.write(lines.map { $0 + "\n" }.joined())
    }

    /// Writes lines of which there may be more than fit the screen.
    func page(_ lines: [String]) {
        terminal.page(lines.map { $0 + "\n" }.joined())
    }
}
