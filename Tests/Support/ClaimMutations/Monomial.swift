internal import Formulas

/// The bound of an order claim.
struct Monomial {
    let bound: Expression

    init(_ bound: Expression) { self.bound = bound }

    /// Its first name.
    var name: String { Self.names(in: bound).first ?? "" }

    /// The first name to the power that is one below the bound's order.
    var lower: Expression {
        let power = Self.degree(bound) - 1
        if power == 0 { return bound.number(1) }
        return bound.replaced(
            by: .power(bound.replaced(by: .name(name)), bound.number(Double(power)), superscript: true))
    }

    private static func names(in expression: Expression) -> [String] {
        switch expression.kind {
        case .name(let name): [name]
        case .parenthesised(let part), .prefix(_, let part), .power(let part, _, _): names(in: part)
        case .juxtaposition(let factor, let part): names(in: factor) + names(in: part)
        case .chain(let first, let links): names(in: first) + links.flatMap { names(in: $0.operand) }
        default: []
        }
    }

    /// The lowest degree of its monomials.
    private static func degree(_ expression: Expression) -> Int {
        switch expression.kind {
        case .name: 1
        case .parenthesised(let part), .prefix(_, let part): degree(part)
        case .juxtaposition(let factor, let part): degree(factor) + degree(part)
        case .power(let base, let exponent, _):
            if case .number(let power) = exponent.kind { degree(base) * Int(power) } else { 0 }
        case .chain(let first, let links):
            links.reduce(degree(first)) { lowest, link in
                link.op == .plus || link.op == .minus
                    ? min(lowest, degree(link.operand)) : lowest + (link.op == .times ? degree(link.operand) : 0)
            }
        default: 0
        }
    }
}
