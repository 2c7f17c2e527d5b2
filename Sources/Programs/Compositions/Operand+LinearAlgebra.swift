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
            return try Operand.identity(shape[0]).converted(to: type.element) * self
        case 2:
            let count = Swift.min(shape[0], shape[1])
            let positions = (0..<count).map { Double($0 * shape[1] + $0) }
            return try flattened().taking(.known(Tensor(vector: positions)))
        default:
            throw ComputationError(.types, "diag needs a vector or a matrix, found \(shape)")
        }
    }
}
