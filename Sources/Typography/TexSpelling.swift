/// A text in TeX, in which nothing is a command of the text's own: `loss_ε²` becomes `loss\_$\varepsilon^{2}$`.
///
/// Only what every LaTeX has is used, and only ASCII comes out, so that any of its engines reads it. What has no spelling
/// becomes a question mark.
public struct TexSpelling {
    private var result = ""
    private var isMath = false
    /// The last letter or sign of a formula, which an accent may come to stand on.
    private var last = ""
    /// The scripts the last letter or sign has already: TeX takes one of each.
    private var scripts: Set<Character> = []
    /// The script that is being written.
    private var open: Character?

    public static func of(_ text: String) -> String {
        var spelling = TexSpelling()
        for scalar in text.unicodeScalars { spelling.add(scalar) }
        spelling.leaveMath()
        return spelling.result
    }

    /// An ASCII character that TeX reads as more than itself, spelled so that it is itself.
    public static func escaped(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "\\": "\\textbackslash{}"
        case "{", "}", "$", "&", "#", "%", "_": "\\" + String(scalar)
        case "^": "\\textasciicircum{}"
        case "~": "\\textasciitilde{}"
        default: nil
        }
    }

    private mutating func add(_ scalar: Unicode.Scalar) {
        if let accent = TexSpelling.accents[scalar] { return addAccent(accent) }
        if scalar == "\u{2032}" { return addScript("^", "\\prime ") }
        if scalar == "\u{2033}" { return addScript("^", "\\prime\\prime ") }
        if let (sign, letter) = AsciiSpelling.script(scalar) {
            return addScript(sign, letter.count > 1 ? "\\" + letter + " " : letter)
        }
        closeScript()
        if let sign = TexSpelling.sign(scalar) { return addSign(sign) }
        leaveMath()
        addText(scalar)
    }

    private mutating func addText(_ scalar: Unicode.Scalar) {
        switch scalar {
        // They begin options where a text stands in TikZ.
        case "[", "]": result += "{" + String(scalar) + "}"
        // After one of its kind each would run together with it, as in --, ?` and ''.
        case "-", "`", "'", ",", "<", ">": result += String(scalar) + "{}"
        case _ where TexSpelling.escaped(scalar) != nil: result += TexSpelling.escaped(scalar) ?? ""
        case " "..."~": result += String(scalar)
        case _ where scalar.properties.generalCategory == .nonspacingMark: break
        default: result += TexSpelling.words[scalar] ?? "?"
        }
        last = ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) ? String(scalar) : ""
        scripts = []
    }

    private mutating func addSign(_ sign: String) {
        enterMath()
        result += sign
        last = sign
        scripts = []
    }

    private mutating func addScript(_ sign: Character, _ letters: String) {
        if open != sign {
            closeScript()
            enterMath()
            if scripts.contains(sign) {
                result += "{}"
                scripts = []
            }
            result += "\(sign){"
            scripts.insert(sign)
            open = sign
            last = ""
        }
        result += letters
    }

    private mutating func addAccent(_ accent: String) {
        guard !last.isEmpty, open == nil, result.hasSuffix(last) else { return }
        result.removeLast(last.count)
        let letter = last
        addSign("\\\(accent){\(letter)}")
        last = ""
    }

    private mutating func closeScript() {
        if open != nil { result += "}" }
        open = nil
    }

    private mutating func enterMath() {
        if !isMath { result += "$" }
        isMath = true
    }

    private mutating func leaveMath() {
        closeScript()
        if isMath { result += "$" }
        isMath = false
    }

    /// A letter or sign of formulas.
    private static func sign(_ scalar: Unicode.Scalar) -> String? {
        if let sign = signs[scalar] { return sign }
        guard !scalar.isASCII, let name = scalar.properties.name,
            let letter = AsciiSpelling.letter(name)
        else { return nil }
        if name.hasPrefix("GREEK ") { return greek(letter) }
        if letter.first?.isUppercase == true {
            if name.hasPrefix("SCRIPT ") || name.contains(" SCRIPT ") { return "\\mathcal{\(letter)}" }
            if name.contains("DOUBLE-STRUCK") || name.contains("BOLD") { return "\\mathbf{\(letter)}" }
        }
        return letter
    }

    /// Letters that look like Latin ones have no command.
    private static let likeLatin: [String: String] = [
        "Alpha": "A", "Beta": "B", "Epsilon": "E", "Zeta": "Z", "Eta": "H", "Iota": "I", "Kappa": "K", "Mu": "M",
        "Nu": "N", "Omicron": "O", "Rho": "P", "Tau": "T", "Chi": "X", "omicron": "o",
    ]
    private static let commands: Set<String> = [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
        "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega", "Gamma", "Delta", "Theta",
        "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega",
    ]

    private static func greek(_ letter: String) -> String? {
        if let latin = likeLatin[letter] { return "\\mathrm{\(latin)}" }
        if letter == "epsilon" { return "\\varepsilon " }
        return commands.contains(letter) ? "\\" + letter + " " : nil
    }

    private static let accents: [Unicode.Scalar: String] = [
        "\u{302}": "hat", "\u{303}": "tilde", "\u{304}": "bar", "\u{307}": "dot", "\u{308}": "ddot", "\u{301}": "acute",
        "\u{300}": "grave", "\u{20D7}": "vec",
    ]

    private static let signs: [Unicode.Scalar: String] = [
        "<": "<", ">": ">", "|": "|", "∇": "\\nabla ", "∂": "\\partial ", "√": "\\surd ", "‖": "\\|", "∥": "\\|",
        "≤": "\\leq ", "≥": "\\geq ", "≠": "\\neq ", "≈": "\\approx ", "≡": "\\equiv ", "∼": "\\sim ", "≪": "\\ll ",
        "≫": "\\gg ", "→": "\\to ", "←": "\\leftarrow ", "↦": "\\mapsto ", "⇒": "\\Rightarrow ", "×": "\\times ",
        "⊙": "\\odot ", "⊗": "\\otimes ", "⊕": "\\oplus ", "±": "\\pm ", "÷": "\\div ", "·": "\\cdot ", "∑": "\\sum ",
        "∏": "\\prod ", "∫": "\\int ", "∞": "\\infty ", "∈": "\\in ", "∘": "\\circ ", "∝": "\\propto ", "¬": "\\neg ",
        "⟨": "\\langle ", "⟩": "\\rangle ", "⌊": "\\lfloor ", "⌋": "\\rfloor ", "⌈": "\\lceil ", "⌉": "\\rceil ",
        "−": "-", "µ": "\\mu ", "ℓ": "\\ell ", "°": "{}^{\\circ}{}", "½": "\\frac{1}{2}", "¼": "\\frac{1}{4}",
        "¾": "\\frac{3}{4}", "⅓": "\\frac{1}{3}", "⅔": "\\frac{2}{3}", "•": "\\bullet ", "∅": "\\emptyset ",
        "∀": "\\forall ", "∃": "\\exists ", "∪": "\\cup ", "∩": "\\cap ", "⊂": "\\subset ", "⋯": "\\cdots ",
        "ϵ": "\\epsilon ", "ϑ": "\\vartheta ", "ϕ": "\\phi ", "ς": "\\varsigma ",
    ]

    /// What stands in words.
    private static let words: [Unicode.Scalar: String] = [
        "…": "\\dots{}", "–": "--", "—": "---", "‘": "`", "’": "'{}", "“": "``", "”": "''", "\u{A0}": "~",
        "ß": "\\ss{}", "æ": "\\ae{}", "Æ": "\\AE{}", "œ": "\\oe{}", "Œ": "\\OE{}", "ø": "\\o{}", "Ø": "\\O{}",
        "å": "\\aa{}", "Å": "\\AA{}", "ł": "\\l{}", "Ł": "\\L{}", "§": "\\S{}", "¡": "!`", "¿": "?`",
    ].merging(accented) { word, _ in word }

    /// Latin letters with an accent: é is `\'{e}`.
    private static let accented: [Unicode.Scalar: String] = {
        var words: [Unicode.Scalar: String] = [:]
        for scalar in (0xC0...0x17E).compactMap(Unicode.Scalar.init) {
            let parts = (scalar.properties.name ?? "").split(separator: " ")
            guard parts.count == 6, parts[0] == "LATIN", parts[2] == "LETTER", parts[3].count == 1, parts[4] == "WITH",
                let sign = [
                    "ACUTE": "\\'", "GRAVE": "\\`", "CIRCUMFLEX": "\\^", "DIAERESIS": "\\\"", "TILDE": "\\~",
                    "CARON": "\\v", "CEDILLA": "\\c", "MACRON": "\\=", "BREVE": "\\u",
                ][String(parts[5])]
            else { continue }
            let letter = parts[1] == "SMALL" ? parts[3].lowercased() : String(parts[3])
            words[scalar] = "\(sign){\(letter == "i" ? "\\i" : letter)}"
        }
        return words
    }()
}
