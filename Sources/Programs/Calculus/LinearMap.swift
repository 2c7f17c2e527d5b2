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
        /// The program for many vectors at once, by their number.
        private var batches: [Int: Executable] = [:]

        /// Batches of other sizes are planned anew.
        private static let mostBatches = 4

        fileprivate init(_ program: Program, _ residualCount: Int) {
            executable = Executable(program)
            self.residualCount = residualCount
        }

        fileprivate func batch(of count: Int) -> Executable {
            if let known = batches[count] { return known }
            if batches.count >= Self.mostBatches { batches = [:] }
            let program = executable.program
            let isVector = program.inputs.indices.map { $0 >= residualCount }
            let batch = Executable(program.batched(isVector, size: count).simplified())
            batches[count] = batch
            return batch
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

    /// The images of many vectors at once: their leaves, and those of the images, have them along a leading axis.
    public func apply(_ vectors: [Operand], count: Int) throws(ComputationError) -> [Operand] {
        try code.batch(of: count).apply(residuals + vectors)
    }

    /// Bytes that it takes to apply it, its image included.
    public var memorySize: Int { code.executable.memorySize }

    /// The adjoint: ⟨A·v, w⟩ = ⟨v, Aᵀ·w⟩.
    public func transposed() -> LinearMap { LinearMap(code.transposed, residuals) }
}
