internal import Programs
internal import Tensors

/// The structure of a tree without its numbers: what `θ` and `∇L(θ)` have in common.
indirect enum TreeStructure: Hashable, Sendable {
    case leaf(TensorType)
    case record([String], [TreeStructure])
    case list([TreeStructure])

    /// The types of the leaves, in order.
    var leafTypes: [TensorType] {
        switch self {
        case .leaf(let type): [type]
        case .record(_, let children), .list(let children): children.flatMap(\.leafTypes)
        }
    }

    /// The tree with given leaves.
    func tree(_ leaves: [Operand]) -> Value {
        var rest = leaves[...]
        return take(&rest)
    }

    private func take(_ leaves: inout ArraySlice<Operand>) -> Value {
        switch self {
        case .leaf: return .tensor(leaves.removeFirst())
        case .record(let names, let children):
            return .record(Record(zip(names, children).map { (name: $0, value: $1.take(&leaves)) }))
        case .list(let children): return .list(children.map { $0.take(&leaves) })
        }
    }
}

extension Value {
    /// The numbers of a tree, in order, and how they hang together; nil where something in it is no number.
    func flattened() -> (leaves: [Operand], structure: TreeStructure)? {
        var leaves: [Operand] = []
        guard let structure = flatten(into: &leaves) else { return nil }
        return (leaves, structure)
    }

    private func flatten(into leaves: inout [Operand]) -> TreeStructure? {
        switch self {
        case .tensor(let operand):
            leaves.append(operand)
            return .leaf(operand.type)
        case .range(let range):
            let vector = Operand.known(Tensor(vector: range.values))
            leaves.append(vector)
            return .leaf(vector.type)
        case .record(let record):
            var children: [TreeStructure] = []
            for field in record.fields {
                guard let child = field.value.flatten(into: &leaves) else { return nil }
                children.append(child)
            }
            return .record(record.names, children)
        case .list(let items):
            var children: [TreeStructure] = []
            for item in items {
                guard let child = item.flatten(into: &leaves) else { return nil }
                children.append(child)
            }
            return .list(children)
        case .string, .function, .linearOperator, .contraction, .figure, .nothing:
            return nil
        }
    }

    /// A range as the vector it stands for; anything else as it is.
    var withoutRange: Value {
        switch self {
        case .range(let range): .vector(range.values)
        case .tensor, .string, .record, .list, .function, .linearOperator, .contraction, .figure, .nothing: self
        }
    }

    /// Items in brackets: numbers or tensors of one shape stack; anything else stays a list.
    static func bracketed(_ items: [Value]) throws(ComputationError) -> Value {
        var operands: [Operand] = []
        for item in items {
            guard case .tensor(let operand) = item.withoutRange else { return .list(items) }
            if let first = operands.first {
                guard operand.shape == first.shape,
                    (operand.type.element == .truth) == (first.type.element == .truth)
                else { return .list(items.map(\.withoutRange)) }
            }
            operands.append(operand)
        }
        if operands.isEmpty { return .tensor(try .full(0, TensorType([0]))) }
        return .tensor(try Operand.stack(operands))
    }
}
