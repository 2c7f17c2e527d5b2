/// Every top-level statement that has run, as a node that read some names and wrote others: a binding remembers its
/// formula.
///
/// A name's value is that of the last node that wrote it; earlier versions stay, for the nodes that read them.
struct History {
    struct Node {
        let statement: Statement
        /// The top-level names it looked up.
        let reads: Set<String>
        let writes: [String: Value]
        /// Where random draws stood before it.
        let draws: Draws
    }

    /// The libraries that statements have brought into use.
    private(set) var libraries: Set<String> = []

    private(set) var nodes: [Node] = []
    /// The nodes that wrote each name, in order.
    private var writers: [String: [Int]] = [:]

    mutating func append(_ node: Node, libraries: Set<String> = []) {
        self.libraries.formUnion(libraries)
        for name in node.writes.keys { writers[name, default: []].append(nodes.count) }
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

    var names: [String] { writers.keys.sorted() }
}
