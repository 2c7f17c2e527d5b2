internal import Programs

/// Bindings remember their formulas: what depends on one can be evaluated as if it were another value.
extension Evaluator {
    /// The top-level binding an expression names.
    func bindingName(_ expression: Expression, _ form: String, _ scope: Scope?) throws(Diagnostic) -> String {
        guard case .name(let name) = expression.kind else {
            throw Diagnostic(
                .evaluation, "\(form) takes the name of a top-level binding, found \(expression.span.excerpt)",
                at: expression.span, help: "bind it first: x = …, then \(form) by x")
        }
        if scope?.lookUp(name) != nil {
            throw Diagnostic(
                .evaluation, "\(name) is a local name here, and \(form) takes a top-level binding", at: expression.span,
                help: "∇ and ∂ differentiate functions of local values")
        }
        guard try topLevelValue(name) != nil else {
            throw unknownName(name, expression.span, scope)
        }
        return name
    }

    /// An expression's value with some top-level bindings replaced, everything derived from them recomputed, and the
    /// session left as it was. The same random numbers are drawn every time.
    func evaluate(
        _ expression: Expression, varying replacements: [String: Value], _ scope: Scope?
    ) throws(Diagnostic) -> Value {
        let start = draws
        defer { draws.leave(to: start, isDone: false) }
        return try varying(replacements, expression.span) { () throws(Diagnostic) in try evaluate(expression, scope) }
    }

    /// Expressions under each of some values of bindings: at once, where they go one way. The same random numbers are
    /// drawn for each.
    ///
    /// - Parameters:
    ///   - form: which form asks; the same form makes the same bindings of a value.
    ///   - replacements: the bindings for one of the values.
    func evaluate(
        _ expressions: [Expression], varying names: [String], as form: String, over values: Value, _ span: Span,
        _ scope: Scope?,
        _ replacements: @escaping (Value) throws(Diagnostic) -> [String: Value]
    ) throws(Diagnostic) -> Items {
        // A name that no formula can have.
        let variable = "varied value"
        let code = ItemCode(
            key: .variation(expressions.map(\.span.text), of: names, form), span: expressions[0].span, varied: names,
            evaluate: { inner throws(Diagnostic) in
                let start = self.draws
                defer { self.draws.leave(to: start, isDone: false) }
                let value = inner.lookUp(variable) ?? .nothing
                return try self.varying(replacements(value), expressions[0].span) { () throws(Diagnostic) in
                    let results = try self.evaluateAll(expressions, inner.parent)
                    return results.count == 1 ? results[0] : .list(results)
                }
            })
        let start = draws
        defer { draws.leave(to: start, isDone: false) }
        return try run(code, over: variable, values, span, scope, drawAlike: true) { _ in start }
    }

    /// Runs `body` with some top-level bindings replaced.
    func varying<T>(
        _ replacements: [String: Value], _ span: Span, _ body: () throws(Diagnostic) -> T
    ) throws(Diagnostic) -> T {
        let varied = world.varying(replacements)
        let result = try within(varied, body)
        if let name = varied.readUnfollowed {
            let varied = replacements.keys.sorted().joined(separator: ", ")
            throw Diagnostic(
                .evaluation,
                "how \(name) depends on \(varied) is not known here: this statement has assigned it itself",
                at: span,
                help: "a loop at top level is one statement; make a function of its body, or bind \(name) before it")
        }
        return result
    }

    /// The value of a top-level name, recomputed where it derives from a varied binding.
    func topLevelValue(_ name: String) throws(Diagnostic) -> Value? {
        for node in world.staleNodes(for: name) {
            let recomputed = try recompute(world.history.nodes[node], world.world(before: node))
            world.replace(node, by: recomputed, isLasting: traceDepth == 0)
        }
        return world.lookUp(name)
    }

    /// What a statement of the history writes in another world, drawing what it drew.
    private func recompute(_ node: History.Node, _ world: World) throws(Diagnostic) -> [String: Value] {
        let outer = (claims, outputs, recording, precision)
        if recording?.surrounds(world) == false { recording = nil }
        defer { (claims, outputs, recording, precision) = outer }
        precision = world.isDouble ? .double : node.precision
        return try within(world, draws: node.draws) { () throws(Diagnostic) in
            _ = try run(node.statement, resultName: node.resultName)
            var writes = world.writes
            // Where it takes another branch here, a name has the value it had before the statement.
            for name in node.writes.keys where writes[name] == nil { writes[name] = try topLevelValue(name) }
            return writes
        }
    }

    /// An expression traced as a function of a top-level binding, at its present value or at another.
    func trace(
        _ expression: Expression, byBinding name: String, at point: Value?, _ scope: Scope?, _ span: Span
    ) throws(Diagnostic) -> TracedCall {
        var value = point
        if value == nil { value = try topLevelValue(name) }
        guard let value else { throw Diagnostic(.evaluation, "unknown name \(name)", at: span) }
        return try trace([CallArgument(label: nil, value: value, span: span)], 0, span) { inner throws(Diagnostic) in
            try evaluate(expression, varying: [name: inner[0].value], scope)
        }
    }
}
