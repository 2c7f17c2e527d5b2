import SeededNumbers
import Tensors

@testable import Programs

/// A program with a way to draw inputs for it: what the laws of the engine are checked on.
///
/// Its derivative and its adjoint are samples again, so a law checked on all three holds to second order.
struct Sample {
    let program: Program
    /// The inputs that derivatives are taken by.
    let variables: [Int]
    let draw: (inout SplitMix64) -> [Tensor]

    /// The program of one primitive.
    init(_ primitive: any Primitive, _ rules: [InputRule]) {
        self.init(
            program: traced(rules.map(\.type)) { Node.apply(primitive, $0) },
            variables: rules.indices.filter { rules[$0].isVariable }
        ) { generator in rules.map { $0.draw(&generator) } }
    }

    init(program: Program, variables: [Int], draw: @escaping (inout SplitMix64) -> [Tensor]) {
        self.program = program
        self.variables = variables
        self.draw = draw
    }

    /// Directions for the variables.
    func drawTangents(_ generator: inout SplitMix64) -> [Tensor] {
        variables.map { InputRule.real(program.inputTypes[$0].shape, program.inputTypes[$0].element).draw(&generator) }
    }

    /// By some of the variables only: the other tangents are then zeros that are never written down.
    func varying(_ variables: [Int]) -> Sample { Sample(program: program, variables: variables, draw: draw) }

    /// Every choice of at least one of the variables.
    var variableChoices: [Sample] {
        (1..<(1 << variables.count)).map { mask in
            varying(variables.indices.filter { mask >> $0 & 1 == 1 }.map { variables[$0] })
        }
    }

    /// The derivative, as a program of the inputs and the tangents.
    var derivative: Sample {
        let tangents = program.inputs.count..<program.inputs.count + variables.count
        return Sample(program: program.derivative(variables), variables: variables + tangents) { generator in
            self.draw(&generator) + self.drawTangents(&generator)
        }
    }

    /// The same program with only those of its outputs that are numbers; nil where there are none.
    var ofNumbers: Sample? {
        var program = program
        program.outputs = program.outputs.filter { program.types[$0].element.isFloating }
        return program.outputs.isEmpty ? nil : Sample(program: program.pruned(), variables: variables, draw: draw)
    }

    /// The transposed derivative, as a program of the inputs and of a cotangent for each output.
    var adjoint: Sample? {
        guard let sample = ofNumbers else { return nil }
        let (inputTypes, outputTypes) = (sample.program.inputTypes, sample.program.outputTypes)
        let parts = sample.program.linearized(variables)
        let transposed = parts.linear.transposed(residualCount: parts.residualCount)
        let program = traced(inputTypes + outputTypes) { nodes in
            let values = parts.primal.apply(Array(nodes.prefix(inputTypes.count)))
            return transposed.apply(values.suffix(parts.residualCount) + nodes.suffix(outputTypes.count))
        }
        let cotangents = inputTypes.count..<inputTypes.count + outputTypes.count
        return Sample(program: program, variables: variables + cotangents) { generator in
            self.draw(&generator) + outputTypes.map { InputRule.real($0.shape, $0.element).draw(&generator) }
        }
    }
}
