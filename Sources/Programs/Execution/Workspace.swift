internal import Tensors

/// A plan and the memory it runs in: every step knows the addresses it reads and writes, so that a run takes no memory
/// but its results'.
///
/// A class, because it owns its memory.
final class Workspace {
    private let plan: Plan
    private let arena: UnsafeMutableRawPointer
    /// Buffers for the blocks of fused steps.
    private let scratch: UnsafeMutableRawPointer
    private var steps: [any BoundStep] = []

    init(_ plan: Plan) throws(ComputationError) {
        try Memory.check(bytes: plan.arenaSize, for: "the \(plan.program.instructions.count) steps of this formula")
        self.plan = plan
        arena = .allocate(byteCount: max(plan.arenaSize, 1), alignment: Plan.alignment)
        var scratchSize = 1
        for case .fused(let step) in plan.steps { scratchSize = max(scratchSize, BoundFusion.scratchSize(step)) }
        scratch = .allocate(byteCount: scratchSize, alignment: Plan.alignment)
        steps = plan.steps.map { step in
            switch step {
            case .single(let position): BoundInstruction(plan.program.instructions[position], position, address)
            case .fused(let fused): BoundFusion(fused, scratch, address)
            }
        }
    }

    deinit {
        arena.deallocate()
        scratch.deallocate()
    }

    private func address(of value: Int) -> Address {
        let type = plan.program.types[value]
        switch plan.places[value] {
        case .input(let position): return Address(type: type, base: arena, input: position)
        case .constant(let position):
            return Address(type: type, base: plan.program.constants[position].tensor.view.base, input: nil)
        case .arena(let offset): return Address(type: type, base: arena + offset, input: nil)
        }
    }

    /// The outputs for given inputs.
    func run(_ arguments: [Tensor], _ stopwatch: Stopwatch? = nil) throws(ComputationError) -> [Tensor] {
        stopwatch?.start()
        for step in steps { try step.run(arguments, stopwatch) }
        return plan.program.outputs.map { output in
            let address = address(of: output)
            let base = address.input.map { arguments[$0].view.base } ?? address.base
            return Tensor(address.type) { target in
                target.base.copyMemory(from: base, byteCount: address.type.byteCount)
            }
        }
    }
}

/// Where a value lies.
struct Address {
    let type: TensorType
    /// Nothing of an input's, which lies elsewhere in every run.
    let base: UnsafeMutableRawPointer
    let input: Int?
}

/// A step of a plan, with the addresses it reads and writes.
protocol BoundStep: AnyObject {
    func run(_ arguments: [Tensor], _ stopwatch: Stopwatch?) throws(ComputationError)
}

/// One instruction.
///
/// A class, because a run sets the addresses of the program's inputs in place.
private final class BoundInstruction: BoundStep {
    private let primitive: any Primitive
    private let position: Int
    private var inputs: [TensorView]
    private let outputs: [TensorView]
    /// Which of the inputs are the program's.
    private let given: [(place: Int, input: Int)]

    init(_ instruction: Instruction, _ position: Int, _ address: (Int) -> Address) {
        primitive = instruction.primitive
        self.position = position
        func view(_ value: Int) -> TensorView {
            let address = address(value)
            return TensorView(address.type, address.base)
        }
        inputs = instruction.inputs.map(view)
        outputs = instruction.outputs.map(view)
        given = instruction.inputs.enumerated().compactMap { place, value in
            address(value).input.map { (place: place, input: $0) }
        }
    }

    func run(_ arguments: [Tensor], _ stopwatch: Stopwatch?) throws(ComputationError) {
        for (place, input) in given { inputs[place] = TensorView(inputs[place].type, arguments[input].view.base) }
        try evaluate(primitive, inputs, into: outputs)
        stopwatch?.stop(position)
    }
}
