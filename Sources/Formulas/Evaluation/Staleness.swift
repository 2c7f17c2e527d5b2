/// Which nodes of a history no longer hold what their statements would give now.
struct Staleness {
    /// The names bound anew since, for each node that is stale because of them, directly or through what it read.
    private let causes: [Int: Set<String>]

    init(_ history: History) {
        var lineage = Lineage(history)
        var causes: [Int: Set<String>] = [:]
        for (position, node) in history.nodes.enumerated() where node.isComputed {
            var found: Set<String> = []
            for name in node.reads {
                let read = history.version(of: name, readBy: position)
                if lineage.present(name, for: position) != read {
                    found.insert(name)
                } else if let read, let inherited = causes[read], !history.isSettled(name, for: position, not: read) {
                    found.formUnion(inherited)
                }
            }
            if !found.isEmpty { causes[position] = found }
        }
        self.causes = causes
    }

    func isStale(_ node: Int) -> Bool { causes[node] != nil }

    /// The names bound anew since, sorted; none where the node still holds.
    func causes(of node: Int) -> [String] { causes[node]?.sorted() ?? [] }
}
