import Formulas
import Typography

extension Command {
    static let vars = Command(name: "vars", summary: "the names that are bound") { repl, _ in
        let names = repl.session.boundNames
        guard !names.isEmpty else {
            repl.terminal.write("nothing is bound yet\n")
            return
        }
        var line = ""
        for name in names {
            if !line.isEmpty, DisplayWidth.of(line) + 2 + DisplayWidth.of(name) > repl.terminal.appearance.columns {
                repl.terminal.write(line + "\n")
                line = ""
            }
            line += (line.isEmpty ? "" : "  ") + name
        }
        repl.terminal.write(line + "\n")
    }
}
