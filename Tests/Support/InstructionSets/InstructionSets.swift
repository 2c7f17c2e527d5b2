import Testing
public import VectorMath

extension VectorMathInstructionSet {
    /// Those this machine has, the fallback first.
    public static let available = [VECTOR_MATH_SCALAR, VECTOR_MATH_AVX2, VECTOR_MATH_ADVSIMD].filter { instructionSet in
        let before = vector_math_instruction_set()
        defer { _ = vector_math_use(before) }
        return vector_math_use(instructionSet)
    }

    /// Runs `body` with the calling thread's kernels on this instruction set.
    public func callAsFunction<Result>(_ body: () throws -> Result) rethrows -> Result {
        let before = vector_math_instruction_set()
        #expect(vector_math_use(self))
        defer { _ = vector_math_use(before) }
        return try body()
    }
}
