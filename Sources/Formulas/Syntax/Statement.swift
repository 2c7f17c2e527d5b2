/// A statement of the formula language.
public struct Statement: Sendable {
    public var kind: Kind
    public var span: Span
    /// Whether a `;` at its end silences what it would print.
    public var isSilent = false

    public init(_ kind: Kind, at span: Span, isSilent: Bool = false) {
        self.kind = kind
        self.span = span
        self.isSilent = isSilent
    }

    public indirect enum Kind: Sendable {
        case expression(Expression)
        /// `x = e`, `{a, b} = e`, `[a, b] = e`.
        case binding(Pattern, Expression)
        /// `f(x, y = 1) = e`.
        case function(name: String, nameSpan: Span, [Parameter], Expression)
        case forLoop(Pattern, Expression, [Statement])
        case whileLoop(Expression, [Statement])
        /// `else if` is a conditional alone in `otherwise`.
        case conditional(Expression, then: [Statement], otherwise: [Statement])
        case claim(Claim)
        /// `use maml`.
        case use(name: String, nameSpan: Span)
        /// A chain of claims, as a derivation block holds them.
        case derivation(Derivation)
    }
}

/// What a binding or a loop assigns to.
public indirect enum Pattern: Sendable {
    case name(String, Span)
    /// `[a, b]`: by position.
    case list([Pattern], Span)
    /// `{a, b}`: by field.
    case record([(name: String, span: Span)], Span)

    /// The names it sets.
    var names: [String] {
        switch self {
        case .name(let name, _): [name]
        case .list(let patterns, _): patterns.flatMap(\.names)
        case .record(let names, _): names.map(\.name)
        }
    }
}

/// `claim …` or `refute …`, possibly `for all …`.
public struct Claim: Sendable {
    public enum Form: Sendable {
        /// `a == b`, with `within e` where written.
        case equal(Expression, Expression, within: Expression?)
        /// `a ≈ b within e`; a percentage is already divided by 100.
        case approximately(Expression, Expression, within: Expression)
        /// `a == b + O(m)`: `bound` is m. `rest` is the right side without its O term (nil where it was alone).
        case order(Expression, rest: Expression?, bound: Expression)
        /// Any other expression: it must be true.
        case holds(Expression)
    }

    public struct Quantifier: Sendable {
        public var name: String
        public var nameSpan: Span
        /// What follows `~`: `randn(like: θ₀)`, `uniform(0, 0.1)`.
        public var distribution: Expression

        public init(name: String, nameSpan: Span, distribution: Expression) {
            self.name = name
            self.nameSpan = nameSpan
            self.distribution = distribution
        }
    }

    public var isRefuted: Bool
    public var form: Form
    /// `for all θ ~ …, α ~ …:`; empty where there is none.
    public var quantifiers: [Quantifier]
    /// `for 20 draws`.
    public var draws: Expression?
    public var span: Span

    public init(
        isRefuted: Bool, form: Form, quantifiers: [Quantifier] = [], draws: Expression? = nil, span: Span
    ) {
        self.isRefuted = isRefuted
        self.form = form
        self.quantifiers = quantifiers
        self.draws = draws
        self.span = span
    }
}

/// A chain of claims: `start`, then each step compared with the line before it.
public struct Derivation: Sendable {
    public struct Step: Sendable {
        /// The claim this line makes; its left side is the right side of the line before (without an O term).
        public var claim: Claim
        /// The line as written, from its comparison on, without its reason.
        public var text: String
        /// What stands after `--`.
        public var reason: String?

        public init(claim: Claim, text: String, reason: String?) {
            self.claim = claim
            self.text = text
            self.reason = reason
        }
    }

    public var start: Expression
    public var steps: [Step]
    public var span: Span

    public init(start: Expression, steps: [Step], span: Span) {
        self.start = start
        self.steps = steps
        self.span = span
    }
}
