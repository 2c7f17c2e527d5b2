internal import Tensors

extension Program {
    /// The transpose of a program that is linear in its inputs past the first `residualCount`: from the residuals
    /// followed by a cotangent for each output, to a cotangent for each linear input.
    ///
    /// Instructions are taken last first; a value read twice collects the sum of its cotangents.
    public func transposed(residualCount: Int) -> Program {
        let isLinear = reached(from: inputs.indices.map { $0 >= residualCount })
        return traced(inputTypes.prefix(residualCount) + outputTypes) { nodes in
            let trace = nodes[0].trace
            var values = [Node?](repeating: nil, count: types.count)
            for (input, node) in zip(inputs, nodes.prefix(residualCount)) { values[input] = node }
            for (value, tensor) in constants { values[value] = trace.constant(tensor) }
            // What does not depend on a linear input (a constant broadcast, say) is computed as it stands.
            for instruction in instructions where !isLinear[instruction.outputs[0]] {
                trace.origin = instruction.origin
                let results = trace.append(
                    instruction.primitive, instruction.inputs.compactMap { values[$0] },
                    instruction.outputs.map { types[$0] })
                for (output, result) in zip(instruction.outputs, results) { values[output] = result }
            }
            var cotangents = [Node?](repeating: nil, count: types.count)
            for (output, node) in zip(outputs, nodes.dropFirst(residualCount)) where isLinear[output] {
                cotangents[output] = sum(cotangents[output], node)
            }
            for instruction in instructions.reversed() where isLinear[instruction.outputs[0]] {
                trace.origin = instruction.origin
                let incoming = instruction.outputs.map { cotangents[$0] }
                guard incoming.contains(where: { $0 != nil }) else { continue }
                let arguments = instruction.inputs.map { id -> LinearInput in
                    values[id].map { .residual($0) } ?? .linear(types[id])
                }
                let outgoing = instruction.primitive.transpose(arguments, cotangents: incoming)
                for (input, cotangent) in zip(instruction.inputs, outgoing) where isLinear[input] {
                    cotangents[input] = sum(cotangents[input], cotangent)
                }
            }
            return inputs.dropFirst(residualCount).map { cotangents[$0] ?? nodes[0].zeros(types[$0]) }
        }
    }
}
