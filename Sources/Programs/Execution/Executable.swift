internal import Tensors

/// A program that is applied more than once, and planned only once.
///
/// A class, because its plan is made when it first runs.
public final class Executable {
    public let program: Program
    private lazy var plan = Plan(program)
    /// What the last run left, for the next one.
    private var idle: Workspace?

    public init(_ program: Program) { self.program = program }

    /// Bytes that a run takes beside its inputs.
    public var memorySize: Int { plan.size }

    /// The program's outputs for given operands: run where all are known, copied into the trace otherwise.
    public func apply(_ operands: [Operand]) throws(ComputationError) -> [Operand] {
        precondition(operands.map(\.type) == program.inputTypes, "a program is applied to other types than its own")
        guard let trace = Operand.deepestTrace(operands) else {
            return try run(Operand.tensors(operands)).map(Operand.known)
        }
        return program.apply(operands.map(trace.lift)).map(Operand.traced)
    }

    /// The outputs for given inputs; a stopwatch is told of every instruction.
    func run(_ arguments: [Tensor], _ stopwatch: Stopwatch? = nil) throws(ComputationError) -> [Tensor] {
        let workspace: Workspace
        if let idle, idle.resume() { workspace = idle } else { workspace = try Workspace(plan) }
        // A program may run within itself.
        idle = nil
        defer {
            workspace.pause()
            idle = workspace
        }
        return try workspace.run(arguments, stopwatch)
    }
}
