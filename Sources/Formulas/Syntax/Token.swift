/// A piece of text the parser takes as one: a name, a number, an operator, part of a string.
///
/// Sixteen bytes, and no text of its own: a line of ten megabytes has millions of them.
struct Token {
    var kind: Kind
    /// Where it starts and ends, in bytes of UTF-8.
    var start: UInt32
    var end: UInt32
    /// Of an opening bracket, the index of the token that closes it; 0 where nothing does.
    var partner: UInt32 = 0

    var range: Range<Int> { Int(start)..<Int(end) }

    enum Kind: UInt8, CaseIterable {
        case name, number, superscript
        /// `"a {b} c"` is quote, text, interpolationStart, name, interpolationEnd, text, closingQuote.
        case quote, text, interpolationStart, interpolationEnd, closingQuote
        case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace, normBar
        case comma, colon, semicolon, newline, dot, spread, assign, arrow, tilde, percent
        case range, halfOpenRange
        case plus, minus, times, dividedBy, matrixProduct, inner, elementwise, outer, caret
        case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, approximately
        case nabla, partial, root, transpose
        case and, or, not, `if`, then, `else`, `for`, `in`, `while`, claim, refute, `true`, `false`
        /// `-- why`, to the end of a line of a derivation.
        case reason
        /// What cannot be a token; the lexer says why.
        case invalid
        case end
    }
}

extension Token.Kind {
    /// The words no name can be.
    static let keywords: [String: Token.Kind] = [
        "and": .and, "or": .or, "not": .not, "if": .if, "then": .then, "else": .else, "for": .for, "in": .in,
        "while": .while, "claim": .claim, "refute": .refute, "true": .true, "false": .false,
    ]

    /// Whether a line that ends in it goes on: an operator, or a word that wants something after it.
    var continuesLine: Bool {
        switch self {
        case .comma, .colon, .assign, .arrow, .tilde, .range, .halfOpenRange, .plus, .minus, .times, .dividedBy,
            .matrixProduct, .inner, .elementwise, .outer, .caret, .equal, .notEqual, .less, .lessOrEqual, .greater,
            .greaterOrEqual, .approximately, .nabla, .partial, .root, .and, .or, .not, .if, .then, .else, .for, .in,
            .while, .claim, .refute, .spread:
            true
        case .name, .number, .superscript, .quote, .text, .interpolationStart, .interpolationEnd, .closingQuote,
            .leftParenthesis, .rightParenthesis, .leftBracket, .rightBracket, .leftBrace, .rightBrace, .normBar,
            .semicolon, .newline, .dot, .percent, .transpose, .true, .false, .reason, .invalid, .end:
            false
        }
    }

    /// What multiplies a number that stands directly before it.
    var startsFactor: Bool {
        self == .name || self == .leftParenthesis || self == .root || self == .nabla || self == .partial
    }

    /// The bracket that closes this one.
    var closer: Token.Kind? {
        switch self {
        case .leftParenthesis: .rightParenthesis
        case .leftBracket: .rightBracket
        case .leftBrace: .rightBrace
        case .interpolationStart: .interpolationEnd
        default: nil
        }
    }

    var isCloser: Bool {
        self == .rightParenthesis || self == .rightBracket || self == .rightBrace || self == .interpolationEnd
    }

    /// How a diagnostic writes a token that is always the same text.
    var spelling: String {
        switch self {
        case .leftParenthesis: "`(`"
        case .rightParenthesis: "`)`"
        case .leftBracket: "`[`"
        case .rightBracket: "`]`"
        case .leftBrace, .interpolationStart: "`{`"
        case .rightBrace, .interpolationEnd: "`}`"
        case .normBar: "`‖`"
        case .colon: "`:`"
        case .assign: "`=`"
        case .tilde: "`~`"
        case .then: "`then`"
        case .else: "`else`"
        case .in: "`in`"
        case .name: "a name"
        default: "a token"
        }
    }
}
