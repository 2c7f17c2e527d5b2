public import Tensors

/// A program being written down while a formula is evaluated.
///
/// A class, because the nodes of a formula all write to one.
public final class Trace {
    /// How many traces enclose this one. Where operands of several traces meet, the deepest records: what it takes
    /// from the others it captures, and so is constant to the inner derivative and live to the outer one.
    public let depth: Int

    /// Where in the formula each instruction comes from.
    private let formula: Origins
    private(set) var types: [TensorType] = []
    private var inputs: [Int] = []
    private var constants: [(value: Int, tensor: Tensor)] = []
    private var constantOfValue: [Int: Tensor] = [:]
    private(set) var instructions: [Instruction] = []
    /// Operands of enclosing traces that were read here, each with the input that stands for it.
    private var captures: [(operand: Operand, input: Int)] = []
    private var captureOfNode: [NodeIdentity: Int] = [:]
    /// What each input stands for outside, where that is said.
    private var origins: [Int: Operand] = [:]
    /// Values that are known while tracing, so that control flow can depend on them.
    private var known: [Tensor?] = []
    /// The instruction that makes each value; nil for inputs and constants.
    private var makers: [Int?] = []
    /// Whether each value depends on the inputs, and not on constants and captures alone.
    private var isGiven: [Bool] = []
    private var isDecisive: Set<Int> = []
    /// The values that something has asked for, and what they were: a size, a bound or a branch was decided by them. What
    /// has been written down holds for other inputs that make them the same.
    public private(set) var decisions: [(node: Node, value: Tensor)] = []

    /// - Parameter origins: asked, for every instruction, where it comes from.
    public init(depth: Int, origins: Origins = Origins()) {
        self.depth = depth
        formula = origins
    }

    /// Where the next instruction comes from.
    var origin: Int? {
        get { formula.current }
        set { formula.current = newValue }
    }

    private struct NodeIdentity: Hashable {
        let trace: ObjectIdentifier
        let id: Int
    }

    private func newValue(_ type: TensorType, known value: Tensor?, maker: Int?, isGiven: Bool) -> Node {
        types.append(type)
        self.isGiven.append(isGiven)
        known.append(value)
        makers.append(maker)
        return Node(trace: self, id: types.count - 1)
    }

    /// A value that is given.
    public func input(_ type: TensorType) -> Node {
        let node = newValue(type, known: nil, maker: nil, isGiven: true)
        inputs.append(node.id)
        return node
    }

    /// A value that is given, and stands for an operand outside, whose value control flow may ask for.
    public func input(for operand: Operand) -> Node {
        let node = input(operand.type)
        origins[node.id] = operand
        return node
    }

    public func constant(_ tensor: Tensor) -> Node {
        let node = newValue(tensor.type, known: tensor, maker: nil, isGiven: false)
        constants.append((node.id, tensor))
        constantOfValue[node.id] = tensor
        return node
    }

    /// How many instructions have been written down.
    public var instructionCount: Int { instructions.count }

    /// An operand as a node of this trace.
    public func lift(_ operand: Operand) -> Node {
        switch operand {
        case .known(let tensor):
            return constant(tensor)
        case .traced(let node):
            if node.trace === self { return node }
            precondition(node.trace.depth < depth, "an inner trace's value escaped into an outer one")
            let identity = NodeIdentity(trace: ObjectIdentifier(node.trace), id: node.id)
            if let input = captureOfNode[identity] { return Node(trace: self, id: input) }
            let own = newValue(node.type, known: nil, maker: nil, isGiven: false)
            origins[own.id] = operand
            captures.append((operand, own.id))
            captureOfNode[identity] = own.id
            return own
        }
    }

    /// Writes down one instruction, whose types have been checked.
    func append(_ primitive: any Primitive, _ arguments: [Node], _ outputTypes: [TensorType]) -> [Node] {
        for argument in arguments { precondition(argument.trace === self, "\(primitive.name) mixes traces") }
        let given = arguments.contains { isGiven[$0.id] }
        let outputs = outputTypes.map { newValue($0, known: nil, maker: instructions.count, isGiven: given) }
        instructions.append(
            Instruction(
                primitive: primitive, inputs: arguments.map(\.id), outputs: outputs.map(\.id), origin: formula.current))
        return outputs
    }

    /// The instruction that makes a value; nil for inputs and constants.
    func instruction(making id: Int) -> Instruction? { makers[id].map { instructions[$0] } }

    /// The value of a constant.
    func constantValue(_ id: Int) -> Tensor? { constantOfValue[id] }

    /// The program that gives some of the values, with every capture as a further input.
    public func program(_ outputs: [Node]) -> (program: Program, captured: [Operand]) {
        let program = Program(
            types: types, inputs: inputs + captures.map(\.input), constants: constants, instructions: instructions,
            outputs: outputs.map(\.id))
        return (program.pruned(), captures.map(\.operand))
    }

    /// The program of a trace that captured nothing.
    func closedProgram(_ outputs: [Node]) -> Program {
        precondition(captures.isEmpty, "a transformation captured an operand from outside")
        return program(outputs).program
    }

    /// What a node's value is, where every input it depends on is known; a decision that is kept.
    func knownValue(of id: Int) throws(ComputationError) -> Tensor? {
        guard let value = try computedValue(of: id) else { return nil }
        if isGiven[id], isDecisive.insert(id).inserted { decisions.append((Node(trace: self, id: id), value)) }
        return value
    }

    /// The same, computed when first asked for, and remembered.
    private func computedValue(of id: Int) throws(ComputationError) -> Tensor? {
        if let value = known[id] { return value }
        // The makers of what is missing, last first, without recursion: a trace may be a long chain.
        var pending: [Int] = [id]
        var needed: Set<Int> = []
        while let next = pending.popLast() {
            if known[next] != nil { continue }
            if let maker = makers[next] {
                if needed.insert(maker).inserted { pending += instructions[maker].inputs }
            } else if let value = try origins[next]?.knownValue() {
                known[next] = value
            } else {
                return nil
            }
        }
        for maker in needed.sorted() {
            let instruction = instructions[maker]
            let results = try evaluate(instruction.primitive, instruction.inputs.compactMap { known[$0] })
            for (output, result) in zip(instruction.outputs, results) { known[output] = result }
        }
        return known[id]
    }
}

/// The program a function of nodes writes down: how transformations make programs.
func traced(_ inputs: [TensorType], _ body: ([Node]) -> [Node]) -> Program {
    let trace = Trace(depth: 0)
    let nodes = inputs.map { trace.input($0) }
    return trace.closedProgram(body(nodes))
}
