internal import Formulas

/// What makes a condition another one: a comparison turned round, its sides swapped, a part negated.
struct TruthChanges {
    /// Whether the claim says that the condition does not hold.
    let isRefuted: Bool

    /// Changes to the condition that a claim states.
    func changes(to condition: Expression) -> [ExpressionChanges.Change] {
        let negated = condition.replaced(by: .prefix(.not, condition.grouped))
        let parts = [condition.grouped, condition.replaced(by: .truth(isRefuted))]
        let certain =
            isRefuted
            ? ExpressionChanges.Change("or true", condition.replaced(by: .disjunction(parts)))
            : .init("and false", condition.replaced(by: .conjunction(parts)))
        return [.init("say not", negated), certain] + inner(condition)
    }

    private func inner(_ condition: Expression) -> [ExpressionChanges.Change] {
        func within(_ part: Expression, _ whole: (Expression) -> Expression.Kind) -> [ExpressionChanges.Change] {
            inner(part).map { .init($0.name, condition.replaced(by: whole($0.expression))) }
        }
        func parts(
            _ parts: [Expression], _ whole: ([Expression]) -> Expression.Kind
        ) -> [ExpressionChanges.Change] {
            parts.indices.flatMap { place in
                within(parts[place]) { changed in
                    var parts = parts
                    parts[place] = changed
                    return whole(parts)
                }
            }
        }
        switch condition.kind {
        case .comparison(let left, let op, let right): return comparison(condition, left, op, right)
        case .conjunction(let conditions): return parts(conditions) { .conjunction($0) }
        case .disjunction(let conditions): return parts(conditions) { .disjunction($0) }
        case .list(let items): return parts(items) { .list($0) }
        case .parenthesised(let part): return within(part) { .parenthesised($0) }
        case .prefix(.not, let part):
            let changes = TruthChanges(isRefuted: !isRefuted).inner(part)
            return [.init("drop a not", part.grouped)]
                + changes.map { .init($0.name, condition.replaced(by: .prefix(.not, $0.expression))) }
        case .truth(let value): return [.init("not \(value)", condition.replaced(by: .truth(!value)))]
        case .call(let callee, let arguments):
            guard case .expression(let argument)? = arguments.first?.value else { return [] }
            return within(argument) { changed in
                var arguments = arguments
                arguments[0].value = .expression(changed)
                return .call(callee, arguments)
            }
        case .number, .string, .name, .record, .comprehension, .index, .field, .calculus, .transpose, .prefix, .power,
            .juxtaposition, .chain, .range, .conditional, .lambda, .norm, .block:
            return []
        }
    }

    private func comparison(
        _ condition: Expression, _ left: Expression, _ op: ComparisonOperator, _ right: Expression
    ) -> [ExpressionChanges.Change] {
        func made(_ a: Expression, _ op: ComparisonOperator, _ b: Expression) -> Expression {
            condition.replaced(by: .comparison(a, op, b))
        }
        /// The comparison that holds where this one does not, the one that goes the other way, and a step from a side
        /// to what it is compared with.
        let opposites: (complement: ComparisonOperator, reverse: ComparisonOperator, step: Double)
        switch op {
        case .less: opposites = (.greaterOrEqual, .greater, -1)
        case .lessOrEqual: opposites = (.greater, .greaterOrEqual, -1)
        case .greater: opposites = (.lessOrEqual, .less, 1)
        case .greaterOrEqual: opposites = (.less, .lessOrEqual, 1)
        case .equal:
            let changes = ExpressionChanges(tolerance: nil).whole(right)
            return [.init("say !=", made(left, .notEqual, right))]
                + (isRefuted ? [] : changes.map { .init($0.name, made(left, op, $0.expression)) })
        case .notEqual:
            return [.init("say ==", made(left, .equal, right))]
                + (isRefuted ? [] : [.init("the left side twice", made(left, op, left))])
        case .memberOf:
            let changes = ExpressionChanges(tolerance: nil).whole(left)
            return isRefuted ? [] : changes.map { .init($0.name, made($0.expression, op, right)) }
        case .approximately: return []
        }
        let step = isRefuted ? -opposites.step : opposites.step
        return [
            .init("say \(opposites.complement.rawValue)", made(left, opposites.complement, right)),
            .init("say \(opposites.reverse.rawValue)", made(left, opposites.reverse, right)),
            .init("swap the sides", made(right, op, left)),
            .init("change both signs", made(left.negated, op, right.negated)),
            .init("the right side from the left", made(left, op, left.plus(left.number(step).grouped))),
            .init("the left side from the right", made(right.plus(right.number(-step).grouped), op, right)),
        ]
    }
}
