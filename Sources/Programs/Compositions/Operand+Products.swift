internal import Tensors

extension Operand {
    /// The matrix product: of matrices, of a matrix and a vector on either side, the inner product of two vectors, and
    /// batched over leading axes, which broadcast.
    public func matrixProduct(_ other: Operand) throws(ComputationError) -> Operand {
        let (a, b) = (try asNumbers(), try other.asNumbers())
        guard a.shape.rank > 0, b.shape.rank > 0,
            a.shape[a.shape.rank - 1] == b.shape[Swift.max(0, b.shape.rank - 2)]
        else { throw ShapeMismatch.product(a.shape, b.shape) }
        let element = ElementType.promoted(a.type, b.type)
        let (isRow, isColumn) = (a.shape.rank == 1, b.shape.rank == 1)
        var left = try a.converted(to: element).reshaped(isRow ? Shape([1] + a.shape.sizes) : a.shape)
        var right = try b.converted(to: element).reshaped(isColumn ? Shape(b.shape.sizes + [1]) : b.shape)
        let leading = (left.shape.sizes.dropLast(2), right.shape.sizes.dropLast(2))
        guard let batch = Shape(Array(leading.0)).broadcast(with: Shape(Array(leading.1))) else {
            throw ShapeMismatch.product(a.shape, b.shape)
        }
        // A stack of matrices by one matrix is one taller matrix.
        if leading.1.isEmpty && leading.0.count > 0 {
            let rows = left.shape.sizes.dropLast().reduce(1, *)
            left = try left.reshaped([rows, left.shape[left.shape.rank - 1]])
        } else {
            left = try left.broadcast(to: Shape(batch.sizes + left.shape.sizes.suffix(2)))
            right = try right.broadcast(to: Shape(batch.sizes + right.shape.sizes.suffix(2)))
        }
        let product = try left.applying(MatrixProduct(transposeLeft: false, transposeRight: false), right)
        let rows = isRow ? [] : [a.shape[a.shape.rank - 2]]
        let columns = isColumn ? [] : [b.shape[b.shape.rank - 1]]
        return try product.reshaped(Shape(batch.sizes + rows + columns))
    }

    /// The sum of the products of corresponding elements.
    public func inner(_ other: Operand) throws(ComputationError) -> Operand {
        guard shape == other.shape else {
            throw .types(
                "an inner product needs one shape on both sides, found \(shape.spoken) and \(other.shape.spoken)")
        }
        return try (self * other).sum()
    }

    /// uᵢvⱼ, over all axes of both.
    public func outer(_ other: Operand) throws(ComputationError) -> Operand {
        let ones = [Int](repeating: 1, count: other.shape.rank)
        return try reshaped(Shape(shape.sizes + ones)) * other
    }
}
