/// The stale statements that some bindings need run again, and in which order.
struct RefreshPlan {
    /// Each after what it reads; where there is a choice, in the order of the session.
    let order: [Int]

    /// - Parameter wanted: the nodes whose values are to hold again.
    init(_ history: History, _ staleness: Staleness, wanted: [Int]) {
        var lineage = Lineage(history)
        // The stale nodes that each needs run before it, and the other way round.
        var needs: [Int: Set<Int>] = [:]
        var needed: [Int: [Int]] = [:]
        var pending = wanted.filter(staleness.isStale)
        while let node = pending.popLast() {
            guard needs[node] == nil else { continue }
            let inputs = Set(history.nodes[node].reads.compactMap { lineage.present($0, for: node) })
            needs[node] = inputs.filter { $0 != node && staleness.isStale($0) }
            for input in needs[node] ?? [] {
                needed[input, default: []].append(node)
                pending.append(input)
            }
        }
        var order: [Int] = []
        var ready = Set(needs.keys.filter { needs[$0]?.isEmpty ?? true })
        // Bindings can need each other in a circle, as in a = 1; b = a; c = 7; a = c; c = b: then the first reads the
        // other as it is.
        while let next = ready.min() ?? needs.keys.min() {
            order.append(next)
            ready.remove(next)
            needs[next] = nil
            for node in needed[next] ?? [] where needs[node]?.remove(next) != nil {
                if needs[node]?.isEmpty == true { ready.insert(node) }
            }
        }
        self.order = order
    }
}
