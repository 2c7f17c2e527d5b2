import Formulas

/// Makes wrong claims of a right one, by small changes to its syntax tree.
enum Mutator {
    struct Mutant {
        /// What was changed.
        let change: String
        let text: String
    }

    /// The mutants of a claim `a == b` or `a == b + O(m)`, as source.
    static func mutants(of text: String) throws -> [Mutant] {
        let statements = try Parser.parse(Source(name: "test", text: text))
        guard case .claim(let claim)? = statements.first?.kind else { return [] }
        let printer = SourcePrinter()
        func source(_ left: Expression, _ right: Expression, _ bound: Expression?) -> String {
            let order = bound.map { " + O(\(printer.print($0)))" } ?? ""
            return "claim \(printer.print(left)) == (\(printer.print(right)))\(order)"
        }
        let (left, right, bound): (Expression, Expression, Expression?)
        switch claim.form {
        case .equal(let a, let b, _): (left, right, bound) = (a, b, nil)
        case .order(let a, let rest?, let m): (left, right, bound) = (a, rest, m)
        case .order, .approximately, .holds: return []
        }
        var mutants = changes(to: right).map { Mutant(change: $0.change, text: source(left, $0.expression, bound)) }
        mutants += changes(to: left).map {
            Mutant(change: "left: \($0.change)", text: source($0.expression, right, bound))
        }
        if let bound {
            mutants.append(Mutant(change: "raise the order", text: source(left, right, raised(bound))))
        }
        return mutants
    }

    private typealias Change = (change: String, expression: Expression)

    /// A bound times its first name.
    private static func raised(_ bound: Expression) -> Expression {
        let text = SourcePrinter().print(bound)
        let name = text.first { $0.isLetter }.map(String.init) ?? "α"
        return scaled(Expression(.parenthesised(bound), at: bound.span), by: .name(name))
    }

    private static func scaled(_ expression: Expression, by factor: Expression.Kind) -> Expression {
        let link = ChainLink(op: .times, operatorSpan: expression.span, operand: expression)
        return Expression(.chain(Expression(factor, at: expression.span), [link]), at: expression.span)
    }

    private static func changes(to side: Expression) -> [Change] {
        var found: [Change] = [
            ("change the sign", Expression(.prefix(.minus, .init(.parenthesised(side), at: side.span)), at: side.span)),
            ("a coefficient of 1.001", scaled(Expression(.parenthesised(side), at: side.span), by: .number(1.001))),
        ]
        found += inner(side)
        return found
    }

    /// Every change at one place within an expression; not within functions and their arguments' indices.
    private static func inner(_ expression: Expression) -> [Change] {
        func here(_ kind: Expression.Kind) -> Expression { Expression(kind, at: expression.span) }
        func within(_ part: Expression, _ whole: (Expression) -> Expression.Kind) -> [Change] {
            inner(part).map { ($0.change, here(whole($0.expression))) }
        }
        switch expression.kind {
        case .number(let value): return [("\(value) + 1", here(.number(value + 1)))]
        case .parenthesised(let part): return within(part) { .parenthesised($0) }
        case .prefix(let op, let part):
            let dropped: [Change] = op == .minus ? [("drop a minus", here(.parenthesised(part)))] : []
            return dropped + within(part) { .prefix(op, $0) }
        case .transpose(let part): return [("drop a transpose", part)] + within(part) { .transpose($0) }
        case .power(let base, let exponent, let isSuperscript):
            return within(base) { .power($0, exponent, superscript: isSuperscript) }
                + within(exponent) { .power(base, $0, superscript: isSuperscript) }
        case .juxtaposition(let factor, let part):
            return within(factor) { .juxtaposition($0, part) } + within(part) { .juxtaposition(factor, $0) }
        case .chain(let first, let links): return chainChanges(expression, first, links)
        case .call(let callee, let arguments):
            return arguments.indices.flatMap { place -> [Change] in
                guard case .expression(let argument) = arguments[place].value else { return [] }
                return within(argument) { changed in
                    var arguments = arguments
                    arguments[place].value = .expression(changed)
                    return .call(callee, arguments)
                }
            }
        case .norm(let part): return within(part) { .norm($0) }
        case .truth, .string, .name, .list, .record, .comprehension, .index, .field, .calculus, .range, .comparison,
            .conjunction, .disjunction, .conditional, .lambda, .block:
            return []
        }
    }

    private static func chainChanges(_ expression: Expression, _ first: Expression, _ links: [ChainLink]) -> [Change] {
        func here(_ first: Expression, _ links: [ChainLink]) -> Expression {
            links.isEmpty ? first : Expression(.chain(first, links), at: expression.span)
        }
        func replacing(_ place: Int, _ change: (inout ChainLink) -> Void) -> Expression {
            var links = links
            change(&links[place])
            return here(first, links)
        }
        var found: [Change] = inner(first).map { ($0.change, here($0.expression, links)) }
        for (place, link) in links.enumerated() {
            let text = SourcePrinter().print(link.operand)
            found += inner(link.operand).map { change in
                (change.change, replacing(place) { $0.operand = change.expression })
            }
            switch link.op {
            case .plus, .minus:
                var rest = links
                rest.remove(at: place)
                found.append(("drop the term \(text)", here(first, rest)))
                found.append(
                    ("change the sign of \(text)", replacing(place) { $0.op = link.op == .plus ? .minus : .plus }))
                found.append(
                    ("1.01 times \(text)", replacing(place) { $0.operand = scaled(link.operand, by: .number(1.01)) }))
            case .matrixProduct, .dividedBy:
                let before = place == 0 ? first : links[place - 1].operand
                let swapped = replacing(place) { $0.operand = before }
                guard case .chain(_, var others) = swapped.kind else { continue }
                if place == 0 {
                    found.append(("swap the factors at \(text)", here(link.operand, others)))
                } else {
                    others[place - 1].operand = link.operand
                    found.append(("swap the factors at \(text)", here(first, others)))
                }
            case .times, .inner, .elementwise, .outer: continue
            }
        }
        if let next = links.first, next.op == .plus {
            found.append(("drop the first term", here(next.operand, Array(links.dropFirst()))))
        }
        return found
    }
}
