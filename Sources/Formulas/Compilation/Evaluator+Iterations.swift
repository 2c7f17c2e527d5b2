/// Loops whose iterations go one way: the body is traced once, and its program runs from iteration to iteration.
extension Evaluator {
    /// Instructions of a body after which it is interpreted.
    private static let iterationLimit = 5_000
    /// Failures to trace a body after which it is always interpreted.
    private static let mostFailures = 3

    /// Runs that found no trace, as most did, after which a body is always interpreted.
    private static let mostMisses = 16

    /// Runs iterations of a loop by a trace of its body; how many, which is none where the interpreter is to run the
    /// next.
    func runByTrace(_ loop: Loop, from index: Int) throws(Diagnostic) -> Int {
        let key = CodeCache.Key.loop(CodeIdentity(loop.span), precision)
        guard mayTrace, !cache[key].isPlain else { return 0 }
        func run(_ traced: TracedCode) throws(Diagnostic) -> Int? {
            let outcome = try attempt { () throws(Diagnostic) in try traced.run(self, loop, from: index) }
            guard let outcome else { return nil }
            for (name, value) in outcome.locals.fields { _ = loop.scope?.assign(name, value) }
            for (name, value) in outcome.topLevel.fields { world.assign(name, value) }
            return outcome.count
        }
        if let count = try cache.run(key, by: run) {
            cache[key].hits += count - 1
            return count
        }
        let entry = cache[key]
        // Every iteration was decided otherwise than those that were traced.
        if entry.runs > Self.mostMisses, entry.hits < entry.runs { cache[key].isPlain = true }
        guard cache.policy == .eager || entry.runs > CodeCache.frequent,
            // Traces that are not run again were not worth their making.
            entry.traces.count < 2 || entry.hits > 8 * entry.traces.count
        else { return 0 }
        if let traced = try record(loop, index), let count = try run(traced) {
            cache.keep(traced, key)
            cache[key].hits += count - 1
            return count
        }
        cache[key].failures += 1
        if cache[key].failures == Self.mostFailures, entry.traces.isEmpty { cache[key].isPlain = true }
        return 0
    }

    /// Traces an iteration: what it assigns is its result.
    private func record(_ loop: Loop, _ index: Int) throws(Diagnostic) -> TracedCode? {
        let trial = world.onTrial()
        let recording = Recording(depth: traceDepth + 1, world: trial, outer: nil, isOutermost: true)
        recording.limit = Self.iterationLimit
        let around = recording.surroundings(loop.scope)
        let traced = try attempt { () throws(Diagnostic) in
            try record(recording, from: loop.draws(index), loop.span) { () throws(Diagnostic) in
                try within(trial) { () throws(Diagnostic) in
                    let variables = Scope(parent: nil)
                    if case .condition(let condition) = loop.head {
                        guard try isTrue(condition, around), !recording.hasDrawn else { return nil }
                    } else if let (value, pattern) = loop.item(index) {
                        try define(pattern, value, variables)
                    }
                    let inner = Scope(parent: around, takes: { variables.variables[$0] != nil }) {
                        [unowned recording] name in
                        variables.lookUp(name).flatMap { recording.take($0, at: .item(name)) }
                    }
                    try execute(loop.body, inner)
                    return .list([.record(Record(around?.variables ?? [:])), .record(Record(trial.trial ?? [:]))])
                }
            }
        }
        guard let traced, traced.isReusable, recording.isReusable else { return nil }
        // A closure from before the iteration would see what this assigns.
        let isSeen = recording.readings.contains { reading in
            guard case .variable(_, let name) = reading.place else { return false }
            return around?.variables[name] != nil
        }
        return isSeen ? nil : traced
    }
}

extension Record {
    /// Variables, by their names.
    fileprivate init(_ variables: [String: Value]) {
        self.init(variables.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) })
    }
}
