public import Tensors

/// A tensor that a formula computes with: known, or a value of a program being traced.
///
/// The user's door: applying a primitive checks types and throws; known operands are computed at once, and where one is
/// traced an instruction is written down.
public enum Operand {
    case known(Tensor)
    case traced(Node)

    public init(_ value: Double) { self = .known(Tensor(value)) }

    public var type: TensorType {
        switch self {
        case .known(let tensor): tensor.type
        case .traced(let node): node.type
        }
    }

    public var shape: Shape { type.shape }

    /// The value, where it is known or follows from what is known while tracing.
    public func knownValue() throws(ComputationError) -> Tensor? {
        switch self {
        case .known(let tensor): tensor
        case .traced(let node): try node.trace.knownValue(of: node.id)
        }
    }

    /// Applies a primitive to operands.
    public static func apply(_ primitive: any Primitive, _ operands: [Operand]) throws(ComputationError) -> [Operand] {
        guard let trace = deepestTrace(operands) else {
            return try evaluate(primitive, tensors(operands)).map(Operand.known)
        }
        let types = try primitive.outputTypes(operands.map(\.type))
        return trace.append(primitive, operands.map(trace.lift), types).map(Operand.traced)
    }

    func applying(_ primitive: any Primitive, _ others: Operand...) throws(ComputationError) -> Operand {
        try Operand.apply(primitive, [self] + others)[0]
    }

    /// The values of operands of which none is traced.
    static func tensors(_ operands: [Operand]) -> [Tensor] {
        operands.map { operand in
            guard case .known(let tensor) = operand else { preconditionFailure("an operand is traced") }
            return tensor
        }
    }

    /// The trace that records what is done with these operands; nil where all are known.
    static func deepestTrace(_ operands: [Operand]) -> Trace? {
        var deepest: Trace?
        for case .traced(let node) in operands where deepest.map({ node.trace.depth > $0.depth }) ?? true {
            deepest = node.trace
        }
        return deepest
    }
}

extension Program {
    /// The program's outputs for given operands: run where all are known, copied into the trace otherwise.
    public func apply(_ operands: [Operand]) throws(ComputationError) -> [Operand] {
        try Executable(self).apply(operands)
    }

    /// Copies the program's instructions into the trace of the given nodes.
    func apply(_ nodes: [Node]) -> [Node] {
        var values = [Node?](repeating: nil, count: types.count)
        for (input, node) in zip(inputs, nodes) { values[input] = node }
        guard let trace = nodes.first?.trace else {
            preconditionFailure("a program without inputs is copied into a trace")
        }
        for (value, tensor) in constants { values[value] = trace.constant(tensor) }
        let origin = trace.origin
        defer { trace.origin = origin }
        for instruction in instructions {
            trace.origin = instruction.origin ?? origin
            let arguments = instruction.inputs.compactMap { values[$0] }
            let results = trace.append(instruction.primitive, arguments, instruction.outputs.map { types[$0] })
            for (output, result) in zip(instruction.outputs, results) { values[output] = result }
        }
        return outputs.compactMap { values[$0] }
    }
}
