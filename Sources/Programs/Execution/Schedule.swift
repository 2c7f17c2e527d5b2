internal import Tensors

/// The order in which a program's instructions run, with those joined that run block by block.
///
/// Pointwise instructions over as many elements are joined where one reads what another makes, so that a value in between
/// never leaves the cache. A broadcast that only they read is not written out either: each block reads its source; and
/// so does a product of matrices that would read one matrix repeated. A group runs where its last instruction stands, so it can grow only until something else reads one of its values.
struct Schedule {
    /// What runs at once.
    struct Step {
        /// Positions of instructions, in order.
        fileprivate(set) var instructions: [Int]
        /// Whether they run block by block.
        let isFused: Bool
    }

    /// The steps; reshapes, stops and broadcasts that are read in place are none.
    let steps: [Step]
    /// The value whose memory each value is: itself but for reshapes and stops, which are their input under another name.
    let owner: [Int]
    /// The instruction of each value that is not written out, because its readers broadcast its source themselves.
    let folded: [Int: Instruction]

    /// Instructions of one step; more would not find their blocks in the cache.
    private static let longestStep = 32

    init(_ program: Program) {
        var owner = Array(program.types.indices)
        for instruction in program.instructions where Self.isSameMemory(instruction) {
            owner[instruction.outputs[0]] = owner[instruction.inputs[0]]
        }
        let folded = Self.folded(program)
        var groups = Groups(count: program.types.count)
        for (position, instruction) in program.instructions.enumerated() {
            if Self.isSameMemory(instruction) { continue }
            let output = instruction.outputs[0]
            if folded[output] != nil { continue }
            // What is read of memory: a folded broadcast's source in its place.
            let reads = instruction.inputs.map { owner[folded[$0]?.inputs[0] ?? $0] }
            guard instruction.primitive is any Pointwise else {
                for value in reads { groups.close(making: value) }
                groups.append(position, instruction.outputs, size: nil)
                continue
            }
            let size = program.types[output].shape.count
            var joined: [Int] = []
            for (input, value) in zip(instruction.inputs, reads) {
                guard let group = groups.group(making: value) else { continue }
                if folded[input] == nil, groups.isOpen(group, for: size) {
                    if !joined.contains(group) { joined.append(group) }
                } else {
                    groups.close(making: value)
                }
            }
            // A group that has just been closed, because it makes the source of a broadcast, can't be joined.
            joined.removeAll { !groups.isOpen($0, for: size) }
            groups.append(position, instruction.outputs, size: size, joining: joined, atMost: Self.longestStep)
        }
        self.owner = owner
        self.folded = folded
        steps = groups.steps()
    }

    /// Whether the output is the input, elements and all.
    private static func isSameMemory(_ instruction: Instruction) -> Bool {
        instruction.primitive is Reshape || instruction.primitive is Stop
    }

    /// Broadcasts that are read where their source is: by pointwise instructions, over the elements they broadcast to,
    /// and by products, as the same matrix each time.
    private static func folded(_ program: Program) -> [Int: Instruction] {
        var folded: [Int: Instruction] = [:]
        for instruction in program.instructions where instruction.primitive is Broadcast {
            folded[instruction.outputs[0]] = instruction
        }
        for output in program.outputs { folded[output] = nil }
        for instruction in program.instructions where !(instruction.primitive is any Pointwise) {
            for input in instruction.inputs {
                guard let broadcast = folded[input] else { continue }
                let (source, shape) = (program.types[broadcast.inputs[0]].shape, program.types[input].shape)
                if instruction.primitive is MatrixProduct, source.sizes.elementsEqual(shape.sizes.suffix(2)) {
                    continue
                }
                folded[input] = nil
            }
        }
        return folded
    }
}

/// The groups of instructions while a schedule is made.
private struct Groups {
    private struct Group {
        var instructions: [Int]
        /// The number of elements its instructions work on; nil for one that stands alone.
        let size: Int?
        var isClosed: Bool
    }

    private var groups: [Group] = []
    /// The group that makes each value.
    private var maker: [Int?]
    /// The group that each one has been joined to; itself where none.
    private var successor: [Int] = []

    init(count: Int) { maker = [Int?](repeating: nil, count: count) }

    private func current(_ group: Int) -> Int {
        var group = group
        while successor[group] != group { group = successor[group] }
        return group
    }

    func group(making value: Int) -> Int? { maker[value].map(current) }

    func isOpen(_ group: Int, for size: Int) -> Bool { !groups[group].isClosed && groups[group].size == size }

    /// Something outside reads a value: its group must have run before.
    mutating func close(making value: Int) {
        if let group = group(making: value) { groups[group].isClosed = true }
    }

    mutating func append(
        _ position: Int, _ outputs: [Int], size: Int?, joining joined: [Int] = [], atMost longest: Int = 1
    ) {
        var instructions = [position]
        for group in joined {
            if instructions.count + groups[group].instructions.count <= longest {
                instructions = groups[group].instructions + instructions
                groups[group].instructions = []
                successor[group] = groups.count
            } else {
                groups[group].isClosed = true
            }
        }
        for output in outputs { maker[output] = groups.count }
        successor.append(groups.count)
        groups.append(Group(instructions: instructions.sorted(), size: size, isClosed: size == nil))
    }

    func steps() -> [Schedule.Step] {
        let filled = groups.filter { !$0.instructions.isEmpty }
        return filled.sorted { ($0.instructions.last ?? 0) < ($1.instructions.last ?? 0) }.map { group in
            Schedule.Step(instructions: group.instructions, isFused: group.size != nil)
        }
    }
}
