public import Formulas

/// Makes wrong claims of a right one, by small changes to its syntax tree.
public struct ClaimMutator {
    private let claim: Claim
    private let isStep: Bool

    /// - Parameter isStep: whether it is a line of a derivation, whose left side is another line's.
    public init(_ claim: Claim, isStep: Bool = false) {
        self.claim = claim
        self.isStep = isStep
    }

    /// The mutants, each with a change of its own name.
    public func mutants() -> [Mutant] {
        var texts: Set<String> = [Mutant("", claim).text]
        var counts: [String: Int] = [:]
        return all().filter { texts.insert($0.text).inserted }.map { mutant in
            let count = counts[mutant.change, default: 0] + 1
            counts[mutant.change] = count
            return count == 1 ? mutant : Mutant("\(mutant.change) (\(count))", mutant.claim)
        }
    }

    private func all() -> [Mutant] {
        if claim.isRefuted { return [made("claim it", isRefuted: false, claim.form)] + refutations() }
        switch claim.form {
        case .equal(let a, let b, let tolerance): return equalities(a, b, tolerance)
        case .order(let a, let rest, let bound): return orders(a, rest, bound)
        case .approximately(let a, let b, let tolerance):
            let changed = ExpressionChanges(tolerance: tolerance).whole(b) + [.init("twice the value", b.times(2))]
            return [refuted] + changed.map { made($0.name, .approximately(a, $0.expression, within: tolerance)) }
        case .holds(let condition):
            return [refuted]
                + TruthChanges(isRefuted: claim.isRefuted).changes(to: condition).map {
                    made($0.name, .holds($0.expression))
                }
        }
    }

    private func made(_ change: String, isRefuted: Bool? = nil, _ form: Claim.Form) -> Mutant {
        var mutant = claim
        mutant.form = form
        mutant.isRefuted = isRefuted ?? claim.isRefuted
        return Mutant(change, mutant)
    }

    private var refuted: Mutant { made("refute it", isRefuted: true, claim.form) }

    // MARK: Equalities

    private func equalities(_ a: Expression, _ b: Expression, _ tolerance: Expression?) -> [Mutant] {
        func right(_ change: ExpressionChanges.Change) -> Mutant {
            made(change.name, .equal(a, change.expression, within: tolerance))
        }
        func left(_ change: ExpressionChanges.Change) -> Mutant {
            made("left: \(change.name)", .equal(change.expression, b, within: tolerance))
        }
        let changes = ExpressionChanges(tolerance: tolerance)
        let inLeft = isStep ? [] : changes.inner(a).map(left)
        if a.isWord || b.isWord {
            let other: [Expression] = [
                a.replaced(by: .string([.text("another")])), a.number(0.5), a.replaced(by: .list([a, a])),
            ]
            return [refuted] + changes.inner(b).map(right) + inLeft
                + other.map { right(.init("\(SourcePrinter().print($0)) instead", $0)) }
        }
        if b.isZero { return raised(a).map(left) + changes.inner(b).map(right) + inLeft }
        if a.isZero { return raised(b).map(right) + changes.inner(b).map(right) + inLeft }
        return changes.whole(b).map(right) + changes.inner(b).map(right) + inLeft
    }

    /// A side that is 0, and must not be a little more or less; sign and coefficient do not change it.
    private func raised(_ side: Expression) -> [ExpressionChanges.Change] {
        [0.001, -0.001, 1, -1].map { .init("\($0) more", side.plus(side.number($0).grouped)) }
    }

    // MARK: Orders

    private func orders(_ a: Expression, _ rest: Expression?, _ bound: Expression) -> [Mutant] {
        let changes = ExpressionChanges(tolerance: nil)
        let monomial = Monomial(bound)
        let lower = monomial.lower
        let name = bound.replaced(by: .name(monomial.name))
        func right(_ change: ExpressionChanges.Change) -> Mutant {
            made(change.name, .order(a, rest: change.expression, bound: bound))
        }
        func left(_ change: ExpressionChanges.Change) -> Mutant {
            made("left: \(change.name)", .order(change.expression, rest: rest, bound: bound))
        }
        var mutants = [
            made("raise the order", .order(a, rest: rest, bound: bound.times(name))),
            made("raise the order by two", .order(a, rest: rest, bound: bound.times(name).times(name))),
        ]
        let terms: [ExpressionChanges.Change] = [
            .init("a term of the order below", lower.times(0.001)),
            .init("less a term of the order below", lower.times(-0.001)), .init("1 more", lower.number(1)),
            .init("1 less", lower.number(-1)),
        ]
        if let rest {
            mutants += terms.map { right(.init($0.name, rest.plus($0.expression.grouped))) }
            mutants += ((rest.isZero ? [] : changes.whole(rest)) + changes.inner(rest)).map(right)
        } else {
            mutants += terms.map { left(.init($0.name, a.plus($0.expression.grouped))) }
        }
        return mutants + (isStep ? [] : changes.inner(a).map(left))
    }

    // MARK: Refutations

    /// Refutations of what is true, or not false enough.
    private func refutations() -> [Mutant] {
        func near(_ side: Expression, _ tolerance: Expression?, _ share: Double) -> Expression {
            side.times(tolerance.map { side.sum(1, share, of: $0) } ?? side.number(1 + 1e-8))
        }
        switch claim.form {
        case .equal(let a, let b, let tolerance):
            let unequal = a.replaced(by: .prefix(.not, a.replaced(by: .comparison(a, .equal, b)).grouped))
            return (a.isWord ? [made("say not", .holds(unequal))] : []) + [
                made("the left side twice", .equal(a, a, within: tolerance)),
                made("the right side twice", .equal(b, b, within: tolerance)),
                made("too near on the right", .equal(a, near(a, tolerance, 10), within: tolerance)),
                made("too near on the left", .equal(near(b, tolerance, 10), b, within: tolerance)),
            ]
        case .approximately(let a, let b, let tolerance):
            return [
                made("the left side twice", .approximately(a, a, within: tolerance)),
                made("the right side twice", .approximately(b, b, within: tolerance)),
                made("too near on the right", .approximately(a, near(a, tolerance, 0.5), within: tolerance)),
                made("too near on the left", .approximately(near(b, tolerance, 0.5), b, within: tolerance)),
            ]
        case .order(let a, let rest, let bound):
            let sides = [("left", a), ("right", rest ?? a)]
            return sides.flatMap { name, side in
                [
                    made("the \(name) side twice", .order(side, rest: side, bound: bound)),
                    made("too near the \(name) side", .order(side, rest: near(side, nil, 0), bound: bound)),
                ]
            }
        case .holds(let condition):
            return TruthChanges(isRefuted: claim.isRefuted).changes(to: condition).map {
                made($0.name, .holds($0.expression))
            }
        }
    }
}
