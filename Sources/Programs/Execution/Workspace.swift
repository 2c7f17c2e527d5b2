internal import Tensors

/// A plan and the memory it runs in: every step has the views it reads and writes, so that a run takes no memory but its
/// results'.
///
/// A class, because it owns its arena, and because a run sets the views of the inputs in place.
final class Workspace {
    private struct Step {
        let primitive: any Primitive
        var inputs: [TensorView]
        let outputs: [TensorView]
    }

    /// Where the steps read the program's inputs.
    private struct InputUse {
        let step: Int
        let place: Int
        let value: Int
        let input: Int
    }

    private let plan: Plan
    private let arena: UnsafeMutableRawPointer
    private var steps: [Step] = []
    private var inputUses: [InputUse] = []

    init(_ plan: Plan) throws(ComputationError) {
        let program = plan.program
        try Memory.check(bytes: plan.arenaSize, for: "the \(program.instructions.count) steps of this formula")
        self.plan = plan
        arena = UnsafeMutableRawPointer.allocate(
            byteCount: max(plan.arenaSize, 1), alignment: Plan.alignment)
        // A reshape's result is its input's memory.
        for instruction in program.instructions where !(instruction.primitive is Reshape) {
            for (place, value) in instruction.inputs.enumerated() {
                guard case .input(let input) = plan.places[value] else { continue }
                inputUses.append(InputUse(step: steps.count, place: place, value: value, input: input))
            }
            steps.append(
                Step(
                    primitive: instruction.primitive, inputs: instruction.inputs.map { view($0, []) },
                    outputs: instruction.outputs.map { view($0, []) }))
        }
    }

    deinit { arena.deallocate() }

    /// The memory of a value; that of an input only where the arguments are given.
    private func view(_ value: Int, _ arguments: [Tensor]) -> TensorView {
        let type = plan.program.types[value]
        switch plan.places[value] {
        case .input(let position): return TensorView(type, arguments.isEmpty ? arena : arguments[position].view.base)
        case .constant(let position): return TensorView(type, plan.program.constants[position].tensor.view.base)
        case .arena(let offset): return TensorView(type, arena + offset)
        }
    }

    /// The outputs for given inputs.
    func run(_ arguments: [Tensor]) throws(ComputationError) -> [Tensor] {
        for use in inputUses {
            steps[use.step].inputs[use.place] = TensorView(
                plan.program.types[use.value], arguments[use.input].view.base)
        }
        for step in steps { try evaluate(step.primitive, step.inputs, into: step.outputs) }
        return plan.program.outputs.map { output in
            let source = view(output, arguments)
            return Tensor(source.type) { target in
                target.base.copyMemory(from: source.base, byteCount: source.type.byteCount)
            }
        }
    }
}
