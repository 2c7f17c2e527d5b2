/// An expression of the formula language, with the text it was read from.
///
/// The parser bounds the depth of a tree (`Parser.maximumDepth`; chains of one precedence level are flat), so that
/// everything that walks one may recurse.
public struct Expression: Sendable {
    public var kind: Kind
    public var span: Span

    public init(_ kind: Kind, at span: Span) {
        self.kind = kind
        self.span = span
    }

    public indirect enum Kind: Sendable {
        case number(Double)
        case truth(Bool)
        case string([StringPart])
        /// A name in its canonical (Greek, subscripted) spelling.
        case name(String)
        /// `[a, b]`.
        case list([Expression])
        /// `{W: a, ...r}`.
        case record([RecordItem])
        /// `[body for …]`.
        case comprehension(Comprehension)
        /// `f(a, name: b)`; also a reduction `sum(body for …)`, whose one argument is a `.generated`.
        case call(Expression, [Argument])
        /// `x[i, 0..2, :]`.
        case index(Expression, [IndexItem])
        /// `r.f`.
        case field(Expression, String, nameSpan: Span)
        /// `∇f`, `∂f`, `∇²f`, `∇³f`: a function made from a function.
        case calculus(CalculusOperator, Expression)
        /// `Aᵀ`.
        case transpose(Expression)
        /// `-x`, `√x`, `not p`.
        case prefix(PrefixOperator, Expression)
        /// `a ^ b`, also `x²` (whose exponent is a number).
        case power(Expression, Expression, superscript: Bool)
        /// A number directly before a name, `(`, `√` or `∇`: `2x`.
        case juxtaposition(Expression, Expression)
        /// `a + b - c`, `a * b / c`: one precedence level, applied from the left.
        case chain(Expression, [ChainLink])
        /// `a..b`, `a..<b`.
        case range(Expression, Expression, inclusive: Bool)
        case comparison(Expression, ComparisonOperator, Expression)
        /// `a and b and c`.
        case conjunction([Expression])
        /// `a or b or c`.
        case disjunction([Expression])
        case conditional(Expression, then: Expression, otherwise: Expression)
        /// `x -> e`, `(a, b = 1) -> e`.
        case lambda([Parameter], Expression)
        /// `‖x‖`.
        case norm(Expression)
        /// `{ statements; expression }`: its value is its last expression's.
        case block([Statement])
        /// `(e)`: kept, so that printing gives back what was written.
        case parenthesised(Expression)
    }
}

public enum StringPart: Sendable {
    case text(String)
    /// `{e}` in a string.
    case interpolation(Expression)
}

public enum RecordItem: Sendable {
    case field(name: String, nameSpan: Span, value: Expression)
    /// `...r`.
    case spread(Expression)
}

public struct Argument: Sendable {
    public enum Value: Sendable {
        case expression(Expression)
        /// `e for i in r if c`: the argument of a reduction.
        case generated(Comprehension)
    }

    /// The name before the colon, where there is one.
    public var label: String?
    public var labelSpan: Span?
    public var value: Value
    public var span: Span

    public init(label: String? = nil, labelSpan: Span? = nil, value: Value, span: Span) {
        self.label = label
        self.labelSpan = labelSpan
        self.value = value
        self.span = span
    }
}

public enum IndexItem: Sendable {
    case expression(Expression)
    /// `:`.
    case all(Span)
}

public struct Comprehension: Sendable {
    public var body: Expression
    /// In the order written; a later one may use an earlier one's variable.
    public var generators: [Generator]
    public var span: Span

    public init(body: Expression, generators: [Generator], span: Span) {
        self.body = body
        self.generators = generators
        self.span = span
    }
}

public struct Generator: Sendable {
    /// `i`, or a pattern like `[a, b]` or `{u, v}`.
    public var pattern: Pattern
    public var sequence: Expression
    /// `if c`, as many as were written.
    public var conditions: [Expression]

    public init(pattern: Pattern, sequence: Expression, conditions: [Expression]) {
        self.pattern = pattern
        self.sequence = sequence
        self.conditions = conditions
    }
}

public struct Parameter: Sendable {
    public var name: String
    public var nameSpan: Span
    public var defaultValue: Expression?

    public init(name: String, nameSpan: Span, defaultValue: Expression? = nil) {
        self.name = name
        self.nameSpan = nameSpan
        self.defaultValue = defaultValue
    }
}

public enum CalculusOperator: Hashable, Sendable {
    /// `∇`.
    case gradient
    /// `∂`.
    case jacobian
    /// `∇²`, `∇³`, …: order 2 and more.
    case higher(Int)
}

public enum PrefixOperator: Hashable, Sendable {
    case minus
    case squareRoot
    case not
}

public struct ChainLink: Sendable {
    public var op: ChainOperator
    public var operatorSpan: Span
    public var operand: Expression

    public init(op: ChainOperator, operatorSpan: Span, operand: Expression) {
        self.op = op
        self.operatorSpan = operatorSpan
        self.operand = operand
    }
}

public enum ChainOperator: String, Hashable, Sendable, CaseIterable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case dividedBy = "/"
    case matrixProduct = "@"
    case inner = "·"
    case elementwise = "⊙"
    case outer = "⊗"
}

public enum ComparisonOperator: String, Hashable, Sendable, CaseIterable {
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "≤"
    case greater = ">"
    case greaterOrEqual = "≥"
    case approximately = "≈"
    case memberOf = "in"
}
