internal import Glibc
internal import Programs
internal import Tensors
internal import Typography

/// `a == b + O(α²)`: two tests, both of which must hold. The Taylor coefficients of a − b below the order vanish, to
/// rounding; and the residual, measured while α is halved, falls at least that fast.
extension Evaluator {
    func checkOrder(
        _ claim: Claim, _ a: Expression, _ rest: Expression?, _ bound: Expression, _ scope: Scope?
    ) throws(Diagnostic) -> ClaimOutcome {
        let scaling = try Scaling(bound, self, scope)
        let outer = draws.enter()
        defer { draws.leave(to: outer) }
        let sides = OrderSides(left: a, right: rest)
        let coefficients = try self.coefficients(sides, scaling, scope, claim.span)
        let slope = try measureSlope(sides, scaling, scope, claim.span)
        var outcome = ClaimOutcome(
            text: claim.span.text, span: claim.span, isRefuted: claim.isRefuted, holds: false, order: slope.order,
            summary: "")
        if let problem = slope.problem ?? coefficients.problem {
            outcome.summary = problem
            return outcome
        }
        let order = scaling.order
        let measured = slope.order.map { "order \(Decimals.text($0, places: 2))" } ?? "exactly equal"
        if claim.isRefuted {
            if let found = coefficients.lowestNonzero(below: order, times: 1000) {
                outcome.holds = true
                outcome.summary =
                    "\(measured): the coefficient of order \(found.order) is \(NumberFormat.short.text(found.norm)), not 0"
            } else {
                outcome.summary = "\(measured): no coefficient below order \(order) is clearly not 0"
            }
            return outcome
        }
        if let found = coefficients.lowestNonzero(below: order, times: 1) {
            outcome.summary = "the coefficient of order \(found.order) is \(NumberFormat.short.text(found.norm)), not 0"
            outcome.details =
                slope.order.map { ["measured order \(Decimals.text($0, places: 2)), \(order) was claimed"] } ?? []
        } else if slope.isUndecided {
            outcome.summary = "undecided: the residual sinks into rounding before its slope shows"
        } else if let measuredOrder = slope.order, measuredOrder < Double(order) - 0.1 {
            outcome.summary = "order \(Decimals.text(measuredOrder, places: 2)), \(order) was claimed"
        } else {
            outcome.holds = true
            outcome.summary = measured
            if !coefficients.exist {
                outcome.summary += ", by slope (no value at 0)"
            } else if slope.order != nil {
                let leading = coefficients.norms[order]
                outcome.summary +=
                    leading <= coefficients.tolerances[order]
                    ? " (stronger than claimed)" : ", coefficient \(NumberFormat.short.text(leading))"
            }
        }
        return outcome
    }

    // MARK: Coefficients

    /// The Taylor coefficients of a residual, as norms.
    private struct Coefficients {
        var norms: [Double] = []
        /// What rounding alone may leave of each.
        var tolerances: [Double] = []
        var problem: String?

        /// Whether the sides have a value where the bindings vanish.
        var exist: Bool { norms.allSatisfy(\.isFinite) }

        func lowestNonzero(below order: Int, times factor: Double) -> (order: Int, norm: Double)? {
            guard exist else { return nil }
            for k in 0..<order where norms[k] > factor * tolerances[k] { return (k, norms[k]) }
            return nil
        }
    }

    /// The coefficients 0 … order along the direction of the bindings, scaled so that its largest component is 1.
    private func coefficients(
        _ sides: OrderSides, _ scaling: Scaling, _ scope: Scope?, _ span: Span
    ) throws(Diagnostic) -> Coefficients {
        let names = scaling.names
        let start = CallArgument(label: nil, value: .number(0), span: span)
        var leafCount = 0
        let traced: TracedCall
        do throws(Diagnostic) {
            traced = try trace([start], 0, span) { arguments throws(Diagnostic) in
                let (a, b) = try values(sides, scaling.replacements(arguments[0].value, names, self, span), scope)
                let leaves = try pairedLeaves(a, b, span)
                leafCount = leaves.left.count
                return .list((leaves.left + leaves.right).map { .tensor($0) })
            }
        } catch  where error.kind == .evaluation && !error.message.hasPrefix(Self.mismatch) {
            // No value at 0, a singular matrix say: the slope alone decides.
            return Coefficients(norms: [.nan], tolerances: [0])
        }
        let series = try at(span) { () throws(ComputationError) in
            try traced.function.taylor(along: [Operand(1)], order: scaling.order)
        }
        var result = Coefficients()
        var scale = 0.0
        for k in 0...scaling.order {
            var difference: [Double] = []
            for leaf in 0..<leafCount {
                let a = try known(series[leaf][k], span).doubles
                let b = try known(series[leafCount + leaf][k], span).doubles
                difference += zip(a, b).map { $0 - $1 }
                scale = max(scale, Comparison.norm(a), Comparison.norm(b))
            }
            result.norms.append(Comparison.norm(difference))
            result.tolerances.append(1e-10 * scale)
        }
        return result
    }

    // MARK: Slope

    private struct Slope {
        /// The measured order; nil where the sides are equal throughout.
        var order: Double?
        var isUndecided = false
        var problem: String?
    }

    /// Twenty halvings from the bindings' present values (0.1 for one that is 0), leaving out residuals under
    /// 100 ε (‖a‖ + ‖b‖); the median of the three usable slopes nearest to 0.
    ///
    /// That bound knows the rounding of the sides, not of what they are computed from: log(1 + α) rounds as 1 does. So
    /// a residual counts only if it stays the same, to 3 %, when the bindings change by a thousandth: a residual of
    /// order n < 20 does, and rounding does not.
    private func measureSlope(
        _ sides: OrderSides, _ scaling: Scaling, _ scope: Scope?, _ span: Span
    ) throws(Diagnostic) -> Slope {
        let points = (0...20).map { pow(2, -Double($0)) * scaling.length }
        let residuals = try residuals(sides, at: points, scaling, scope, span)
        if residuals[0].isEmpty { return Slope(problem: "there is nothing to compare: the values are empty") }
        if residuals.contains(where: { !$0.norm.isFinite }) { return Slope(problem: "the residual is not a number") }
        if residuals.allSatisfy({ !$0.isUsable }) { return Slope() }
        let usable = residuals.indices.filter { residuals[$0].isUsable }
        let nearby = try self.residuals(sides, at: usable.map { points[$0] * (1 + 0x1p-10) }, scaling, scope, span)
        let nearbyNorm = Dictionary(uniqueKeysWithValues: zip(usable, nearby.map(\.norm)))
        var slopes: [Double] = []
        var smaller: Double?
        for halving in residuals.indices.reversed() where slopes.count < 3 {
            let larger = residuals[halving].norm
            guard let moved = nearbyNorm[halving], abs(moved - larger) < 0.03 * larger else {
                smaller = nil
                continue
            }
            if let smaller { slopes.append(log2(larger / smaller)) }
            smaller = larger
        }
        guard slopes.count == 3 else { return Slope(order: nil, isUndecided: true) }
        return Slope(order: slopes.sorted()[1])
    }

    private struct Residual {
        let norm: Double
        let isEmpty: Bool
        /// Whether it stands out from the rounding of the two sides.
        let isUsable: Bool
    }

    /// ‖a − b‖ at each of some t.
    private func residuals(
        _ sides: OrderSides, at points: [Double], _ scaling: Scaling, _ scope: Scope?, _ span: Span
    ) throws(Diagnostic) -> [Residual] {
        let expressions = [sides.left] + (sides.right.map { [$0] } ?? [])
        let items = try evaluate(expressions, varying: scaling.names, as: "O", over: .vector(points), span, scope) {
            t throws(Diagnostic) in try scaling.replacements(t, scaling.names, self, span)
        }
        var residuals: [Residual] = []
        for value in try at(span, { () throws(ComputationError) in try items.list }) {
            if sides.right != nil, case .list(let both) = value {
                residuals.append(try residual(both[0], both[1], span))
            } else {
                residuals.append(try residual(value, .number(0), span))
            }
        }
        return residuals
    }

    private func residual(_ a: Value, _ b: Value, _ span: Span) throws(Diagnostic) -> Residual {
        let leaves = try pairedLeaves(a, b, span)
        var (x, y): ([Double], [Double]) = ([], [])
        for leaf in leaves.left { x += try known(leaf, span).doubles }
        for leaf in leaves.right { y += try known(leaf, span).doubles }
        let norm = Comparison.norm(zip(x, y).map { $0 - $1 })
        let rounding = Double.ulpOfOne * (Comparison.norm(x) + Comparison.norm(y))
        return Residual(norm: norm, isEmpty: x.isEmpty, isUsable: norm > 0 && norm >= 100 * rounding)
    }

    // MARK: Sides

    private static let mismatch = "the sides of a claim have different shapes"

    /// Both sides with the bindings replaced; a missing right side is zero.
    private func values(
        _ sides: OrderSides, _ replacements: [String: Value], _ scope: Scope?
    ) throws(Diagnostic) -> (Value, Value) {
        let start = draws
        defer { draws.leave(to: start, isDone: false) }
        return try varying(replacements, sides.left.span) { () throws(Diagnostic) in
            let a = try evaluate(sides.left, scope)
            let b = try sides.right.map { right throws(Diagnostic) in try evaluate(right, scope) } ?? .number(0)
            return (a, b)
        }
    }

    private func pairedLeaves(_ a: Value, _ b: Value, _ span: Span) throws(Diagnostic) -> (
        left: [Operand], right: [Operand]
    ) {
        guard let (x, structure) = a.flattened(), let (y, other) = b.flattened() else {
            throw Diagnostic(
                .evaluation, "an order is claimed of numbers, found \(a.kindDescription) and \(b.kindDescription)",
                at: span)
        }
        if structure.matches(other) { return (x, structure.reordering(y, of: other)) }
        // A tree against a literal 0.
        if y.count == 1, y[0].shape.isScalar, try known(y[0], span).double(at: 0) == 0 {
            return try at(span) { () throws(ComputationError) in
                var zeros: [Operand] = []
                for leaf in x { zeros.append(try .full(0, leaf.type)) }
                return (x, zeros)
            }
        }
        throw Diagnostic(
            .evaluation, "\(Self.mismatch): \(a.shapeDescription) and \(b.shapeDescription)", at: span)
    }
}

/// The two sides of an order claim, without the O term.
struct OrderSides {
    let left: Expression
    let right: Expression?
}

/// How the bindings of an O term go to zero together: each is t times its direction.
struct Scaling {
    /// The lowest degree of the monomials.
    let order: Int
    let names: [String]
    /// The direction of each binding, scaled so that the largest is 1.
    private let direction: [String: Double]
    /// The t at which the bindings have their present values.
    let length: Double

    init(_ bound: Expression, _ evaluator: Evaluator, _ scope: Scope?) throws(Diagnostic) {
        var found: [String] = []
        order = try Self.degree(bound, &found)
        names = found
        guard order >= 1, !names.isEmpty else {
            throw Diagnostic(
                .evaluation, "O(…) takes monomials in bindings, of order 1 at least, found \(bound.span.excerpt)",
                at: bound.span, topic: "claims")
        }
        var present: [String: Double] = [:]
        for name in names {
            _ = try evaluator.bindingName(Expression(.name(name), at: bound.span), "O", scope)
            let value = try evaluator.topLevelValue(name) ?? .number(0)
            let number = try evaluator.number(value, name, bound.span)
            present[name] = number == 0 ? 0.1 : number
        }
        length = present.values.map(abs).max() ?? 1
        let scale = length
        direction = present.mapValues { $0 / scale }
    }

    /// The bindings at t.
    func replacements(
        _ t: Value, _ names: [String], _ evaluator: Evaluator, _ span: Span
    ) throws(Diagnostic) -> [String: Value] {
        var replacements: [String: Value] = [:]
        for name in names {
            let value = try evaluator.arithmetic("*", t, .number(direction[name] ?? 1), span)
            replacements[name] = value
        }
        return replacements
    }

    /// The lowest degree of a polynomial's monomials in names.
    private static func degree(_ expression: Expression, _ names: inout [String]) throws(Diagnostic) -> Int {
        func unfit() -> Diagnostic {
            Diagnostic(
                .evaluation,
                "O(…) takes monomials in bindings, like α, α² or α*β + β²; found \(expression.span.excerpt)",
                at: expression.span, topic: "claims")
        }
        switch expression.kind {
        case .number: return 0
        case .name(let name):
            if !names.contains(name) { names.append(name) }
            return 1
        case .parenthesised(let inner), .prefix(.minus, let inner): return try degree(inner, &names)
        case .juxtaposition(let a, let b): return try degree(a, &names) + degree(b, &names)
        case .power(let base, let exponent, _):
            guard case .number(let power) = exponent.kind, power == power.rounded(), power >= 1, power <= 20 else {
                throw unfit()
            }
            return try degree(base, &names) * Int(power)
        case .chain(let first, let links):
            var total = try degree(first, &names)
            for link in links {
                switch link.op {
                case .plus, .minus: total = min(total, try degree(link.operand, &names))
                case .times, .elementwise: total += try degree(link.operand, &names)
                case .dividedBy:
                    guard case .number = link.operand.kind else { throw unfit() }
                case .matrixProduct, .inner, .outer: throw unfit()
                }
            }
            return total
        default: throw unfit()
        }
    }
}
