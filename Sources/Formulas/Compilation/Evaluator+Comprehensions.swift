internal import Programs
internal import Tensors

/// Comprehensions: their body runs for each item, at once over items of one shape.
extension Evaluator {
    /// The items a comprehension makes.
    func generate(_ comprehension: Comprehension, _ scope: Scope?) throws(Diagnostic) -> Items {
        let generators = comprehension.generators
        let body = comprehension.body
        let code = ItemCode(
            key: .comprehension(CodeIdentity(body.span), precision), span: body.span,
            evaluate: { inner throws(Diagnostic) in try self.evaluate(body, inner) })
        if generators.count == 1, generators[0].conditions.isEmpty, case .name(let name, _) = generators[0].pattern {
            let sequence = generators[0].sequence
            let value = try evaluate(sequence, scope)
            let outer = draws
            let items = try run(code, over: name, value, sequence.span, scope) { index in
                var inner = outer
                _ = inner.enter(index)
                return inner
            }
            draws.leave(to: outer)
            return items
        }
        var pending: [(scope: Scope, draws: Draws)] = []
        var made: [Items] = []
        let names = Set(generators.flatMap(\.pattern.names))
        func runPending() throws(Diagnostic) {
            let iterations = Iterations(
                variables: .scopes(pending.map(\.scope), names: names), draws: pending.map(\.draws))
            pending = []
            made.append(try run(code, iterations, scope))
        }
        try iterate(generators[...], scope) { inner throws(Diagnostic) in
            pending.append((inner, draws))
            if pending.count == Self.mostIterations { try runPending() }
        }
        if !pending.isEmpty {
            let end = draws
            try runPending()
            draws.leave(to: end, isDone: false)
        }
        return try joined(made, body.span)
    }

    /// Sets the variables of the generators for each iteration that no condition leaves out.
    private func iterate(
        _ generators: ArraySlice<Generator>, _ scope: Scope?, _ body: (Scope) throws(Diagnostic) -> Void
    ) throws(Diagnostic) {
        guard let generator = generators.first else {
            if let scope { try body(scope) }
            return
        }
        let sequence = try evaluate(generator.sequence, scope)
        let outer = draws
        for (index, item) in try items(sequence, generator.sequence.span).enumerated() {
            try checkInterrupt(generator.sequence.span)
            draws.leave(to: outer, isDone: false)
            _ = draws.enter(index)
            let inner = Scope(parent: scope)
            try define(generator.pattern, item, inner)
            var isWanted = true
            for condition in generator.conditions where isWanted { isWanted = try isTrue(condition, inner) }
            if isWanted { try iterate(generators.dropFirst(), inner, body) }
        }
        draws.leave(to: outer)
    }
}
