/// Operators, brackets, and what other languages write for them.
extension Lexer {
    mutating func symbol() throws(Diagnostic) {
        let second = peek(1)
        let third = peek(2)
        switch Unicode.Scalar(peek()) {
        case "(": takeOpening(.leftParenthesis)
        case ")": try takeClosing(.rightParenthesis)
        case "[": takeOpening(.leftBracket)
        case "]": try takeClosing(.rightBracket)
        case "{": takeOpening(.leftBrace)
        case "}": try takeClosing(.rightBrace)
        case ",": take(.comma, 1)
        case ";": take(.semicolon, 1)
        case "@": take(.matrixProduct, 1)
        case "^": take(.caret, 1)
        case "%": take(.percent, 1)
        case ":" where second == UInt8(ascii: "="):
            throw misreading(":=", help: "a name is bound with `=`")
        case ":": take(.colon, 1)
        case "." where second == UInt8(ascii: ".") && third == UInt8(ascii: "."): take(.spread, 3)
        case "." where second == UInt8(ascii: ".") && third == UInt8(ascii: "<"): take(.halfOpenRange, 3)
        case "." where second == UInt8(ascii: "."): take(.range, 2)
        case ".": take(.dot, 1)
        case "~" where second == UInt8(ascii: "="): take(.approximately, 2)
        case "~": take(.tilde, 1)
        case "<" where second == UInt8(ascii: "="): take(.lessOrEqual, 2)
        case "<": take(.less, 1)
        case ">" where second == UInt8(ascii: "="): take(.greaterOrEqual, 2)
        case ">": take(.greater, 1)
        case "=" where second == UInt8(ascii: "=") && third == UInt8(ascii: "="):
            throw misreading("===", help: "equality is `==`")
        case "=" where second == UInt8(ascii: "="): take(.equal, 2)
        case "=" where second == UInt8(ascii: ">"):
            throw misreading("=>", help: "a function is `x -> e`; at least is `>=` or `≥`")
        case "=": take(.assign, 1)
        case "!" where second == UInt8(ascii: "="): take(.notEqual, 2)
        case "-" where second == UInt8(ascii: ">"): take(.arrow, 2)
        case "-" where second == UInt8(ascii: "-") && hasReasons: takeReason()
        case "+" where second == UInt8(ascii: "="), "-" where second == UInt8(ascii: "="),
            "*" where second == UInt8(ascii: "="), "/" where second == UInt8(ascii: "="):
            let spelling = String(decoding: [peek(), second], as: UTF8.self)
            throw misreading(spelling, help: "write `x = x \(spelling.prefix(1)) e`")
        case "+": take(.plus, 1)
        case "-": take(.minus, 1)
        case "*" where second == UInt8(ascii: "*"):
            throw misreading("**", help: "a power is `x^2` or `x²`")
        case "*": take(.times, 1)
        case "/" where second == UInt8(ascii: "/"):
            throw misreading("//", help: "a comment starts with `#`; the whole part of a quotient is `floor(a / b)`")
        case "/": take(.dividedBy, 1)
        default: try foreignSymbol()
        }
    }

    private mutating func takeReason() {
        let start = offset
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
        append(.reason, from: start)
    }

    private func misreading(_ spelling: String, help: String) -> Diagnostic {
        mistake("`\(spelling)` is not an operator here", length: spelling.utf8.count, help: help)
    }

    /// What formulas never hold, with what was probably meant.
    private func foreignSymbol() throws(Diagnostic) {
        let isDoubled = peek() == peek(1)
        switch Unicode.Scalar(peek()) {
        case "&": throw misreading(isDoubled ? "&&" : "&", help: "write `and`")
        case "|" where isDoubled:
            throw misreading("||", help: "write `or`; the norm of x is `‖x‖` or `norm(x)`")
        case "|":
            throw misreading("|", help: "the absolute value of x is `abs(x)`, its norm `‖x‖` or `norm(x)`")
        case "!": throw misreading("!", help: "write `not p`; unequal is `!=`")
        case "'":
            throw mistake(
                "`'` without a name before it", length: 1,
                help: "a prime ends a name, `θ'`; the transpose is `Aᵀ`, a string `\"text\"`")
        case "?":
            throw mistake("`?` is not part of a formula", length: 1, help: "write `if c then a else b`")
        case "\\":
            throw mistake(
                "`\\` is not part of a formula", length: 1, help: "at the prompt, \\theta and the Tab key type θ")
        case "$", "`":
            throw mistake("`\(Character(Unicode.Scalar(peek())))` is not part of a formula", length: 1)
        default: throw controlCharacter()
        }
    }

    func controlCharacter() -> Diagnostic {
        let code = String(peek(), radix: 16, uppercase: true)
        return mistake(
            "a control character (U+\(String(repeating: "0", count: 4 - code.count))\(code)): this is not text",
            length: 1)
    }

    mutating func beyondASCII() throws(Diagnostic) {
        guard let (scalar, length) = scalar() else { throw mistake("a byte that is not UTF-8", length: 1) }
        if let kind = Self.symbols[scalar] {
            take(kind, length)
        } else if Scripts.digit(scalar) != nil || scalar == "⁻" {
            try superscript()
        } else if scalar.startsName {
            try name()
        } else if scalar.properties.generalCategory == .spaceSeparator {
            offset += length
        } else {
            throw stray(scalar, length)
        }
    }

    private mutating func superscript() throws(Diagnostic) {
        let start = offset
        if let (sign, length) = scalar(), sign == "⁻" { offset += length }
        var count = 0
        while let (digit, length) = scalar(), Scripts.digit(digit) != nil {
            offset += length
            count += 1
        }
        guard count > 0 else {
            offset = start
            throw mistake("`⁻` without superscript digits after it", length: "⁻".utf8.count)
        }
        append(.superscript, from: start)
    }

    private func stray(_ scalar: Unicode.Scalar, _ length: Int) -> Diagnostic {
        if let plain = Scripts.superscripts[scalar] {
            return mistake(
                "`\(scalar)` is not a power", length: length,
                help: "only digits stand above the line: write `^\(plain)`")
        }
        switch scalar {
        case "⁽", "⁾":
            return mistake("`\(scalar)` without a name before it", length: length, help: "`g⁽¹⁾` is a name")
        case "×": return misreading("×", help: "write `*`, or `@` for the product of matrices")
        case "÷": return misreading("÷", help: "write `/`")
        case "∘": return misreading("∘", help: "write `x -> f(g(x))`; operators compose with `@`")
        case "“", "”", "„", "‘", "’":
            return mistake("`\(scalar)` is not a quotation mark here", length: length, help: "a string is `\"text\"`")
        case "–", "—": return misreading(String(scalar), help: "minus is `-`")
        case "\u{FFFD}": return mistake("a byte that is not UTF-8", length: length)
        default:
            let code = String(scalar.value, radix: 16, uppercase: true)
            let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
            switch scalar.properties.generalCategory {
            case .control, .format, .unassigned, .privateUse, .lineSeparator, .paragraphSeparator, .surrogate:
                return mistake("an invisible character (U+\(padded)) is not part of a formula", length: length)
            default:
                return mistake("`\(scalar)` (U+\(padded)) is not part of a formula", length: length)
            }
        }
    }

    private static let symbols: [Unicode.Scalar: Token.Kind] = [
        "−": .minus, "·": .inner, "⋅": .inner, "∙": .inner, "\u{387}": .inner, "⊙": .elementwise, "⊗": .outer,
        "≤": .lessOrEqual, "≥": .greaterOrEqual, "≠": .notEqual, "≈": .approximately, "∈": .in, "→": .arrow,
        "↦": .arrow,
        "∇": .nabla, "∂": .partial, "√": .root, "ᵀ": .transpose, "‖": .normBar, "½": .number, "¼": .number,
        "¾": .number, "⅓": .number, "⅔": .number,
    ]
}
