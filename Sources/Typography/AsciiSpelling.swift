/// A text in ASCII, for terminals that show nothing else: `loss of θ′₀` becomes `loss of theta'_0`, `∇f(x²)` `grad f(x^2)`.
public enum AsciiSpelling {
    /// - Parameter unknown: what stands for a character that has no spelling here; nil keeps it as it is.
    public static func of(_ text: String, unknown: String? = "?") -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var result = ""
        // The sign of the raised or lowered digits just written, which the next one shares.
        var script: Character?
        // Whether a word ends here that a letter or a number must not run into: θx is no `thetax`.
        var isAfterWord = false
        for scalar in text.unicodeScalars {
            if let (sign, letter) = self.script(scalar) {
                if script != sign { result.append(sign) }
                script = sign
                result += letter
                isAfterWord = false
                continue
            }
            script = nil
            let spelled =
                scalar.isASCII
                ? String(scalar) : known[scalar] ?? letter(scalar.properties.name ?? "") ?? unknown ?? String(scalar)
            let isLetter = spelled.first?.isLetter == true
            let isWord = isLetter && spelled.count > 1
            let runsOn = isAfterWord && (isLetter || spelled.first?.isNumber == true || scalar == "‖")
            if runsOn || isWord && result.last?.isLetter == true { result += " " }
            result += spelled
            isAfterWord = isWord
        }
        return result
    }

    /// A raised or lowered character: `^` or `_`, and what is raised or lowered.
    static func script(_ scalar: Unicode.Scalar) -> (sign: Character, letter: String)? {
        if scalar.isASCII { return nil }
        if let sign = signs[scalar] { return sign }
        let name = scalar.properties.name ?? ""
        let isLowered = name.hasPrefix("SUBSCRIPT ") || name.hasPrefix("LATIN SUBSCRIPT ")
        guard isLowered || name.hasPrefix("SUPERSCRIPT ") || name.hasPrefix("MODIFIER LETTER ") else { return nil }
        let sign: Character = isLowered ? "_" : "^"
        if let digit = scalar.properties.numericValue, digit >= 0, digit <= 9 { return (sign, "\(Int(digit))") }
        guard let last = name.split(separator: " ").last, last.count == 1 else { return nil }
        return (sign, name.contains("SMALL") ? last.lowercased() : String(last))
    }

    /// Greek letters, and the letters that papers have in faces of their own, by their names in Unicode.
    static func letter(_ name: String) -> String? {
        for (prefix, isSmall) in [("GREEK SMALL LETTER ", true), ("GREEK CAPITAL LETTER ", false)] {
            guard name.hasPrefix(prefix) else { continue }
            let letter = name.dropFirst(prefix.count)
            // Accented letters have longer names, which would not read.
            if letter.contains(" ") { return nil }
            // Unicode spells λ LAMDA.
            let spelled = letter == "LAMDA" ? "LAMBDA" : letter
            return isSmall ? spelled.lowercased() : spelled.prefix(1) + spelled.dropFirst().lowercased()
        }
        guard ["MATHEMATICAL ", "DOUBLE-STRUCK ", "SCRIPT "].contains(where: name.hasPrefix),
            let last = name.split(separator: " ").last, last.count == 1
        else { return nil }
        return name.contains("SMALL") ? last.lowercased() : String(last)
    }

    private static let signs: [Unicode.Scalar: (sign: Character, letter: String)] = [
        "⁻": ("^", "-"), "⁺": ("^", "+"), "⁼": ("^", "="), "₋": ("_", "-"), "₊": ("_", "+"), "₌": ("_", "="),
        "⁽": ("^", "("), "⁾": ("^", ")"), "ᵦ": ("_", "beta"), "ᵧ": ("_", "gamma"), "ᵨ": ("_", "rho"),
        "ᵩ": ("_", "phi"), "ᵪ": ("_", "chi"),
    ]

    private static let known: [Unicode.Scalar: String] = [
        "′": "'", "″": "''", "’": "'", "‘": "'", "“": "\"", "”": "\"", "–": "-", "—": "-", "−": "-", "…": "...",
        "·": ".",
        "∇": "grad", "∂": "d", "√": "sqrt", "‖": "||", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~=", "≡": "==", "∼": "~",
        "→": "->", "←": "<-", "↦": "|->", "⇒": "=>", "×": "x", "⊙": "*", "⊗": "(x)", "½": "0.5", "¼": "0.25",
        "¾": "0.75", "⅓": "(1/3)", "⅔": "(2/3)", "±": "+-", "∑": "sum",
        "∏": "prod", "∫": "int", "∞": "inf", "∈": "in", "∘": "o", "∝": "~", "¬": "not", "⟨": "<", "⟩": ">", "⌊": "[",
        "⌋": "]", "⌈": "[", "⌉": "]", "µ": "u", "│": "|", "─": "-", "•": "*", "✓": "ok:", "✗": "x", "▸": ">", "⋮": ":",
        "⋯": "...", "\u{A0}": " ", "\u{302}": "_hat", "\u{304}": "_bar", "\u{303}": "_tilde", "\u{307}": "_dot",
    ]
}
