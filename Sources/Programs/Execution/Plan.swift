internal import Kernels
internal import Tensors

/// How a program is run: in which steps, and where in one arena each value lies that goes from one step to another.
///
/// A value's place is free again after its last use. A reshape's result is its input's memory under another shape. What
/// is asked for is made where the caller finds it, in a tensor of its own.
struct Plan {
    /// Where a value's elements are.
    enum Place {
        case input(Int)
        case constant(Int)
        case result(Int)
        /// Bytes from the arena's start.
        case arena(Int)
    }

    enum Step {
        /// One instruction, by its position, and what it reads: a broadcast's source where that is read in place.
        case single(Int, inputs: [Int])
        case fused(FusedStep)
    }

    let program: Program
    let steps: [Step]
    private(set) var places: [Place]
    /// The types of the tensors that each run makes. More than one output may be the same.
    let results: [TensorType]
    /// Bytes of the arena.
    let arenaSize: Int
    /// Bytes that a run takes beside its inputs.
    var size: Int { results.reduce(arenaSize) { $0 > Int.max - $1.byteCount ? Int.max : $0 + $1.byteCount } }
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
        var results: [Int] = []
        for value in program.outputs.map({ owner[$0] }) {
            lastUse[value] = end
            guard maker[value] >= 0, !results.contains(value) else { continue }
            places[value] = .result(results.count)
            results.append(value)
        }
        self.results = results.map { program.types[$0] }

        var arena = ArenaLayout()
        var dying: [[Int]] = Array(repeating: [], count: end + 1)
        var steps: [Step] = []
        for (number, step) in schedule.steps.enumerated() {
            for position in step.instructions {
                for output in program.instructions[position].outputs {
                    guard lastUse[output] < end, !step.isFused || lastUse[output] > number else { continue }
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
                let position = step.instructions[0]
                let inputs = program.instructions[position].inputs.map { schedule.folded[$0]?.inputs[0] ?? $0 }
                steps.append(.single(position, inputs: inputs))
            }
        }
        for value in program.types.indices where owner[value] != value { places[value] = places[owner[value]] }
        self.steps = steps
        arenaSize = arena.size
    }
}
