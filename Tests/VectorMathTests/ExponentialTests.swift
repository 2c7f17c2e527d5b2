import InstructionSets
import Glibc
import Testing
import VectorMath

/// exp and the logistic function, which are this package's own.
@Suite struct ExponentialTests {
    private func evenly<T: BinaryFloatingPoint>(_ count: Int, from first: T, to last: T) -> [T] {
        (0...count).map { first + (last - first) * (T($0) / T(count)) }
    }

    @Test(arguments: VectorMathInstructionSet.available)
    func `in single precision exp is within 0.9 ulp and sigmoid within 2.4, everywhere`(
        instructionSet: VectorMathInstructionSet
    ) {
        let ranges: [(Float, Float)] = [(-105, 89), (-1, 1), (-104, -86), (88, 88.8), (-20, 20)]
        let x = ranges.flatMap { evenly(10_000, from: $0.0, to: $0.1) }
        let (exp, sigmoid) = instructionSet { (UnaryKernel.exp(x), UnaryKernel.sigmoid(x)) }
        for index in x.indices {
            let power = Glibc.exp(Double(x[index]))
            #expect(ulps(exp[index], from: power) <= 0.9, "exp(\(x[index])) = \(exp[index])")
            #expect(ulps(sigmoid[index], from: power / (1 + power)) <= 2.4, "sigmoid(\(x[index])) = \(sigmoid[index])")
        }
    }

    #if arch(x86_64)
        /// A reference in extended precision.
        @Test(arguments: VectorMathInstructionSet.available)
        func `in double precision exp is within 1 ulp and sigmoid within 2.4, everywhere`(
            instructionSet: VectorMathInstructionSet
        ) {
            let ranges: [(Double, Double)] = [(-746, 709.78), (-1, 1), (-746, -707), (709, 709.782_712), (-40, 40)]
            let x = ranges.flatMap { evenly(10_000, from: $0.0, to: $0.1) }
            let (exp, sigmoid) = instructionSet { (UnaryKernel.exp(x), UnaryKernel.sigmoid(x)) }
            func distance(_ got: Double, _ want: Float80) -> Float80 {
                abs(Float80(got) - want) / Float80(Double(want).ulp)
            }
            for index in x.indices {
                let power = expl(Float80(x[index]))
                #expect(distance(exp[index], power) <= 1, "exp(\(x[index])) = \(exp[index])")
                #expect(
                    distance(sigmoid[index], power / (1 + power)) <= 2.4, "sigmoid(\(x[index])) = \(sigmoid[index])")
            }
        }
    #endif

    /// What is lost to rounding below the smallest normal number is lost once: 1 unit is the smallest number there is.
    @Test(arguments: VectorMathInstructionSet.available)
    func `the logistic function goes to 0 as slowly as the exponential`(instructionSet: VectorMathInstructionSet) {
        let x: [Double] = [-700, -709.5, -720, -740, -745, -745.2, -.infinity]
        let (exp, sigmoid) = instructionSet { (UnaryKernel.exp(x), UnaryKernel.sigmoid(x)) }
        #expect(sigmoid == exp)
    }

    @Test(arguments: VectorMathInstructionSet.available)
    func `the powers of e rise with the exponent`(instructionSet: VectorMathInstructionSet) {
        let double = instructionSet { UnaryKernel.exp(evenly(50_000, from: -746.0, to: 710.0)) }
        let single = instructionSet { UnaryKernel.exp(evenly(50_000, from: Float(-105), to: 89)) }
        #expect(zip(double, double.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(zip(single, single.dropFirst()).allSatisfy { $0 <= $1 })
    }
}
