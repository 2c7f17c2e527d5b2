extension Command {
    static let symbols = Command(name: "symbols", summary: "what \\name and Tab types") { repl, _ in
        let cells = Symbols.table.map { ("\($0.symbol)  \\\($0.name)").padded(to: 14) }
        let perLine = max(1, (repl.terminal.appearance.columns - 2) / 14)
        for start in stride(from: 0, to: cells.count, by: perLine) {
            repl.terminal.write("  " + cells[start..<min(start + perLine, cells.count)].joined().trimmed + "\n")
        }
    }
}
