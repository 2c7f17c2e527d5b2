import SeededNumbers
import Tensors
import Testing

@testable import Programs

/// Every rule of every primitive, against what defines it.
struct PrimitiveLawsTests {
    /// Runs a check on every shape of a case, each with its own seeded generator.
    private func forEachShape(
        _ primitiveCase: PrimitiveCase, _ check: (Sample, String, inout SplitMix64) throws -> Void
    ) throws {
        for shape in primitiveCase.shapes {
            let (primitive, rules) = primitiveCase.make(shape)
            let what = "\(primitive.name)[\(primitive.parameters)] of \(rules.map(\.type))"
            var generator = SplitMix64(seed: SplitMix64.seed(of: what))
            try check(Sample(primitive, rules), what, &generator)
        }
    }

    /// The laws of a case on one program.
    private func laws(_ primitiveCase: PrimitiveCase, _ sample: Sample, _ what: String) -> ProgramLaws {
        ProgramLaws(sample: sample, precision: primitiveCase.precision, what: what)
    }

    @Test(arguments: PrimitiveCase.table)
    func `evaluation writes every element of outputs of the type the shape rule gives`(
        _ primitiveCase: PrimitiveCase
    ) throws {
        try forEachShape(primitiveCase) { sample, what, generator in
            let inputs = sample.draw(&generator)
            let instruction = sample.program.instructions[0]
            let types = try instruction.primitive.outputTypes(inputs.map(\.type))
            #expect(types == sample.program.outputTypes)
            // Bytes that were there before must not show. 0 and 1 are the only ones a truth value may have.
            let runs = try [UInt8(0), 1].map { byte in
                let outputs = types.map { Tensor(uninitialized: $0) }
                for output in outputs {
                    output.view.base.initializeMemory(as: UInt8.self, repeating: byte, count: output.type.byteCount)
                }
                try instruction.primitive.evaluate(inputs.map(\.view), into: outputs.map(\.view))
                return outputs
            }
            #expect(runs[0] == runs[1], "\(what)")
        }
    }

    @Test(arguments: PrimitiveCase.table.filter { !$0.isFloat64Only })
    func `float32 computes what float64 computes, to its own precision`(_ primitiveCase: PrimitiveCase) throws {
        for shape in primitiveCase.shapes {
            let (primitive, rules) = primitiveCase.make(shape)
            var generator = SplitMix64(seed: SplitMix64.seed(of: primitiveCase.typeName))
            // Only what is a number in its own right changes its type; positions stay whole numbers in float64.
            let single = rules.map { $0.isVariable ? $0.draw(&generator).converted(to: .float32) : $0.draw(&generator) }
            let double = zip(rules, single).map { $0.isVariable ? $1.converted(to: .float64) : $1 }
            let (found, wanted) = (try evaluate(primitive, single), try evaluate(primitive, double))
            #expect(found.count == wanted.count)
            for (a, b) in zip(found, wanted) { expectClose(a.doubles, b.doubles, tolerance: 2e-6, "\(primitive)") }
        }
    }

    @Test(arguments: PrimitiveCase.table.filter(\.isDifferentiated))
    func `the derivative is the limit of differences, and so is the derivative's`(
        _ primitiveCase: PrimitiveCase
    ) throws {
        try forEachShape(primitiveCase) { sample, what, generator in
            for sample in sample.variableChoices {
                try laws(primitiveCase, sample, what).checkDerivative(&generator)
                guard primitiveCase.isTwiceDifferentiated else { continue }
                try laws(primitiveCase, sample.derivative, "derivative of \(what)").checkDerivative(&generator)
                guard let adjoint = sample.adjoint else { continue }
                try laws(primitiveCase, adjoint, "adjoint of \(what)").checkDerivative(&generator)
            }
        }
    }

    @Test(arguments: PrimitiveCase.table.filter { !$0.isDifferentiated })
    func `what stops derivatives has a derivative of exactly zero`(_ primitiveCase: PrimitiveCase) throws {
        try forEachShape(primitiveCase) { sample, what, generator in
            let inputs = sample.draw(&generator) + sample.drawTangents(&generator)
            let tangents = try sample.derivative.program.run(inputs).suffix(sample.program.outputs.count)
            #expect(tangents.allSatisfy { $0.doubles.allSatisfy { $0 == 0 } }, "\(what)")
        }
    }

    @Test(arguments: PrimitiveCase.table)
    func `the transpose has the same inner products, and so has the transpose's`(
        _ primitiveCase: PrimitiveCase
    ) throws {
        try forEachShape(primitiveCase) { sample, what, generator in
            for sample in sample.variableChoices {
                try laws(primitiveCase, sample, what).checkTranspose(&generator)
                try laws(primitiveCase, sample.derivative, "derivative of \(what)").checkTranspose(&generator)
                guard let adjoint = sample.adjoint else { continue }
                try laws(primitiveCase, adjoint, "adjoint of \(what)").checkTranspose(&generator)
            }
        }
    }

    @Test(arguments: PrimitiveCase.table)
    func `a batch computes what a loop computes, in derivatives and adjoints too`(
        _ primitiveCase: PrimitiveCase
    ) throws {
        try forEachShape(primitiveCase) { sample, what, generator in
            try laws(primitiveCase, sample, what).checkBatching(size: 1, &generator)
            try laws(primitiveCase, sample, what).checkBatching(size: 3, &generator)
            guard !sample.variables.isEmpty else { return }
            try laws(primitiveCase, sample.derivative, "derivative of \(what)").checkBatching(size: 2, &generator)
            guard let adjoint = sample.adjoint else { return }
            try laws(primitiveCase, adjoint, "adjoint of \(what)").checkBatching(size: 2, &generator)
        }
    }

    @Test(arguments: PrimitiveCase.table)
    func `the jet is that of nested derivatives`(_ primitiveCase: PrimitiveCase) throws {
        try forEachShape(primitiveCase) { sample, what, generator in
            for sample in sample.variableChoices {
                for order in primitiveCase.isTwiceDifferentiated ? [1, 4] : [1] {
                    try laws(primitiveCase, sample, what).checkJet(order: order, &generator)
                }
            }
        }
    }
}
