/// A text in ASCII, for terminals that show nothing else: `loss of θ′₀` becomes `loss of theta'_0`.
enum AsciiSpelling {
    static func of(_ text: String) -> String {
        text.unicodeScalars.map(spelling).joined()
    }

    private static func spelling(_ scalar: Unicode.Scalar) -> String {
        if scalar.isASCII { return String(scalar) }
        if let known = known[scalar] { return known }
        let name = scalar.properties.name ?? ""
        // Unicode spells λ LAMDA.
        if let letter = rest(of: name, after: "GREEK SMALL LETTER ") {
            return letter == "LAMDA" ? "lambda" : letter.lowercased()
        }
        if let letter = rest(of: name, after: "GREEK CAPITAL LETTER ") {
            return letter == "LAMDA" ? "Lambda" : letter.prefix(1) + letter.dropFirst().lowercased()
        }
        if let digit = scalar.properties.numericValue, digit >= 0, digit <= 9 {
            if name.hasPrefix("SUBSCRIPT ") { return "_\(Int(digit))" }
            if name.hasPrefix("SUPERSCRIPT ") { return "^\(Int(digit))" }
        }
        return "?"
    }

    private static func rest(of name: String, after prefix: String) -> Substring? {
        guard name.hasPrefix(prefix) else { return nil }
        let letter = name.dropFirst(prefix.count)
        // Accented letters have longer names, which would not read.
        return letter.contains(" ") ? nil : letter
    }

    private static let known: [Unicode.Scalar: String] = [
        "′": "'", "’": "'", "‘": "'", "“": "\"", "”": "\"", "–": "-", "—": "-", "−": "-", "…": "...", "·": "*",
        "∇": "grad ", "∂": "d", "√": "sqrt ", "‖": "||", "ᵀ": "^T", "≤": "<=", "≥": ">=", "≠": "!=", "→": "->",
    ]
}
