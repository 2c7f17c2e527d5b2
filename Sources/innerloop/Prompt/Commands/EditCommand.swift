import Sentences

extension Command {
    static let edit = Command(
        name: "edit", parameters: "[cell]", summary: "change the last entry, or a cell's, in your editor, and run it"
    ) { repl, argument in
        let entries = repl.record.entered
        let text: String
        if argument.isEmpty {
            text = entries.last?.text ?? ""
        } else if let number = Int(argument), let entry = entries.last(where: { $0.cells.contains(number) }) {
            text = entry.text
        } else {
            repl.terminal.report(.cellUnknown(cell: argument))
            return
        }
        do throws(Editor.Failure) {
            if let edited = try Editor.chosen().edited(text) { repl.submit(edited) }
        } catch {
            repl.terminal.report(error.message + "\n")
        }
    }
}
