public import Tensors

/// A linear program with what it captured: a derivative at a point, applied without ever forming its matrix. The
/// residuals may be traced, so a linear map stays differentiable.
public struct LinearMap {
    /// The program, from residuals and a vector to its image.
    ///
    /// A class, because all maps that one piece of code makes share its plan and its transpose.
    public final class Code {
        fileprivate let executable: Executable
        fileprivate private(set) lazy var transposed = Code(
            executable.program.transposed(residualCount: residualCount).simplified(), residualCount)
        private let residualCount: Int

        fileprivate init(_ program: Program, _ residualCount: Int) {
            executable = Executable(program)
            self.residualCount = residualCount
        }
    }

    public let code: Code
    public let residuals: [Operand]

    init(program: Program, residuals: [Operand]) {
        self.init(Code(program, residuals.count), residuals)
    }

    /// The map of the same code with other residuals, of the same types.
    public init(_ code: Code, _ residuals: [Operand]) {
        self.code = code
        self.residuals = residuals
    }

    /// The types of what it is applied to.
    public var domain: [TensorType] { Array(code.executable.program.inputTypes.dropFirst(residuals.count)) }
    /// The types of what it gives.
    public var codomain: [TensorType] { code.executable.program.outputTypes }

    /// The image of a vector, given by its leaves.
    public func apply(_ vector: [Operand]) throws(ComputationError) -> [Operand] {
        try code.executable.apply(residuals + vector)
    }

    /// The adjoint: ⟨A·v, w⟩ = ⟨v, Aᵀ·w⟩.
    public func transposed() -> LinearMap { LinearMap(code.transposed, residuals) }
}
