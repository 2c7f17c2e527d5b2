/// What is said about a token that cannot stand where it stands.
extension SyntaxReader {
    /// The current token is not what was wanted.
    func unexpected(wanted: String, help: String? = nil) -> Diagnostic {
        if current == .invalid, let lexicalFailure { return lexicalFailure }
        if current == .end { return ending(wanted: wanted, help: help) }
        let span = span(of: token)
        if current.isCloser, let mismatch = mismatch(wanted: wanted) { return mismatch }
        return Diagnostic(
            .syntax, "found \(found), wanted \(wanted)", at: span,
            help: help ?? misreading(wanted))
    }

    /// The text is at its end. Whether more of it could help decides the kind.
    private func ending(wanted: String, help: String?) -> Diagnostic {
        let end = Span(source, lastEnd..<lastEnd)
        let isOpen = !openings.isEmpty
        let isIncomplete = isOpen || lastKind.continuesLine
        return Diagnostic(
            isIncomplete ? .incomplete : .syntax, "the text ends where \(wanted) was wanted", at: end,
            help: help ?? (isOpen ? "\(openingPlace) is not closed" : nil))
    }

    private func mismatch(wanted: String) -> Diagnostic? {
        let span = span(of: token)
        guard let opening = openings.last else {
            return Diagnostic(.syntax, "found \(found) that closes nothing", at: span)
        }
        guard let closer = tokens[opening].kind.closer, closer != current else { return nil }
        return Diagnostic(
            .syntax, "found \(found), wanted \(wanted)", at: span,
            help: "\(openingPlace) is closed by \(closer.spelling)")
    }

    /// The innermost open bracket, with its place.
    private var openingPlace: String {
        guard let opening = openings.last else { return "nothing" }
        let place = span(of: tokens[opening]).start
        return "\(tokens[opening].kind.spelling) of line \(place.line), column \(place.column)"
    }

    /// The current token as a message names it.
    private var found: String {
        switch current {
        case .newline: "the end of the line"
        case .end: "the end of the text"
        case .quote: "a string"
        case .reason: "a reason"
        default: "`\(excerpt(of: token.range))`"
        }
    }

    /// A short piece of the text, in one line.
    func excerpt(of range: Range<Int>) -> String {
        let text = source.text(of: range.lowerBound..<min(range.upperBound, range.lowerBound + 200))
        let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        return line.count > 40 || range.count > 200 ? line.prefix(40) + "…" : line
    }

    /// What may be missing between two operands side by side.
    private func missingOperator(_ wanted: String) -> String? {
        if wanted.hasPrefix("`,`") { return "items are separated by commas; a product is written `a * b`" }
        guard wanted.hasPrefix("an operator") else { return nil }
        return lastKind == .name
            ? "a call is written `f(x)`, a product `a * b`"
            : "a product is written `a * b`; only a number directly before a name multiplies, as in `2x`"
    }

    /// The name that the current token follows.
    private var wordBefore: String? { position > 0 ? source.text(of: tokens[position - 1].range) : nil }

    /// A word of the language where a name stands.
    private var misplacedKeyword: String? {
        let next = kind(after: 1)
        guard next == .assign || next == .colon || lastKind == .dot else { return nil }
        let word = text(of: token)
        return Token.Kind.keywords[word] == nil ? nil : "`\(word)` is a word of the language and cannot be a name"
    }

    /// What may have been meant by a token that other notations read differently.
    private func misreading(_ wanted: String) -> String? {
        if let keyword = misplacedKeyword { return keyword }
        if current == .assign, let word = wordBefore, Token.Kind.keywords[word] != nil {
            return "`\(word)` is a word of the language and cannot be a name"
        }
        if lastKind == .name, let word = wordBefore, let help = ForeignWord.help(forStatement: word) {
            return help
        }
        return switch current {
        case .assign: "equality is `==`; `=` binds a name at the start of a statement"
        case .percent: "a percentage stands only after `within`; a remainder is `a - b*floor(a / b)`"
        case .arrow: "a function inside an expression stands in parentheses: `(x -> e)`"
        case .if: "inside an expression it stands in parentheses: `(if c then a else b)`"
        case .not: "inside an expression it stands in parentheses: `(not p)`"
        case .tilde: "a draw is written `for all x ~ randn(3): claim …`"
        case .spread: "a range is `a..b` with both ends, `a..<b` without the last"
        case .plus: "a number has no `+` before it"
        case .normBar: "a norm is `‖x‖`, and a product with one `2 * ‖x‖`"
        case .else: "`else` stands on the line of the `}` before it"
        case .for: "items in a list are `[e for x in xs]`"
        case .comma: "several values are a list `[a, b]` or a record `{a: 1, b: 2}`"
        case .dot where kind(after: 1) == .number: "a number starts with a digit: `0.5`; an item is `x[0]`"
        case .name, .number, .leftParenthesis, .nabla, .root, .partial, .quote, .leftBrace:
            missingOperator(wanted)
        case .colon where openings.isEmpty:
            "`:` separates a name from its value in a record or a call: `{a: 1}`, `f(k: 2)`"
        default: nil
        }
    }
}
