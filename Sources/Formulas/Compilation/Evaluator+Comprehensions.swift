internal import Programs
internal import Tensors

/// Comprehensions: over items of one shape the body is traced once, and runs over a leading axis.
extension Evaluator {
    /// Iterations that are gathered before they run.
    private static let mostIterations = 1024
    /// Bytes of intermediate values that a batch should not exceed; larger ones run in parts.
    private static let batchMemory = 64 << 20
    /// Traces within traces; a recursion that goes deeper is interpreted.
    private static let deepestTrace = 32
    /// Instructions of a body after which it is interpreted.
    private static let bodyLimit = 50_000

    /// The items a comprehension makes.
    func generate(_ comprehension: Comprehension, _ scope: Scope?) throws(Diagnostic) -> Items {
        let generators = comprehension.generators
        if generators.count == 1, generators[0].conditions.isEmpty, case .name(let name, _) = generators[0].pattern {
            return try generate(comprehension, over: name, generators[0].sequence, scope)
        }
        var pending: [(scope: Scope, draws: Draws)] = []
        var made: [Items] = []
        let names = Set(generators.flatMap(\.pattern.names))
        func runPending() throws(Diagnostic) {
            let iterations = Iterations(
                variables: .scopes(pending.map(\.scope), names: names), draws: pending.map(\.draws))
            pending = []
            made.append(try run(comprehension, iterations, scope))
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
        return try joined(made, comprehension.body.span)
    }

    /// The same with one generator of one name: a tensor's items need not be taken apart to run at once.
    private func generate(
        _ comprehension: Comprehension, over name: String, _ sequence: Expression, _ scope: Scope?
    ) throws(Diagnostic) -> Items {
        let value = try evaluate(sequence, scope)
        let outer = draws
        func beginning(_ index: Int) -> Draws {
            var inner = outer
            _ = inner.enter(index)
            return inner
        }
        var made: [Items] = []
        func run(_ count: Int, _ variables: (Range<Int>) throws(Diagnostic) -> Iterations.Variables) throws(Diagnostic)
        {
            for start in stride(from: 0, to: count, by: Self.mostIterations) {
                let range = start..<min(start + Self.mostIterations, count)
                let iterations = Iterations(variables: try variables(range), draws: range.map(beginning))
                made.append(try self.run(comprehension, iterations, scope))
            }
        }
        if case .tensor(let operand) = value.withoutRange, operand.shape.rank > 0 {
            try run(operand.shape[0]) { range throws(Diagnostic) in
                .leading(
                    name,
                    try at(sequence.span) { () throws(ComputationError) in
                        try operand.sliced(0, range.lowerBound, range.count)
                    })
            }
        } else {
            let items = try items(value, sequence.span)
            try run(items.count) { range throws(Diagnostic) in
                let scopes = range.map { index in
                    let inner = Scope(parent: scope)
                    inner.define(name, items[index])
                    return inner
                }
                return .scopes(scopes, names: [name])
            }
        }
        draws.leave(to: outer)
        return try joined(made, comprehension.body.span)
    }

    private func joined(_ parts: [Items], _ span: Span) throws(Diagnostic) -> Items {
        try at(span) { () throws(ComputationError) in try Items.joined(parts) }
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

    /// The items of some iterations: at once where their bodies go one way, one by one where they do not.
    private func run(
        _ comprehension: Comprehension, _ iterations: Iterations, _ scope: Scope?
    ) throws(Diagnostic) -> Items {
        let body = comprehension.body
        if let items = try runAtOnce(body, iterations, scope) { return items }
        var values: [Value] = []
        for index in 0..<iterations.count {
            try checkInterrupt(body.span)
            draws.leave(to: iterations.draws[index], isDone: false)
            var inner: Scope
            switch iterations.variables {
            case .scopes(let scopes, _): inner = scopes[index]
            case .leading(let name, _):
                inner = Scope(parent: scope)
                let item = try at(body.span) { () throws(ComputationError) in
                    try iterations.value(of: name, in: index)
                }
                if let item { inner.define(name, item) }
            }
            values.append(try evaluate(body, inner))
        }
        return .separate(values)
    }

    private func runAtOnce(
        _ body: Expression, _ iterations: Iterations, _ scope: Scope?
    ) throws(Diagnostic) -> Items? {
        guard cache.policy != .never, iterations.count > 1, traceDepth < Self.deepestTrace else { return nil }
        let key = CodeCache.Key.comprehension(CodeIdentity(body.span), precision)
        guard !cache[key].isPlain else { return nil }
        func root(_ place: Place) throws(Diagnostic) -> Value? {
            switch place {
            case .local(let name): scope?.lookUp(name)
            case .name(let name): try outsideValue(name)
            case .item, .function, .argument, .variable, .field, .element, .antiderivative: nil
            }
        }
        func run(_ traced: TracedCode) throws(Diagnostic) -> Items? {
            let most = max(1, Self.batchMemory / max(traced.arenaSize, 1))
            return try attempt { () throws(Diagnostic) in
                var made: [Items] = []
                for start in stride(from: 0, to: iterations.count, by: most) {
                    let range = start..<min(start + most, iterations.count)
                    let part = try at(body.span) { () throws(ComputationError) in
                        range.count == iterations.count ? iterations : try iterations.part(range)
                    }
                    guard let leaves = try traced.run(self, over: part, root, body.span),
                        let structure = traced.structure
                    else { return nil }
                    made.append(.stacked(leaves, structure, count: range.count))
                }
                return try joined(made, body.span)
            }
        }
        let isOutermost = traceDepth == 0 && recording == nil
        if isOutermost, let items = try cache.run(key, by: run) { return items }
        let recording = Recording(
            depth: traceDepth + 1, origins: provenance?.origins ?? Origins(), world: world, outer: recording,
            isOutermost: isOutermost)
        recording.limit = Self.bodyLimit
        let surroundings = recording.surroundings(scope)
        let traced = try record(recording, from: iterations.draws[0], body.span) { () throws(Diagnostic) in
            var taken: [String: Value] = [:]
            let find = { [unowned recording] (name: String) -> Value? in
                if let value = taken[name] { return value }
                // What can't be had fails below, where the columns are made.
                guard let item = try? iterations.value(of: name, in: 0) else { return surroundings?.lookUp(name) }
                taken[name] = recording.take(item, at: .item(name))
                return taken[name]
            }
            return try evaluate(body, Scope(find: find))
        }
        guard let traced, recording.holdsForItems, traced.structure != nil, let items = try run(traced) else {
            cache[key].isPlain = true
            return nil
        }
        if isOutermost && recording.isReusable && traced.isReusable { cache.keep(traced, key) }
        return items
    }
}
