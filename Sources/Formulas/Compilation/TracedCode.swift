internal import Programs
internal import Tensors

/// A piece of code traced once: the program it became, and what must be as it was for the program to be its meaning.
///
/// A class, because the plans of its program are made when it first runs.
final class TracedCode {
    let readings: [Recording.Reading]
    private let inputs: [Recording.Input]
    /// The inputs that are a size, a bound or a branch, with their values.
    private var decisiveInputs: [Int: Tensor] = [:]
    /// What the program's last outputs have to be: sizes, bounds and branches that follow from its inputs.
    private var decisions: [Tensor] = []
    /// What the top-level names were bound by that the code looks up, where its meaning rests on that.
    private let meanings: [String: DoubleValues?]
    /// What stands around the code and was captured by its trace.
    private let captured: [Operand]
    /// The result, with any number in the place of each of its tensors.
    private let result: Value
    /// The structure of the result, where it is a tree of tensors.
    let structure: TreeStructure?
    let program: Program
    private lazy var executable = Executable(program.simplified())
    /// The program over many items at once, by their number.
    private var batches: [Int: Executable] = [:]
    /// The lists that the last run read, with their tensors, by the number of the reading: the tasks of a meta-batch, say,
    /// stay the same from step to step, and need not be looked through again.
    private var lists: [Int: (items: [Value], operands: [Operand])] = [:]
    /// The inputs that are the keys of draws.
    private(set) lazy var keys: [(input: Int, trail: Draws.Trail)] = inputs.enumerated().compactMap { index, input in
        if case .key(let trail) = input { (index, trail) } else { nil }
    }
    /// What an iteration of a loop hands to the next, once one has run.
    private var carry: [(output: Int, input: Int)]??
    /// How many draws, calls and loops the code is to what comes after it.
    private let length: UInt64
    let hasDrawn: Bool

    /// Numbers that decide are compared at every run; there should be few.
    private static let largestDecision = 8
    /// Batches of other sizes are planned anew.
    private static let mostBatches = 4

    /// - Parameter draws: where draws stand at the end of the recording.
    /// - Returns: nil where the result holds what no program can give.
    init?(_ recording: Recording, _ result: Value, _ draws: Draws) throws(ComputationError) {
        var outputs: [Operand] = []
        let skeleton = result.replacingTensors { tensor in
            outputs.append(tensor)
            return Operand(0)
        }
        guard let skeleton else { return nil }
        self.result = skeleton
        // A range stays in the skeleton, though it counts as numbers.
        let flat = result.flattened()
        structure = flat?.leaves.count == outputs.count ? flat?.structure : nil
        readings = recording.readings
        inputs = recording.inputs.map(\.kind)
        meanings = recording.meanings
        length = draws.sinceRecording
        hasDrawn = draws.hasDrawn
        var nodes = outputs.map(recording.trace.lift)
        for (node, value) in recording.trace.decisions {
            if let input = recording.inputs.firstIndex(where: { $0.node == node }) {
                decisiveInputs[input] = value
            } else {
                nodes.append(node)
                decisions.append(value)
            }
        }
        (program, captured) = recording.trace.program(nodes)
    }

    /// Whether few numbers decide how the code runs.
    var isReusable: Bool {
        captured.isEmpty && (decisiveInputs.values + decisions).allSatisfy { $0.count <= Self.largestDecision }
    }

    /// The program as it runs.
    var simplified: Program { executable.program }

    /// Where the time of a run goes, for given inputs.
    func profile(_ operands: [Operand], seconds: Double) throws(ComputationError) -> Profile {
        try executable.profile(operands + captured, seconds: seconds)
    }

    /// Bytes that a run takes beside what it reads.
    var memorySize: Int { executable.memorySize }

    /// Whether the result holds numbers.
    var isOfNumbers: Bool { program.outputs.count > decisions.count }

    // MARK: Running once

    /// What the code gives where `root` finds what it reads; nil where that is not as it was.
    func run(
        _ evaluator: Evaluator, _ root: (Place) throws(Diagnostic) -> Value?, _ span: Span
    ) throws(Diagnostic) -> Value? {
        guard let operands = try operands(evaluator, root, from: evaluator.draws) else { return nil }
        let outputs = try evaluator.at(span) { () throws(ComputationError) in try run(operands) }
        guard let outputs else { return nil }
        evaluator.draws.skip(length, hasDrawn: hasDrawn)
        return filled(outputs)
    }

    /// What the inputs are where `root` finds what the code reads, and draws stand at a place; nil where something is of
    /// another form.
    func operands(
        _ evaluator: Evaluator, _ root: (Place) throws(Diagnostic) -> Value?, from draws: Draws
    ) throws(Diagnostic) -> [Operand]? {
        guard isMeant(in: evaluator.world) else { return nil }
        var operands: [Operand] = []
        for (index, reading) in readings.enumerated() {
            let value = try reading.place.value(root)
            fill(&operands, to: reading.inputs.lowerBound, evaluator, draws)
            if case .list(let items)? = value, let last = lists[index], items.isStorage(of: last.items) {
                operands += last.operands
                continue
            }
            guard reading.form.matches(value, &operands) else { return nil }
            if case .list(let items)? = value {
                lists[index] = (items, Array(operands.suffix(reading.inputs.count)))
            }
        }
        fill(&operands, to: inputs.count, evaluator, draws)
        return operands
    }

    /// The result with the numbers of a run.
    func filled(_ outputs: [Operand]) -> Value? { result.filled(outputs) }

    /// The outputs for inputs of the types that were read; nil where they decide otherwise.
    func run(_ operands: [Operand]) throws(ComputationError) -> [Operand]? {
        guard try isDecidedAlike(operands) else { return nil }
        return try withoutDecisions(try executable.apply(captured.isEmpty ? operands : operands + captured)) {
            $0 == $1
        }
    }

    /// Which outputs of a loop's iteration are which inputs of the next; nil where the next is to read what there is.
    func carry(_ outputs: [Operand]) -> [(output: Int, input: Int)]? {
        if let carry { return carry }
        let found = findCarry(outputs)
        carry = .some(found)
        return found
    }

    private func isMeant(in world: World) -> Bool {
        meanings.allSatisfy { world.isBound($0.key, by: $0.value) }
    }

    /// The keys of draws that come before an input.
    private func fill(_ operands: inout [Operand], to end: Int, _ evaluator: Evaluator, _ draws: Draws) {
        while operands.count < end {
            guard case .key(let trail) = inputs[operands.count] else { return }
            operands.append(evaluator.key(trail, from: draws))
        }
    }

    private func isDecidedAlike(_ operands: [Operand]) throws(ComputationError) -> Bool {
        for (input, value) in decisiveInputs {
            guard try operands[input].knownValue() == value else { return false }
        }
        return true
    }

    /// The outputs that are results; nil where one of the others does not agree with what it has to be.
    private func withoutDecisions(
        _ outputs: [Operand], _ agrees: (_ found: Tensor, _ decision: Tensor) -> Bool
    ) throws(ComputationError) -> [Operand]? {
        if decisions.isEmpty { return outputs }
        for (output, decision) in zip(outputs.suffix(decisions.count), decisions) {
            guard let found = try output.knownValue(), agrees(found, decision) else { return nil }
        }
        return Array(outputs.dropLast(decisions.count))
    }

    // MARK: Running over items

    /// What the code gives for every item, along a leading axis; nil where the items do not all go its way.
    func run(
        _ evaluator: Evaluator, over items: Iterations, _ root: (Place) throws(Diagnostic) -> Value?, _ span: Span
    ) throws(Diagnostic) -> [Operand]? {
        guard let structure, structure.leafTypes.count > 0, isMeant(in: evaluator.world) else { return nil }
        var operands: [Operand] = []
        var isBatched: [Bool] = []
        for reading in readings {
            try fill(&operands, &isBatched, to: reading.inputs.lowerBound, items, evaluator, span)
            guard reading.place.isOfItem else {
                guard reading.form.matches(try reading.place.value(root), &operands) else { return nil }
                isBatched += reading.inputs.map { _ in false }
                continue
            }
            guard let columns = try items.columns(reading) else { return nil }
            for (input, column) in zip(reading.inputs, columns) {
                let isDecisive = decisiveInputs[input] != nil
                guard
                    let operand = try evaluator.at(
                        span,
                        { () throws(ComputationError) in
                            isDecisive ? try column.common : try column.stacked
                        })
                else { return nil }
                operands.append(operand)
                isBatched.append(!isDecisive)
            }
        }
        try fill(&operands, &isBatched, to: inputs.count, items, evaluator, span)
        let given = operands + captured
        let marks = isBatched + captured.map { _ in false }
        guard marks.contains(true) else { return nil }
        let outputs = try evaluator.at(span) { () throws(ComputationError) -> [Operand]? in
            guard try isDecidedAlike(given) else { return nil }
            return try withoutDecisions(try batch(marks, items.count).apply(given)) { found, decision in
                (0..<items.count).allSatisfy { found.item($0) == decision }
            }
        }
        evaluator.draws.skip(0, hasDrawn: hasDrawn)
        return outputs
    }

    private func batch(_ isBatched: [Bool], _ size: Int) -> Executable {
        if let known = batches[size] { return known }
        if batches.count >= Self.mostBatches { batches = [:] }
        let batch = Executable(simplified.batched(isBatched, size: size).simplified())
        batches[size] = batch
        return batch
    }

    private func fill(
        _ operands: inout [Operand], _ isBatched: inout [Bool], to end: Int, _ items: Iterations,
        _ evaluator: Evaluator, _ span: Span
    ) throws(Diagnostic) {
        while operands.count < end {
            guard case .key(let trail) = inputs[operands.count] else { return }
            if items.drawAlike {
                operands.append(evaluator.key(trail, from: items.draws[0]))
                isBatched.append(false)
                continue
            }
            var keys: [Operand] = []
            for draws in items.draws { keys.append(evaluator.key(trail, from: draws)) }
            operands.append(try evaluator.at(span) { () throws(ComputationError) in try Operand.stack(keys) })
            isBatched.append(true)
        }
    }
}

extension [Value] {
    /// Whether both are one array in memory. While both are held, neither can have changed.
    fileprivate func isStorage(of other: [Value]) -> Bool {
        withUnsafeBufferPointer { a in
            other.withUnsafeBufferPointer { b in a.count == b.count && a.baseAddress == b.baseAddress }
        }
    }
}

extension Value {
    /// The value with other tensors in the place of its own, taken in order; nil where it holds what isn't made of
    /// tensors, texts and sizes.
    func replacingTensors(_ replacement: (Operand) -> Operand) -> Value? {
        switch self {
        case .tensor(let operand): return .tensor(replacement(operand))
        case .string, .range, .nothing: return self
        case .record(let record):
            var result = Record()
            for field in record.fields {
                guard let value = field.value.replacingTensors(replacement) else { return nil }
                result[field.name] = value
            }
            return .record(result)
        case .list(let items):
            var results: [Value] = []
            for item in items {
                guard let value = item.replacingTensors(replacement) else { return nil }
                results.append(value)
            }
            return .list(results)
        case .linearOperator(let op): return .linearOperator(op.replacingTensors(replacement))
        case .function(.closure(let closure)) where closure.scope == nil: return self
        case .function(.builtIn): return self
        case .function, .contraction, .figure: return nil
        }
    }

    /// The value with given tensors in the place of its own.
    fileprivate func filled(_ tensors: [Operand]) -> Value? {
        var rest = tensors[...]
        return replacingTensors { _ in rest.removeFirst() }
    }
}
