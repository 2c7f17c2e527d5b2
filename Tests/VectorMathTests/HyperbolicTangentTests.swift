import InstructionSets
import Glibc
import Testing
import VectorMath

/// tanh, which is this package's own.
@Suite struct HyperbolicTangentTests {
    /// Numbers of every size between two, evenly spread over their bits.
    private func floats(from first: Float, to last: Float, _ count: UInt32) -> [Float] {
        (0..<count).map { Float(bitPattern: first.bitPattern + (last.bitPattern - first.bitPattern) / count * $0) }
    }

    private func doubles(from first: Double, to last: Double, _ count: UInt64) -> [Double] {
        (0..<count).map { Double(bitPattern: first.bitPattern + (last.bitPattern - first.bitPattern) / count * $0) }
    }

    @Test(arguments: VectorMathInstructionSet.available)
    func `it is within 1.1 ulp in single precision, everywhere`(instructionSet: VectorMathInstructionSet) {
        let ranges: [(Float, Float)] = [(0, 30), (0.01, 12), (0.7, 0.8), (0.75, 1.5)]
        let x = ranges.flatMap { floats(from: $0.0, to: $0.1, 10_000) }
        for (x, y) in zip(x, instructionSet { UnaryKernel.tanh(x) }) {
            #expect(ulps(y, from: Glibc.tanh(Double(x))) <= 1.1, "tanh(\(x)) = \(y)")
        }
    }

    /// The C library's is up to 2 ulp off, but not in extended precision.
    @Test(arguments: VectorMathInstructionSet.available)
    func `it is within 1.1 ulp in double precision, everywhere`(instructionSet: VectorMathInstructionSet) {
        let ranges: [(Double, Double)] = [(0, 30), (0.01, 25), (0.7, 0.8), (0.75, 1.5)]
        let x = ranges.flatMap { doubles(from: $0.0, to: $0.1, 10_000) }
        for (x, y) in zip(x, instructionSet { UnaryKernel.tanh(x) }) {
            #if arch(x86_64)
                let want = tanhl(Float80(x))
                let distance = abs(Float80(y) - want) / Float80(Double(want).ulp)
                #expect(distance <= 1.1, "tanh(\(x)) = \(y)")
            #else
                #expect(ulps(y, from: Glibc.tanh(x)) <= 2, "tanh(\(x)) = \(y)")
            #endif
        }
    }

    @Test(arguments: VectorMathInstructionSet.available)
    func `it is odd to the bit, never beyond 1, and x itself where x is tiny`(
        instructionSet: VectorMathInstructionSet
    ) {
        let doubles = Samples.doubles(20_000, seed: 21)
        let floats = Samples.floats(20_000, seed: 22)
        instructionSet {
            let (double, single) = (UnaryKernel.tanh(doubles), UnaryKernel.tanh(floats))
            #expect(zip(double, UnaryKernel.tanh(doubles.map { -$0 })).allSatisfy { identical($0, -$1) })
            #expect(zip(single, UnaryKernel.tanh(floats.map { -$0 })).allSatisfy { identical($0, -$1) })
            #expect(double.allSatisfy { $0.isNaN || abs($0) <= 1 } && single.allSatisfy { $0.isNaN || abs($0) <= 1 })
            #expect(zip(doubles, double).allSatisfy { abs($0) > 0x1p-28 || identical($0, $1) })
            #expect(zip(floats, single).allSatisfy { abs($0) > 0x1p-13 || identical($0, $1) })
        }
    }
}
