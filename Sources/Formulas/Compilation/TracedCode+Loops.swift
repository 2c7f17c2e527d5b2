internal import CSignals
internal import Programs

/// What iterations of a loop have come to.
struct LoopOutcome {
    let count: Int
    /// What was assigned in the scopes around the loop.
    let locals: Record
    /// What was assigned at top level.
    let topLevel: Record
}

/// A loop's body that has been traced: its result is what an iteration assigns.
extension TracedCode {
    /// Runs iterations, the first of which reads what there is, and each other what the one before it has assigned; until
    /// one goes another way, or fails, for the interpreter to say how. Nil where the first does.
    func run(_ evaluator: Evaluator, _ loop: Loop, from first: Int) throws(Diagnostic) -> LoopOutcome? {
        func root(_ place: Place) throws(Diagnostic) -> Value? {
            switch place {
            case .item(let name): try evaluator.item(name, of: loop, first)
            case .local(let name): loop.scope?.lookUp(name)
            case .name(let name): try evaluator.outsideValue(name)
            case .function, .argument, .variable, .field, .element, .antiderivative: nil
            }
        }
        guard var operands = try operands(evaluator, root, from: loop.draws(first)) else { return nil }
        let items = readings.filter(\.place.isOfItem)
        var last: [Operand]?
        var index = first
        repeat {
            if index > first {
                guard try take(items, of: loop, index, evaluator, &operands) else { break }
                for (input, trail) in keys { operands[input] = evaluator.key(trail, from: loop.draws(index)) }
            }
            // What fails here fails in the interpreter, too, which says where.
            guard let outputs = try? run(operands) else { break }
            last = outputs
            index += 1
            guard let carry = carry(outputs) else { break }
            for (output, input) in carry { operands[input] = outputs[output] }
        } while index < loop.count ?? .max && !signals_interrupted() && evaluator.watch?.isDue != true
        guard let last, case .list(let assigned)? = filled(last), assigned.count == 2,
            case .record(let locals) = assigned[0], case .record(let topLevel) = assigned[1]
        else { return nil }
        evaluator.draws.skip(0, hasDrawn: hasDrawn)
        return LoopOutcome(count: index - first, locals: locals, topLevel: topLevel)
    }

    /// Puts the loop variables of an iteration in the place of an earlier one's; false where they are of another form.
    private func take(
        _ items: [Recording.Reading], of loop: Loop, _ index: Int, _ evaluator: Evaluator, _ operands: inout [Operand]
    ) throws(Diagnostic) -> Bool {
        for reading in items {
            let value = try reading.place.value { root throws(Diagnostic) in
                guard case .item(let name) = root else { return nil }
                return try evaluator.item(name, of: loop, index)
            }
            var tensors: [Operand] = []
            guard reading.form.matches(value, &tensors) else { return false }
            operands.replaceSubrange(reading.inputs, with: tensors)
        }
        return true
    }

    /// Which output of an iteration is which input of the next; nil where what an iteration assigns is of another form
    /// than what it read, or is read otherwise than as a whole.
    func findCarry(_ outputs: [Operand]) -> [(output: Int, input: Int)]? {
        guard case .list(let assigned)? = filled(outputs), assigned.count == 2 else { return nil }
        var places: [Place: (value: Value, first: Int)] = [:]
        var first = 0
        for (position, part) in assigned.enumerated() {
            guard case .record(let record) = part else { return nil }
            for (name, value) in record.fields {
                places[position == 0 ? .local(name) : .name(name)] = (value, first)
                _ = value.replacingTensors { tensor in
                    first += 1
                    return tensor
                }
            }
        }
        var carry: [(output: Int, input: Int)] = []
        for reading in readings {
            guard let (value, first) = places[reading.place.root] else { continue }
            var tensors: [Operand] = []
            guard reading.place == reading.place.root, reading.form.matches(value, &tensors) else { return nil }
            carry += zip(first..., reading.inputs).map { (output: $0, input: $1) }
        }
        return carry
    }
}

extension Evaluator {
    /// The value of a loop variable in an iteration.
    fileprivate func item(_ name: String, of loop: Loop, _ index: Int) throws(Diagnostic) -> Value? {
        guard let (value, pattern) = loop.item(index) else { return nil }
        if case .name = pattern { return value }
        let scope = Scope(parent: nil)
        try define(pattern, value, scope)
        return scope.lookUp(name)
    }
}
