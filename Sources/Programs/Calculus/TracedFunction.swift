internal import Tensors

/// A function of operands, traced at a point: the program it became, and what it read of its surroundings.
///
/// What was captured is constant to the derivatives taken here, and stays live to those taken outside.
public struct TracedFunction {
    public let program: Program
    /// The operands that the program's inputs past `arguments` stand for.
    public let captured: [Operand]
    public let arguments: [Operand]

    /// Traces `body` at the arguments, `depth` traces deep.
    ///
    /// - Parameter origins: asked, for every instruction, where it comes from.
    public init<E: Error>(
        at arguments: [Operand], depth: Int, origins: Origins = Origins(), _ body: ([Operand]) throws(E) -> [Operand]
    ) throws(E) {
        let trace = Trace(depth: depth, origins: origins)
        let nodes = arguments.map { trace.input(for: $0) }
        let outputs = try body(nodes.map(Operand.traced)).map(trace.lift)
        (program, captured) = trace.program(outputs)
        self.arguments = arguments
    }

    private var variables: [Int] { Array(arguments.indices) }

    /// The outputs, and the derivative as a linear map from tangents of the arguments to tangents of the outputs.
    public func linearized() throws(ComputationError) -> (outputs: [Operand], map: LinearMap) {
        try program.checkDerivative(variables)
        let parts = program.linearized(variables)
        let values = try parts.primal.apply(arguments + captured)
        let map = LinearMap(program: parts.linear, residuals: Array(values.dropFirst(parts.outputCount)))
        return (Array(values.prefix(parts.outputCount)), map)
    }

    /// The derivative along tangents of the arguments.
    public func derivative(along tangents: [Operand]) throws(ComputationError) -> [Operand] {
        try program.checkDerivative(variables)
        let derivative = program.derivative(variables).simplified()
        let results = try derivative.apply(arguments + captured + tangents)
        return Array(results.dropFirst(program.outputs.count))
    }

    /// The gradient of a scalar output by each argument.
    public func gradient() throws(ComputationError) -> [Operand] {
        let (outputs, map) = try linearized()
        return try map.transposed().apply([.full(1, outputs[0].type)])
    }

    /// The Taylor coefficients of each output along the line from the arguments in the direction of the tangents:
    /// `order + 1` for each, 1/k! included.
    public func taylor(along tangents: [Operand], order: Int) throws(ComputationError) -> [[Operand]] {
        try program.checkDerivative(variables, order: order)
        var curve: [Operand] = []
        for tangent in tangents where order > 0 {
            curve.append(tangent)
            for _ in 1..<max(order, 1) { curve.append(try .full(0, tangent.type)) }
        }
        let coefficients = try program.jet(variables, order: order).simplified().apply(arguments + captured + curve)
        return program.outputs.indices.map { Array(coefficients[$0 * (order + 1)..<($0 + 1) * (order + 1)]) }
    }
}

extension Program {
    /// Throws where something between the variables and the outputs can't be differentiated so often. What only a
    /// `Stop` reads, or what reads only that, lies on no such way.
    fileprivate func checkDerivative(_ variables: [Int], order: Int = 1) throws(ComputationError) {
        var matters = [Bool](repeating: false, count: types.count)
        for output in outputs { matters[output] = true }
        for instruction in instructions.reversed()
        where !(instruction.primitive is Stop) && instruction.outputs.contains(where: { matters[$0] }) {
            for input in instruction.inputs { matters[input] = true }
        }
        let isReached = reached(from: inputs.indices.map(variables.contains))
        for instruction in instructions
        where instruction.inputs.contains(where: { isReached[$0] })
            && instruction.outputs.contains(where: { matters[$0] }) && !(instruction.primitive is Stop)
        {
            let primitive = instruction.primitive
            guard primitive.smoothness >= order else {
                let which = primitive.smoothness == 0 ? "no derivative" : "only a first derivative"
                throw ComputationError(
                    .noDerivative, "\(primitive.name) has \(which) here",
                    help: "stop(…) keeps a value constant to the derivative")
            }
        }
    }
}
