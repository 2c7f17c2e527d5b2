/// Reads syntax out of tokens, from the first to the last, by recursive descent.
///
/// Two counts keep trees shallow. `nesting` is how deep the reader itself stands in brackets and the like. `height` is
/// the height of the tree read so far within the innermost `measure`; making a node adds one to it. A tree grows
/// upwards too (`f(1)(1)…`, where each call stands on the last), which nesting alone would not see.
///
/// A class, because thousands of its calls stand on the stack at once: each would hold copies of a struct's fields.
final class SyntaxReader {
    let source: Source
    let tokens: [Token]
    /// Why the last token is invalid, if it is.
    let lexicalFailure: Diagnostic?
    private(set) var position = 0
    /// Where the last token taken ended, and what it was.
    private(set) var lastEnd = 0
    private(set) var lastKind = Token.Kind.newline
    /// Whether newlines are blank, as inside parentheses.
    private(set) var newlinesAreBlank = false
    /// The brackets that are open here, as indices of tokens.
    private(set) var openings: [Int] = []
    private var nesting = 0
    private(set) var height = 0

    init(_ lexer: Lexer) {
        source = lexer.source
        tokens = lexer.tokens
        lexicalFailure = lexer.failure
    }

    // MARK: Tokens

    var token: Token { tokens[position] }
    var current: Token.Kind { tokens[position].kind }
    var start: Int { Int(tokens[position].start) }

    /// The kind of the token some places on, blank newlines not counted.
    func kind(after distance: Int) -> Token.Kind { tokens[index(after: distance, from: position)].kind }

    /// What follows the bracket that closes the current one; nil where nothing closes it.
    var kindAfterPartner: Token.Kind? {
        let partner = Int(token.partner)
        return partner == 0 ? nil : tokens[index(after: 1, from: partner)].kind
    }

    private func index(after distance: Int, from origin: Int) -> Int {
        var index = origin
        for _ in 0..<distance where index + 1 < tokens.count {
            index += 1
            while newlinesAreBlank, tokens[index].kind == .newline, index + 1 < tokens.count { index += 1 }
        }
        return index
    }

    func span(from start: Int) -> Span { Span(source, start..<max(start, lastEnd)) }
    func span(of token: Token) -> Span { Span(source, token.range) }
    func text(of token: Token) -> String { source.text(of: token.range) }

    func advance() {
        lastEnd = Int(token.end)
        lastKind = current
        step()
        if newlinesAreBlank { skipNewlines() }
    }

    /// Takes an operator, or a word that wants something after it: the next line goes on from there.
    func advanceOverOperator() {
        advance()
        skipNewlines()
    }

    func skipNewlines() {
        while current == .newline { step() }
    }

    /// The last token stays: it says that the text ends.
    private func step() {
        if position + 1 < tokens.count { position += 1 }
    }

    func expect(_ kind: Token.Kind, _ wanted: String? = nil) throws(Diagnostic) {
        guard current == kind else { throw unexpected(wanted: wanted ?? kind.spelling) }
        if kind.continuesLine { advanceOverOperator() } else { advance() }
    }

    /// A name in its canonical spelling.
    func takeName(_ wanted: String = "a name") throws(Diagnostic) -> (name: String, span: Span) {
        guard current == .name else { throw unexpected(wanted: wanted) }
        let token = token
        advance()
        return (Names.canonical(text(of: token)), span(of: token))
    }

    /// Whether the current token is a word that only means something here, like `within`.
    func isAt(word: String) -> Bool { current == .name && isToken(position, word) }

    func isToken(_ index: Int, _ word: String) -> Bool {
        index < tokens.count && source.bytes[tokens[index].range].elementsEqual(word.utf8)
    }

    // MARK: Brackets

    /// Takes an opening bracket; returns whether newlines were blank outside it.
    func open(newlinesAreBlank blank: Bool = true) -> Bool {
        let outer = newlinesAreBlank
        openings.append(position)
        newlinesAreBlank = blank
        advance()
        return outer
    }

    func close(_ kind: Token.Kind, outer: Bool, wanted: String? = nil) throws(Diagnostic) {
        guard current == kind else { throw unexpected(wanted: wanted ?? kind.spelling) }
        newlinesAreBlank = outer
        openings.removeLast()
        advance()
    }

    // MARK: Depth

    func descend() throws(Diagnostic) {
        nesting += 1
        if nesting > Parser.maximumDepth { throw tooDeep(at: span(of: token)) }
    }

    func ascend() { nesting -= 1 }

    /// Starts to measure a part on its own; `measured` takes what this returns.
    func measure() -> Int {
        let outer = height
        height = 0
        return outer
    }

    func measured(_ outer: Int) { height = max(outer, height) }

    /// A node over everything measured so far.
    func make(_ kind: Expression.Kind, from start: Int) throws(Diagnostic) -> Expression {
        try grow(from: start)
        return Expression(kind, at: span(from: start))
    }

    /// Puts one level on what was measured so far.
    func grow(from start: Int) throws(Diagnostic) {
        height += 1
        if height > Parser.maximumDepth { throw tooDeep(at: span(from: start)) }
    }

    func tooDeep(at span: Span) -> Diagnostic {
        Diagnostic(
            .syntax, "this is nested more than \(Parser.maximumDepth) levels deep", at: span,
            help: "give a part of it a name")
    }
}
