public import Tensors

/// The same elements arranged otherwise.
extension Operand {
    public func reshaped(_ shape: Shape) throws(ComputationError) -> Operand {
        self.shape == shape ? self : try applying(Reshape(to: shape))
    }

    public func flattened() throws(ComputationError) -> Operand { try reshaped([shape.count]) }

    public func permuted(_ axes: [Int]) throws(ComputationError) -> Operand {
        axes == Array(0..<shape.rank) ? self : try applying(Permute(axes))
    }

    /// The last two axes exchanged; a vector or a number is its own transpose.
    public func transposed() throws(ComputationError) -> Operand {
        let rank = shape.rank
        return rank < 2 ? self : try permuted(Array(0..<rank - 2) + [rank - 1, rank - 2])
    }

    func movingAxisLast(_ axis: Int) throws(ComputationError) -> Operand {
        try permuted((0..<shape.rank).filter { $0 != axis } + [axis])
    }

    private func movingLastAxis(to axis: Int) throws(ComputationError) -> Operand {
        var axes = Array(0..<shape.rank - 1)
        axes.insert(shape.rank - 1, at: axis)
        return try permuted(axes)
    }

    /// `count` elements from `start` on along one axis.
    public func sliced(_ axis: Int, _ start: Int, _ count: Int) throws(ComputationError) -> Operand {
        let axis = try resolve(axis: axis)
        if start == 0 && count == shape[axis] { return self }
        var starts = [Int](repeating: 0, count: shape.rank)
        starts[axis] = start
        var sizes = shape.sizes
        sizes[axis] = count
        return try applying(Slice(starts: starts, sizes: sizes))
    }

    /// The sub-tensor at one index of an axis, which goes away.
    public func item(_ index: Int, axis: Int = 0) throws(ComputationError) -> Operand {
        let axis = try resolve(axis: axis)
        return try sliced(axis, index, 1).reshaped(shape.removing([axis]))
    }

    /// Sub-tensors at given positions of an axis, in their order; positions may repeat.
    public func taking(_ positions: Operand, axis: Int = 0) throws(ComputationError) -> Operand {
        let axis = try resolve(axis: axis)
        let front = try permuted([axis] + (0..<shape.rank).filter { $0 != axis })
        let taken = try front.applying(Gather(batchRank: 0), positions.converted(to: .float64))
        // The positions' axes stand first now, and belong where the axis was.
        let added = positions.shape.rank
        let rest = Array(added..<taken.shape.rank)
        return try taken.permuted(Array(rest.prefix(axis)) + Array(0..<added) + Array(rest.dropFirst(axis)))
    }

    /// For each row along the last axis, the elements at that row's positions.
    public func takingAlongRows(_ positions: Operand) throws(ComputationError) -> Operand {
        try applying(Gather(batchRank: shape.rank - 1), positions)
    }

    public static func concatenate(_ operands: [Operand], _ axis: Int) throws(ComputationError) -> Operand {
        guard let first = operands.first else {
            throw .types("there is nothing to join", help: "give at least one tensor")
        }
        let axis = try first.resolve(axis: axis)
        return operands.count == 1 ? first : try apply(Concatenate(axis: axis), try sameElement(operands))[0]
    }

    /// Operands of one shape along a new axis.
    public static func stack(_ operands: [Operand], axis: Int = 0) throws(ComputationError) -> Operand {
        guard let first = operands.first else { throw .types("there is nothing to stack") }
        guard axis >= -first.shape.rank - 1, axis <= first.shape.rank else {
            throw .types(
                "axis \(axis) of a stack of \(first.shape.isScalar ? "numbers" : "tensors of shape \(first.shape)"), which has \(first.shape.rank + 1 == 1 ? "1 axis" : "\(first.shape.rank + 1) axes")",
                help: "the new axis is 0 to \(first.shape.rank), or counted from the end", parameter: "axis")
        }
        let axis = axis < 0 ? axis + first.shape.rank + 1 : axis
        var sizes = first.shape.sizes
        sizes.insert(1, at: axis)
        var rows: [Operand] = []
        for operand in try sameElement(operands) {
            guard operand.shape == first.shape else {
                throw .types(
                    "a stack needs items of one shape, found \(first.shape.spoken) and \(operand.shape.spoken)",
                    help: "list(…) holds items of unequal shapes")
            }
            rows.append(try operand.reshaped(Shape(sizes)))
        }
        return rows.count == 1 ? rows[0] : try apply(Concatenate(axis: axis), rows)[0]
    }

    /// The operands in one element type: float64 where any tensor is, truth values only among themselves.
    private static func sameElement(_ operands: [Operand]) throws(ComputationError) -> [Operand] {
        var type = operands[0].type
        for operand in operands.dropFirst() where operand.type.element != type.element {
            let element = ElementType.promoted(type, operand.type)
            type = TensorType(type.shape.isScalar ? operand.shape : type.shape, element)
        }
        var converted: [Operand] = []
        for operand in operands { converted.append(try operand.converted(to: type.element)) }
        return converted
    }

    public func cumulativeSum(_ axis: Int = -1) throws(ComputationError) -> Operand {
        try asNumbers().applying(CumulativeSum(axis: resolve(axis: axis), fromBack: false))
    }

    /// The positions that would sort along an axis, ascending.
    public func argumentSort(_ axis: Int = -1) throws(ComputationError) -> Operand {
        let axis = try resolve(axis: axis)
        return try movingAxisLast(axis).asNumbers().applying(ArgumentSort()).movingLastAxis(to: axis)
    }

    public func sorted(_ axis: Int = -1) throws(ComputationError) -> Operand {
        let axis = try resolve(axis: axis)
        let last = try movingAxisLast(axis).asNumbers()
        return try last.takingAlongRows(last.applying(ArgumentSort())).movingLastAxis(to: axis)
    }
}
