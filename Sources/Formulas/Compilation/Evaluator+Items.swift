internal import Programs
internal import Tensors

/// Code that runs for each of many items: a comprehension's body, or formulas under the values of a varied binding.
struct ItemCode {
    let key: CodeCache.Key
    let span: Span
    /// The bindings that it varies.
    var varied: [String] = []
    /// What it gives for an item, whose variables stand in a scope inside the one around the code.
    let evaluate: (Scope) throws(Diagnostic) -> Value
}

/// Many items of one form: the code is traced once, and runs over a leading axis.
extension Evaluator {
    /// Iterations that are gathered before they run.
    static let mostIterations = 1024
    /// Bytes of intermediate values that a batch should not exceed; larger ones run in parts.
    private static let batchMemory = 64 << 20
    /// Traces within traces; a recursion that goes deeper is interpreted.
    private static let deepestTrace = 32
    /// Instructions of a body after which it is interpreted.
    private static let bodyLimit = 50_000

    /// What some code gives for each item of a value, which a variable stands for; `beginning` says where draws stand.
    func run(
        _ code: ItemCode, over name: String, _ value: Value, _ span: Span, _ scope: Scope?, drawAlike: Bool = false,
        from beginning: (Int) -> Draws
    ) throws(Diagnostic) -> Items {
        var made: [Items] = []
        func run(_ count: Int, _ variables: (Range<Int>) throws(Diagnostic) -> Iterations.Variables) throws(Diagnostic)
        {
            for start in stride(from: 0, to: count, by: Self.mostIterations) {
                let range = start..<min(start + Self.mostIterations, count)
                let iterations = Iterations(
                    variables: try variables(range), draws: range.map(beginning), drawAlike: drawAlike)
                made.append(try self.run(code, iterations, scope))
            }
        }
        if case .tensor(let operand) = value.withoutRange, operand.shape.rank > 0 {
            try run(operand.shape[0]) { range throws(Diagnostic) in
                .leading(
                    name,
                    try at(span) { () throws(ComputationError) in
                        try operand.sliced(0, range.lowerBound, range.count)
                    })
            }
        } else {
            let items = try items(value, span)
            try run(items.count) { range throws(Diagnostic) in
                let scopes = range.map { index in
                    let inner = Scope(parent: scope)
                    inner.define(name, items[index])
                    return inner
                }
                return .scopes(scopes, names: [name])
            }
        }
        return try joined(made, code.span)
    }

    func joined(_ parts: [Items], _ span: Span) throws(Diagnostic) -> Items {
        try at(span) { () throws(ComputationError) in try Items.joined(parts) }
    }

    /// The items of some iterations: at once where their code goes one way, one by one where it does not.
    func run(_ code: ItemCode, _ iterations: Iterations, _ scope: Scope?) throws(Diagnostic) -> Items {
        if let items = try runAtOnce(code, iterations, scope) { return items }
        var values: [Value] = []
        for index in 0..<iterations.count {
            try checkInterrupt(code.span)
            draws.leave(to: iterations.draws[index], isDone: false)
            var inner: Scope
            switch iterations.variables {
            case .scopes(let scopes, _): inner = scopes[index]
            case .leading(let name, _):
                inner = Scope(parent: scope)
                let item = try at(code.span) { () throws(ComputationError) in
                    try iterations.value(of: name, in: index)
                }
                if let item { inner.define(name, item) }
            }
            values.append(try code.evaluate(inner))
        }
        return .separate(values)
    }

    private func runAtOnce(
        _ code: ItemCode, _ iterations: Iterations, _ scope: Scope?
    ) throws(Diagnostic) -> Items? {
        guard cache.policy != .never, iterations.count > 1, traceDepth < Self.deepestTrace,
            !cache[code.key].isPlain, !code.varied.contains(where: world.hasAssigned)
        else { return nil }
        func root(_ place: Place) throws(Diagnostic) -> Value? {
            switch place {
            case .local(let name): scope?.lookUp(name)
            case .name(let name): try outsideValue(name)
            case .item, .function, .argument, .variable, .field, .element, .antiderivative: nil
            }
        }
        func run(_ traced: TracedCode) throws(Diagnostic) -> Items? {
            let most = max(1, Self.batchMemory / max(traced.memorySize, 1))
            return try attempt { () throws(Diagnostic) in
                var made: [Items] = []
                for start in stride(from: 0, to: iterations.count, by: most) {
                    let range = start..<min(start + most, iterations.count)
                    let part = try at(code.span) { () throws(ComputationError) in
                        range.count == iterations.count ? iterations : try iterations.part(range)
                    }
                    guard let leaves = try traced.run(self, over: part, root, code.span),
                        let structure = traced.structure
                    else { return nil }
                    made.append(.stacked(leaves, structure, count: range.count))
                }
                return try joined(made, code.span)
            }
        }
        let isOutermost = traceDepth == 0 && recording == nil
        // Where bindings are varied already, their versions do not tell what they are.
        let isLasting = isOutermost && (code.varied.isEmpty || !world.isVaried)
        if isLasting, let items = try cache.run(code.key, by: run) { return items }
        let recording = Recording(
            depth: traceDepth + 1, origins: provenance?.origins ?? Origins(), world: world, outer: recording,
            isOutermost: isOutermost, varies: !code.varied.isEmpty)
        recording.limit = Self.bodyLimit
        for name in code.varied { recording.note(name) }
        let surroundings = recording.surroundings(scope)
        let traced = try record(recording, from: iterations.draws[0], code.span) { () throws(Diagnostic) in
            var taken: [String: Value] = [:]
            return try code.evaluate(
                Scope(parent: surroundings) { [unowned recording] name in
                    if let value = taken[name] { return value }
                    // What can't be had fails below, where the columns are made.
                    guard let item = try? iterations.value(of: name, in: 0) else { return nil }
                    taken[name] = recording.take(item, at: .item(name))
                    return taken[name]
                })
        }
        guard let traced, recording.holdsForItems, traced.structure != nil, let items = try run(traced) else {
            cache[code.key].isPlain = true
            return nil
        }
        if isLasting && recording.isReusable && traced.isReusable { cache.keep(traced, code.key) }
        return items
    }
}
