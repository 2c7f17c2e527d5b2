/// What derives from what, in a history.
///
/// A statement that was run again counts as the one it was at first: what was computed from either derives from both.
struct Lineage {
    let history: History
    /// The first runs of what each node was computed from, through everything between.
    private var ancestors: [Int: Set<Int>] = [:]

    init(_ history: History) { self.history = history }

    /// Whether a node was computed from another, through versions read.
    mutating func derives(_ node: Int, from other: Int) -> Bool {
        ancestors(of: node).contains(history.origin(of: other))
    }

    /// Whether a node, or what it was computed from, looked a name up.
    mutating func reads(_ name: String, _ node: Int) -> Bool {
        history.nodes[node].reads.contains(name)
            || ancestors(of: node).contains { history.nodes[$0].reads.contains(name) }
    }

    private mutating func ancestors(of node: Int) -> Set<Int> {
        if let known = ancestors[node] { return known }
        var found: Set<Int> = []
        var seen: Set<Int> = []
        var pending = Array(history.inputs(of: node))
        while let next = pending.popLast() {
            guard seen.insert(next).inserted else { continue }
            found.insert(history.origin(of: next))
            pending += history.inputs(of: next)
        }
        ancestors[node] = found
        return found
    }

    /// The version of a name that a node would read now: the latest, but for a name it has itself updated, or that has
    /// been bound since to something computed from it. Those are the next state, not another value of what it read.
    mutating func present(_ name: String, for node: Int) -> Int? {
        let read = history.version(of: name, readBy: node)
        guard history.nodes[node].writes[name] == nil, let latest = history.latest(name), latest != read,
            !history.areSettled(latest, node), !derives(latest, from: node)
        else { return read }
        return latest
    }
}
