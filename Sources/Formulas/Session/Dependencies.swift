/// What a binding was computed from, and what derives from it.
public struct Dependencies: Sendable {
    /// A name as one statement knew it.
    public struct Version: Sendable {
        public let name: String
        /// The statement that made it, as written.
        public let statement: String
        /// Whether that statement binds this name alone, and so begins with it.
        public let isOwn: Bool
        /// The names bound anew since it was computed from them; none where it is not stale.
        public let causes: [String]
        /// The statement that has bound the name anew since, where what reads it here would now read that.
        public let successor: String?
        /// What it was computed from, sorted by name.
        public let inputs: [Version]
        /// Whether its inputs are left out: they stand above, or too deep.
        public let isCut: Bool
    }

    public let binding: Version
    /// The names whose present values derive from it, through everything between, sorted.
    public let dependents: [String]
}

extension Session {
    /// What a bound name was computed from, and what derives from it; nil where nothing is bound to the name.
    ///
    /// - Parameter depth: how many statements back.
    public func dependencies(of name: String, depth: Int = 4) -> Dependencies? {
        let history = state.history
        guard let node = history.latest(name) else { return nil }
        var tree = DependencyTree(history)
        let binding = tree.version(of: name, node, successor: nil, depth: depth)
        let dependents = history.names.filter { other in
            guard other != name, let latest = history.latest(other) else { return false }
            return tree.lineage.derives(latest, from: node)
        }
        return Dependencies(binding: binding, dependents: dependents)
    }
}

/// Follows what was read back through a history, each version once.
private struct DependencyTree {
    private let history: History
    private let staleness: Staleness
    var lineage: Lineage
    private var shown: Set<Int> = []

    init(_ history: History) {
        self.history = history
        staleness = Staleness(history)
        lineage = Lineage(history)
    }

    /// Recursive, but no deeper than `depth`.
    mutating func version(
        of name: String, _ node: Int, successor: Int?, depth: Int
    ) -> Dependencies.Version {
        let names = history.nodes[node].reads.filter { history.version(of: $0, readBy: node) != nil }.sorted()
        let isCut = !names.isEmpty && (depth == 0 || !shown.insert(node).inserted)
        var inputs: [Dependencies.Version] = []
        for input in isCut ? [] : names {
            guard let read = history.version(of: input, readBy: node) else { continue }
            let present = lineage.present(input, for: node)
            inputs.append(
                version(of: input, read, successor: present == read ? nil : present, depth: depth - 1))
        }
        let statement = history.nodes[node].statement
        return Dependencies.Version(
            name: name, statement: statement.span.text, isOwn: statement.boundName == name,
            causes: staleness.causes(of: node), successor: successor.map { history.nodes[$0].statement.span.text },
            inputs: inputs, isCut: isCut)
    }
}
