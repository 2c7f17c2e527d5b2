public import Tensors

/// A linear program with what it captured: a derivative at a point, applied without ever forming its matrix. The
/// residuals may be traced, so a linear map stays differentiable.
public struct LinearMap {
    let program: Program
    let residuals: [Operand]

    /// The types of what it is applied to.
    public var domain: [TensorType] { Array(program.inputTypes.dropFirst(residuals.count)) }
    /// The types of what it gives.
    public var codomain: [TensorType] { program.outputTypes }

    /// The image of a vector, given by its leaves.
    public func apply(_ vector: [Operand]) throws(ComputationError) -> [Operand] {
        try program.apply(residuals + vector)
    }

    /// The adjoint: ⟨A·v, w⟩ = ⟨v, Aᵀ·w⟩.
    public func transposed() -> LinearMap {
        LinearMap(program: program.transposed(residualCount: residuals.count).simplified(), residuals: residuals)
    }
}
