/// Statements, blocks of them, and the patterns they bind.
extension SyntaxReader {
    /// The statements up to a token, which is left.
    func statements(until terminator: Token.Kind) throws(Diagnostic) -> [Statement] {
        var statements: [Statement] = []
        skipNewlines()
        while current != terminator {
            if current == .end { throw unexpected(wanted: terminator.spelling) }
            var statement = try statement()
            if current == .semicolon {
                advance()
                statement.isSilent = current == .newline || current == terminator
            } else if current != .newline, current != terminator {
                throw unexpected(wanted: endOfStatement)
            }
            statements.append(statement)
            skipNewlines()
        }
        return statements
    }

    private var endOfStatement: String {
        lastKind == .rightBrace ? "the end of the line" : "an operator or the end of the line"
    }

    private func statement() throws(Diagnostic) -> Statement {
        try descend()
        let start = start
        let kind: Statement.Kind
        switch current {
        case .for where self.kind(after: 1) == .name && isToken(position + 1, "all") && self.kind(after: 2) == .name:
            kind = .claim(try quantifiedClaim())
        case .for: kind = try forLoop()
        case .while: kind = try whileLoop()
        case .if: kind = try conditionalStatement()
        case .claim, .refute: kind = .claim(try claim())
        case .name where isAt(word: "use") && self.kind(after: 1) == .name: kind = use()
        case .name where self.kind(after: 1) == .assign,
            .leftBracket where kindAfterPartner == .assign, .leftBrace where kindAfterPartner == .assign:
            kind = try binding()
        case .name where self.kind(after: 1) == .leftParenthesis && isAtDefinition: kind = try function()
        default: kind = try expressionStatement()
        }
        ascend()
        return Statement(kind, at: span(from: start))
    }

    private func binding() throws(Diagnostic) -> Statement.Kind {
        let pattern = try pattern()
        try expect(.assign)
        return .binding(pattern, try expression())
    }

    /// Whether the name and parentheses here are followed by `=`.
    private var isAtDefinition: Bool {
        let partner = Int(tokens[position + 1].partner)
        return partner > 0 && partner + 1 < tokens.count && tokens[partner + 1].kind == .assign
    }

    private func function() throws(Diagnostic) -> Statement.Kind {
        let (name, nameSpan) = try takeName()
        let parameters = try parameters()
        try expect(.assign)
        return .function(name: name, nameSpan: nameSpan, parameters, try expression())
    }

    private func use() -> Statement.Kind {
        advance()
        let token = token
        advance()
        // A file's name: not folded.
        return .use(name: text(of: token), nameSpan: span(of: token))
    }

    private func expressionStatement() throws(Diagnostic) -> Statement.Kind {
        let value = try expression()
        if current == .assign { throw notAssignable(value) }
        return .expression(value)
    }

    private func notAssignable(_ target: Expression) -> Diagnostic {
        var help = "equality is `==`; what can be bound is a name, `f(x)`, `[a, b]` or `{a, b}`"
        switch target.kind {
        case .field(_, let name, _): help = "a value does not change: write `r = {...r, \(name): e}`"
        case .index: help = "a value does not change: build a new one, as in `[where(i == k, e, x[i]) for i in 0..<n]`"
        default: break
        }
        return Diagnostic(.syntax, "found `=` after something that cannot be bound", at: span(of: token), help: help)
    }

    // MARK: Loops and conditionals

    private func forLoop() throws(Diagnostic) -> Statement.Kind {
        try expect(.for)
        let pattern = try pattern()
        try expect(.in)
        let sequence = try expression()
        return .forLoop(pattern, sequence, try body())
    }

    private func whileLoop() throws(Diagnostic) -> Statement.Kind {
        try expect(.while)
        let condition = try expression()
        return .whileLoop(condition, try body())
    }

    private func conditionalStatement() throws(Diagnostic) -> Statement.Kind {
        let start = start
        try expect(.if)
        let outer = measure()
        let condition = try expression()
        if current == .then {
            let value = try conditional(condition, from: start)
            measured(outer)
            return .expression(value)
        }
        measured(outer)
        let then = try body(wanted: "`then` or `{`")
        guard current == .else else { return .conditional(condition, then: then, otherwise: []) }
        advanceOverOperator()
        guard current == .if else { return .conditional(condition, then: then, otherwise: try body()) }
        let otherwise = try statement()
        try grow(from: start)
        return .conditional(condition, then: then, otherwise: [otherwise])
    }

    private func body(wanted: String = "`{`") throws(Diagnostic) -> [Statement] {
        guard current == .leftBrace else {
            throw unexpected(wanted: wanted, help: "its body stands in braces: `{ … }`")
        }
        let start = start
        let measure = measure()
        let outer = open(newlinesAreBlank: false)
        let statements = try statements(until: .rightBrace)
        try close(.rightBrace, outer: outer)
        try grow(from: start)
        measured(measure)
        return statements
    }

    // MARK: Patterns

    /// `a`, `[a, b]` or `{a, b}`.
    func pattern() throws(Diagnostic) -> Pattern {
        try descend()
        let start = start
        let result: Pattern
        switch current {
        case .leftBracket:
            let outer = open()
            var parts: [Pattern] = []
            repeat {
                if !parts.isEmpty { try expect(.comma, "`,` or `]`") }
                parts.append(try pattern())
            } while current != .rightBracket
            try close(.rightBracket, outer: outer)
            result = .list(parts, span(from: start))
        case .leftBrace:
            let outer = open()
            var names: [(name: String, span: Span)] = []
            repeat {
                if !names.isEmpty { try expect(.comma, "`,` or `}`") }
                names.append(try takeName("the name of a field"))
            } while current != .rightBrace
            try close(.rightBrace, outer: outer)
            result = .record(names, span(from: start))
        default:
            let (name, span) = try takeName("a name, `[a, b]` or `{a, b}`")
            result = .name(name, span)
        }
        ascend()
        return result
    }
}
