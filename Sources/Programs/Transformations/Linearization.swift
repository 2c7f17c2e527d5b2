internal import Tensors

/// A program taken apart at a point: what does not depend on the direction, and what is linear in it.
public struct Linearization: Sendable {
    /// From the inputs to the outputs, followed by the residuals.
    public let primal: Program
    public let outputCount: Int
    /// From the residuals followed by the tangents of the variables, linear in those, to the outputs' tangents.
    public let linear: Program
    public let residualCount: Int
}

extension Program {
    /// The derivative by some of the inputs, taken apart.
    ///
    /// An instruction of the derivative either depends on a tangent, and is then linear in it, or it does not. What the
    /// first kind reads of the second are the residuals.
    public func linearized(_ variables: [Int]) -> Linearization {
        let derivative = derivative(variables).simplified()
        let isLinear = derivative.reached(from: derivative.inputs.indices.map { $0 >= inputs.count })
        var primalPart: [Instruction] = []
        var linearPart: [Instruction] = []
        for instruction in derivative.instructions {
            if instruction.outputs.contains(where: { isLinear[$0] }) {
                linearPart.append(instruction)
            } else {
                primalPart.append(instruction)
            }
        }
        let primalOutputs = Array(derivative.outputs.prefix(outputs.count))
        let tangentOutputs = Array(derivative.outputs.suffix(outputs.count))
        let constantValues = Set(derivative.constants.map(\.value))
        var residuals: [Int] = []
        var seen = constantValues
        for value in linearPart.flatMap(\.inputs) + tangentOutputs where !isLinear[value] && seen.insert(value).inserted
        {
            residuals.append(value)
        }
        let primalInputs = Array(derivative.inputs.prefix(inputs.count))
        let primal = Program(
            types: derivative.types, inputs: primalInputs, constants: derivative.constants, instructions: primalPart,
            outputs: primalOutputs + residuals)
        let linear = Program(
            types: derivative.types, inputs: residuals + derivative.inputs.suffix(variables.count),
            constants: derivative.constants,
            instructions: linearPart, outputs: tangentOutputs)
        return Linearization(
            primal: primal.pruned(), outputCount: outputs.count, linear: linear.pruned(),
            residualCount: residuals.count)
    }
}
