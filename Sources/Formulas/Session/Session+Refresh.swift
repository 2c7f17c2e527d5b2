extension Session {
    /// Names that no longer hold what their statements would give, sorted.
    public var staleNames: [String] {
        let staleness = Staleness(state.history)
        return state.history.names.filter { state.history.latest($0).map(staleness.isStale) ?? false }
    }

    /// The names bound anew since a binding was computed from them, directly or through others, sorted; none where it
    /// still holds what its statement would give.
    public func staleness(of name: String) -> [String] {
        state.history.latest(name).map(Staleness(state.history).causes) ?? []
    }

    /// Runs the statements of stale bindings again, in order, drawing what they drew: those of one name and of what it
    /// needs, or all.
    ///
    /// A binding that updates itself (`θ = θ - …`, a training loop) starts again from its predecessor. The numbers drawn
    /// afterwards are what they would have been without.
    /// - Returns: the names bound anew, in the order they were.
    /// - Throws: what a statement failed with, or the interruption; the session is then as it was.
    @discardableResult
    public func refresh(_ name: String? = nil) throws(Diagnostic) -> [String] {
        let refreshed = try refreshed(state.history, name.map { [$0] })
        state.history = refreshed.history
        return refreshed.names
    }

    /// A history with stale bindings run again at its end, and the names that were.
    func refreshed(
        _ history: History, _ names: [String]? = nil
    ) throws(Diagnostic) -> (history: History, names: [String]) {
        let settlement = history.nodes.count
        var history = history
        var bound: [String] = []
        // What runs again may read names that it did not before, and those may be stale, or it may no longer lead to
        // what counted as its next state: then once more. Two rounds do but for bindings that take turns in making each
        // other stale; those are settled as they come, which ends: a settled statement runs again only when something
        // does that was bound earlier.
        for round in 1... {
            let staleness = Staleness(history)
            let wanted = (names ?? history.names).compactMap { history.latest($0) }.filter(staleness.isStale)
            if wanted.isEmpty { break }
            let plan = RefreshPlan(history, staleness, wanted: Array(Set(wanted)))
            let names = try run(plan, in: &history, settlement: round > Self.freeRounds ? settlement : nil)
            for name in names where !bound.contains(name) { bound.append(name) }
        }
        return (history, bound)
    }

    /// The rounds before anything is settled.
    private static let freeRounds = 4

    /// Appends the nodes of a plan, run again; the names they bound.
    private func run(
        _ plan: RefreshPlan, in history: inout History, settlement: Int?
    ) throws(Diagnostic) -> [String] {
        let before = history
        var lineage = Lineage(before)
        var copies: [Int: Int] = [:]
        var bound: [String] = []
        for position in plan.order {
            let old = before.nodes[position]
            var versions: [String: Int?] = [:]
            for name in old.reads {
                let meant = lineage.present(name, for: position).map { copies[$0] ?? $0 }
                if meant != history.latest(name) { versions.updateValue(meant, forKey: name) }
            }
            var node = try run(old, in: history, versions)
            // Where the statement takes another branch now, a name has the value it had before the statement.
            for name in old.writes.keys where node.writes[name] == nil {
                guard let earlier = before.version(of: name, readBy: position).map({ copies[$0] ?? $0 }),
                    let value = history.nodes[earlier].writes[name]
                else {
                    guard before.latest(name) == position else { continue }
                    throw Diagnostic(
                        .evaluation, "run again, this does not bind \(name)", at: old.statement.span,
                        help: "bind \(name) before it, or anew")
                }
                node.writes[name] = value
                node.reads.insert(name)
                node.versions.updateValue(earlier, forKey: name)
            }
            // What another statement has bound since keeps its meaning.
            let origin = before.origin(of: position)
            let binds = node.writes.keys.filter { before.latest($0).map { before.origin(of: $0) <= origin } ?? true }
            node.binds = Set(binds)
            node.origin = origin
            node.settlement = settlement
            copies[position] = history.nodes.count
            history.append(node)
            bound += binds.sorted()
        }
        return bound
    }

    /// What a statement reads and writes when it is run again where names mean given versions.
    private func run(
        _ node: History.Node, in history: History, _ versions: [String: Int?]
    ) throws(Diagnostic) -> History.Node {
        let world = World(history: history, rerunning: node, versions: versions)
        let evaluator = evaluator(world, node.draws)
        evaluator.precision = node.precision
        _ = try evaluator.run(node.statement, resultName: node.resultName)
        return History.Node(
            statement: node.statement, reads: world.reads, writes: world.writes, draws: node.draws,
            precision: node.precision, versions: versions, resultBefore: node.resultBefore)
    }
}
