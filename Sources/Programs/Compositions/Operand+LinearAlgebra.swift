internal import Tensors

extension Operand {
    /// The n × n identity matrix.
    public static func identity(_ n: Int) throws(ComputationError) -> Operand {
        let type = TensorType([n, n])
        try Memory.check([type])
        return .known(
            Tensor(type) { view in
                let elements = view.elements(as: Double.self)
                elements.initialize(repeating: 0)
                for row in 0..<n { elements[row * n + row] = 1 }
            })
    }

    /// The diagonal of a matrix; of a vector, the matrix that has it as its diagonal.
    public func diagonal() throws(ComputationError) -> Operand {
        switch shape.rank {
        case 1:
            // A choice, not a product: 0 · ∞ would be NaN beside the diagonal.
            return try Operand.identity(shape[0]).isEqual(to: Operand(1)).select(self, Operand(0))
        case 2:
            let count = Swift.min(shape[0], shape[1])
            let positions = (0..<count).map { Double($0 * shape[1] + $0) }
            return try flattened().taking(.known(Tensor(vector: positions)))
        default:
            throw .types("diag needs a vector or a matrix, found \(shape.spoken)")
        }
    }

    /// X with A·X = B, for a matrix A and a vector or a matrix B; leading axes broadcast.
    public func solved(_ right: Operand) throws(ComputationError) -> Operand {
        let element = ElementType.promoted(type, right.type)
        let (a, b) = (try converted(to: element), try right.converted(to: element))
        let isVector = b.shape.rank == 1
        guard a.shape.rank >= 2, b.shape.rank >= 1 else {
            throw .types(
                "solve needs a matrix and a vector or a matrix, found \(shape.spoken) and \(right.shape.spoken)",
                help: "solve(A, b) is the x with A @ x = b")
        }
        guard shape[shape.rank - 1] == shape[shape.rank - 2] else {
            throw .types(
                "solve needs a square matrix, found \(shape)", help: "inverse(Aᵀ @ A) @ Aᵀ @ b is the least-squares x",
                parameter: "A")
        }
        guard right.shape[isVector ? 0 : right.shape.rank - 2] == shape[shape.rank - 1] else {
            throw .types("solve needs as many rows on the right as the matrix has, found \(shape) and \(right.shape)")
        }
        let columns = isVector ? try b.reshaped(Shape(b.shape.sizes + [1])) : b
        let leading = (Shape(Array(a.shape.sizes.dropLast(2))), Shape(Array(columns.shape.sizes.dropLast(2))))
        guard let batch = leading.0.broadcast(with: leading.1) else {
            throw .types("the leading axes of \(shape) and \(right.shape) do not fit for solve")
        }
        let x = try a.broadcast(to: Shape(batch.sizes + a.shape.sizes.suffix(2))).applying(
            Solve(transposed: false), columns.broadcast(to: Shape(batch.sizes + columns.shape.sizes.suffix(2))))
        return isVector ? try x.reshaped(Shape(Array(x.shape.sizes.dropLast()))) : x
    }

    public func inverse() throws(ComputationError) -> Operand {
        guard shape.rank >= 2, shape[shape.rank - 1] == shape[shape.rank - 2] else {
            throw .types("inverse needs a square matrix, found \(shape.spoken)")
        }
        return try solved(.identity(shape[shape.rank - 1]).converted(to: asNumbers().type.element))
    }

    public func determinant() throws(ComputationError) -> Operand { try asNumbers().applying(Determinant()) }

    /// log |det A|.
    public func logDeterminant() throws(ComputationError) -> Operand { try asNumbers().applying(LogDeterminant()) }

    /// The lower triangle L with L·Lᵀ = A.
    public func cholesky() throws(ComputationError) -> Operand { try symmetric("cholesky").applying(Cholesky()) }

    /// The eigenvalues of a symmetric matrix, ascending.
    public func eigenvalues() throws(ComputationError) -> Operand {
        try symmetric("eigenvalues").applying(SymmetricEigenvalues())
    }

    /// The eigenvectors of a symmetric matrix, as columns.
    public func eigenvectors() throws(ComputationError) -> Operand {
        try symmetric("eigenvectors").applying(SymmetricEigenvectors())
    }

    /// U, s and V with A = U·diag(s)·Vᵀ, s descending.
    public func singularValues() throws(ComputationError) -> (u: Operand, s: Operand, v: Operand) {
        let parts = try Operand.apply(SingularValues(), [asNumbers()])
        return (parts[0], parts[1], parts[2])
    }

    /// A matrix that is symmetric, to rounding: another one would be answered for wrongly.
    private func symmetric(_ name: String) throws(ComputationError) -> Operand {
        let n = shape.sizes.last ?? 0
        guard shape.rank >= 2, shape[shape.rank - 2] == n else {
            throw .types("\(name) needs a square matrix, found \(shape.spoken)")
        }
        if let matrix = try knownValue()?.doubles {
            let largest = matrix.reduce(0) { Swift.max($0, Swift.abs($1)) }
            let isSymmetric = matrix.indices.allSatisfy { position in
                let (item, row, column) = (position / (n * n), position / n % n, position % n)
                return !(Swift.abs(matrix[position] - matrix[(item * n + column) * n + row]) > 1e-6 * largest)
            }
            guard isSymmetric else {
                throw .domain(
                    "\(name) needs a symmetric matrix, found one that is not",
                    help: "(A + Aᵀ) / 2 is symmetric; svd works for any matrix")
            }
        }
        return try asNumbers()
    }
}
