extension Manual {
    /// A character that a keyboard may lack, by the name TeX gives it: `\theta` and Tab type θ.
    public struct TypedSymbol: Equatable, Sendable {
        /// Without its backslash.
        public let name: String
        public let symbol: String

        init(_ name: String, _ symbol: String) {
            self.name = name
            self.symbol = symbol
        }

        /// The symbol by itself; an accent stands over a letter.
        public var shown: String {
            symbol.unicodeScalars.first?.properties.canonicalCombiningClass == .above ? "x" + symbol : symbol
        }
    }

    /// Symbols of one kind.
    public struct TypedSymbols: Sendable {
        public let title: String
        /// What such a symbol is in a formula, in one sentence that begins after the symbol's own name.
        let meaning: String
        public let symbols: [TypedSymbol]
    }

    /// All of them, in the order they are listed; a symbol may have several names, its usual one first.
    public static let typedSymbols: [TypedSymbols] = [
        TypedSymbols(title: "Greek", meaning: "a letter of names, which may be spelt out", symbols: greekLetters),
        TypedSymbols(
            title: "signs", meaning: "a sign",
            symbols: [
                TypedSymbol("nabla", "∇"), TypedSymbol("partial", "∂"), TypedSymbol("sum", "Σ"),
                TypedSymbol("prod", "∏"), TypedSymbol("sqrt", "√"), TypedSymbol("cdot", "·"), TypedSymbol("odot", "⊙"),
                TypedSymbol("otimes", "⊗"), TypedSymbol("leq", "≤"), TypedSymbol("le", "≤"), TypedSymbol("geq", "≥"),
                TypedSymbol("ge", "≥"), TypedSymbol("neq", "≠"), TypedSymbol("ne", "≠"), TypedSymbol("approx", "≈"),
                TypedSymbol("in", "∈"), TypedSymbol("to", "→"), TypedSymbol("mapsto", "↦"), TypedSymbol("norm", "‖"),
                TypedSymbol("top", "ᵀ"), TypedSymbol("half", "½"), TypedSymbol("third", "⅓"),
                TypedSymbol("twothirds", "⅔"), TypedSymbol("quarter", "¼"), TypedSymbol("threequarters", "¾"),
            ]),
        TypedSymbols(
            title: "within names", meaning: "a part of names",
            symbols: [
                TypedSymbol("prime", "'"), TypedSymbol("ell", "ℓ"), TypedSymbol("hat", "\u{302}"),
                TypedSymbol("bar", "\u{304}"), TypedSymbol("tilde", "\u{303}"), TypedSymbol("dot", "\u{307}"),
                TypedSymbol("^(", "⁽"), TypedSymbol("^)", "⁾"),
            ]),
        TypedSymbols(
            title: "below the line", meaning: "a subscript: a part of names", symbols: scripts(Scripts.lowered, "_")),
        TypedSymbols(
            title: "above the line",
            meaning: "a superscript: digits alone are a power, and in brackets it is a part of names",
            symbols: [TypedSymbol("^-", "⁻")] + scripts(Scripts.raised, "^")),
    ]

    /// What is typed for a symbol: `\theta`; nil for what every keyboard has.
    public static func typing(of symbol: String) -> String? {
        typedSymbols.lazy.flatMap(\.symbols).first { $0.symbol == symbol }.map { "\\" + $0.name }
    }

    /// What is to be said of a symbol that has no entry of its own, as Markdown: a letter, a script, an accent.
    public static func letterPage(_ symbol: String) -> String? {
        for kind in typedSymbols {
            guard let letter = kind.symbols.first(where: { $0.symbol == symbol }) else { continue }
            return
                "# `\(letter.shown)`\n\nThis is \(kind.meaning). It is typed `\\\(letter.name)` and Tab.\n\nMore: `:help names`\n"
        }
        return nil
    }

    private static var greekLetters: [TypedSymbol] {
        Names.greek.map { TypedSymbol($0.key, $0.value) }.sorted { isBefore($0.symbol, $1.symbol) }
    }

    private static func scripts(_ table: [Unicode.Scalar: Unicode.Scalar], _ mark: String) -> [TypedSymbol] {
        table.sorted { $0.key.value < $1.key.value }.map { plain, script in
            let letter = String(plain)
            let spelt = Names.greek.first { $0.value == letter }?.key ?? letter
            return TypedSymbol(mark + spelt, String(script))
        }
    }

    /// Small letters before capitals, each in the alphabet's order.
    private static func isBefore(_ first: String, _ second: String) -> Bool {
        let capitals = (first.first?.isUppercase == true, second.first?.isUppercase == true)
        return capitals.0 == capitals.1 ? first < second : capitals.1
    }
}
