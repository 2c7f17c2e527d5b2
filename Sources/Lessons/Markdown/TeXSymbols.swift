/// What TeX's commands and signs are in Unicode.
enum TeXSymbols {
    /// Commands without arguments.
    static func atom(_ command: String) -> MathAtom? {
        if let text = ordinary[command] { return MathAtom(text: text, kind: .ordinary) }
        if let text = binary[command] { return MathAtom(text: text, kind: .binary) }
        if let text = relations[command] { return MathAtom(text: text, kind: .relation) }
        if let text = largeOperators[command] { return MathAtom(text: text, kind: .largeOperator) }
        if let text = functions[command] { return MathAtom(text: text, kind: .function) }
        if let text = opening[command] { return MathAtom(text: text, kind: .opening) }
        if let text = closing[command] { return MathAtom(text: text, kind: .closing) }
        if let text = spaces[command] { return MathAtom(text: text, kind: .space) }
        return nil
    }

    static let ordinary: [String: String] = [
        "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ",
        "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν",
        "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ", "varphi": "φ",
        "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ",
        "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
        "nabla": "∇", "partial": "∂", "infty": "∞", "ell": "ℓ", "hbar": "ℏ", "emptyset": "∅", "forall": "∀",
        "exists": "∃", "neg": "¬", "prime": "′", "top": "⊤", "bot": "⊥", "dots": "…", "ldots": "…", "cdots": "⋯",
        "vdots": "⋮", "ddots": "⋱", "Re": "ℜ", "Im": "ℑ", "square": "□", "checkmark": "✓", "dagger": "†", "|": "‖",
        "%": "%", "$": "$", "#": "#", "&": "&", "_": "_", "backslash": "\\", "degree": "°", "vert": "|", "Vert": "‖",
    ]

    static let binary: [String: String] = [
        "cdot": "·", "times": "×", "div": "÷", "pm": "±", "mp": "∓", "ast": "∗", "star": "⋆", "circ": "∘",
        "bullet": "•", "oplus": "⊕", "ominus": "⊖", "otimes": "⊗", "odot": "⊙", "cap": "∩", "cup": "∪", "wedge": "∧",
        "vee": "∨", "land": "∧", "lor": "∨", "setminus": "∖",
    ]

    static let relations: [String: String] = [
        "leftarrow": "←", "gets": "←", "rightarrow": "→", "to": "→", "Rightarrow": "⇒", "Leftarrow": "⇐",
        "implies": "⟹", "iff": "⟺", "Leftrightarrow": "⇔", "leftrightarrow": "↔", "mapsto": "↦", "longrightarrow": "⟶",
        "longleftarrow": "⟵", "approx": "≈", "equiv": "≡", "sim": "∼", "simeq": "≃", "cong": "≅", "propto": "∝",
        "ne": "≠", "neq": "≠", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ll": "≪", "gg": "≫", "in": "∈",
        "notin": "∉", "ni": "∋", "subset": "⊂", "subseteq": "⊆", "supset": "⊃", "supseteq": "⊇", "mid": "|",
        "parallel": "∥", "perp": "⊥", "coloneqq": "≔", "triangleq": "≜", "models": "⊨", "prec": "≺", "succ": "≻",
    ]

    static let largeOperators = [
        "sum": "∑", "prod": "∏", "int": "∫", "iint": "∬", "oint": "∮", "bigcup": "⋃", "bigcap": "⋂", "bigoplus": "⨁",
        "bigotimes": "⨂",
    ]

    static let functions: [String: String] = {
        var table = ["limsup": "lim sup", "liminf": "lim inf"]
        for name in [
            "log", "ln", "exp", "sin", "cos", "tan", "tanh", "sinh", "cosh", "arcsin", "arccos", "arctan", "min", "max",
            "arg", "argmin", "argmax", "sup", "inf", "lim", "det", "dim", "ker", "Pr", "deg", "gcd", "softmax", "tr",
        ] { table[name] = name }
        return table
    }()

    static let opening = [
        "{": "{", "lbrace": "{", "langle": "⟨", "lfloor": "⌊", "lceil": "⌈", "lvert": "|", "lVert": "‖",
    ]
    static let closing = [
        "}": "}", "rbrace": "}", "rangle": "⟩", "rfloor": "⌋", "rceil": "⌉", "rvert": "|", "rVert": "‖",
    ]

    static let spaces = [
        ",": " ", ";": " ", ":": " ", ">": " ", " ": " ", "quad": "  ", "qquad": "    ", "!": "", "enspace": " ",
        "thinspace": " ", "\n": " ", "displaystyle": "", "textstyle": "", "scriptstyle": "", "limits": "",
        "nolimits": "", "nonumber": "", "notag": "", "hline": "", "big": "", "Big": "", "bigg": "", "Bigg": "",
        "bigl": "", "bigr": "", "Bigl": "", "Bigr": "", "biggl": "", "biggr": "", "middle": "",
    ]

    /// Signs that are themselves.
    static func atom(_ sign: Character) -> MathAtom {
        switch sign {
        case "+", "±", "×", "·", "⊙", "⊗", "@", "∘": MathAtom(text: String(sign), kind: .binary)
        case "-": MathAtom(text: "−", kind: .binary)
        case "*": MathAtom(text: "∗", kind: .binary)
        case "=", "<", ">", "≈", "≤", "≥", "≠", "→", "←", "∈", "∼", ":": MathAtom(text: String(sign), kind: .relation)
        case "(", "[": MathAtom(text: String(sign), kind: .opening)
        case ")", "]", "!": MathAtom(text: String(sign), kind: .closing)
        case ",", ";": MathAtom(text: String(sign), kind: .punctuation)
        case "'": MathAtom(text: "′", kind: .ordinary)
        default: MathAtom(text: String(sign), kind: .ordinary)
        }
    }

    /// Marks that stand over a symbol, as combining characters.
    static let accents: [String: Character] = [
        "hat": "\u{302}", "widehat": "\u{302}", "tilde": "\u{303}", "widetilde": "\u{303}", "bar": "\u{304}",
        "overline": "\u{304}", "vec": "\u{20D7}", "dot": "\u{307}", "ddot": "\u{308}", "check": "\u{30C}",
        "breve": "\u{306}", "underline": "\u{332}",
    ]

    private static func pairs(_ from: String, _ to: String) -> [Character: Character] {
        Dictionary(uniqueKeysWithValues: zip(from, to))
    }

    static let superscripts = pairs(
        "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθιφχ⊤′∗",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᶥᵠᵡᵀ′*")
    static let subscripts = pairs("0123456789+−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")

    /// `\mathbb` and `\mathcal`, with the letters that Unicode had before it had the alphabet.
    static func letter(_ letter: Character, alphabet: String) -> Character {
        let blackboard = pairs("CHNPQRZ", "ℂℍℕℙℚℝℤ")
        let script = pairs("BEFHILMRego", "ℬℰℱℋℐℒℳℛℯℊℴ")
        let isScript = alphabet != "mathbb"
        if let known = (isScript ? script : blackboard)[letter] { return known }
        guard let ascii = letter.asciiValue else { return letter }
        let upper: UInt32 = isScript ? 0x1D49C : 0x1D538
        let lower: UInt32 = isScript ? 0x1D4B6 : 0x1D552
        let code: UInt32
        switch ascii {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): code = upper + UInt32(ascii - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): code = lower + UInt32(ascii - UInt8(ascii: "a"))
        default: return letter
        }
        return Unicode.Scalar(code).map(Character.init) ?? letter
    }
}
