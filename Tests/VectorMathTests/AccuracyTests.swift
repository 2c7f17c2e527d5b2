import InstructionSets
import SeededNumbers
import Testing
import VectorMath

@Suite struct AccuracyTests {
    /// Where an argument or a result is smaller than this, intermediate values may be subnormal and lose digits.
    static let nearUnderflow = Double(Float.leastNormalMagnitude) * 0x1p26

    @Test(arguments: UnaryKernel.all, VectorMathInstructionSet.available)
    func `a unary kernel in single precision is within its bound`(
        kernel: UnaryKernel, instructionSet: VectorMathInstructionSet
    ) {
        let x = Samples.floats(20_000, seed: 1)
        let y = instructionSet { kernel(x) }
        for (x, y) in zip(x, y) {
            let want = kernel.reference(Double(x))
            let bound = Self.singleBound(kernel.bound, smallest: min(abs(Double(x)), abs(want)))
            #expect(ulps(y, from: want) <= bound, "\(kernel.testDescription)(\(x)) = \(y), not \(want)")
        }
    }

    @Test(arguments: BinaryKernel.all, VectorMathInstructionSet.available)
    func `a binary kernel in single precision is within 1 ulp`(
        kernel: BinaryKernel, instructionSet: VectorMathInstructionSet
    ) {
        let a = Samples.floats(20_000, seed: 2)
        let b = Samples.floats(20_000, seed: 3)
        let y = instructionSet { kernel(a, b) }
        for ((a, b), y) in zip(zip(a, b), y) {
            let want = kernel.reference(Double(a), Double(b))
            let bound = Self.singleBound(1, smallest: min(abs(Double(a)), abs(Double(b)), abs(want)))
            #expect(ulps(y, from: want) <= bound, "\(kernel.testDescription)(\(a), \(b)) = \(y), not \(want)")
        }
    }

    @Test(arguments: UnaryKernel.all, VectorMathInstructionSet.available)
    func `a unary kernel in double precision is within its bound and 1 ulp of the C library`(
        kernel: UnaryKernel, instructionSet: VectorMathInstructionSet
    ) {
        let x = Samples.doubles(20_000, seed: 4)
        let y = instructionSet { kernel(x) }
        for (x, y) in zip(x, y) {
            let want = kernel.reference(x)
            #expect(ulps(y, from: want) <= kernel.bound + 1, "\(kernel.testDescription)(\(x)) = \(y), not \(want)")
        }
    }

    @Test(arguments: BinaryKernel.all, VectorMathInstructionSet.available)
    func `a binary kernel in double precision is within 2 ulp of the C library`(
        kernel: BinaryKernel, instructionSet: VectorMathInstructionSet
    ) {
        let a = Samples.doubles(20_000, seed: 5)
        let b = Samples.doubles(20_000, seed: 6)
        let y = instructionSet { kernel(a, b) }
        for ((a, b), y) in zip(zip(a, b), y) {
            let want = kernel.reference(a, b)
            #expect(ulps(y, from: want) <= 2, "\(kernel.testDescription)(\(a), \(b)) = \(y), not \(want)")
        }
    }

    /// Random pairs nearly always overflow or underflow; these have results of every ordinary size.
    @Test(arguments: VectorMathInstructionSet.available)
    func `powers of ordinary size are within 1 ulp`(instructionSet: VectorMathInstructionSet) {
        var generator = SplitMix64(seed: 7)
        let a = (0..<20_000).map { _ in Float.random(in: 0.01...100, using: &generator) }
        let b = (0..<20_000).map { _ in Float.random(in: -15...15, using: &generator) }
        let single = instructionSet { BinaryKernel.pow(a, b) }
        let double = instructionSet { BinaryKernel.pow(a.map { Double($0) }, b.map { Double($0) }) }
        for index in a.indices {
            let want = BinaryKernel.pow.reference(Double(a[index]), Double(b[index]))
            #expect(ulps(single[index], from: want) <= 1.01, "pow(\(a[index]), \(b[index]))")
            #expect(ulps(double[index], from: want) <= 2, "pow(\(a[index]), \(b[index]))")
        }
    }

    @Test(arguments: VectorMathInstructionSet.available)
    func `square roots are correctly rounded`(instructionSet: VectorMathInstructionSet) {
        let doubles = Samples.doubles(20_000, seed: 8)
        let floats = Samples.floats(20_000, seed: 9)
        for (x, y) in zip(doubles, instructionSet { UnaryKernel.sqrt(doubles) }) {
            #expect(identical(y, x.squareRoot()), "sqrt(\(x))")
        }
        for (x, y) in zip(floats, instructionSet { UnaryKernel.sqrt(floats) }) {
            #expect(identical(y, x.squareRoot()), "sqrt(\(x))")
        }
    }

    /// The references were computed to sixty digits. The sine of 10²² is the customary test of an argument reduction.
    @Test(arguments: VectorMathInstructionSet.available)
    func `angles are reduced exactly however large`(instructionSet: VectorMathInstructionSet) {
        let sines = instructionSet { UnaryKernel.sin([1e15, 1e22]) }
        let cosine = instructionSet { UnaryKernel.cos([1e15]) }
        #expect(ulps(sines[0], from: 0.858_272_793_170_235_835_523_9) <= 1.01)
        #expect(ulps(cosine[0], from: -0.513_193_737_786_970_252_234_5) <= 1.01)
        #expect(ulps(sines[1], from: -0.852_200_849_767_188_801_772_7) <= 1.01)
    }

    /// The hundredth ulp is slack for the reference's own rounding and for SLEEF's bound, which it meets to three digits.
    private static func singleBound(_ bound: Double, smallest: Double) -> Double {
        smallest < nearUnderflow ? max(1.6, bound) : bound + 0.01
    }
}
