internal import CSignals
public import Tensors

/// Applies one primitive to tensors.
func evaluate(_ primitive: any Primitive, _ inputs: [Tensor]) throws(ComputationError) -> [Tensor] {
    let types = try primitive.outputTypes(inputs.map(\.type))
    try Memory.check(types)
    return try evaluate(primitive, inputs, types)
}

/// Applies one primitive to tensors, with the types of the outputs at hand.
private func evaluate(
    _ primitive: any Primitive, _ inputs: [Tensor], _ types: [TensorType]
) throws(ComputationError) -> [Tensor] {
    if signals_interrupted() { throw .interrupted }
    let outputs = types.map { Tensor(uninitialized: $0) }
    try primitive.evaluate(inputs.map(\.view), into: outputs.map(\.view))
    // A long kernel stops at the flag with its outputs half written; nobody may see them.
    if signals_interrupted() { throw .interrupted }
    return outputs
}

extension Program {
    /// The outputs for given inputs: one instruction after another, each value freed after its last use.
    public func run(_ arguments: [Tensor]) throws(ComputationError) -> [Tensor] {
        var values = [Tensor?](repeating: nil, count: types.count)
        for (input, tensor) in zip(inputs, arguments) { values[input] = tensor }
        for (value, tensor) in constants { values[value] = tensor }
        let lastUses = lastUses
        for (position, instruction) in instructions.enumerated() {
            let outputTypes = instruction.outputs.map { types[$0] }
            try Memory.check(outputTypes)
            let results = try evaluate(
                instruction.primitive, instruction.inputs.compactMap { values[$0] }, outputTypes)
            for (output, result) in zip(instruction.outputs, results) { values[output] = result }
            for value in instruction.inputs + instruction.outputs where lastUses[value] == position {
                values[value] = nil
            }
        }
        return outputs.compactMap { values[$0] }
    }

    /// The position of the last instruction that touches each value; past the end for outputs.
    var lastUses: [Int] {
        var last = [Int](repeating: -1, count: types.count)
        for (position, instruction) in instructions.enumerated() {
            for value in instruction.inputs + instruction.outputs { last[value] = position }
        }
        for value in outputs { last[value] = instructions.count }
        return last
    }
}
