/// The symbols that a keyboard may lack, by the names TeX gives them: `\theta<TAB>` types θ.
enum Symbols {
    /// In the order they are listed.
    static let table: [(name: String, symbol: String)] =
        greek
        + [
            ("nabla", "∇"), ("partial", "∂"), ("sum", "Σ"), ("prod", "∏"), ("sqrt", "√"), ("cdot", "·"), ("odot", "⊙"),
            ("otimes", "⊗"), ("leq", "≤"), ("geq", "≥"), ("approx", "≈"), ("norm", "‖"), ("half", "½"), ("top", "ᵀ"),
            ("prime", "'"),
        ] + zip("0123456789", "₀₁₂₃₄₅₆₇₈₉").map { ("_\($0)", String($1)) }
        + zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹").map { ("^\($0)", String($1)) }

    private static let greek: [(name: String, symbol: String)] = [
        ("alpha", "α"), ("beta", "β"), ("gamma", "γ"), ("delta", "δ"), ("epsilon", "ε"), ("zeta", "ζ"), ("eta", "η"),
        ("theta", "θ"), ("iota", "ι"), ("kappa", "κ"), ("lambda", "λ"), ("mu", "μ"), ("nu", "ν"), ("xi", "ξ"),
        ("pi", "π"), ("rho", "ρ"), ("sigma", "σ"), ("tau", "τ"), ("upsilon", "υ"), ("phi", "φ"), ("chi", "χ"),
        ("psi", "ψ"), ("omega", "ω"), ("Gamma", "Γ"), ("Delta", "Δ"), ("Theta", "Θ"), ("Lambda", "Λ"), ("Xi", "Ξ"),
        ("Pi", "Π"), ("Sigma", "Σ"), ("Phi", "Φ"), ("Psi", "Ψ"), ("Omega", "Ω"),
    ]

    /// What `\the` could become: the symbol when the name is whole or no other begins so, otherwise the names.
    static func completions(of word: String) -> [String] {
        let name = word.dropFirst()
        if let whole = table.first(where: { $0.name == name }) { return [whole.symbol] }
        let beginning = table.filter { $0.name.hasPrefix(name) }
        return beginning.count == 1 ? beginning.map(\.symbol) : beginning.map { "\\" + $0.name }
    }

    /// A name as it is typed without symbols: `θ₀` is `theta_0`.
    static func ascii(_ name: String) -> String {
        name.map { character in table.first { $0.symbol == String(character) }?.name ?? String(character) }.joined()
    }
}
