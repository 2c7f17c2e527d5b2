import Formulas

/// The symbols that a keyboard may lack, by the names TeX gives them: `\theta<TAB>` types θ, `\θ<TAB>` its name.
enum Symbols {
    private static let table = Manual.typedSymbols.flatMap(\.symbols)

    /// What `\the` could become: the symbol when the name is whole or no other begins so, otherwise the names; a
    /// symbol's own name after `\θ`.
    static func completions(of word: String) -> [String] {
        let name = word.dropFirst()
        if let whole = table.first(where: { $0.name == name }) { return [whole.symbol] }
        let named = table.filter { $0.symbol == name }
        if !named.isEmpty { return named.map { "\\" + $0.name } }
        let beginning = table.filter { $0.name.hasPrefix(name) }
        return beginning.count == 1 ? beginning.map(\.symbol) : beginning.map { "\\" + $0.name }
    }

    /// The symbols that those names stand for.
    static let summaries = Dictionary(table.map { ("\\" + $0.name, $0.symbol) }) { first, _ in first }

    /// The name of a symbol, by which it can be typed: θ is `theta`.
    static func name(of symbol: String) -> String? { table.first { $0.symbol == symbol }?.name }
}
