internal import Formulas

/// Expressions made of others; they stand where those do.
extension Expression {
    func replaced(by kind: Kind) -> Expression { Expression(kind, at: span) }

    var grouped: Expression { replaced(by: .parenthesised(self)) }

    func number(_ value: Double) -> Expression { replaced(by: .number(value)) }

    var negated: Expression { replaced(by: .prefix(.minus, grouped)) }

    func times(_ factor: Expression) -> Expression {
        replaced(by: .chain(factor, [ChainLink(op: .times, operatorSpan: span, operand: grouped)]))
    }

    func times(_ factor: Double) -> Expression { times(number(factor)) }

    func plus(_ other: Expression) -> Expression {
        replaced(by: .chain(grouped, [ChainLink(op: .plus, operatorSpan: span, operand: other)]))
    }

    /// `first + factor * of`.
    func sum(_ first: Double, _ factor: Double, of other: Expression) -> Expression {
        number(first).plus(other.times(factor)).grouped
    }

    var isZero: Bool {
        switch kind {
        case .number(let value): value == 0
        case .parenthesised(let part): part.isZero
        case .call(let callee, _): if case .name("zeros") = callee.kind { true } else { false }
        default: false
        }
    }

    /// Whether it stands for an error within a tolerance, like the last term of `1 + 1e-10`.
    var isNegligible: Bool {
        switch kind {
        case .number(let value): value != 0 && abs(value) < 1e-6
        case .parenthesised(let part), .prefix(.minus, let part): part.isNegligible
        case .juxtaposition(let factor, _): factor.isNegligible
        case .chain(let first, let links): first.isNegligible && links.allSatisfy { $0.op != .plus && $0.op != .minus }
        default: false
        }
    }

    /// Whether it is a string or a truth value as written, which no arithmetic changes.
    var isWord: Bool {
        switch kind {
        case .string, .truth: true
        case .list(let items): !items.isEmpty && items.allSatisfy(\.isWord)
        case .parenthesised(let part): part.isWord
        default: false
        }
    }
}
