internal import Tensors
internal import VectorMath

/// a + b.
struct Add: BinaryVectorFunction {
    let name = "add"

    var kernels: (double: Kernel<Double>, single: Kernel<Float>) { (vector_math_add_f64, vector_math_add_f32) }

    func derivative(_ inputs: [Node], output: Node, tangents: [Node?]) -> Node? { sum(tangents[0], tangents[1]) }

    func transpose(_ inputs: [LinearInput], cotangent: Node) -> [Node?] { [cotangent, cotangent] }

    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] { (0...order).map { sum(inputs[0][$0], inputs[1][$0]) } }

    func simplified(_ inputs: [Node]) -> Node? {
        if inputs[0].everywhere == 0 { return inputs[1] }
        if inputs[1].everywhere == 0 { return inputs[0] }
        if let negated = inputs[1].made(by: Negate.self) { return inputs[0] - negated.inputs[0] }
        if let negated = inputs[0].made(by: Negate.self) { return inputs[1] - negated.inputs[0] }
        return Pad.joined(inputs[0], inputs[1])
    }
}

/// a − b.
struct Subtract: BinaryVectorFunction {
    let name = "subtract"

    var kernels: (double: Kernel<Double>, single: Kernel<Float>) {
        (vector_math_subtract_f64, vector_math_subtract_f32)
    }

    private func difference(_ a: Node?, _ b: Node?) -> Node? {
        guard let b else { return a }
        return a.map { $0 - b } ?? -b
    }

    func derivative(_ inputs: [Node], output: Node, tangents: [Node?]) -> Node? { difference(tangents[0], tangents[1]) }

    func transpose(_ inputs: [LinearInput], cotangent: Node) -> [Node?] {
        [inputs[0].isLinear ? cotangent : nil, inputs[1].isLinear ? -cotangent : nil]
    }

    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] {
        (0...order).map { difference(inputs[0][$0], inputs[1][$0]) }
    }

    func simplified(_ inputs: [Node]) -> Node? {
        if inputs[1].everywhere == 0 { return inputs[0] }
        if inputs[0].everywhere == 0 { return -inputs[1] }
        return inputs[1].made(by: Negate.self).map { inputs[0] + $0.inputs[0] }
    }
}

/// −a.
struct Negate: VectorFunction, LinearMapPrimitive {
    let name = "negate"

    var kernels: (double: Kernel<Double>, single: Kernel<Float>) { (vector_math_negate_f64, vector_math_negate_f32) }

    func slope(_ x: Node, _ y: Node) -> Node? { x.constant(-1) }

    func derivative(_ inputs: [Node], output: Node, tangents: [Node?]) -> Node? { tangents[0].map { -$0 } }

    func transpose(_ cotangent: Node, input: TensorType) -> Node { -cotangent }

    func batch(_ input: Node, size: Int) -> Node { -input }

    func batch(_ inputs: [Batched], size: Int) -> Node { -inputs[0].spread(size) }

    func simplified(_ inputs: [Node]) -> Node? { inputs[0].made(by: Negate.self)?.inputs[0] }
}

/// a · b, elementwise.
struct Multiply: BinaryVectorFunction {
    let name = "multiply"

    var kernels: (double: Kernel<Double>, single: Kernel<Float>) {
        (vector_math_multiply_f64, vector_math_multiply_f32)
    }

    func derivative(_ inputs: [Node], output: Node, tangents: [Node?]) -> Node? {
        sum(tangents[0].map { $0.scaled(by: inputs[1]) }, tangents[1].map { $0.scaled(by: inputs[0]) })
    }

    func transpose(_ inputs: [LinearInput], cotangent: Node) -> [Node?] {
        inputs[0].isLinear ? [cotangent * inputs[1].residual, nil] : [nil, inputs[0].residual * cotangent]
    }

    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] {
        (0...order).map { k in cauchy(inputs[0], inputs[1], k, 0...k, *) }
    }

    func simplified(_ inputs: [Node]) -> Node? {
        inputs[0].everywhere == 1 ? inputs[1] : inputs[1].everywhere == 1 ? inputs[0] : nil
    }
}

/// a / b, elementwise.
struct Divide: BinaryVectorFunction {
    let name = "divide"

    var kernels: (double: Kernel<Double>, single: Kernel<Float>) { (vector_math_divide_f64, vector_math_divide_f32) }

    func derivative(_ inputs: [Node], output: Node, tangents: [Node?]) -> Node? {
        sum(
            tangents[0].map { $0.scaled(by: 1 / inputs[1]) },
            tangents[1].map { -$0.scaled(by: output / inputs[1]) })
    }

    func transpose(_ inputs: [LinearInput], cotangent: Node) -> [Node?] { [cotangent / inputs[1].residual, nil] }

    func simplified(_ inputs: [Node]) -> Node? { inputs[1].everywhere == 1 ? inputs[0] : nil }

    /// From a = y·b: yₖ = (aₖ − Σⱼ bⱼ·y₍ₖ₋ⱼ₎) / b₀.
    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] {
        guard let divisor = inputs[1][0] else { preconditionFailure("a division by a series that begins with zero") }
        var y: [Node?] = [inputs[0][0].map { $0 / divisor }]
        guard order > 0 else { return y }
        for k in 1...order {
            let correction = cauchy(inputs[1], y + [nil], k, 1...k, *)
            y.append(sum(inputs[0][k], correction.map { -$0 }).map { $0 / divisor })
        }
        return y
    }
}
