internal import Tensors

extension Program {
    /// The Taylor coefficients of the outputs along a curve, all up to `order` in one pass: a program of the inputs
    /// followed by the coefficients 1 … order of each input in `variables`, that gives, for each output in turn, its
    /// coefficients 0 … order (1/k! included).
    public func jet(_ variables: [Int], order: Int) -> Program {
        let variableTypes = variables.flatMap { [TensorType](repeating: inputTypes[$0], count: order) }
        return traced(inputTypes + variableTypes) { nodes in
            let trace = nodes[0].trace
            var series = [[Node?]?](repeating: nil, count: types.count)
            func constantSeries(_ node: Node) -> [Node?] { [node] + [Node?](repeating: nil, count: order) }
            for (position, input) in inputs.enumerated() { series[input] = constantSeries(nodes[position]) }
            for (position, variable) in variables.enumerated() {
                let start = inputs.count + position * order
                series[inputs[variable]] = [nodes[variable]] + nodes[start..<start + order].map(Optional.some)
            }
            for (value, tensor) in constants { series[value] = constantSeries(trace.constant(tensor)) }
            for instruction in instructions {
                trace.origin = instruction.origin
                let arguments = instruction.inputs.compactMap { series[$0] }
                if arguments.contains(where: { $0.dropFirst().contains { $0 != nil } }) {
                    let results = instruction.primitive.jet(arguments, order: order)
                    for (output, result) in zip(instruction.outputs, results) { series[output] = result }
                } else {
                    let results = trace.append(
                        instruction.primitive, arguments.compactMap { $0[0] }, instruction.outputs.map { types[$0] })
                    for (output, result) in zip(instruction.outputs, results) {
                        series[output] = constantSeries(result)
                    }
                }
            }
            return outputs.flatMap { output in
                (series[output] ?? []).map { $0 ?? nodes[0].zeros(types[output]) }
            }
        }
    }
}

/// The jet of a primitive by nested derivatives of t ↦ primitive(Σ xₖtᵏ) at t = 0: right for any primitive with a
/// derivative, at a cost that doubles with each order.
func nestedJet(of primitive: any Primitive, _ inputs: [[Node?]], order: Int) -> [[Node?]] {
    guard let trace = inputs.lazy.compactMap({ $0[0] }).first?.trace else {
        preconditionFailure("\(primitive.name) has a jet without inputs")
    }
    // The curve as a program of t and of all coefficients.
    let given = inputs.flatMap { $0.compactMap { $0 } }
    var program = traced([TensorType(.scalar)] + given.map(\.type)) { nodes in
        let t = nodes[0]
        var next = 1
        let arguments = inputs.map { coefficients -> Node in
            var value: Node?
            for (power, coefficient) in coefficients.enumerated() where coefficient != nil {
                let node = nodes[next]
                next += 1
                if power == 0 {
                    value = node
                } else {
                    let factor = t.raised(to: Double(power)).converted(to: node.type.element)
                    value = sum(value, node * factor.broadcast(to: node.shape))
                }
            }
            return value ?? nodes[0]
        }
        return Node.apply(primitive, arguments)
    }
    let outputCount = program.outputs.count
    let start = [trace.constant(Tensor(0))] + given
    var coefficients = program.apply(start).map { [Optional($0)] }
    var factorial = 1.0
    guard order > 0 else { return coefficients }
    for k in 1...order {
        factorial *= Double(k)
        // d/dt of the outputs last taken, with t's own tangent fixed at 1.
        let derivative = program.derivative([0])
        program = traced(derivative.inputTypes.dropLast()) { nodes in
            let tangents = derivative.apply(nodes + [nodes[0].trace.constant(Tensor(1))])
            return Array(tangents.suffix(outputCount))
        }
        for (output, value) in program.apply(start).enumerated() {
            coefficients[output].append(value * value.constant(1 / factorial))
        }
    }
    return coefficients
}
