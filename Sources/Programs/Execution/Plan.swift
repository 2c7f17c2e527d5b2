internal import Kernels
internal import Tensors

/// How a program is run: where in one arena each intermediate value lies, so that a run allocates once.
///
/// A value's place is free again after its last use. A reshape's result is its input's memory under another shape.
struct Plan {
    /// Where a value's elements are.
    enum Place {
        case input(Int)
        case constant(Int)
        /// Bytes from the arena's start.
        case arena(Int)
    }

    let program: Program
    private(set) var places: [Place]
    /// Bytes of the arena.
    let arenaSize: Int

    init(_ program: Program) {
        self.program = program
        places = [Place](repeating: .arena(0), count: program.types.count)
        for (position, input) in program.inputs.enumerated() { places[input] = .input(position) }
        for (position, constant) in program.constants.enumerated() { places[constant.value] = .constant(position) }
        // The value whose memory each value is, itself but for reshapes; and the last use of that memory.
        var owner = Array(program.types.indices)
        for instruction in program.instructions where instruction.primitive is Reshape {
            owner[instruction.outputs[0]] = owner[instruction.inputs[0]]
        }
        var lastUse = [Int](repeating: -1, count: program.types.count)
        for (value, use) in program.lastUses.enumerated() { lastUse[owner[value]] = max(lastUse[owner[value]], use) }
        var arena = ArenaLayout()
        var dying: [[Int]] = Array(repeating: [], count: program.instructions.count + 1)
        for (position, instruction) in program.instructions.enumerated() {
            for output in instruction.outputs {
                if owner[output] == output {
                    let size = program.types[output].byteCount
                    places[output] = .arena(arena.allocate(size))
                    dying[max(position, min(lastUse[output], program.instructions.count))].append(output)
                } else {
                    places[output] = places[owner[output]]
                }
            }
            for value in dying[position] {
                if case .arena(let offset) = places[value] { arena.free(offset, program.types[value].byteCount) }
            }
        }
        arenaSize = arena.size
    }

    /// The outputs for given inputs.
    func run(_ arguments: [Tensor]) throws(ComputationError) -> [Tensor] {
        try Memory.check(bytes: arenaSize, for: "the \(program.instructions.count) steps of this formula")
        let arena = UnsafeMutableRawPointer.allocate(byteCount: max(arenaSize, 1), alignment: ArenaLayout.alignment)
        defer { arena.deallocate() }
        func view(_ value: Int) -> TensorView {
            let type = program.types[value]
            switch places[value] {
            case .input(let position): return TensorView(type, arguments[position].view.base)
            case .constant(let position): return TensorView(type, program.constants[position].tensor.view.base)
            case .arena(let offset): return TensorView(type, arena + offset)
            }
        }
        for instruction in program.instructions where !(instruction.primitive is Reshape) {
            try evaluate(instruction.primitive, instruction.inputs.map(view), into: instruction.outputs.map(view))
        }
        var results: [Tensor] = []
        for output in program.outputs {
            let source = view(output)
            results.append(
                Tensor(source.type) { target in
                    target.base.copyMemory(from: source.base, byteCount: source.type.byteCount)
                })
        }
        return results
    }
}
