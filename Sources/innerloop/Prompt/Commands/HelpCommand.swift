import Formulas
import Typography

extension Command {
    static let help = Command(
        name: "help", parameters: "[command or function]", summary: "what can be typed here",
        arguments: { _ in CommandTable.all.map(\.name) + Manual.names }
    ) { repl, argument in
        guard argument.isEmpty else {
            let word = argument.hasPrefix(":") ? String(argument.dropFirst()) : argument
            if case .found(let command) = CommandTable.find(word) {
                repl.terminal.write(":\(command.usage)   \(command.summary)\n")
            } else if let entry = Manual.entry(of: argument) {
                repl.terminal.write(text(of: entry))
            } else {
                let near = Spelling.nearest(to: argument, in: Manual.names).map { "did you mean '\($0)'?" }
                repl.terminal.report("no help on '\(argument)'; \(near ?? "':help' lists the commands")\n")
            }
            return
        }
        let widest = CommandTable.all.map { DisplayWidth.of($0.usage) }.max() ?? 0
        var text = """
            Type a formula to evaluate it, name = formula to keep it, f(x) = formula to define a function;
            a formula may go on over lines while a bracket is open. Greek letters: \\theta and Tab, or theta.
            The beginning of a command is enough.


            """
        for command in CommandTable.all {
            text += "  :" + (command.usage).padded(to: widest) + "   " + command.summary + "\n"
        }
        repl.terminal.write(text)
    }

    /// A built-in: how it is called, what it does, and an example.
    private static func text(of entry: Manual.Entry) -> String {
        let spellings = entry.spellings.isEmpty ? "" : "   also \(entry.spellings.joined(separator: ", "))"
        let result = entry.example.output.isEmpty ? "" : "   \(entry.example.output)"
        let shapes = entry.parameters.filter { !$0.shape.isEmpty }.map { "  \($0.name): \($0.shape)\n" }.joined()
        return "\(entry.signature)\(spellings)\n\(shapes)\(entry.summary)\n  ▸ \(entry.example.formula)\(result)\n"
    }

    /// The name and the parameters, as typed.
    fileprivate var usage: String { parameters.isEmpty ? name : name + " " + parameters }
}
