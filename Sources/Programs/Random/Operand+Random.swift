internal import Kernels
public import Tensors

/// Random tensors: element i is a pure function of the key and of i.
extension Operand {
    /// Uniform in (0, 1).
    public static func uniform(_ shape: Shape, key: UInt64) throws(ComputationError) -> Operand {
        try drawn(shape) { Philox(key: key).fillUniform($0) }
    }

    /// Standard normal.
    public static func normal(_ shape: Shape, key: UInt64) throws(ComputationError) -> Operand {
        try drawn(shape) { Philox(key: key).fillNormal($0) }
    }

    private static func drawn(_ shape: Shape, _ fill: (TensorView) -> Void) throws(ComputationError) -> Operand {
        try Memory.check([TensorType(shape)])
        return .known(Tensor(TensorType(shape), filledBy: fill))
    }
}
