internal import Programs
internal import Tensors

extension Evaluator {
    /// Checks a claim.
    func check(_ claim: Claim, _ scope: Scope?) throws(Diagnostic) -> ClaimOutcome {
        if !claim.quantifiers.isEmpty { return try checkForAll(claim, scope) }
        switch claim.form {
        case .equal(let a, let b, let within):
            var tolerance: Double?
            if let within { tolerance = try number(evaluate(within, scope), "a tolerance", within.span) }
            let (x, y) = (try evaluate(a, scope), try evaluate(b, scope))
            let (isLeftZero, isRightZero) = (isZeroLiteral(a), isZeroLiteral(b))
            let comparison = try compare(
                isLeftZero ? spread(x, like: y) : x, isRightZero ? spread(y, like: x) : y, tolerance,
                toZero: isLeftZero || isRightZero, claim.span)
            return equality(claim, comparison, x, y)
        case .approximately(let a, let b, let within):
            return try checkApproximately(claim, a, b, within, scope)
        case .order(let a, let rest, let bound):
            return try checkOrder(claim, a, rest, bound, scope)
        case .holds(let expression):
            return try checkTruth(claim, expression, scope)
        }
    }

    /// Checks each line of a derivation.
    func check(_ derivation: Derivation, _ scope: Scope?) throws(Diagnostic) {
        for (index, step) in derivation.steps.enumerated() {
            var outcome = try check(step.claim, scope)
            outcome = outcome.renamed(step.text)
            outcome.reason = step.reason
            if index == 0 { outcome.derivationStart = derivation.start.span.text }
            claims.append(outcome)
        }
    }

    func number(_ value: Value, _ role: String, _ span: Span) throws(Diagnostic) -> Double {
        guard case .tensor(let operand) = value, let number = try known(operand, span).scalar else {
            throw Diagnostic(
                .evaluation, "\(role) is a number, found \(value.kindDescription)", at: span, topic: "claims")
        }
        return number
    }

    // MARK: Equality

    /// Whether an expression is `0` or `zeros(…)` as written.
    private func isZeroLiteral(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .number(let value): value == 0
        case .parenthesised(let inner): isZeroLiteral(inner)
        case .call(let callee, _):
            if case .name("zeros") = callee.kind { true } else { false }
        default: false
        }
    }

    /// A literal 0 as zeros in the shape of the tree it is compared with.
    private func spread(_ zero: Value, like tree: Value) -> Value {
        guard case .tensor(let operand) = zero, operand.shape.isScalar, let (_, structure) = tree.flattened() else {
            return zero
        }
        return structure.tree(structure.leafTypes.map { .known(Tensor(repeating: 0, TensorType($0.shape))) })
    }

    /// How far two values are apart.
    func compare(
        _ a: Value, _ b: Value, _ tolerance: Double?, toZero: Bool, _ span: Span
    ) throws(Diagnostic) -> Comparison {
        if case .linearOperator(let x) = a, case .linearOperator(let y) = b {
            return try compare(x, y, tolerance, span)
        }
        guard let (x, structure) = a.flattened(), let (y, other) = b.flattened() else {
            let areEqual = try areEqual(a, b, span)
            var comparison = Comparison(
                [Tensor(0)], [Tensor(areEqual ? 0 : 1)], names: [""], tolerance: tolerance, toZero: false)
            comparison.isTrivial = false
            return comparison
        }
        guard structure.matches(other) else {
            return Comparison(
                problem: "the sides have different shapes: \(a.shapeDescription) and \(b.shapeDescription)")
        }
        var left: [Tensor] = []
        var right: [Tensor] = []
        for leaf in x { left.append(try known(leaf, span)) }
        for leaf in structure.reordering(y, of: other) { right.append(try known(leaf, span)) }
        return Comparison(left, right, names: structure.leafNames, tolerance: tolerance, toZero: toZero)
    }

    /// Operators are equal if they and their transposes agree on five seeded vectors.
    private func compare(
        _ a: LinearOperator, _ b: LinearOperator, _ tolerance: Double?, _ span: Span
    ) throws(Diagnostic) -> Comparison {
        var worst = Comparison(problem: "I on both sides: there is nothing to compare")
        guard let domain = a.domain ?? b.domain, let codomain = a.codomain ?? b.codomain else { return worst }
        for (own, other) in [(a.domain, b.domain), (a.codomain, b.codomain)] {
            if let own, let other, !own.matches(other) {
                return Comparison(
                    problem: "the sides work on different spaces: \(own.description) and \(other.description)")
            }
        }
        for (isTransposed, space) in [(false, domain), (true, codomain)] {
            let (x, y) = isTransposed ? (a.transposed(), b.transposed()) : (a, b)
            for draw in 0..<5 {
                let vector = try at(span) { () throws(ComputationError) in
                    var leaves: [Operand] = []
                    for (index, type) in space.leafTypes.enumerated() {
                        leaves.append(
                            try .normal(type.shape, key: UInt64(draw << 16 | index)).converted(to: type.element))
                    }
                    return space.tree(leaves)
                }
                let left = try at(span) { () throws(ComputationError) in try x.apply(vector) }
                let right = try at(span) { () throws(ComputationError) in try y.apply(vector) }
                let comparison = try compare(left, right, tolerance, toZero: false, span)
                if comparison.problem != nil { return comparison }
                if worst.problem != nil || comparison.error > worst.error { worst = comparison }
            }
        }
        return worst
    }

    private func equality(_ claim: Claim, _ comparison: Comparison, _ a: Value, _ b: Value) -> ClaimOutcome {
        let holds = claim.isRefuted ? comparison.isRefuted : comparison.holds
        var outcome = ClaimOutcome(
            text: claim.span.text, span: claim.span, isRefuted: claim.isRefuted, holds: holds, error: comparison.error,
            summary: "")
        let error = NumberFormat.error.text(comparison.error)
        if let problem = comparison.problem {
            outcome.summary = problem
            outcome.error = comparison.error.isNaN ? .nan : nil
        } else if claim.isRefuted {
            outcome.summary = holds ? "apart by \(error)" : "the sides are equal to \(error)"
        } else {
            outcome.summary =
                comparison.isTrivial ? "trivially: both sides are 0" : comparison.error == 0 ? "exactly" : error
        }
        if !holds {
            outcome.details = sides(a, b)
            if comparison.problem == nil, !claim.isRefuted {
                let place = comparison.place.isEmpty ? "" : "largest at \(comparison.place): "
                outcome.details.append(
                    "\(place)\(NumberFormat.full.text(comparison.left)) and \(NumberFormat.full.text(comparison.right)), apart by \(error); below \(NumberFormat.error.text(comparison.tolerance)) was wanted"
                )
            }
        }
        return outcome
    }

    /// Both sides of a claim that fails; long values only in their beginning.
    private func sides(_ a: Value, _ b: Value) -> [String] {
        ["left:  \(abbreviated(a.inlineText, to: 160))", "right: \(abbreviated(b.inlineText, to: 160))"]
    }

    // MARK: Other forms

    private func checkApproximately(
        _ claim: Claim, _ a: Expression, _ b: Expression, _ within: Expression, _ scope: Scope?
    ) throws(Diagnostic) -> ClaimOutcome {
        let tolerance = try number(evaluate(within, scope), "a tolerance", within.span)
        let (x, y) = (try evaluate(a, scope), try evaluate(b, scope))
        let comparison = try compare(x, y, tolerance, toZero: false, claim.span)
        // Relative to the right side, which is the value meant; on its edge it holds.
        let reference =
            comparison.problem == nil ? try at(claim.span) { () throws(ComputationError) in try y.norm() } : Operand(0)
        let distance =
            comparison.problem == nil
            ? try at(claim.span) { () throws(ComputationError) in try Value.arithmetic("-", x, y).norm() } : Operand(0)
        let scale = try known(reference, claim.span).double(at: 0)
        let difference = try known(distance, claim.span).double(at: 0)
        let error = scale == 0 ? difference : difference / scale
        let isClose = comparison.problem == nil && error <= tolerance
        let holds = comparison.problem == nil && isClose != claim.isRefuted
        return ClaimOutcome(
            text: claim.span.text, span: claim.span, isRefuted: claim.isRefuted, holds: holds, error: error,
            summary: comparison.problem ?? "apart by \(NumberFormat.short.text(error * 100)) %",
            details: holds ? [] : sides(x, y))
    }

    private func checkTruth(_ claim: Claim, _ expression: Expression, _ scope: Scope?) throws(Diagnostic)
        -> ClaimOutcome
    {
        var sides: [Value] = []
        let value: Value
        if case .comparison(let a, let op, let b) = expression.kind {
            sides = [try evaluate(a, scope), try evaluate(b, scope)]
            value = try compare(op, sides[0], sides[1], expression.span)
        } else {
            value = try evaluate(expression, scope)
        }
        guard case .tensor(let operand) = value, operand.type.element == .truth else {
            throw Diagnostic(
                .evaluation, "a claim is true or false, found \(value.kindDescription)", at: expression.span,
                help: "claim a == b", topic: "claims")
        }
        let truths = try known(operand, expression.span).doubles
        let problem =
            try truths.isEmpty
            ? "there is nothing to compare: the value is empty" : obstacle(sides, expression.span)
        let isTrue = truths.allSatisfy { $0 != 0 }
        let holds = problem == nil && isTrue != claim.isRefuted
        return ClaimOutcome(
            text: claim.span.text, span: claim.span, isRefuted: claim.isRefuted, holds: holds,
            summary: problem ?? (isTrue ? "true" : "false"),
            details: holds || sides.isEmpty ? [] : self.sides(sides[0], sides[1]))
    }

    /// Why a comparison of two values says nothing, whatever comes out; nil where it does say something. A number may
    /// be compared with each of many.
    private func obstacle(_ sides: [Value], _ span: Span) throws(Diagnostic) -> String? {
        var shapes: [Shape] = []
        for side in sides {
            guard let (leaves, _) = side.flattened() else { continue }
            if case .tensor(let operand) = side, !operand.shape.isScalar { shapes.append(operand.shape) }
            for leaf in leaves {
                if try known(leaf, span).doubles.contains(where: \.isNaN) { return "NaN compares with nothing" }
            }
        }
        guard shapes.count == 2, shapes[0] != shapes[1] else { return nil }
        return "the sides have different shapes: \(shapes[0]) and \(shapes[1])"
    }

    // MARK: For all

    /// In an overlay, for each of a number of seeded draws.
    private func checkForAll(_ claim: Claim, _ scope: Scope?) throws(Diagnostic) -> ClaimOutcome {
        var count = 5
        if let draws = claim.draws {
            count = try wholeNumber(evaluate(draws, scope), "the number of draws", draws.span)
        }
        guard count > 0 else {
            throw Diagnostic(
                .evaluation, "a claim for all needs at least one draw, found \(count)",
                at: claim.draws?.span ?? claim.span,
                topic: "claims")
        }
        var inner = claim
        inner.quantifiers = []
        let outer = draws
        var worst: ClaimOutcome?
        for draw in 0..<count {
            draws.leave(to: outer, isDone: false)
            _ = draws.enter(draw)
            var replacements: [String: Value] = [:]
            for quantifier in claim.quantifiers {
                replacements[quantifier.name] = try evaluate(quantifier.distribution, scope)
            }
            var outcome = try varying(replacements, claim.span) { () throws(Diagnostic) in try check(inner, scope) }
            if !outcome.holds {
                let drawn = claim.quantifiers.map { "\($0.name) = \(replacements[$0.name]?.inlineText ?? "?")" }
                outcome.details.append("at draw \(draw + 1) of \(count): \(drawn.joined(separator: ", "))")
                draws.leave(to: outer)
                return outcome
            }
            if (outcome.error ?? 0) >= (worst?.error ?? 0) { worst = outcome }
        }
        draws.leave(to: outer)
        guard var worst else {
            throw Diagnostic(.evaluation, "a claim for all needs at least one draw", at: claim.span)
        }
        worst.summary = "\(counted(count, "draw")), at worst \(worst.summary)"
        return worst
    }
}

extension ClaimOutcome {
    fileprivate func renamed(_ text: String) -> ClaimOutcome {
        ClaimOutcome(
            text: text, span: span, isRefuted: isRefuted, holds: holds, error: error, order: order, summary: summary,
            details: details)
    }
}
