/// What the top-level names mean while one statement runs: the versions just before it, some of them replaced.
///
/// A class, because everything the statement evaluates reads and writes the same names.
final class World {
    let history: History
    /// Reads see what the nodes before this one wrote.
    let position: Int
    /// The names that mean something else here, as in `History.Node`.
    private let versions: [String: Int?]
    /// What replaces some of the history here.
    private let overlay: Overlay
    /// The names looked up so far.
    private(set) var reads: Set<String> = []
    /// The names the statement has assigned.
    private(set) var writes: [String: Value] = [:]
    /// What has been assigned on trial; nil where all assignments are meant.
    private(set) var trial: [String: Value]?
    /// The libraries in use.
    private(set) var libraries: Set<String>
    /// What the statement had assigned when it last finished a whole iteration of a top-level loop.
    private(set) var kept: [String: Value] = [:]
    /// How many iterations that took, and of how many.
    private(set) var keptIterations: (whole: Int, count: Int?)?

    /// What `_` means here: the name of the last result.
    let lastResult: String?

    /// Whether what was made in single precision is recomputed in double.
    private(set) var isDouble = false

    /// Where bindings are varied: what this very statement has assigned. Nobody knows which of it was computed from them,
    /// for a statement is one node.
    private var unfollowed: Set<String> = []
    /// One of those names, once it has been looked up.
    private(set) var readUnfollowed: String?

    convenience init(history: History, position: Int) {
        let isOfHistory = position < history.nodes.count
        self.init(
            history: history, position: position, versions: [:],
            lastResult: isOfHistory ? history.nodes[position].resultBefore : history.lastResult, overlay: Overlay())
    }

    /// For a statement of the history to run in once more, at the end of the history.
    convenience init(history: History, rerunning node: History.Node, versions: [String: Int?]) {
        self.init(
            history: history, position: history.nodes.count, versions: versions, lastResult: node.resultBefore,
            overlay: Overlay())
    }

    private init(
        history: History, position: Int, versions: [String: Int?], lastResult: String?, overlay: Overlay
    ) {
        self.history = history
        self.position = position
        self.versions = versions
        self.lastResult = lastResult
        self.overlay = overlay
        libraries = history.libraries
    }

    /// What a name is called in the history: `_` is the last result, unless something has been bound to it.
    private func meaning(_ name: String) -> String {
        guard name == ResultName.last, writes[name] == nil, version(of: name) == nil else { return name }
        return lastResult ?? name
    }

    func lookUp(_ name: String) -> Value? {
        let name = meaning(name)
        if let value = writes[name] {
            if unfollowed.contains(name) { readUnfollowed = name }
            return value
        }
        reads.insert(name)
        guard let version = version(of: name) else { return nil }
        return overlay.values[version]?[name] ?? history.nodes[version].writes[name]
    }

    private func version(of name: String) -> Int? {
        if let meant = versions[name] { return meant }
        return history.version(of: name, before: position)
    }

    /// The node that bound what a name means before the statement; nil where none did.
    func binder(of name: String) -> DoubleValues? {
        let name = meaning(name)
        reads.insert(name)
        return version(of: name).map { history.nodes[$0].inDouble }
    }

    /// Whether a name means what a given node bound, or nothing where none is given.
    func isBound(_ name: String, by node: DoubleValues?) -> Bool {
        !hasAssigned(name) && binder(of: name) === node
    }

    /// Whether the statement has assigned a name itself.
    func hasAssigned(_ name: String) -> Bool { writes[name] != nil }

    /// Whether another world is of the same moment.
    func isContemporary(with other: World) -> Bool { position == other.position }

    /// Whether some bindings have other values here than in the history.
    var isVaried: Bool { overlay.isVaried }

    /// Whether the same is replaced in another world.
    func hasReplacements(of other: World) -> Bool { overlay === other.overlay }

    /// The nodes to recompute, first to last, before a name is looked up: its own, where something that it read has been
    /// replaced, and those that one needs.
    func staleNodes(for name: String) -> [Int] {
        let name = meaning(name)
        guard writes[name] == nil, let version = version(of: name),
            overlay.values[version]?[name] == nil
        else { return [] }
        var needed: Set<Int> = []
        var pending = [version]
        while let node = pending.popLast() {
            guard overlay.stale.contains(node), needed.insert(node).inserted else { continue }
            pending += history.inputs(of: node).union(history.earlierVersions(at: node))
        }
        return needed.sorted()
    }

    /// The world that a node of the history runs in when it is recomputed here.
    func world(before node: Int) -> World {
        let earlier = World(
            history: history, position: node, versions: history.nodes[node].versions,
            lastResult: history.nodes[node].resultBefore, overlay: overlay)
        earlier.isDouble = isDouble
        return earlier
    }

    /// What a recomputed node wrote; a binding that is varied keeps the value it was given.
    ///
    /// - Parameter isLasting: whether the values hold beyond what is being evaluated.
    func replace(_ node: Int, by recomputed: [String: Value], isLasting: Bool) {
        overlay.stale.remove(node)
        overlay.recomputed.append(node)
        overlay.values[node, default: [:]].merge(recomputed) { varied, _ in varied }
        if isLasting, overlay.isDoubleOnly { history.nodes[node].inDouble.values = recomputed }
    }

    /// The nodes that have been recomputed here, in the order in which they were.
    var recomputed: [Int] { overlay.recomputed }

    func assign(_ name: String, _ value: Value) {
        writes[name] = value
        trial?[name] = value
    }

    /// The same moment, but what is assigned there is not assigned here.
    func onTrial() -> World {
        let other = World(
            history: history, position: position, versions: versions, lastResult: lastResult, overlay: overlay)
        other.writes = writes
        other.unfollowed = unfollowed
        other.isDouble = isDouble
        other.trial = [:]
        return other
    }

    func noteLibrary(_ name: String) { libraries.insert(name) }

    /// From here on, an interruption keeps what has been assigned so far.
    ///
    /// - Parameters:
    ///   - iterations: of a top-level loop, those that are whole.
    ///   - count: of how many, where that is known.
    func keepWrites(after iterations: Int, of count: Int?) {
        kept = writes
        keptIterations = (iterations, count)
    }

    /// What was read in a world of the same moment was read here. What a node of the history reads when it is recomputed
    /// is that node's affair: the names mean other versions there.
    func noteReads(of other: World) {
        if isContemporary(with: other) { reads.formUnion(other.reads) }
    }

    /// This world with some bindings replaced. Every node before `position` that read what has changed is stale: it is
    /// recomputed when a name that it wrote is first looked up, so that nothing runs that is not needed.
    func varying(_ replacements: [String: Value]) -> World {
        let overlay = Overlay(values: overlay.values, stale: overlay.stale, isVaried: true)
        let varied = World(
            history: history, position: position, versions: versions, lastResult: lastResult, overlay: overlay)
        varied.writes = writes
        varied.isDouble = isDouble
        var changed: Set<Version> = []
        var first = position
        for (name, value) in replacements {
            if writes[name] == nil, let version = version(of: name) {
                overlay.values[version, default: [:]][name] = value
                changed.insert(Version(node: version, name: name))
                first = min(first, version + 1)
            } else {
                varied.writes[name] = value
            }
        }
        varied.unfollowed = unfollowed.union(writes.keys).subtracting(replacements.keys)
        let given = changed
        for position in first..<max(first, position) where reads(anyOf: changed, position) {
            overlay.stale.insert(position)
            for name in history.nodes[position].writes.keys
            where !given.contains(Version(node: position, name: name)) {
                overlay.values[position]?[name] = nil
                changed.insert(Version(node: position, name: name))
            }
        }
        return varied
    }

    /// This world with what was made in single precision, and what was computed from that, recomputed in double when it is
    /// first looked up. What this very statement has assigned stays as it is.
    func inDoublePrecision() -> World {
        let overlay = Overlay(isDoubleOnly: true)
        let double = World(
            history: history, position: position, versions: versions, lastResult: lastResult, overlay: overlay)
        double.writes = writes
        double.unfollowed = unfollowed
        double.isDouble = true
        var changed: Set<Version> = []
        for position in 0..<position {
            let node = history.nodes[position]
            guard node.madeSingle || reads(anyOf: changed, position) else { continue }
            if let known = node.inDouble.values {
                overlay.values[position] = known
            } else {
                overlay.stale.insert(position)
            }
            for name in node.writes.keys { changed.insert(Version(node: position, name: name)) }
        }
        return double
    }

    /// Whether a node that wrote something read what has changed.
    private func reads(anyOf changed: Set<Version>, _ node: Int) -> Bool {
        !history.nodes[node].writes.isEmpty
            && history.nodes[node].reads.contains { name in
                history.version(of: name, readBy: node).map { changed.contains(Version(node: $0, name: name)) }
                    ?? false
            }
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
    /// Whether nothing is varied, but for the precision.
    let isDoubleOnly: Bool
    /// Whether bindings are varied.
    let isVaried: Bool
    /// The nodes that have been recomputed, in order.
    var recomputed: [Int] = []

    init(
        values: [Int: [String: Value]] = [:], stale: Set<Int> = [], isDoubleOnly: Bool = false, isVaried: Bool = false
    ) {
        self.values = values
        self.stale = stale
        self.isDoubleOnly = isDoubleOnly
        self.isVaried = isVaried
    }
}
