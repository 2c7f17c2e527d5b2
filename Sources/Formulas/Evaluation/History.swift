/// Every top-level statement that has run, as a node that read some names and wrote others: a binding remembers its
/// formula.
///
/// A name's value is that of the last node that bound it; earlier versions stay, for the nodes that read them.
struct History {
    struct Node {
        let statement: Statement
        /// The top-level names it looked up.
        var reads: Set<String>
        var writes: [String: Value]
        /// Where random draws stood before it.
        let draws: Draws
        /// What it made numbers in.
        let precision: Precision
        /// What it would have written in double precision.
        var inDouble = DoubleValues()
        /// Of a statement run again: the names that meant something else to it than to the others of its time, and the
        /// node that gave their meaning, or nil where they were not bound.
        var versions: [String: Int?] = [:]
        /// Of a statement run again: the node of its first run.
        var origin: Int?
        /// Of a statement run again among others that take turns in making each other stale: the same for all of them. The
        /// order they ran in stands, and none of them makes another stale.
        var settlement: Int?
        /// The names that mean from then on what it wrote; nil for all of them.
        var binds: Set<String>?
        /// What `_` means in it: the result of the expression before it.
        var resultBefore: String?

        /// Whether its values are computed from what it read, and can be again.
        var isComputed: Bool {
            switch statement.kind {
            case .use: false
            case .binding, .function, .expression, .forLoop, .whileLoop, .conditional, .claim, .derivation:
                !writes.isEmpty
            }
        }

        /// Whether it may have made numbers in single precision; to define a function makes none.
        var madeSingle: Bool {
            if case .function = statement.kind { return false }
            return precision == .single && isComputed
        }
    }

    /// Whether anything was made in single precision.
    private(set) var hasSingle = false
    /// The libraries that statements have brought into use.
    private(set) var libraries: Set<String> = []

    private(set) var nodes: [Node] = []
    /// The name of the last expression's result.
    private(set) var lastResult: String?
    /// The nodes that bound each name, in order.
    private var writers: [String: [Int]] = [:]

    mutating func append(_ node: Node, libraries: Set<String> = []) {
        self.libraries.formUnion(libraries)
        for name in node.writes.keys where node.binds?.contains(name) ?? true {
            writers[name, default: []].append(nodes.count)
        }
        hasSingle = hasSingle || node.madeSingle
        if node.origin == nil, let result = node.resultName { lastResult = result }
        nodes.append(node)
    }

    /// The node whose value of a name is current just before node `position`.
    func version(of name: String, before position: Int) -> Int? {
        guard let all = writers[name] else { return nil }
        // The last writer below `position`, by bisection.
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if all[middle] < position { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : all[low - 1]
    }

    /// The node whose value of a name another node reads.
    func version(of name: String, readBy node: Int) -> Int? {
        if let meant = nodes[node].versions[name] { return meant }
        return version(of: name, before: node)
    }

    /// The node that bound a name last.
    func latest(_ name: String) -> Int? { writers[name]?.last }

    /// The nodes whose values a node was computed from directly, each once.
    func inputs(of node: Int) -> Set<Int> { Set(nodes[node].reads.compactMap { version(of: $0, readBy: node) }) }

    /// What the names that a node may leave as they are, by branching, meant before it.
    func earlierVersions(at node: Int) -> Set<Int> {
        switch nodes[node].statement.kind {
        case .forLoop, .whileLoop, .conditional:
            Set(nodes[node].writes.keys.compactMap { version(of: $0, readBy: node) })
        case .binding, .function, .expression, .claim, .derivation, .use: []
        }
    }

    /// What stands for a statement however often it has run: the node of its first run.
    func origin(of node: Int) -> Int { nodes[node].origin ?? node }

    /// Whether two nodes have been settled together.
    func areSettled(_ node: Int, _ other: Int) -> Bool {
        nodes[node].settlement != nil && nodes[node].settlement == nodes[other].settlement
    }

    /// Whether a name has been bound anew together with a node that read an earlier version of it.
    func isSettled(_ name: String, for node: Int, not read: Int) -> Bool {
        guard nodes[node].writes[name] == nil, let latest = latest(name), latest != read else { return false }
        return areSettled(latest, node)
    }

    /// The names that statements have bound, sorted; the results of expressions are not among them.
    var names: [String] { writers.keys.filter { !ResultName.isOne($0) }.sorted() }

    /// The names of the results of expressions, the earliest first.
    var resultNames: [String] { writers.keys.filter(ResultName.isOne).sorted { ($0.count, $0) < ($1.count, $1) } }
}
