import InstructionSets
import SeededNumbers
import Testing
import VectorMath

@Suite struct ArraysTests {
    @Test(arguments: UnaryKernel.all, VectorMathInstructionSet.available)
    func `an element's result depends on neither its position nor its neighbours nor the length`(
        kernel: UnaryKernel, instructionSet: VectorMathInstructionSet
    ) {
        let doubles = Array(Samples.doubles(400, seed: 10).prefix(200))
        let floats = Array(Samples.floats(400, seed: 11).prefix(200))
        instructionSet {
            let double = doubles.map { kernel([$0])[0] }
            let single = floats.map { kernel([$0])[0] }
            for length in [2, 3, 4, 5, 7, 8, 9, 15, 17, 100] {
                for start in stride(from: 0, to: 200 - length, by: 3) {
                    let range = start..<start + length
                    #expect(zip(kernel(Array(doubles[range])), double[range]).allSatisfy { identical($0, $1) })
                    #expect(zip(kernel(Array(floats[range])), single[range]).allSatisfy { identical($0, $1) })
                }
            }
        }
    }

    @Test(arguments: BinaryKernel.all, VectorMathInstructionSet.available)
    func `a pair's result depends on neither its position nor its neighbours nor the length`(
        kernel: BinaryKernel, instructionSet: VectorMathInstructionSet
    ) {
        let doubles = Array(Samples.doubles(400, seed: 12).prefix(200))
        let floats = Array(Samples.floats(400, seed: 13).prefix(200))
        instructionSet {
            let double = zip(doubles, doubles.reversed()).map { kernel([$0], [$1])[0] }
            let single = zip(floats, floats.reversed()).map { kernel([$0], [$1])[0] }
            let (reversedDoubles, reversedFloats) = (Array(doubles.reversed()), Array(floats.reversed()))
            for length in [2, 3, 4, 5, 7, 8, 9, 15, 17, 100] {
                for start in stride(from: 0, to: 200 - length, by: 3) {
                    let range = start..<start + length
                    let doubleResults = kernel(Array(doubles[range]), Array(reversedDoubles[range]))
                    let singleResults = kernel(Array(floats[range]), Array(reversedFloats[range]))
                    #expect(zip(doubleResults, double[range]).allSatisfy { identical($0, $1) })
                    #expect(zip(singleResults, single[range]).allSatisfy { identical($0, $1) })
                }
            }
        }
    }

    /// Small and large angles side by side are where a register could be reduced as one.
    @Test(arguments: [UnaryKernel.sin, .cos, .tan], VectorMathInstructionSet.available)
    func `an angle's result does not depend on a large angle beside it`(
        kernel: UnaryKernel, instructionSet: VectorMathInstructionSet
    ) {
        var generator = SplitMix64(seed: 14)
        let doubles = (0..<20_000).map { _ in Double.random(in: -20...20, using: &generator) }
        let floats = (0..<20_000).map { _ in Float.random(in: -150...150, using: &generator) }
        instructionSet {
            let doublesAmongLarge = kernel(doubles.flatMap { [$0, 1e9] })
            let floatsAmongLarge = kernel(floats.flatMap { [$0, 1e9] })
            for (index, x) in doubles.enumerated() {
                #expect(identical(doublesAmongLarge[2 * index], kernel([x])[0]), "\(kernel.testDescription)(\(x))")
            }
            for (index, x) in floats.enumerated() {
                #expect(identical(floatsAmongLarge[2 * index], kernel([x])[0]), "\(kernel.testDescription)(\(x))")
            }
        }
    }

    @Test(arguments: UnaryKernel.all, VectorMathInstructionSet.available)
    func `a unary kernel may write over its input`(kernel: UnaryKernel, instructionSet: VectorMathInstructionSet) {
        var doubles = Samples.doubles(31, seed: 15)
        var floats = Samples.floats(31, seed: 16)
        instructionSet {
            let (double, single) = (kernel(doubles), kernel(floats))
            doubles.withUnsafeMutableBufferPointer { kernel.double($0.baseAddress, $0.baseAddress, $0.count) }
            floats.withUnsafeMutableBufferPointer { kernel.single($0.baseAddress, $0.baseAddress, $0.count) }
            #expect(zip(doubles, double).allSatisfy { identical($0, $1) })
            #expect(zip(floats, single).allSatisfy { identical($0, $1) })
        }
    }

    @Test(arguments: BinaryKernel.all, VectorMathInstructionSet.available)
    func `a binary kernel may write over either input`(
        kernel: BinaryKernel, instructionSet: VectorMathInstructionSet
    ) {
        let a = Samples.doubles(31, seed: 17)
        let b = Samples.floats(31, seed: 18).map { Double($0) }
        instructionSet {
            let want = kernel(a, b)
            var (overFirst, overSecond) = (a, b)
            overFirst.withUnsafeMutableBufferPointer { kernel.double($0.baseAddress, b, $0.baseAddress, $0.count) }
            overSecond.withUnsafeMutableBufferPointer { kernel.double(a, $0.baseAddress, $0.baseAddress, $0.count) }
            #expect(zip(overFirst, want).allSatisfy { identical($0, $1) })
            #expect(zip(overSecond, want).allSatisfy { identical($0, $1) })

            let (singleA, singleB) = (a.map { Float($0) }, b.map { Float($0) })
            let singleWant = kernel(singleA, singleB)
            var (first, second) = (singleA, singleB)
            first.withUnsafeMutableBufferPointer { kernel.single($0.baseAddress, singleB, $0.baseAddress, $0.count) }
            second.withUnsafeMutableBufferPointer { kernel.single(singleA, $0.baseAddress, $0.baseAddress, $0.count) }
            #expect(zip(first, singleWant).allSatisfy { identical($0, $1) })
            #expect(zip(second, singleWant).allSatisfy { identical($0, $1) })
        }
    }

    @Test(arguments: VectorMathInstructionSet.available)
    func `nothing outside the count is written, and an empty array needs no storage`(
        instructionSet: VectorMathInstructionSet
    ) {
        instructionSet {
            for kernel in UnaryKernel.all {
                kernel.double(nil, nil, 0)
                kernel.single(nil, nil, 0)
                for count in 0...17 {
                    var double = [Double](repeating: -7, count: 20)
                    var single = [Float](repeating: -7, count: 20)
                    kernel.double([Double](repeating: 0.5, count: count), &double, count)
                    kernel.single([Float](repeating: 0.5, count: count), &single, count)
                    #expect(double[count...].allSatisfy { $0 == -7 } && double[..<count].allSatisfy { $0 != -7 })
                    #expect(single[count...].allSatisfy { $0 == -7 } && single[..<count].allSatisfy { $0 != -7 })
                }
            }
            for kernel in BinaryKernel.all {
                kernel.double(nil, nil, nil, 0)
                kernel.single(nil, nil, nil, 0)
                for count in 0...17 {
                    var double = [Double](repeating: -7, count: 20)
                    var single = [Float](repeating: -7, count: 20)
                    let (halves, singleHalves) = (
                        [Double](repeating: 0.5, count: count), [Float](repeating: 0.5, count: count)
                    )
                    kernel.double(halves, halves, &double, count)
                    kernel.single(singleHalves, singleHalves, &single, count)
                    #expect(double[count...].allSatisfy { $0 == -7 } && double[..<count].allSatisfy { $0 != -7 })
                    #expect(single[count...].allSatisfy { $0 == -7 } && single[..<count].allSatisfy { $0 != -7 })
                }
            }
        }
    }
}
