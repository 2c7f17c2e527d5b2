internal import Tensors

extension Program {
    /// The program without the instructions and constants its outputs do not depend on. Inputs stay.
    public func pruned() -> Program {
        var isNeeded = [Bool](repeating: false, count: types.count)
        for value in outputs + inputs { isNeeded[value] = true }
        var kept: [Instruction] = []
        for instruction in instructions.reversed() where instruction.outputs.contains(where: { isNeeded[$0] }) {
            kept.append(instruction)
            for value in instruction.inputs + instruction.outputs { isNeeded[value] = true }
        }
        return renumbered(instructions: kept.reversed(), constants: constants.filter { isNeeded[$0.value] })
    }

    /// The program with some of its instructions and constants, its values numbered anew.
    private func renumbered(instructions: [Instruction], constants: [(value: Int, tensor: Tensor)]) -> Program {
        var number = [Int](repeating: -1, count: types.count)
        var newTypes: [TensorType] = []
        func assign(_ value: Int) -> Int {
            if number[value] < 0 {
                number[value] = newTypes.count
                newTypes.append(types[value])
            }
            return number[value]
        }
        let newInputs = inputs.map(assign)
        let newConstants = constants.map { (value: assign($0.value), tensor: $0.tensor) }
        let newInstructions = instructions.map {
            Instruction(
                primitive: $0.primitive, inputs: $0.inputs.map(assign), outputs: $0.outputs.map(assign),
                origin: $0.origin)
        }
        return Program(
            types: newTypes, inputs: newInputs, constants: newConstants, instructions: newInstructions,
            outputs: outputs.map(assign))
    }
}
