internal import Tensors

/// A plan and the memory it runs in: every step knows the addresses it reads and writes, so that a run takes no memory
/// but its results', and writes them there.
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
        try Memory.check(bytes: plan.size, for: "the \(plan.program.instructions.count) steps of this formula")
        self.plan = plan
        let memory = ArenaMemory(byteCount: plan.arenaSize)
        (self.memory, arena) = (memory, memory.base)
        var scratchSize = 1
        for case .fused(let step) in plan.steps { scratchSize = max(scratchSize, BoundFusion.scratchSize(step)) }
        scratch = .allocate(byteCount: scratchSize, alignment: Plan.alignment)
        steps = plan.steps.map { step in
            switch step {
            case .single(let position, let inputs): bound(position, inputs.map(address))
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
        case .input(let position): return Address(type: type, base: arena, tensor: position)
        case .result(let position):
            return Address(type: type, base: arena, tensor: plan.program.inputs.count + position)
        case .constant(let position):
            return Address(type: type, base: plan.program.constants[position].tensor.view.base, tensor: nil)
        case .arena(let offset): return Address(type: type, base: arena + offset, tensor: nil)
        }
    }

    private func bound(_ position: Int, _ inputs: [Address]) -> any BoundStep {
        let instruction = plan.program.instructions[position]
        let outputs = instruction.outputs.map(address)
        guard let kernel = (instruction.primitive as? any Prepared)?.prepared(inputs.map(\.type), outputs[0].type)
        else { return BoundInstruction(instruction.primitive, position, inputs, outputs, tables) }
        return PreparedInstruction(kernel, position, inputs, outputs[0], tables)
    }

    /// The outputs for given inputs; a stopwatch is told of every instruction.
    func run(_ arguments: [Tensor], _ stopwatch: Stopwatch? = nil) throws(ComputationError) -> [Tensor] {
        let results = plan.results.map { Tensor(uninitialized: $0) }
        for address in given {
            let position = address.tensor
            let tensor = position < arguments.count ? arguments[position] : results[position - arguments.count]
            address.place.storeBytes(of: tensor.view.base, as: UnsafeMutableRawPointer.self)
        }
        stopwatch?.start()
        for step in steps { try step.run(stopwatch) }
        return plan.program.outputs.map { output in
            switch plan.places[output] {
            case .input(let position): arguments[position].reshaped(plan.program.types[output].shape)
            case .constant(let position):
                plan.program.constants[position].tensor.reshaped(plan.program.types[output].shape)
            case .result(let position): results[position].reshaped(plan.program.types[output].shape)
            case .arena: preconditionFailure("an output is left in the arena")
            }
        }
    }
}
