internal import Formulas

/// The small changes that can be made to a side of a claim.
struct ExpressionChanges {
    struct Change {
        let name: String
        let expression: Expression

        init(_ name: String, _ expression: Expression) {
            self.name = name
            self.expression = expression
        }
    }

    /// The claim's own tolerance, where it has one: a coefficient must go beyond it.
    let tolerance: Expression?

    /// A factor that much away from 1, and beyond the tolerance.
    func factor(_ value: Double, at place: Expression) -> Expression {
        guard let tolerance else { return place.number(value) }
        return place.sum(value, value > 1 ? 3 : -3, of: tolerance)
    }

    /// The sign and the coefficient of a whole side.
    func whole(_ side: Expression) -> [Change] {
        [
            Change("change the sign", side.negated),
            Change("a coefficient of 1.001", side.times(factor(1.001, at: side))),
            Change("a coefficient of 0.999", side.times(factor(0.999, at: side))),
            Change("a coefficient of 1.000001", side.times(factor(1.000001, at: side))),
        ]
    }

    /// Every change at one place within an expression; not within functions and indices.
    func inner(_ expression: Expression) -> [Change] {
        func within(_ part: Expression, _ whole: (Expression) -> Expression.Kind) -> [Change] {
            inner(part).map { Change($0.name, expression.replaced(by: whole($0.expression))) }
        }
        switch expression.kind {
        case .number(let value):
            let larger = value + max(1, abs(value))
            return [Change("\(value) made \(larger)", expression.number(larger))]
        case .truth(let value): return [Change("not \(value)", expression.replaced(by: .truth(!value)))]
        case .string(let parts):
            return [Change("a longer string", expression.replaced(by: .string(parts + [.text("x")])))]
        case .parenthesised(let part): return within(part) { .parenthesised($0) }
        case .prefix(let op, let part):
            let dropped = op == .minus ? [Change("drop a minus", part.grouped)] : []
            return dropped + within(part) { .prefix(op, $0) }
        case .transpose(let part): return [Change("drop a transpose", part)] + within(part) { .transpose($0) }
        case .power(let base, let exponent, let isSuperscript):
            return within(base) { .power($0, exponent, superscript: isSuperscript) }
                + within(exponent) { .power(base, $0, superscript: isSuperscript) }
        case .juxtaposition(let factor, let part):
            return within(factor) { .juxtaposition($0, part) } + within(part) { .juxtaposition(factor, $0) }
        case .chain(let first, let links): return chain(expression, first, links)
        case .call(let callee, let arguments):
            return arguments.indices.flatMap { place -> [Change] in
                switch arguments[place].value {
                case .expression(let argument):
                    within(argument) { changed in
                        var arguments = arguments
                        arguments[place].value = .expression(changed)
                        return .call(callee, arguments)
                    }
                case .generated(let comprehension):
                    within(comprehension.body) { changed in
                        var (arguments, comprehension) = (arguments, comprehension)
                        comprehension.body = changed
                        arguments[place].value = .generated(comprehension)
                        return .call(callee, arguments)
                    }
                }
            }
        case .norm(let part): return within(part) { .norm($0) }
        case .list(let items):
            return items.indices.flatMap { place in
                within(items[place]) { changed in
                    var items = items
                    items[place] = changed
                    return .list(items)
                }
            }
        case .record(let items):
            return items.indices.flatMap { place -> [Change] in
                guard case .field(let name, let span, let value) = items[place] else { return [] }
                return within(value) { changed in
                    var items = items
                    items[place] = .field(name: name, nameSpan: span, value: changed)
                    return .record(items)
                }
            }
        case .comprehension(let comprehension):
            return within(comprehension.body) { changed in
                var comprehension = comprehension
                comprehension.body = changed
                return .comprehension(comprehension)
            }
        case .index(let base, let items): return within(base) { .index($0, items) }
        case .field(let base, let name, let span): return within(base) { .field($0, name, nameSpan: span) }
        case .name, .calculus, .range, .comparison, .conjunction, .disjunction, .conditional, .lambda, .block:
            return []
        }
    }

    /// Terms dropped, negated and scaled, factors dropped and swapped.
    private func chain(_ expression: Expression, _ first: Expression, _ links: [ChainLink]) -> [Change] {
        func made(_ first: Expression, _ links: [ChainLink]) -> Expression {
            links.isEmpty ? first : expression.replaced(by: .chain(first, links))
        }
        func replacing(_ place: Int, _ change: (inout ChainLink) -> Void) -> Expression {
            var links = links
            change(&links[place])
            return made(first, links)
        }
        func without(_ place: Int) -> Expression {
            var links = links
            links.remove(at: place)
            return made(first, links)
        }
        var found = inner(first).map { Change($0.name, made($0.expression, links)) }
        for (place, link) in links.enumerated() {
            let text = SourcePrinter().print(link.operand)
            found += inner(link.operand).map { change in
                Change(change.name, replacing(place) { $0.operand = change.expression })
            }
            switch link.op {
            case .plus, .minus:
                guard !link.operand.isNegligible else { continue }
                let larger = link.operand.times(factor(1.01, at: link.operand))
                found += [
                    Change("drop the term \(text)", without(place)),
                    Change(
                        "change the sign of \(text)", replacing(place) { $0.op = link.op == .plus ? .minus : .plus }),
                    Change("1.01 times \(text)", replacing(place) { $0.operand = larger }),
                ]
            case .matrixProduct, .dividedBy:
                found.append(Change("drop the factor \(text)", without(place)))
                let before = place == 0 ? first : links[place - 1].operand
                var swapped = links
                swapped[place].operand = before
                if place > 0 { swapped[place - 1].operand = link.operand }
                found.append(
                    Change("swap the factors at \(text)", made(place == 0 ? link.operand : first, swapped)))
            case .times, .elementwise: found.append(Change("drop the factor \(text)", without(place)))
            case .inner, .outer: continue
            }
        }
        if let next = links.first, [.times, .elementwise, .matrixProduct].contains(next.op) {
            found.append(Change("drop the first factor", made(next.operand, Array(links.dropFirst()))))
        }
        if let next = links.first, next.op == .plus, !next.operand.isNegligible, !first.isNegligible {
            found.append(Change("drop the first term", made(next.operand, Array(links.dropFirst()))))
        }
        return found
    }
}
