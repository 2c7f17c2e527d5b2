public import Tensors

/// An operation of the engine, with everything the engine knows of it in one place.
///
/// Rules build programs from other primitives, never numbers: so the derivative of a derivative needs no further code.
/// A primitive is a value; what it is applied with besides tensors (axes, sizes) are its stored properties.
public protocol Primitive: Hashable, Sendable {
    /// Its name in a printed program.
    var name: String { get }

    /// Its parameters in a printed program: `axes=[0]`.
    var parameters: String { get }

    /// The shape rule: the types of the outputs, or an error that names the shapes and the rule.
    func outputTypes(_ inputs: [TensorType]) throws(ComputationError) -> [TensorType]

    /// Writes every element of the outputs. The outputs' memory is never that of an input.
    func evaluate(_ inputs: [TensorView], into outputs: [TensorView]) throws(ComputationError)

    /// The linearisation: the outputs' tangents, in primitives that are linear in `tangents`. Nil is a tangent of zero.
    func derivative(_ inputs: [Node], outputs: [Node], tangents: [Node?]) -> [Node?]

    /// How many times the outputs can be differentiated.
    var smoothness: Int { get }

    /// For a primitive that is linear in the inputs marked so: their cotangents. Others need no rule, for they never
    /// stand in a linear program.
    func transpose(_ inputs: [LinearInput], cotangents: [Node?]) -> [Node?]

    /// The operation on `size` items at once: inputs marked batched carry one more leading axis, and so do all results.
    func batch(_ inputs: [Batched], size: Int) -> [Node]

    /// The Taylor coefficients of the outputs from those of the inputs, `order + 1` each. Nil is a coefficient of zero.
    func jet(_ inputs: [[Node?]], order: Int) -> [[Node?]]

    /// An equal value for less work, where the inputs show one: `x·1` is `x`.
    func simplified(_ inputs: [Node]) -> Node?

    /// Floating-point operations one application takes.
    func operationCount(_ inputs: [TensorType], _ outputs: [TensorType]) -> Int
}

/// An input of a primitive as its transpose rule sees it.
public enum LinearInput {
    /// The primitive is linear in this one: a cotangent is wanted for it.
    case linear(TensorType)
    /// This one is given.
    case residual(Node)

    var isLinear: Bool {
        switch self {
        case .linear: true
        case .residual: false
        }
    }

    /// The node of an input that the rule needs as a value.
    var residual: Node {
        switch self {
        case .residual(let node): return node
        case .linear: preconditionFailure("a linear program multiplies two tangents")
        }
    }
}

/// An input of a primitive as its batching rule sees it.
public struct Batched {
    public let node: Node
    /// Whether the node carries the batch as its leading axis.
    public let isBatched: Bool

    /// The node with the batch axis, repeated where it had none.
    func spread(_ size: Int) -> Node {
        isBatched ? node : node.broadcast(to: node.shape.batched(by: size))
    }
}

extension Primitive {
    public var parameters: String { "" }

    public var smoothness: Int { .max }

    public func transpose(_ inputs: [LinearInput], cotangents: [Node?]) -> [Node?] {
        preconditionFailure("\(name) stands in a linear program, but has no transpose")
    }

    public func simplified(_ inputs: [Node]) -> Node? { nil }

    /// An upper bound for whatever does one thing to each element.
    public func operationCount(_ inputs: [TensorType], _ outputs: [TensorType]) -> Int {
        outputs.reduce(0) { $0 + $1.shape.count }
    }

    func isEqual(to other: any Primitive) -> Bool { (other as? Self) == self }

    /// The jet of a primitive that has a derivative but no recurrence of its own, from nested derivatives.
    public func jet(_ inputs: [[Node?]], order: Int) -> [[Node?]] { nestedJet(of: self, inputs, order: order) }
}

/// A primitive with one output, whose rules speak of that one.
public protocol SingleResult: Primitive {
    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType
    func evaluate(_ inputs: [TensorView], into output: TensorView) throws(ComputationError)
    func derivative(_ inputs: [Node], output: Node, tangents: [Node?]) -> Node?
    func transpose(_ inputs: [LinearInput], cotangent: Node) -> [Node?]
    func batch(_ inputs: [Batched], size: Int) -> Node
    func jet(_ inputs: [[Node?]], order: Int) -> [Node?]
}

extension SingleResult {
    public func outputTypes(_ inputs: [TensorType]) throws(ComputationError) -> [TensorType] {
        [try outputType(inputs)]
    }

    public func evaluate(_ inputs: [TensorView], into outputs: [TensorView]) throws(ComputationError) {
        try evaluate(inputs, into: outputs[0])
    }

    public func derivative(_ inputs: [Node], outputs: [Node], tangents: [Node?]) -> [Node?] {
        [derivative(inputs, output: outputs[0], tangents: tangents)]
    }

    public func transpose(_ inputs: [LinearInput], cotangents: [Node?]) -> [Node?] {
        guard let cotangent = cotangents[0] else { return inputs.map { _ in nil } }
        return transpose(inputs, cotangent: cotangent)
    }

    public func transpose(_ inputs: [LinearInput], cotangent: Node) -> [Node?] {
        preconditionFailure("\(name) stands in a linear program, but has no transpose")
    }

    public func batch(_ inputs: [Batched], size: Int) -> [Node] { [batch(inputs, size: size)] }

    public func jet(_ inputs: [[Node?]], order: Int) -> [[Node?]] { [jet(inputs, order: order)] }

    public func jet(_ inputs: [[Node?]], order: Int) -> [Node?] { nestedJet(of: self, inputs, order: order)[0] }
}

/// A primitive of one input that is linear in it: its derivative, and its jet, are itself.
public protocol LinearMapPrimitive: SingleResult {
    func transpose(_ cotangent: Node, input: TensorType) -> Node
    func batch(_ input: Node, size: Int) -> Node
}

extension LinearMapPrimitive {
    public func derivative(_ inputs: [Node], output: Node, tangents: [Node?]) -> Node? {
        tangents[0].map { $0.applying(self) }
    }

    public func transpose(_ inputs: [LinearInput], cotangent: Node) -> [Node?] {
        guard case .linear(let type) = inputs[0] else { return [nil] }
        return [transpose(cotangent, input: type)]
    }

    public func batch(_ inputs: [Batched], size: Int) -> Node { batch(inputs[0].spread(size), size: size) }

    public func jet(_ inputs: [[Node?]], order: Int) -> [Node?] { inputs[0].map { $0?.applying(self) } }
}
