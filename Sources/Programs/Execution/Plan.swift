internal import Kernels
internal import Tensors

/// How a program is run: in which steps, and where in one arena each value lies that goes from one step to another.
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

    enum Step {
        /// One instruction, by its position.
        case single(Int)
        case fused(FusedStep)
    }

    let program: Program
    let steps: [Step]
    private(set) var places: [Place]
    /// Bytes of the arena.
    let arenaSize: Int
    static let alignment = ArenaLayout.alignment

    init(_ program: Program) {
        self.program = program
        let schedule = Schedule(program)
        let owner = schedule.owner
        places = [Place](repeating: .arena(0), count: program.types.count)
        for (position, input) in program.inputs.enumerated() { places[input] = .input(position) }
        for (position, constant) in program.constants.enumerated() { places[constant.value] = .constant(position) }

        // The last step that touches each value's memory.
        let end = schedule.steps.count
        var maker = [Int](repeating: -1, count: program.types.count)
        for (number, step) in schedule.steps.enumerated() {
            for position in step.instructions {
                for output in program.instructions[position].outputs { maker[output] = number }
            }
        }
        var lastUse = maker
        for (number, step) in schedule.steps.enumerated() {
            for input in step.instructions.flatMap({ program.instructions[$0].inputs }) {
                lastUse[owner[schedule.folded[input]?.inputs[0] ?? input]] = number
            }
        }
        for output in program.outputs { lastUse[owner[output]] = end }

        var arena = ArenaLayout()
        var dying: [[Int]] = Array(repeating: [], count: end + 1)
        var steps: [Step] = []
        for (number, step) in schedule.steps.enumerated() {
            for position in step.instructions {
                for output in program.instructions[position].outputs {
                    guard !step.isFused || lastUse[output] > number else { continue }
                    places[output] = .arena(arena.allocate(program.types[output].byteCount))
                    dying[max(number, lastUse[output])].append(output)
                }
            }
            for value in dying[number] {
                if case .arena(let offset) = places[value] { arena.free(offset, program.types[value].byteCount) }
            }
            if step.isFused {
                steps.append(
                    .fused(
                        FusedStep(step.instructions, of: program, schedule) { lastUse[$0] > number }))
            } else {
                steps.append(.single(step.instructions[0]))
            }
        }
        for value in program.types.indices where owner[value] != value { places[value] = places[owner[value]] }
        self.steps = steps
        arenaSize = arena.size
    }
}
