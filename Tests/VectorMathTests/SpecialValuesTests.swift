import InstructionSets
import Testing
import VectorMath

@Suite struct SpecialValuesTests {
    static let unary: [(kernel: UnaryKernel, x: Double, y: Double)] = [
        (.exp, -746, 0), (.exp, -.infinity, 0), (.exp, .infinity, .infinity), (.exp, 710, .infinity), (.exp, -0.0, 1),
        (.sigmoid, -0.0, 0.5), (.sigmoid, 800, 1), (.sigmoid, -800, 0), (.sigmoid, .infinity, 1),
        (.sigmoid, -.infinity, 0),
        (.expm1, -0.0, -0.0), (.expm1, -.infinity, -1), (.expm1, 710, .infinity),
        (.log, 0, -.infinity), (.log, -0.0, -.infinity), (.log, 1, 0), (.log, -1, .nan), (.log, .infinity, .infinity),
        (.log1p, -1, -.infinity), (.log1p, -2, .nan), (.log1p, -0.0, -0.0), (.log1p, .infinity, .infinity),
        (.sin, -0.0, -0.0), (.sin, .infinity, .nan), (.cos, 0, 1), (.cos, -.infinity, .nan), (.tan, -0.0, -0.0),
        (.tan, .infinity, .nan),
        (.tanh, 800, 1), (.tanh, -800, -1), (.tanh, .infinity, 1), (.tanh, -0.0, -0.0),
        (.erf, 30, 1), (.erf, -30, -1), (.erf, -.infinity, -1), (.erf, -0.0, -0.0),
        (.sqrt, -1, .nan), (.sqrt, -0.0, -0.0), (.sqrt, .infinity, .infinity),
    ]

    @Test(arguments: VectorMathInstructionSet.available)
    func `unary kernels have the special values of the C standard`(instructionSet: VectorMathInstructionSet) {
        for (kernel, x, y) in Self.unary {
            let double = instructionSet { kernel([x]) }[0]
            let single = instructionSet { kernel([Float(x)]) }[0]
            #expect(identical(double, y), "\(kernel.testDescription)(\(x)) = \(double)")
            #expect(identical(single, Float(y)), "\(kernel.testDescription)(\(x)) = \(single) in single precision")
        }
    }

    @Test(arguments: UnaryKernel.all, VectorMathInstructionSet.available)
    func `a unary kernel of NaN is NaN`(kernel: UnaryKernel, instructionSet: VectorMathInstructionSet) {
        #expect(instructionSet { kernel([Double.nan]) }[0].isNaN)
        #expect(instructionSet { kernel([Float.nan]) }[0].isNaN)
    }

    static let powers: [(a: Double, b: Double, y: Double)] = [
        (0, 0, 1), (-0.0, 0, 1), (.nan, 0, 1), (.infinity, 0, 1), (1, .nan, 1), (1, .infinity, 1), (-1, .infinity, 1),
        (-1, -.infinity, 1), (-2, 3, -8), (-2, 4, 16), (-2, -1, -0.5), (-8, 1.0 / 3, .nan), (0, -1, .infinity),
        (-0.0, -1, -.infinity), (-0.0, -2, .infinity), (-0.0, 3, -0.0), (0, 2, 0), (2, .infinity, .infinity),
        (0.5, .infinity, 0), (2, -.infinity, 0), (-.infinity, 3, -.infinity), (-.infinity, 2, .infinity),
        (-.infinity, -3, -0.0), (.nan, 1, .nan), (2, .nan, .nan), (-1, 0x1p60, 1), (-1, 8_388_607, -1),
        (10, 400, .infinity), (-10, 401, -.infinity), (10, -400, 0),
    ]

    @Test(arguments: VectorMathInstructionSet.available)
    func `powers have the special values of the C standard`(instructionSet: VectorMathInstructionSet) {
        for (a, b, y) in Self.powers {
            let double = instructionSet { BinaryKernel.pow([a], [b]) }[0]
            let single = instructionSet { BinaryKernel.pow([Float(a)], [Float(b)]) }[0]
            #expect(identical(double, y), "pow(\(a), \(b)) = \(double)")
            #expect(identical(single, Float(y)), "pow(\(a), \(b)) = \(single) in single precision")
        }
    }

    @Test(arguments: BinaryKernel.all, VectorMathInstructionSet.available)
    func `a binary kernel agrees with the C library on every pair of special values`(
        kernel: BinaryKernel, instructionSet: VectorMathInstructionSet
    ) {
        let a = Samples.special.flatMap { [Double](repeating: $0, count: Samples.special.count) }
        let b = Samples.special.flatMap { _ in Samples.special }
        let double = instructionSet { kernel(a, b) }
        let single = instructionSet { kernel(a.map { Float($0) }, b.map { Float($0) }) }
        for index in a.indices {
            let call = "\(kernel.testDescription)(\(a[index]), \(b[index]))"
            #expect(ulps(double[index], from: kernel.reference(a[index], b[index])) <= 2, "\(call)")
            let rounded = kernel.reference(Double(Float(a[index])), Double(Float(b[index])))
            #expect(ulps(single[index], from: rounded) <= 1.6, "\(call) in single precision")
        }
    }

    @Test(arguments: VectorMathInstructionSet.available)
    func `results just short of overflow are finite`(instructionSet: VectorMathInstructionSet) {
        let largest = Double.greatestFiniteMagnitude
        let doubles: [(UnaryKernel, Double)] = [
            (.exp, 709.782_712), (.exp, 709.782_712_893_383_97), (.expm1, 709.782_712_893_383_97), (.log1p, 2e307),
            (.log1p, largest),
        ]
        for (kernel, x) in doubles {
            let y = instructionSet { kernel([x]) }[0]
            #expect(ulps(y, from: kernel.reference(x)) <= 2, "\(kernel.testDescription)(\(x)) = \(y)")
        }
        let floats: [(UnaryKernel, Float)] = [
            (.exp, 88.722_83), (.expm1, 88.722_83), (.log1p, 2e38), (.log1p, .greatestFiniteMagnitude),
        ]
        for (kernel, x) in floats {
            let y = instructionSet { kernel([x]) }[0]
            #expect(ulps(y, from: kernel.reference(Double(x))) <= 1.01, "\(kernel.testDescription)(\(x)) = \(y)")
        }
        #expect(instructionSet { BinaryKernel.pow([largest, -largest], [1, 1]) } == [largest, -largest])
    }
}
