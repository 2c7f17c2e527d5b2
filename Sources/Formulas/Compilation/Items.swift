internal import Programs
internal import Tensors

/// What a comprehension has made: its items one by one, or all at once.
enum Items {
    case separate([Value])
    /// Trees of one structure, each leaf with the items along its leading axis.
    case stacked([Operand], TreeStructure, count: Int)

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

    /// These items and then others.
    func followed(by others: Items) throws(ComputationError) -> Items {
        if case .separate(let items) = self, items.isEmpty { return others }
        if case .separate(let items) = others, items.isEmpty { return self }
        guard case .stacked(let a, let structure, let m) = self, case .stacked(let b, let other, let n) = others,
            structure == other
        else { return .separate(try list + others.list) }
        var leaves: [Operand] = []
        for (first, second) in zip(a, b) { leaves.append(try Operand.concatenate([first, second], 0)) }
        return .stacked(leaves, structure, count: m + n)
    }
}
