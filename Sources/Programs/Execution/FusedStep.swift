internal import Kernels
internal import Tensors

/// Pointwise instructions that run block by block: all of them on some elements, then all on the next.
struct FusedStep {
    /// Where an instruction finds or leaves a block's elements.
    enum Slot {
        /// In the memory of a value, from the block's first element on.
        case memory(Int)
        /// In a buffer that other blocks use too.
        case scratch(Int)
    }

    /// One instruction.
    struct Operation {
        let primitive: any Pointwise
        /// Where it stands in the program.
        let position: Int
        let inputs: [Slot]
        let output: Slot
        /// The type of the last input.
        let element: ElementType
    }

    /// A value whose elements stand repeated in a scratch buffer.
    struct Repetition {
        let value: Int
        let scratch: Int
        let layout: BroadcastLayout
        /// Whether the buffer is the same for every block.
        let isSame: Bool
    }

    /// Elements in all, and in a block.
    let size: Int
    let blockSize: Int
    let operations: [Operation]
    let repetitions: [Repetition]
    let scratchCount: Int

    /// Elements of a block, about: few enough that some buffers of them fit into the first cache.
    private static let usualBlock = 1024

    /// - Parameters:
    ///   - schedule: knows the step's instructions, and which broadcasts are read in place.
    ///   - isWritten: whether a value of the step is needed outside it.
    init(_ positions: [Int], of program: Program, _ schedule: Schedule, isWritten: (Int) -> Bool) {
        let instructions = positions.map { program.instructions[$0] }
        size = program.types[instructions[0].outputs[0]].shape.count
        var lastRead: [Int: Int] = [:]
        for (index, instruction) in instructions.enumerated() {
            for input in instruction.inputs { lastRead[schedule.owner[input]] = index }
        }
        var layouts: [Int: BroadcastLayout] = [:]
        for input in instructions.flatMap(\.inputs) {
            guard let broadcast = schedule.folded[input] else { continue }
            layouts[input] = BroadcastLayout(
                from: program.types[broadcast.inputs[0]].shape, to: program.types[input].shape)
        }
        // A block holds whole periods, so that what repeats need be filled in only once.
        let period = layouts.values.compactMap(\.period).filter { $0 <= 4 * Self.usualBlock }.max() ?? 1
        let blockSize = max(period, Self.usualBlock / period * period)
        self.blockSize = blockSize

        var scratch = ScratchBuffers()
        var places: [Int: Slot] = [:]
        var repetitions: [Repetition] = []
        var operations: [Operation] = []
        // What repeats is filled in before a block begins, into buffers that nothing else uses.
        for input in instructions.flatMap(\.inputs) where places[input] == nil {
            guard let broadcast = schedule.folded[input], let layout = layouts[input] else { continue }
            let buffer = scratch.take()
            repetitions.append(
                Repetition(
                    value: schedule.owner[broadcast.inputs[0]], scratch: buffer, layout: layout,
                    isSame: layout.period.map { blockSize % $0 == 0 } ?? false))
            places[input] = .scratch(buffer)
        }
        for (index, instruction) in instructions.enumerated() {
            guard let primitive = instruction.primitive as? any Pointwise else {
                preconditionFailure("\(instruction.primitive.name) is no pointwise instruction, and can't be fused")
            }
            let inputs = instruction.inputs.map { input in
                places[schedule.owner[input]] ?? .memory(schedule.owner[input])
            }
            // The output's buffer is none of the inputs': some kernels read those after they have begun to write.
            let output = instruction.outputs[0]
            let place: Slot = isWritten(output) ? .memory(output) : .scratch(scratch.take())
            places[output] = place
            operations.append(
                Operation(
                    primitive: primitive, position: positions[index], inputs: inputs, output: place,
                    element: program.types[instruction.inputs[instruction.inputs.count - 1]].element))
            for input in Set(instruction.inputs.map { schedule.owner[$0] }) where lastRead[input] == index {
                guard schedule.folded[input] == nil, case .scratch(let buffer)? = places[input] else { continue }
                scratch.free(buffer)
            }
        }
        self.operations = operations
        self.repetitions = repetitions
        scratchCount = scratch.count
    }
}

/// The buffers of a step while it is laid out: one whose value is not read any more is taken again.
private struct ScratchBuffers {
    private(set) var count = 0
    private var idle: [Int] = []

    mutating func take() -> Int {
        if let buffer = idle.popLast() { return buffer }
        count += 1
        return count - 1
    }

    mutating func free(_ buffer: Int) { idle.append(buffer) }
}
