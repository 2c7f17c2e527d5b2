public import Tensors

/// What a formula becomes when it is traced: inputs, instructions in single-assignment form, outputs.
///
/// Values are numbered; an instruction reads values with smaller numbers only. Every transformation of the engine is a
/// function from programs to programs.
public struct Program: Sendable {
    /// The type of each value.
    public internal(set) var types: [TensorType]
    /// The values that are given.
    public internal(set) var inputs: [Int]
    /// The values that are always the same.
    public internal(set) var constants: [(value: Int, tensor: Tensor)]
    public internal(set) var instructions: [Instruction]
    /// The values asked for; one may be asked for twice.
    public internal(set) var outputs: [Int]

    public var inputTypes: [TensorType] { inputs.map { types[$0] } }
    public var outputTypes: [TensorType] { outputs.map { types[$0] } }

    /// Floating-point operations one run takes.
    public var operationCount: Int {
        instructions.reduce(0) { sum, instruction in
            sum
                + instruction.primitive.operationCount(
                    instruction.inputs.map { types[$0] }, instruction.outputs.map { types[$0] })
        }
    }

    /// Which values a derivative by the marked inputs reaches: numbers that depend on one otherwise than through a
    /// `Stop`.
    func reached(from isMarked: [Bool]) -> [Bool] {
        var isReached = [Bool](repeating: false, count: types.count)
        for (input, marked) in zip(inputs, isMarked) { isReached[input] = marked }
        for instruction in instructions
        where !(instruction.primitive is Stop) && instruction.inputs.contains(where: { isReached[$0] }) {
            for output in instruction.outputs { isReached[output] = types[output].element.isFloating }
        }
        return isReached
    }
}

/// A primitive applied to values.
public struct Instruction: Sendable {
    public let primitive: any Primitive
    public let inputs: [Int]
    public let outputs: [Int]
    /// Where in the formula it comes from, as whoever traced it numbers that; what is derived from an instruction comes
    /// from where that does.
    public let origin: Int?
}

extension Program: CustomStringConvertible {
    /// One line for each instruction: `%3 : float64[2] = sum[axes=[0]] %2`.
    public var description: String {
        func value(_ id: Int) -> String { "%\(id)" }
        func typed(_ id: Int) -> String { "%\(id) : \(types[id])" }
        var lines = ["program(" + inputs.map(typed).joined(separator: ", ") + ")"]
        for (id, tensor) in constants {
            let shown = tensor.count == 1 ? "\(tensor.double(at: 0))" : "…"
            lines.append("  \(typed(id)) = constant \(shown)")
        }
        for instruction in instructions {
            let primitive = instruction.primitive
            let parameters = primitive.parameters.isEmpty ? "" : "[\(primitive.parameters)]"
            let left = instruction.outputs.map(typed).joined(separator: ", ")
            let right = instruction.inputs.map(value).joined(separator: ", ")
            lines.append("  \(left) = \(primitive.name)\(parameters) \(right)")
        }
        lines.append("  return " + outputs.map(value).joined(separator: ", "))
        return lines.joined(separator: "\n")
    }
}
