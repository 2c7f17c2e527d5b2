/// What the parts of a formula are, for whoever colours them.
public enum Highlighting {
    public enum Kind: Hashable, Sendable {
        case number
        case keyword
        /// The name of a built-in.
        case builtIn
        case string
        case comment
        /// A comparison that a claim stands on, `∇`, `∂`, or what else a formula turns on.
        case sign
        case plain
    }

    /// The text cut into pieces of one kind each, which together are the text again. It need not be whole or right: what
    /// is no token is plain.
    public static func pieces(of text: String) -> [(text: String, kind: Kind)] {
        let lexer = Lexer(Source(name: "", text: text))
        let bytes = lexer.bytes
        var pieces: [(text: String, kind: Kind)] = []
        var end = 0
        func add(upTo next: Int, _ kind: Kind) {
            guard next > end else { return }
            let text = String(decoding: bytes[end..<next], as: UTF8.self)
            if let last = pieces.last, last.kind == kind {
                pieces[pieces.count - 1].text += text
            } else {
                pieces.append((text, kind))
            }
            end = next
        }
        /// What stands between tokens: blanks, and comments.
        func skip(to next: Int) {
            let comment = bytes[end..<max(end, next)].firstIndex(of: UInt8(ascii: "#")) ?? next
            add(upTo: comment, .plain)
            add(upTo: next, .comment)
        }
        for token in lexer.tokens where token.kind != .invalid && token.kind != .end {
            skip(to: token.range.lowerBound)
            add(upTo: token.range.upperBound, kind(of: token, in: bytes))
        }
        // After a mistake all is plain: what looks like a comment may stand in a string that is not closed.
        if lexer.failure == nil { skip(to: bytes.count) } else { add(upTo: bytes.count, .plain) }
        return pieces
    }

    private static func kind(of token: Token, in bytes: [UInt8]) -> Kind {
        switch token.kind {
        case .number, .true, .false, .percent: .number
        case .and, .or, .not, .if, .then, .else, .for, .in, .while, .claim, .refute: .keyword
        case .quote, .text, .closingQuote: .string
        case .reason: .comment
        case .nabla, .partial, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .approximately: .sign
        case .name: kind(ofName: String(decoding: bytes[token.range], as: UTF8.self))
        case .interpolationStart, .interpolationEnd, .leftParenthesis, .rightParenthesis, .leftBracket, .rightBracket,
            .leftBrace, .rightBrace, .normBar, .comma, .colon, .semicolon, .newline, .dot, .spread, .assign, .arrow,
            .tilde, .range, .halfOpenRange, .plus, .minus, .times, .dividedBy, .matrixProduct, .inner, .elementwise,
            .outer, .caret, .superscript, .root, .transpose, .invalid, .end:
            .plain
        }
    }

    private static func kind(ofName name: String) -> Kind {
        if ["use", "within", "all"].contains(name) { return .keyword }
        return Manual.entry(of: name) == nil ? .plain : .builtIn
    }
}
