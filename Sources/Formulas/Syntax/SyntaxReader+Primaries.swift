internal import CSignals

/// Names, literals and brackets.
extension SyntaxReader {
    func primary() throws(Diagnostic) -> Expression {
        if position & 0xFFF >= 0xFF0, signals_interrupted() {
            throw Diagnostic(.interrupted, "interrupted", at: span(of: token))
        }
        return try uninterruptedPrimary()
    }

    private func uninterruptedPrimary() throws(Diagnostic) -> Expression {
        switch current {
        case .name, .true, .false: try word()
        case .number: try number()
        case .quote: try string()
        case .leftParenthesis: try parenthesised()
        case .leftBracket: try list()
        case .leftBrace: isAtRecord ? try record() : try block()
        case .normBar: try norm()
        default: throw unexpected(wanted: "an expression")
        }
    }

    private func word() throws(Diagnostic) -> Expression {
        let token = token
        advance()
        switch token.kind {
        case .true: return try make(.truth(true), from: Int(token.start))
        case .false: return try make(.truth(false), from: Int(token.start))
        default: return try make(.name(Names.canonical(text(of: token))), from: Int(token.start))
        }
    }

    private func number() throws(Diagnostic) -> Expression {
        let text = text(of: token)
        guard let value = Self.fractions[text] ?? Double(text), value.isFinite else {
            throw Diagnostic(
                .syntax, "a number beyond the largest there is, 1.8e308", at: span(of: token),
                help: "infinity is `1 / 0`")
        }
        let start = start
        advance()
        return try make(.number(value), from: start)
    }

    private static let fractions: [String: Double] = ["½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3]

    private func parenthesised() throws(Diagnostic) -> Expression {
        let start = start
        let outer = open()
        let inner = try expression()
        try close(.rightParenthesis, outer: outer)
        return try make(.parenthesised(inner), from: start)
    }

    private func norm() throws(Diagnostic) -> Expression {
        let start = start
        advance()
        let inner = try expression()
        guard current == .normBar else {
            throw unexpected(wanted: "an operator or the closing `‖`")
        }
        advance()
        return try make(.norm(inner), from: start)
    }

    // MARK: Lists

    private func list() throws(Diagnostic) -> Expression {
        let start = start
        let outer = open()
        var items: [Expression] = []
        while current != .rightBracket {
            if !items.isEmpty { try expect(.comma, "`,` or `]`") }
            items.append(try expression())
            if current == .for, items.count == 1 {
                let comprehension = try comprehension(of: items[0])
                try close(.rightBracket, outer: outer, wanted: "`for`, `if` or `]`")
                return try make(.comprehension(comprehension), from: start)
            }
        }
        try close(.rightBracket, outer: outer, wanted: "`,` or `]`")
        return try make(.list(items), from: start)
    }

    /// `for x in xs if c`, once or more, after a body.
    func comprehension(of body: Expression) throws(Diagnostic) -> Comprehension {
        var generators: [Generator] = []
        while current == .for {
            advanceOverOperator()
            let pattern = try pattern()
            try expect(.in)
            var generator = Generator(pattern: pattern, sequence: try expression(), conditions: [])
            while current == .if {
                advanceOverOperator()
                generator.conditions.append(try expression())
            }
            generators.append(generator)
        }
        return Comprehension(body: body, generators: generators, span: span(from: body.span.range.lowerBound))
    }

    // MARK: Braces

    /// Whether the `{` here opens a record: `}`, `...` or `name:` follows.
    private var isAtRecord: Bool {
        var next = position + 1
        while next < tokens.count, tokens[next].kind == .newline { next += 1 }
        guard next < tokens.count else { return false }
        switch tokens[next].kind {
        case .rightBrace, .spread: return true
        case .name: return next + 1 < tokens.count && tokens[next + 1].kind == .colon
        default: return false
        }
    }

    private func record() throws(Diagnostic) -> Expression {
        let start = start
        let outer = open()
        var items: [RecordItem] = []
        var names: Set<String> = []
        while current != .rightBrace {
            if !items.isEmpty { try expect(.comma, "`,` or `}`") }
            let field = try fieldName()
            let value = try expression()
            guard let field else {
                items.append(.spread(value))
                continue
            }
            if !names.insert(field.name).inserted { throw doubled(field) }
            items.append(.field(name: field.name, nameSpan: field.span, value: value))
        }
        try close(.rightBrace, outer: outer, wanted: "`,` or `}`")
        return try make(.record(items), from: start)
    }

    private func doubled(_ field: (name: String, span: Span)) -> Diagnostic {
        Diagnostic(.syntax, "`\(field.name)` is a field twice", at: field.span)
    }

    /// `name:`; nil for `...`.
    private func fieldName() throws(Diagnostic) -> (name: String, span: Span)? {
        if current == .spread {
            advanceOverOperator()
            return nil
        }
        let field = try takeName("the name of a field")
        guard current == .colon else {
            throw unexpected(wanted: "`:`", help: "a field is written `\(field.name): \(field.name)`")
        }
        advanceOverOperator()
        return field
    }

    private func block() throws(Diagnostic) -> Expression {
        let start = start
        let outer = open(newlinesAreBlank: false)
        let statements = try statements(until: .rightBrace)
        try close(.rightBrace, outer: outer)
        return try make(.block(statements), from: start)
    }

    // MARK: Strings

    private func string() throws(Diagnostic) -> Expression {
        let start = start
        advance()
        var parts: [StringPart] = []
        while current != .closingQuote {
            if current == .text {
                parts.append(.text(try unescaped(token)))
                advance()
            } else if current == .interpolationStart {
                let outer = open()
                parts.append(.interpolation(try expression()))
                try close(.interpolationEnd, outer: outer, wanted: "an operator or `}`")
            } else {
                throw unexpected(wanted: "the end of the string")
            }
        }
        advance()
        return try make(.string(parts), from: start)
    }

    private func unescaped(_ token: Token) throws(Diagnostic) -> String {
        var result: [UInt8] = []
        var index = Int(token.start)
        let end = Int(token.end)
        while index < end {
            let byte = source.bytes[index]
            let next = index + 1 < end ? source.bytes[index + 1] : 0
            if byte == UInt8(ascii: "\\") {
                let (text, length) = try escape(at: index, before: end)
                result += text.utf8
                index += length
            } else {
                result.append(byte)
                index += (byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")) && next == byte ? 2 : 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The character a backslash sequence stands for, and the sequence's length.
    private func escape(at index: Int, before end: Int) throws(Diagnostic) -> (String, Int) {
        let selector = index + 1 < end ? source.bytes[index + 1] : 0
        switch selector {
        case UInt8(ascii: "n"): return ("\n", 2)
        case UInt8(ascii: "t"): return ("\t", 2)
        case UInt8(ascii: "r"): return ("\r", 2)
        case UInt8(ascii: "0"): return ("\0", 2)
        case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "'"):
            return (String(Character(Unicode.Scalar(selector))), 2)
        case UInt8(ascii: "u"):
            var close = index + 2
            while close < end, source.bytes[close] != UInt8(ascii: "}") { close += 1 }
            let digits = source.text(of: min(index + 3, close)..<close)
            if close < end, source.bytes[index + 2] == UInt8(ascii: "{"), let code = UInt32(digits, radix: 16),
                let scalar = Unicode.Scalar(code)
            {
                return (String(Character(scalar)), close + 1 - index)
            }
        default: break
        }
        throw Diagnostic(
            .syntax, "found a backslash that starts no character", at: Span(source, index..<min(index + 2, end)),
            help: #"there are \n, \t, \r, \0, \", \\, \{, \} and \u{3B8}; a backslash itself is \\"#)
    }
}
