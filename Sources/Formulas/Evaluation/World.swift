/// What the top-level names mean while one statement runs: the versions just before it, some of them replaced.
///
/// A class, because everything the statement evaluates reads and writes the same names.
final class World {
    let history: History
    /// Reads see what the nodes before this one wrote.
    let position: Int
    /// Values that replace what nodes wrote: a varied binding's, and those recomputed from it.
    private(set) var overlay: [Int: [String: Value]]
    /// The names looked up so far.
    private(set) var reads: Set<String> = []
    /// The names the statement has assigned.
    private(set) var writes: [String: Value] = [:]
    /// The libraries in use.
    private(set) var libraries: Set<String>
    /// What the statement had assigned when it last finished a whole iteration of a top-level loop.
    private(set) var kept: [String: Value] = [:]

    init(history: History, position: Int, overlay: [Int: [String: Value]] = [:]) {
        self.history = history
        self.position = position
        self.overlay = overlay
        libraries = history.libraries
    }

    func lookUp(_ name: String) -> Value? {
        if let value = writes[name] { return value }
        reads.insert(name)
        guard let version = history.version(of: name, before: position) else { return nil }
        return overlay[version]?[name] ?? history.nodes[version].writes[name]
    }

    func assign(_ name: String, _ value: Value) { writes[name] = value }

    func noteLibrary(_ name: String) { libraries.insert(name) }

    /// From here on, an interruption keeps what has been assigned so far.
    func keepWrites() { kept = writes }

    func noteReads(of other: World) { reads.formUnion(other.reads) }

    /// This world with some bindings replaced and, in order, every node before `position` recomputed that read what
    /// has changed. `recompute` runs a node's statement in a world of its own and gives what it wrote.
    func varying(
        _ replacements: [String: Value],
        recompute: (History.Node, World) throws(Diagnostic) -> [String: Value]
    ) throws(Diagnostic) -> World {
        var overlay = overlay
        var changed: Set<Version> = []
        var first = position
        let varied = World(history: history, position: position)
        varied.writes = writes
        for (name, value) in replacements {
            if writes[name] != nil {
                varied.writes[name] = value
            } else if let version = history.version(of: name, before: position) {
                overlay[version, default: [:]][name] = value
                changed.insert(Version(node: version, name: name))
                first = min(first, version + 1)
            } else {
                varied.writes[name] = value
            }
        }
        for position in first..<max(first, position) {
            let node = history.nodes[position]
            let isAffected = !node.writes.isEmpty && node.reads.contains { name in
                history.version(of: name, before: position).map { changed.contains(Version(node: $0, name: name)) }
                    ?? false
            }
            guard isAffected else { continue }
            let recomputed = try recompute(node, World(history: history, position: position, overlay: overlay))
            for (name, value) in recomputed where replacements[name] == nil || !isVaried(name, at: position) {
                overlay[position, default: [:]][name] = value
                changed.insert(Version(node: position, name: name))
            }
        }
        varied.overlay = overlay
        return varied
    }

    private func isVaried(_ name: String, at position: Int) -> Bool {
        history.version(of: name, before: self.position) == position
    }

    private struct Version: Hashable {
        let node: Int
        let name: String
    }
}
