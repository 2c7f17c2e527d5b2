public import Tensors

/// A value of a program being written: what the rules of primitives are written in.
///
/// The operators here are the extender's door: both sides have the same type, nothing broadcasts by itself, and a
/// mismatch is the engine's own mistake. Formulas go through `Operand`.
public struct Node: Equatable {
    public let trace: Trace
    let id: Int

    public var type: TensorType { trace.types[id] }
    public var shape: Shape { type.shape }

    public static func == (a: Node, b: Node) -> Bool { a.trace === b.trace && a.id == b.id }

    /// Applies a primitive whose types must fit.
    static func apply(_ primitive: any Primitive, _ inputs: [Node]) -> [Node] {
        do throws(ComputationError) {
            return inputs[0].trace.append(primitive, inputs, try primitive.outputTypes(inputs.map(\.type)))
        } catch {
            preconditionFailure("a rule applies \(primitive.name) wrongly: \(error.message)")
        }
    }

    func applying(_ primitive: any Primitive, _ others: Node...) -> Node { Node.apply(primitive, [self] + others)[0] }

    /// A constant of this node's type.
    func constant(_ value: Double) -> Node {
        let scalar = trace.constant(Tensor(repeating: value, TensorType(.scalar, type.element)))
        return shape.isScalar ? scalar : scalar.broadcast(to: shape)
    }

    /// A constant of any type in this node's program.
    func zeros(_ type: TensorType) -> Node {
        let scalar = trace.constant(Tensor(repeating: 0, TensorType(.scalar, type.element)))
        return type.shape.isScalar ? scalar : scalar.broadcast(to: type.shape)
    }
}

/// The sum of two tangents, either of which may be zero.
func sum(_ a: Node?, _ b: Node?) -> Node? {
    guard let a else { return b }
    guard let b else { return a }
    return a + b
}
