internal import Tensors

extension Program {
    /// The same program with less to do: what depends on constants only computed once, equal instructions written once,
    /// each primitive's own identities taken, and nothing left that no output needs.
    public func simplified() -> Program {
        guard !inputs.isEmpty else { return pruned() }
        return traced(inputTypes) { nodes in
            let writer = Simplifier(nodes[0].trace)
            var values = [Node?](repeating: nil, count: types.count)
            for (input, node) in zip(inputs, nodes) { values[input] = node }
            for (value, tensor) in constants { values[value] = writer.constant(tensor) }
            for instruction in instructions {
                nodes[0].trace.origin = instruction.origin
                let arguments = instruction.inputs.compactMap { values[$0] }
                let results = writer.write(instruction.primitive, arguments, instruction.outputs.map { types[$0] })
                for (output, result) in zip(instruction.outputs, results) { values[output] = result }
            }
            return outputs.compactMap { values[$0] }
        }
    }
}

/// Writes instructions down once. A class, because identities write through it while it looks at what is written.
private final class Simplifier {
    private let trace: Trace
    private var written: [Key: [Node]] = [:]
    private var constants: [Tensor: Node] = [:]

    /// Results with more elements are not computed beforehand: they would only take memory.
    private static let largestConstant = 64

    init(_ trace: Trace) { self.trace = trace }

    private struct Key: Hashable {
        let primitive: AnyHashable
        let inputs: [Int]
    }

    func constant(_ tensor: Tensor) -> Node {
        if let node = constants[tensor] { return node }
        let node = trace.constant(tensor)
        constants[tensor] = node
        return node
    }

    func write(_ primitive: any Primitive, _ inputs: [Node], _ types: [TensorType]) -> [Node] {
        if let simpler = primitive.simplified(inputs) { return [simpler] }
        let key = Key(primitive: AnyHashable(primitive), inputs: inputs.map(\.id))
        if let known = written[key] { return known }
        let results = folded(primitive, inputs, types) ?? trace.append(primitive, inputs, types)
        written[key] = results
        return results
    }

    /// The results as constants, where every input is one.
    private func folded(_ primitive: any Primitive, _ inputs: [Node], _ types: [TensorType]) -> [Node]? {
        guard types.allSatisfy({ $0.shape.count <= Self.largestConstant }) else { return nil }
        var tensors: [Tensor] = []
        for input in inputs {
            guard let tensor = trace.constantValue(input.id) else { return nil }
            tensors.append(tensor)
        }
        // What fails is left to fail when the program runs.
        return (try? evaluate(primitive, tensors))?.map(constant)
    }
}

extension Node {
    /// The instruction that makes this value, if it applies the given primitive.
    func made<P: Primitive>(by: P.Type) -> (primitive: P, inputs: [Node])? {
        guard let instruction = trace.instruction(making: id), let primitive = instruction.primitive as? P else {
            return nil
        }
        return (primitive, instruction.inputs.map { Node(trace: trace, id: $0) })
    }

    /// The number that every element is, where that is known: of a constant, or of one that was broadcast.
    var everywhere: Double? {
        var node = self
        while let instruction = trace.instruction(making: node.id) {
            guard instruction.primitive is Broadcast || instruction.primitive is Reshape else { return nil }
            node = Node(trace: trace, id: instruction.inputs[0])
        }
        guard let tensor = trace.constantValue(node.id), tensor.count == 1 else { return nil }
        return tensor.double(at: 0)
    }
}
