import InstructionSets
import Testing
import VectorMath

/// Kernels that are one operation of the processor for each element: they give its bits.
@Suite struct ArithmeticTests {
    private typealias Binary<T> = (UnsafePointer<T>?, UnsafePointer<T>?, UnsafeMutablePointer<T>?, Int) -> Void
    private typealias Comparison<T> = (UnsafePointer<T>?, UnsafePointer<T>?, UnsafeMutablePointer<Bool>?, Int) -> Void

    private func expectBits<T: BinaryFloatingPoint>(
        _ a: [T], _ b: [T], _ name: String, _ kernel: Binary<T>, _ operation: (T, T) -> T
    ) {
        for count in [0, 1, 3, 7, 8, 9, 31, a.count] {
            let want = (0..<count).map { operation(a[$0], b[$0]) }
            var y = [T](repeating: 7, count: count + 1)
            kernel(a, b, &y, count)
            #expect(zip(y, want).allSatisfy { identical(Double($0), Double($1)) }, "\(name) of \(count)")
            #expect(y[count] == 7, "\(name) of \(count)")
            // An input may be the output.
            var over = Array(a.prefix(count))
            over.withUnsafeMutableBufferPointer { kernel($0.baseAddress, b, $0.baseAddress, count) }
            #expect(zip(over, want).allSatisfy { identical(Double($0), Double($1)) }, "\(name) of \(count) in place")
        }
    }

    private func expectTruths<T: BinaryFloatingPoint>(
        _ a: [T], _ b: [T], _ name: String, _ kernel: Comparison<T>, _ relation: (T, T) -> Bool
    ) {
        for count in [0, 1, 9, a.count] {
            var y = [Bool](repeating: true, count: count + 1)
            kernel(a, b, &y, count)
            #expect(y == (0..<count).map { relation(a[$0], b[$0]) } + [true], "\(name) of \(count)")
        }
    }

    /// Every pair of special values.
    private static let left = Samples.special.flatMap { [Double](repeating: $0, count: Samples.special.count) }
    private static let right = Samples.special.flatMap { _ in Samples.special }

    @Test(arguments: VectorMathInstructionSet.available)
    func `arithmetic has the bits of the language's own`(instructionSet: VectorMathInstructionSet) {
        let (a, b) = (Self.left, Self.right)
        let (x, y) = (a.map { Float($0) }, b.map { Float($0) })
        instructionSet {
            expectBits(a, b, "add", vector_math_add_f64) { $0 + $1 }
            expectBits(x, y, "add", vector_math_add_f32) { $0 + $1 }
            expectBits(a, b, "subtract", vector_math_subtract_f64) { $0 - $1 }
            expectBits(x, y, "subtract", vector_math_subtract_f32) { $0 - $1 }
            expectBits(a, b, "multiply", vector_math_multiply_f64) { $0 * $1 }
            expectBits(x, y, "multiply", vector_math_multiply_f32) { $0 * $1 }
            expectBits(a, b, "divide", vector_math_divide_f64) { $0 / $1 }
            expectBits(x, y, "divide", vector_math_divide_f32) { $0 / $1 }
            expectBits(a, b, "scale", vector_math_scale_f64) { $0 == 0 ? 0 : $0 * $1 }
            expectBits(x, y, "scale", vector_math_scale_f32) { $0 == 0 ? 0 : $0 * $1 }
            expectBits(a, b, "negate", { x, _, y, count in vector_math_negate_f64(x, y, count) }) { x, _ in -x }
            expectBits(x, y, "negate", { x, _, y, count in vector_math_negate_f32(x, y, count) }) { x, _ in -x }
        }
    }

    @Test(arguments: VectorMathInstructionSet.available)
    func `comparisons with NaN are false`(instructionSet: VectorMathInstructionSet) {
        let (a, b) = (Self.left, Self.right)
        let (x, y) = (a.map { Float($0) }, b.map { Float($0) })
        instructionSet {
            expectTruths(a, b, "less", vector_math_less_f64) { $0 < $1 }
            expectTruths(x, y, "less", vector_math_less_f32) { $0 < $1 }
            expectTruths(a, b, "less or equal", vector_math_less_or_equal_f64) { $0 <= $1 }
            expectTruths(x, y, "less or equal", vector_math_less_or_equal_f32) { $0 <= $1 }
            expectTruths(a, b, "equal", vector_math_equal_f64) { $0 == $1 }
            expectTruths(x, y, "equal", vector_math_equal_f32) { $0 == $1 }
        }
    }

    @Test(arguments: VectorMathInstructionSet.available)
    func `a choice takes the bits of the side that is chosen`(instructionSet: VectorMathInstructionSet) {
        let (a, b) = (Self.left, Self.right)
        let (x, y) = (a.map { Float($0) }, b.map { Float($0) })
        let p = a.indices.map { $0 % 3 == 0 }
        instructionSet {
            for count in [1, 9, a.count] {
                var (double, single) = ([Double](repeating: 0, count: count), [Float](repeating: 0, count: count))
                vector_math_select_f64(p, a, b, &double, count)
                vector_math_select_f32(p, x, y, &single, count)
                for index in 0..<count {
                    #expect(identical(double[index], p[index] ? a[index] : b[index]))
                    #expect(identical(single[index], p[index] ? x[index] : y[index]))
                }
            }
        }
    }
}
