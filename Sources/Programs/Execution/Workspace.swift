internal import Tensors

/// A plan and the memory it runs in: every step knows the addresses it reads and writes, so that a run takes no memory
/// but its results'.
///
/// A class, because it owns its memory.
final class Workspace {
    private let plan: Plan
    /// Nil while others may use it.
    private var memory: ArenaMemory?
    private let arena: UnsafeMutableRawPointer
    /// Buffers for the blocks of fused steps.
    private let scratch: UnsafeMutableRawPointer
    private let tables = TableMemory()
    private var steps: [any BoundStep] = []
    private var given: [GivenAddress] = []

    init(_ plan: Plan) throws(ComputationError) {
        try Memory.check(bytes: plan.arenaSize, for: "the \(plan.program.instructions.count) steps of this formula")
        self.plan = plan
        let memory = ArenaMemory(byteCount: plan.arenaSize)
        (self.memory, arena) = (memory, memory.base)
        var scratchSize = 1
        for case .fused(let step) in plan.steps { scratchSize = max(scratchSize, BoundFusion.scratchSize(step)) }
        scratch = .allocate(byteCount: scratchSize, alignment: Plan.alignment)
        steps = plan.steps.map { step in
            switch step {
            case .single(let position): bound(position)
            case .fused(let fused): BoundFusion(fused, scratch, tables, address)
            }
        }
        given = steps.flatMap(\.given)
    }

    deinit { scratch.deallocate() }

    /// Lends its memory to other runs, if it is much, until it is resumed.
    func pause() {
        if plan.arenaSize >= ArenaMemory.large { memory = nil }
    }

    /// Whether it can run again: its steps know addresses, and need the very memory they were bound to.
    func resume() -> Bool {
        if memory == nil { memory = ArenaMemory(at: arena, byteCount: plan.arenaSize) }
        return memory != nil
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

    private func bound(_ position: Int) -> any BoundStep {
        let instruction = plan.program.instructions[position]
        let (inputs, outputs) = (instruction.inputs.map(address), instruction.outputs.map(address))
        guard let kernel = (instruction.primitive as? any Prepared)?.prepared(inputs.map(\.type), outputs[0].type)
        else { return BoundInstruction(instruction.primitive, position, inputs, outputs, tables) }
        return PreparedInstruction(kernel, position, inputs, outputs[0], tables)
    }

    /// The outputs for given inputs; a stopwatch is told of every instruction.
    func run(_ arguments: [Tensor], _ stopwatch: Stopwatch? = nil) throws(ComputationError) -> [Tensor] {
        for address in given {
            address.place.storeBytes(of: arguments[address.input].view.base, as: UnsafeMutableRawPointer.self)
        }
        stopwatch?.start()
        for step in steps { try step.run(stopwatch) }
        return plan.program.outputs.map { output in
            let address = address(of: output)
            let base = address.input.map { arguments[$0].view.base } ?? address.base
            return Tensor(address.type) { target in
                target.base.copyMemory(from: base, byteCount: address.type.byteCount)
            }
        }
    }
}
