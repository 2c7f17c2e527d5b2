import SeededNumbers
import Tensors
import Testing

@testable import Programs

/// How closely the numbers of a law can be expected to agree.
struct Precision: Sendable {
    /// The step of central differences.
    var step = 1e-3
    var tolerance = 1e-8

    /// For what rounds to float32 on its way, and is linear: a large step makes the rounding small beside it.
    static let single = Precision(step: 0.25, tolerance: 1e-5)
}

/// What must hold of every program, whatever it computes.
struct ProgramLaws {
    let sample: Sample
    var precision = Precision()
    let what: String

    private var program: Program { sample.program }
    private var variables: [Int] { sample.variables }

    /// The derivative is the limit of differences, and leaves the values alone.
    func checkDerivative(_ generator: inout SplitMix64) throws {
        let (inputs, tangents) = (sample.draw(&generator), sample.drawTangents(&generator))
        let results = try program.derivative(variables).run(inputs + tangents)
        let values = try program.run(inputs)
        #expect(Array(results.prefix(values.count)) == values, "values beside the derivative: \(what)")
        let differences = try centralDifference(step: precision.step) { distance in
            var moved = inputs
            for (variable, tangent) in zip(variables, tangents) {
                moved[variable] = inputs[variable].moved(distance, along: tangent)
            }
            return try program.run(moved).flatMap(\.doubles)
        }
        let found = results.suffix(values.count).flatMap(\.doubles)
        expectClose(found, differences, tolerance: precision.tolerance, "derivative of \(what)\n\(program)")
    }

    /// ⟨A·v, w⟩ = ⟨v, Aᵀ·w⟩ for the derivative A at a point.
    func checkTranspose(_ generator: inout SplitMix64) throws {
        guard let sample = sample.ofNumbers else { return }
        let (inputs, tangents) = (sample.draw(&generator), sample.drawTangents(&generator))
        let parts = sample.program.linearized(variables)
        let primal = try parts.primal.run(inputs)
        #expect(try Array(primal.prefix(parts.outputCount)) == sample.program.run(inputs), "primal part of \(what)")
        let residuals = Array(primal.suffix(parts.residualCount))
        let images = try parts.linear.run(residuals + tangents)
        let direct = try sample.program.derivative(variables).run(inputs + tangents).suffix(parts.outputCount)
        expectClose(images, Array(direct), tolerance: 1e-12, "linear part of \(what)")
        let cotangents = images.map { InputRule.real($0.shape, $0.type.element).draw(&generator) }
        let transposed = parts.linear.transposed(residualCount: parts.residualCount)
        let preimages = try transposed.run(residuals + cotangents)
        #expect(preimages.map(\.type) == tangents.map(\.type), "types of the adjoint of \(what)")
        let (left, right) = (inner(images, cotangents), inner(tangents, preimages))
        let tolerance = precision.tolerance < 1e-6 ? 1e-11 : precision.tolerance
        expectClose([right], [left], tolerance: tolerance, "transpose of \(what)\n\(parts.linear)")
    }

    private func inner(_ a: [Tensor], _ b: [Tensor]) -> Double {
        zip(a, b).reduce(0) { $0 + zip($1.0.doubles, $1.1.doubles).reduce(0) { $0 + $1.0 * $1.1 } }
    }

    /// A batch computes what a loop computes, whichever inputs carry it.
    func checkBatching(size: Int, _ generator: inout SplitMix64) throws {
        let draws = (0..<size).map { _ in sample.draw(&generator) }
        let count = program.inputs.count
        let all = (1..<(1 << count)).map { mask in (0..<count).map { mask >> $0 & 1 == 1 } }
        let masks = count <= 4 ? all : Array(all.shuffled(using: &generator).prefix(12))
        for mask in masks {
            let inputs = (0..<count).map { position in
                mask[position] ? Tensor.stacked(draws.map { $0[position] }) : draws[0][position]
            }
            let found = try program.batched(mask, size: size).run(inputs)
            var rows: [[Tensor]] = []
            for item in 0..<size {
                rows.append(try program.run((0..<count).map { draws[mask[$0] ? item : 0][$0] }))
            }
            let wanted = program.outputs.indices.map { output in Tensor.stacked(rows.map { $0[output] }) }
            expectClose(found, wanted, tolerance: 1e-12, "batch \(mask) of \(what)\n\(program)")
        }
    }

    /// Taylor coefficients are those of t ↦ f(Σ xₖtᵏ), by derivatives of derivatives.
    func checkJet(order: Int, _ generator: inout SplitMix64) throws {
        let inputs = sample.draw(&generator)
        let curves = variables.map { variable in
            (0..<order).map { _ in
                let type = program.inputTypes[variable]
                return InputRule.real(type.shape, type.element).draw(&generator)
            }
        }
        let found = try program.jet(variables, order: order).run(inputs + curves.flatMap { $0 })
        var alongCurve = traced([TensorType(.scalar)]) { nodes in
            let (t, trace) = (nodes[0], nodes[0].trace)
            var arguments = inputs.map { trace.constant($0) }
            for (variable, coefficients) in zip(variables, curves) {
                for (position, coefficient) in coefficients.enumerated() {
                    let power = t.raised(to: Double(position + 1)).converted(to: coefficient.type.element)
                    let term = trace.constant(coefficient) * power.broadcast(to: coefficient.shape)
                    arguments[variable] = arguments[variable] + term
                }
            }
            return program.apply(arguments)
        }
        let outputCount = program.outputs.count
        var factorial = 1.0
        for k in 0...order {
            if k > 0 {
                let derivative = alongCurve.derivative([0])
                alongCurve = traced([TensorType(.scalar)]) { nodes in
                    Array(derivative.apply(nodes + [nodes[0].trace.constant(Tensor(1))]).suffix(outputCount))
                }
                factorial *= Double(k)
            }
            for (output, value) in try alongCurve.run([Tensor(0)]).enumerated() {
                let coefficient = found[output * (order + 1) + k]
                #expect(coefficient.type == value.type)
                let tolerance = precision.tolerance < 1e-6 ? 1e-10 : precision.tolerance
                expectClose(
                    coefficient.doubles, value.doubles.map { $0 / factorial }, tolerance: tolerance,
                    "coefficient \(k) of the jet of \(what)")
            }
        }
    }
}
