internal import Tensors

/// Reductions over axes (all where nil); `keep` leaves them with size 1.
extension Operand {
    /// Axes as counted from 0, from the end where negative.
    public func resolve(axis: Int) throws(ComputationError) -> Int {
        let rank = shape.rank
        guard axis >= -rank, axis < rank else {
            throw .types(
                rank == 0
                    ? "axis \(axis) of a number, which has no axes"
                    : "axis \(axis) of a tensor of shape \(shape), which has \(rank == 1 ? "1 axis" : "\(rank) axes")",
                help: rank == 0
                    ? nil : "axes go from 0 to \(rank - 1), or from the end: -1\(rank == 1 ? "" : " to -\(rank)")",
                parameter: "axis")
        }
        return axis < 0 ? axis + rank : axis
    }

    private func resolve(_ axes: [Int]?) throws(ComputationError) -> [Int] {
        guard let axes else { return Array(0..<shape.rank) }
        var resolved: [Int] = []
        for axis in axes { resolved.append(try resolve(axis: axis)) }
        return Array(Set(resolved)).sorted()
    }

    private func kept(_ original: Shape, _ axes: [Int], _ keep: Bool) throws(ComputationError) -> Operand {
        keep ? try reshaped(original.keeping(axes)) : self
    }

    public func sum(_ axes: [Int]? = nil, keep: Bool = false) throws(ComputationError) -> Operand {
        let axes = try resolve(axes)
        let x = try asNumbers()
        return try (axes.isEmpty ? x : x.applying(Sum(axes))).kept(shape, axes, keep)
    }

    public func mean(_ axes: [Int]? = nil, keep: Bool = false) throws(ComputationError) -> Operand {
        let count = Shape(try resolve(axes).map { shape[$0] }).count
        return try sum(axes, keep: keep) / Double(count)
    }

    /// The mean of squared deviations (divided by n).
    public func variance(_ axes: [Int]? = nil, keep: Bool = false) throws(ComputationError) -> Operand {
        let deviation = try self - mean(axes, keep: true)
        return try (deviation * deviation).mean(axes, keep: keep)
    }

    /// The Euclidean norm; its gradient at 0 is 0.
    public func norm(_ axes: [Int]? = nil, keep: Bool = false) throws(ComputationError) -> Operand {
        try (self * self).sum(axes, keep: keep).rootOfSquares()
    }

    /// √s of a sum of squares, with slope 0 where s is 0.
    public func rootOfSquares() throws(ComputationError) -> Operand {
        let isZero = try isEqual(to: Operand(0))
        return try isZero.select(Operand(0), isZero.select(Operand(1), self).squareRoot())
    }

    /// The product, by halves, so that it and all its derivatives are made of products only and zeros do no harm.
    public func product(_ axes: [Int]? = nil, keep: Bool = false) throws(ComputationError) -> Operand {
        let axes = try resolve(axes)
        var x = try asNumbers()
        for axis in axes.reversed() {
            if x.shape[axis] == 0 { x = try Operand.full(1, TensorType(x.shape.keeping([axis]), x.type.element)) }
            while x.shape[axis] > 1 {
                let size = x.shape[axis]
                let half = size / 2
                let product = try x.sliced(axis, 0, half) * x.sliced(axis, half, half)
                x = size % 2 == 0 ? product : try Operand.concatenate([product, x.sliced(axis, size - 1, 1)], axis)
            }
        }
        return try x.reshaped(keep ? shape.keeping(axes) : shape.removing(axes))
    }

    /// The largest elements, taken from where `argumentOfMaximum` finds them.
    public func max(_ axis: Int? = nil, keep: Bool = false) throws(ComputationError) -> Operand {
        guard let axis else {
            let largest = try flattened().max(0)
            return keep ? try largest.reshaped(shape.keeping(Array(0..<shape.rank))) : largest
        }
        let resolved = try resolve(axis: axis)
        let x = try asNumbers()
        let last = try x.movingAxisLast(resolved)
        let positions = try last.applying(ArgumentOfMaximum(axis: shape.rank - 1))
        let rank = shape.rank - 1
        let found = try last.applying(Gather(batchRank: rank), positions.reshaped(Shape(positions.shape.sizes + [1])))
        return try found.reshaped(keep ? shape.keeping([resolved]) : shape.removing([resolved]))
    }

    public func min(_ axis: Int? = nil, keep: Bool = false) throws(ComputationError) -> Operand {
        try -((-asNumbers()).max(axis, keep: keep))
    }

    /// The position of the largest element along an axis; over all elements in row-major order where nil.
    public func argumentOfMaximum(_ axis: Int? = nil) throws(ComputationError) -> Operand {
        guard let axis else { return try flattened().argumentOfMaximum(0) }
        return try asNumbers().applying(ArgumentOfMaximum(axis: resolve(axis: axis)))
    }

    /// log Σ eˣ, shifted by the largest element.
    public func logSumExp(_ axis: Int? = nil, keep: Bool = false) throws(ComputationError) -> Operand {
        let axes = axis.map { [$0] }
        // An infinite largest element would make ∞ − ∞ of the shift; without it the sum is infinite by itself.
        let largest = try max(axis, keep: true).stopped()
        let isFinite = try largest.abs().isLess(than: Operand(.infinity))
        let shift = try isFinite.select(largest, Operand(0))
        let total = try (self - shift).exp().sum(axes, keep: true).log() + shift
        return keep ? total : try total.reshaped(shape.removing(resolve(axes)))
    }

    /// Whether all hold.
    public func all(_ axes: [Int]? = nil, keep: Bool = false) throws(ComputationError) -> Operand {
        try truthValues("all").not().any(axes, keep: keep).not()
    }

    /// Whether any holds.
    public func any(_ axes: [Int]? = nil, keep: Bool = false) throws(ComputationError) -> Operand {
        try truthValues("any").sum(axes, keep: keep).isGreater(than: Operand(0))
    }
}
