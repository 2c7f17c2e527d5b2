/// The canonical spelling of names: `theta_0` and `θ₀` are one name.
///
/// A name is a stem, then subscripts (`_0`, `₀`), bracketed superscripts (`__1`, `⁽¹⁾`) and primes in any order.
/// - A whole Greek stem becomes its letter: `theta` is `θ`, `alphabet` stays.
/// - A subscript of digits is written below the line; so is one letter under a stem of one letter (`θ_k` is `θₖ`).
///   Any other stands after `_`, however it was typed (`xₜᵣₐᵢₙ` is `x_train`, `topₖ` is `top_k`).
/// - A bracketed superscript of digits or of one letter is written above the line, any other after `__`.
public enum Names {
    /// The Greek letters by the names they are typed with.
    public static let greek: [String: String] = [
        "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ",
        "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ",
        "tau": "τ", "upsilon": "υ", "phi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ",
        "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ",
        "Omega": "Ω",
    ]

    /// Characters that look like another and mean the same.
    private static let variants: [Unicode.Scalar: String] = [
        "ϕ": "φ", "ϵ": "ε", "ϑ": "θ", "ϱ": "ρ", "ϖ": "π", "ϰ": "κ", "\u{B5}": "μ", "\u{2126}": "Ω", "\u{2206}": "Δ",
        "∑": "Σ", "′": "'", "″": "''", "‴": "'''",
    ]

    /// The canonical spelling of a name, the same for every way of typing it.
    public static func canonical(_ spelling: String) -> String {
        if !spelling.utf8.contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "'") }) {
            return greek[spelling] ?? spelling
        }
        var scalars: [Unicode.Scalar] = []
        for scalar in spelling.unicodeScalars {
            if let plain = variants[scalar] { scalars += plain.unicodeScalars } else { scalars.append(scalar) }
        }
        var pieces = NamePieces(scalars)
        return pieces.canonical()
    }
}

/// Takes a name apart, and puts it together again in its canonical spelling.
private struct NamePieces {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var result = ""
    private var stemIsOneLetter = false
    /// Whether the result ends in a lowered subscript: another one right after it would run into it.
    private var endsLowered = false

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    mutating func canonical() -> String {
        let stem = run()
        result = Names.greek[stem] ?? stem
        stemIsOneLetter = result.count == 1
        while position < scalars.count {
            let scalar = scalars[position]
            if scalar == "_" {
                underscores()
            } else if Scripts.subscripts[scalar] != nil {
                appendSubscript(mapped(Scripts.subscripts))
            } else if scalar == "⁽" {
                position += 1
                let text = mapped(Scripts.superscripts)
                position += 1
                appendSuperscript(text)
            } else {
                endsLowered = false
                if scalar == "'" {
                    result += "'"
                    position += 1
                } else {
                    result += run()
                }
            }
        }
        return result
    }

    private mutating func underscores() {
        var count = 0
        while position < scalars.count, scalars[position] == "_" {
            count += 1
            position += 1
        }
        let text = run()
        if text.isEmpty || count > 2 || result.isEmpty {
            result += String(repeating: "_", count: count) + text
            endsLowered = false
        } else if count == 1 {
            appendSubscript(text)
        } else {
            appendSuperscript(text)
        }
    }

    private mutating func appendSubscript(_ text: String) {
        let lowers = !endsLowered && (isDigits(text) || stemIsOneLetter && text.unicodeScalars.count == 1)
        if lowers, let lowered = Self.translated(text, by: Scripts.lowered) {
            result += lowered
            endsLowered = true
        } else {
            result += "_" + text
            endsLowered = false
        }
    }

    private mutating func appendSuperscript(_ text: String) {
        let raises = isDigits(text) || text.unicodeScalars.count == 1
        if raises, let raised = Self.translated(text, by: Scripts.raised) {
            result += "⁽" + raised + "⁾"
        } else {
            result += "__" + text
        }
        endsLowered = false
    }

    /// The longest run of ordinary characters from here.
    private mutating func run() -> String {
        var text = ""
        while position < scalars.count {
            let scalar = scalars[position]
            if scalar == "_" || scalar == "'" || scalar == "⁽" || Scripts.subscripts[scalar] != nil { break }
            text.unicodeScalars.append(scalar)
            position += 1
        }
        return text
    }

    /// The longest run of characters that the table has, as what they stand for.
    private mutating func mapped(_ table: [Unicode.Scalar: Unicode.Scalar]) -> String {
        var text = ""
        while position < scalars.count, let plain = table[scalars[position]] {
            text.unicodeScalars.append(plain)
            position += 1
        }
        return text
    }

    private func isDigits(_ text: String) -> Bool { text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) } }

    private static func translated(_ text: String, by table: [Unicode.Scalar: Unicode.Scalar]) -> String? {
        var result = ""
        for scalar in text.unicodeScalars {
            guard let form = table[scalar] else { return nil }
            result.unicodeScalars.append(form)
        }
        return result
    }
}
