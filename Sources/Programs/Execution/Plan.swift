internal import Kernels
internal import Tensors

/// How a program is run: where in one arena each intermediate value lies.
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
    static let alignment = ArenaLayout.alignment

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
}
