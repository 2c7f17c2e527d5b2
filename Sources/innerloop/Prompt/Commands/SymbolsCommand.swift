import Formulas
import Sentences
import Typography

extension Command {
    static let symbols = Command(
        name: "symbols", parameters: "[symbol]", summary: "what \\name and Tab types, or how a symbol is typed",
        arguments: { _ in Manual.typedSymbols.flatMap { $0.symbols.map(\.symbol) } }
    ) { repl, argument in
        let appearance = repl.terminal.appearance
        if argument.isEmpty { return repl.write(table(columns: appearance.columns, appearance.lettering)) }
        let spellings = Manual.typedSymbols.flatMap(\.symbols).filter { $0.symbol == argument || $0.name == argument }
        if let first = spellings.first {
            repl.terminal.write(
                "  \(text(of: first, appearance.lettering))  "
                    + spellings.map { "\\" + $0.name }.joined(separator: " ") + "\n")
        } else {
            repl.terminal.report(.symbolUnknown(symbol: argument))
        }
    }

    /// The symbol, as far as the screen has it.
    private static func text(of symbol: Manual.TypedSymbol, _ lettering: Lettering) -> String {
        switch lettering {
        case .unicode: symbol.shown
        case .ascii: AsciiSpelling.of(symbol.shown, unknown: "")
        }
    }

    private static func table(columns: Int, _ lettering: Lettering) -> [String] {
        Manual.typedSymbols.flatMap { kind in
            let cells = kind.symbols.map { "\(text(of: $0, lettering))  \\\($0.name)" }
            let widest = (cells.map { DisplayWidth.of($0) }.max() ?? 0) + 2
            let perLine = max(1, (columns - 2) / widest)
            let rows = stride(from: 0, to: cells.count, by: perLine).map { start in
                "  " + cells[start..<min(start + perLine, cells.count)].map { $0.padded(to: widest) }.joined().trimmed
            }
            return [kind.title] + rows
        }
    }
}
