internal import Tensors

extension Program {
    /// The program on `size` items at once: the inputs marked so, and every output, carry one more leading axis.
    public func batched(_ isBatched: [Bool], size: Int) -> Program {
        let newTypes = zip(inputTypes, isBatched).map { type, batched in batched ? type.batched(by: size) : type }
        return traced(newTypes) { nodes in
            let trace = nodes[0].trace
            var values = [Batched?](repeating: nil, count: types.count)
            for (position, input) in inputs.enumerated() {
                values[input] = Batched(node: nodes[position], isBatched: isBatched[position])
            }
            for (value, tensor) in constants {
                values[value] = Batched(node: trace.constant(tensor), isBatched: false)
            }
            for instruction in instructions {
                trace.origin = instruction.origin
                let arguments = instruction.inputs.compactMap { values[$0] }
                if arguments.contains(where: \.isBatched) {
                    let results = instruction.primitive.batch(arguments, size: size)
                    for (output, result) in zip(instruction.outputs, results) {
                        values[output] = Batched(node: result, isBatched: true)
                    }
                } else {
                    let results = trace.append(
                        instruction.primitive, arguments.map(\.node), instruction.outputs.map { types[$0] })
                    for (output, result) in zip(instruction.outputs, results) {
                        values[output] = Batched(node: result, isBatched: false)
                    }
                }
            }
            return outputs.compactMap { values[$0]?.spread(size) }
        }
    }
}
