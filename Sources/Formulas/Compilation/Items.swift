internal import Programs
internal import Tensors

/// What a comprehension has made: its items one by one, or all at once.
enum Items {
    case separate([Value])
    /// Trees of one structure, each leaf with the items along its leading axis.
    case stacked([Operand], TreeStructure, count: Int)

    var count: Int {
        switch self {
        case .separate(let items): items.count
        case .stacked(_, _, let count): count
        }
    }

    /// The items one by one.
    var list: [Value] {
        get throws(ComputationError) {
            switch self {
            case .separate(let items): return items
            case .stacked(let leaves, let structure, let count):
                var items: [Value] = []
                for index in 0..<count {
                    var parts: [Operand] = []
                    for leaf in leaves { parts.append(try leaf.item(index)) }
                    items.append(structure.tree(parts))
                }
                return items
            }
        }
    }

    /// Some items after others.
    static func joined(_ parts: [Items]) throws(ComputationError) -> Items {
        if parts.count == 1 { return parts[0] }
        var stacks: [[Operand]] = []
        var common: TreeStructure?
        var total = 0
        for part in parts {
            guard case .stacked(let leaves, let structure, let count) = part, (common ?? structure) == structure else {
                return try separated(parts)
            }
            common = structure
            total += count
            stacks.append(leaves)
        }
        guard let structure = common else { return .separate([]) }
        var leaves: [Operand] = []
        for place in stacks[0].indices { leaves.append(try Operand.concatenate(stacks.map { $0[place] }, 0)) }
        return .stacked(leaves, structure, count: total)
    }

    private static func separated(_ parts: [Items]) throws(ComputationError) -> Items {
        var items: [Value] = []
        for part in parts { items += try part.list }
        return .separate(items)
    }
}
