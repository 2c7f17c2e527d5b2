internal import CSignals
public import Tensors

/// Applies one primitive to memory, unless the user has asked for a stop.
func evaluate(_ primitive: any Primitive, _ inputs: [TensorView], into outputs: [TensorView]) throws(ComputationError) {
    if signals_interrupted() { throw .interrupted }
    do throws(ComputationError) {
        try primitive.evaluate(inputs, into: outputs)
    } catch {
        // What a kernel finds wrong in what it has not finished is wrong itself.
        throw signals_interrupted() ? .interrupted : error
    }
    // A long kernel stops at the flag with its outputs half written; nobody may see them.
    if signals_interrupted() { throw .interrupted }
}

/// Applies one primitive to tensors.
func evaluate(_ primitive: any Primitive, _ inputs: [Tensor]) throws(ComputationError) -> [Tensor] {
    let types = try primitive.outputTypes(inputs.map(\.type))
    try Memory.check(types)
    let outputs = types.map { Tensor(uninitialized: $0) }
    try evaluate(primitive, inputs.map(\.view), into: outputs.map(\.view))
    return outputs
}

extension Program {
    /// The outputs for given inputs.
    public func run(_ arguments: [Tensor]) throws(ComputationError) -> [Tensor] {
        precondition(arguments.map(\.type) == inputTypes, "a program is run on other types than its own")
        return try Workspace(Plan(self)).run(arguments)
    }
}
