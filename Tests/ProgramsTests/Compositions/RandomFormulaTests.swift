import SeededNumbers
import Tensors
import Testing

@testable import Programs

/// Random formulas through every transformation, each against what it means.
struct RandomFormulaTests {
    private func draw(_ formula: RandomFormula, _ generator: inout SplitMix64) -> [Tensor] {
        formula.shapes.map { InputRule.real($0).draw(&generator) }
    }

    private func program(_ formula: RandomFormula) throws -> Program {
        let zeros = formula.shapes.map { Operand.known(Tensor(repeating: 0.5, TensorType($0))) }
        let function = try TracedFunction(at: zeros, depth: 1) { x throws(ComputationError) in [try formula(x)] }
        #expect(function.captured.isEmpty)
        return function.program
    }

    private func sample(_ formula: RandomFormula) throws -> Sample {
        Sample(program: try program(formula), variables: [0, 1]) { draw(formula, &$0) }
    }

    /// Derivatives of derivatives along `direction`, in forward mode or by gradients.
    private func nested(
        _ formula: RandomFormula, order: Int, at point: [Operand], along direction: [Operand], byGradients: Bool,
        depth: Int = 1
    ) throws(ComputationError) -> Operand {
        if order == 0 { return try formula(point) }
        let function = try TracedFunction(at: point, depth: depth) { x throws(ComputationError) in
            [
                try nested(
                    formula, order: order - 1, at: x, along: direction, byGradients: byGradients, depth: depth + 1)
            ]
        }
        guard byGradients else { return try function.derivative(along: direction)[0] }
        var total = Operand(0)
        for (slope, tangent) in zip(try function.gradient(), direction) { total = try total + slope.inner(tangent) }
        return total
    }

    private func number(_ operand: Operand) throws -> Double { try #require(try operand.knownValue()?.scalar) }

    @Test func `a formula computes the same at once, traced, pruned and simplified`() throws {
        for seed in UInt64(0)..<400 {
            let formula = RandomFormula(seed: seed)
            var generator = SplitMix64(seed: seed)
            let inputs = draw(formula, &generator)
            let wanted = try #require(try formula(inputs.map(Operand.known)).knownValue())
            let program = try program(formula)
            for version in [program, program.pruned(), program.simplified(), program.simplified().simplified()] {
                expectClose(try version.run(inputs), [wanted], tolerance: 1e-13, "formula \(seed)\n\(version)")
            }
        }
    }

    @Test func `a formula of float32 stays in float32`() throws {
        for seed in UInt64(0)..<200 {
            let formula = RandomFormula(seed: seed)
            var generator = SplitMix64(seed: seed)
            let single = draw(formula, &generator).map { $0.converted(to: .float32) }
            let found = try #require(try formula(single.map(Operand.known)).knownValue())
            let wanted = try #require(try formula(single.map { .known($0.converted(to: .float64)) }).knownValue())
            #expect(found.type.element == .float32, "formula \(seed)")
            expectClose(found.doubles, wanted.doubles, tolerance: 2e-5, "formula \(seed)")
        }
    }

    @Test func `a batched formula and its batched gradient compute what a loop computes`() throws {
        for seed in UInt64(0)..<80 {
            var generator = SplitMix64(seed: seed)
            let sample = try sample(RandomFormula(seed: seed))
            try ProgramLaws(sample: sample, what: "formula \(seed)").checkBatching(size: 3, &generator)
            guard let gradient = sample.adjoint else { continue }
            try ProgramLaws(sample: gradient, what: "gradient of formula \(seed)").checkBatching(size: 2, &generator)
        }
    }

    @Test func `the derivative of a formula and its transpose keep their laws to second order`() throws {
        for seed in UInt64(0)..<100 {
            var generator = SplitMix64(seed: seed)
            let sample = try sample(RandomFormula(seed: seed))
            for sample in [sample, sample.derivative, sample.adjoint].compactMap({ $0 }) {
                let laws = ProgramLaws(sample: sample, precision: Precision(tolerance: 1e-7), what: "formula \(seed)")
                try laws.checkDerivative(&generator)
                try laws.checkTranspose(&generator)
            }
        }
    }

    @Test func `nested derivatives are limits of differences to third order, forward and by gradients`() throws {
        for seed in UInt64(0)..<60 {
            let formula = RandomFormula(seed: seed)
            var generator = SplitMix64(seed: seed)
            let (inputs, directions) = (draw(formula, &generator), draw(formula, &generator))
            let (point, direction) = (inputs.map(Operand.known), directions.map(Operand.known))
            for order in 1...3 {
                let forward = try number(
                    nested(formula, order: order, at: point, along: direction, byGradients: false))
                let reverse = try number(
                    nested(formula, order: order, at: point, along: direction, byGradients: true))
                let difference = try centralDifference(step: 1e-3) { distance in
                    let moved = zip(inputs, directions).map { Operand.known($0.moved(distance, along: $1)) }
                    return [
                        try number(nested(formula, order: order - 1, at: moved, along: direction, byGradients: false))
                    ]
                }
                expectClose([reverse], [forward], tolerance: 1e-10, "gradients of formula \(seed), order \(order)")
                expectClose([forward], difference, tolerance: 1e-6, "derivative \(order) of formula \(seed)")
            }
        }
    }

    @Test func `the jet of a formula holds its nested derivatives up to the fifth`() throws {
        for seed in UInt64(0)..<50 {
            let formula = RandomFormula(seed: seed)
            var generator = SplitMix64(seed: seed)
            let point = draw(formula, &generator).map(Operand.known)
            let direction = draw(formula, &generator).map(Operand.known)
            let function = try TracedFunction(at: point, depth: 1) { x throws(ComputationError) in [try formula(x)] }
            let coefficients = try function.taylor(along: direction, order: 5)[0]
            #expect(coefficients.count == 6)
            var factorial = 1.0
            for order in 0...5 {
                factorial *= Double(max(order, 1))
                let derivative = try nested(formula, order: order, at: point, along: direction, byGradients: false)
                expectClose(
                    [factorial * (try number(coefficients[order]))], [try number(derivative)], tolerance: 1e-10,
                    "derivative \(order) of formula \(seed)")
            }
        }
    }
}
