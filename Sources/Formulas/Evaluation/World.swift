/// What the top-level names mean while one statement runs: the versions just before it, some of them replaced.
///
/// A class, because everything the statement evaluates reads and writes the same names.
final class World {
    let history: History
    /// Reads see what the nodes before this one wrote.
    let position: Int
    /// What replaces some of the history here.
    private let overlay: Overlay
    /// The names looked up so far.
    private(set) var reads: Set<String> = []
    /// The names the statement has assigned.
    private(set) var writes: [String: Value] = [:]
    /// The libraries in use.
    private(set) var libraries: Set<String>
    /// What the statement had assigned when it last finished a whole iteration of a top-level loop.
    private(set) var kept: [String: Value] = [:]

    /// Where bindings are varied: what this very statement has assigned. Nobody knows which of it was computed from them,
    /// for a statement is one node.
    private var unfollowed: Set<String> = []
    /// One of those names, once it has been looked up.
    private(set) var readUnfollowed: String?

    convenience init(history: History, position: Int) {
        self.init(history: history, position: position, overlay: Overlay())
    }

    private init(history: History, position: Int, overlay: Overlay) {
        self.history = history
        self.position = position
        self.overlay = overlay
        libraries = history.libraries
    }

    func lookUp(_ name: String) -> Value? {
        if let value = writes[name] {
            if unfollowed.contains(name) { readUnfollowed = name }
            return value
        }
        reads.insert(name)
        guard let version = history.version(of: name, before: position) else { return nil }
        return overlay.values[version]?[name] ?? history.nodes[version].writes[name]
    }

    /// The nodes to recompute, first to last, before a name is looked up: its own, where something that it read has been
    /// replaced, and those that one needs.
    func staleNodes(for name: String) -> [Int] {
        guard writes[name] == nil, let version = history.version(of: name, before: position),
            overlay.values[version]?[name] == nil
        else { return [] }
        var needed: Set<Int> = []
        var pending = [version]
        while let node = pending.popLast() {
            guard overlay.stale.contains(node), needed.insert(node).inserted else { continue }
            pending += history.nodes[node].reads.compactMap { history.version(of: $0, before: node) }
        }
        return needed.sorted()
    }

    /// The world that a node of the history runs in when it is recomputed here.
    func world(before node: Int) -> World { World(history: history, position: node, overlay: overlay) }

    /// What a recomputed node wrote; a binding that is varied keeps the value it was given.
    func replace(_ node: Int, by recomputed: [String: Value]) {
        overlay.stale.remove(node)
        overlay.recomputed.append(node)
        overlay.values[node, default: [:]].merge(recomputed) { varied, _ in varied }
    }

    /// The nodes that have been recomputed here, in the order in which they were.
    var recomputed: [Int] { overlay.recomputed }

    func assign(_ name: String, _ value: Value) { writes[name] = value }

    func noteLibrary(_ name: String) { libraries.insert(name) }

    /// From here on, an interruption keeps what has been assigned so far.
    func keepWrites() { kept = writes }

    func noteReads(of other: World) { reads.formUnion(other.reads) }

    /// This world with some bindings replaced. Every node before `position` that read what has changed is stale: it is
    /// recomputed when a name that it wrote is first looked up, so that nothing runs that is not needed.
    func varying(_ replacements: [String: Value]) -> World {
        let overlay = Overlay(values: overlay.values, stale: overlay.stale)
        let varied = World(history: history, position: position, overlay: overlay)
        varied.writes = writes
        var changed: Set<Version> = []
        var first = position
        for (name, value) in replacements {
            if writes[name] == nil, let version = history.version(of: name, before: position) {
                overlay.values[version, default: [:]][name] = value
                changed.insert(Version(node: version, name: name))
                first = min(first, version + 1)
            } else {
                varied.writes[name] = value
            }
        }
        varied.unfollowed = unfollowed.union(writes.keys).subtracting(replacements.keys)
        let given = changed
        for position in first..<max(first, position) {
            let node = history.nodes[position]
            let isAffected =
                !node.writes.isEmpty
                && node.reads.contains { name in
                    history.version(of: name, before: position).map { changed.contains(Version(node: $0, name: name)) }
                        ?? false
                }
            guard isAffected else { continue }
            overlay.stale.insert(position)
            for name in node.writes.keys where !given.contains(Version(node: position, name: name)) {
                overlay.values[position]?[name] = nil
                changed.insert(Version(node: position, name: name))
            }
        }
        return varied
    }

    private struct Version: Hashable {
        let node: Int
        let name: String
    }
}

/// Values in place of what nodes wrote: a varied binding's, and those recomputed from it.
///
/// A class, because a world shares it with those that its nodes are recomputed in.
private final class Overlay {
    var values: [Int: [String: Value]]
    /// The nodes whose own values no longer hold.
    var stale: Set<Int>
    /// The nodes that have been recomputed, in order.
    var recomputed: [Int] = []

    init(values: [Int: [String: Value]] = [:], stale: Set<Int> = []) {
        self.values = values
        self.stale = stale
    }
}
