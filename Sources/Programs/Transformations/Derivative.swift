internal import Tensors

extension Program {
    /// The derivative in forward mode: a program of the inputs followed by a tangent for each input in `variables`, that
    /// gives the outputs followed by a tangent for each of them.
    ///
    /// Each instruction is kept and followed by its linearisation; a tangent that is zero is never written down.
    public func derivative(_ variables: [Int]) -> Program {
        traced(inputTypes + variables.map { inputTypes[$0] }) { nodes in
            let arguments = Array(nodes.prefix(inputs.count))
            var tangents = [Node?](repeating: nil, count: inputs.count)
            for (position, variable) in variables.enumerated() { tangents[variable] = nodes[inputs.count + position] }
            let (values, valueTangents) = pushForward(arguments, tangents)
            return values + zip(values, valueTangents).map { value, tangent in tangent ?? value.zeros(value.type) }
        }
    }

    /// Writes the program and its derivative down in the trace of the arguments.
    private func pushForward(_ arguments: [Node], _ argumentTangents: [Node?]) -> ([Node], [Node?]) {
        var values = [Node?](repeating: nil, count: types.count)
        var tangents = [Node?](repeating: nil, count: types.count)
        for (position, input) in inputs.enumerated() {
            values[input] = arguments[position]
            tangents[input] = argumentTangents[position]
        }
        let trace = arguments[0].trace
        for (value, tensor) in constants { values[value] = trace.constant(tensor) }
        for instruction in instructions {
            trace.origin = instruction.origin
            let arguments = instruction.inputs.compactMap { values[$0] }
            let results = trace.append(instruction.primitive, arguments, instruction.outputs.map { types[$0] })
            for (output, result) in zip(instruction.outputs, results) { values[output] = result }
            let incoming = instruction.inputs.map { tangents[$0] }
            guard incoming.contains(where: { $0 != nil }) else { continue }
            let outgoing = instruction.primitive.derivative(arguments, outputs: results, tangents: incoming)
            for (output, tangent) in zip(instruction.outputs, outgoing) { tangents[output] = tangent }
        }
        return (outputs.compactMap { values[$0] }, outputs.map { tangents[$0] })
    }
}
