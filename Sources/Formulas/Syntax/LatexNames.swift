internal import Typography

/// Names and texts in LaTeX.
enum LatexNames {
    /// The commands of Greek letters, and of the other letters that names may have.
    private static let commands: [Unicode.Scalar: String] = {
        var commands: [Unicode.Scalar: String] = ["∏": "\\prod", "∑": "\\sum", "ℓ": "\\ell", "∂": "\\partial"]
        // Capitals that look like Latin ones have no command of their own.
        for (name, letter) in Names.greek { commands[letter.unicodeScalars.first ?? " "] = "\\" + name }
        commands["ε"] = "\\varepsilon"
        return commands
    }()

    /// Functions that LaTeX has a command for.
    private static let known: Set<String> = ["exp", "log", "sin", "cos", "tan", "tanh", "max", "min", "det", "arg"]

    /// A name: `g_MAML` is `g_{\mathrm{MAML}}`, `θ'` is `\theta'`.
    static func name(_ name: String) -> String { spelled(name) { "\\mathit{" + $0 + "}" } }

    /// The name of a function that is called.
    static func function(_ name: String) -> String {
        known.contains(name) ? "\\" + name : spelled(name) { "\\operatorname{" + $0 + "}" }
    }

    private static func spelled(_ name: String, _ word: (String) -> String) -> String {
        var (stem, lowered, raised, primes) = ("", "", "", "")
        var scalars = Array(name.unicodeScalars)[...]
        func run(while isPart: (Unicode.Scalar) -> Bool) -> String {
            let part = scalars.prefix(while: isPart)
            scalars = scalars.dropFirst(part.count)
            return String(String.UnicodeScalarView(part))
        }
        while let scalar = scalars.first {
            if let plain = Scripts.subscripts[scalar] {
                lowered.unicodeScalars.append(plain)
                scalars.removeFirst()
            } else if scalar == "⁽" {
                scalars.removeFirst()
                let text = run { $0 != "⁾" }
                scalars = scalars.dropFirst()
                raised +=
                    "(" + String(String.UnicodeScalarView(text.unicodeScalars.map { Scripts.superscripts[$0] ?? $0 }))
                    + ")"
            } else if scalar == "'" {
                primes += "'"
                scalars.removeFirst()
            } else if scalar == "_", !stem.isEmpty {
                scalars.removeFirst()
                if !lowered.isEmpty { lowered += "," }
                lowered += run { $0 != "_" && $0 != "'" && $0 != "⁽" && Scripts.subscripts[$0] == nil }
            } else {
                stem.unicodeScalars.append(scalar)
                scalars.removeFirst()
            }
        }
        var result = part(stem, word)
        if !primes.isEmpty && raised.isEmpty { result += primes }
        if !raised.isEmpty { result += "^{" + String(repeating: "\\prime", count: primes.count) + raised + "}" }
        if !lowered.isEmpty {
            let parts = lowered.split(separator: ",", omittingEmptySubsequences: false)
            result += "_{" + parts.map { part(String($0)) { "\\mathrm{" + $0 + "}" } }.joined(separator: ",") + "}"
        }
        return result
    }

    /// One letter stands as it is, a number too; a word in a font of its own.
    private static func part(_ text: String, _ word: (String) -> String) -> String {
        if text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first {
            return commands[scalar] ?? (scalar.isASCII && scalar != "_" ? text : "\\text{" + escaped(text) + "}")
        }
        if text.unicodeScalars.allSatisfy({ ("0"..."9").contains($0) }) { return text }
        let letters = text.unicodeScalars.map { scalar in
            commands[scalar].map { $0 + " " }
                ?? (scalar.isASCII ? escaped(String(scalar)) : "\\text{" + String(scalar) + "}")
        }
        return word(letters.joined())
    }

    /// A text in which nothing is a command.
    static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            if let escaped = TexSpelling.escaped(scalar) { return escaped }
            return scalar.isInvisible ? " " : commands[scalar].map { "$" + $0 + "$" } ?? String(scalar)
        }.joined()
    }
}
