internal import CSignals
internal import Tensors

/// A loop of a known length: a program applied again and again, with a carry from each step to the next.
///
/// Inputs: constants, which every step sees; the carry's beginning; and sequences, of which step i sees the item i of
/// the leading axis. Outputs: the carry's end, and a sequence of what the steps gave besides. Reversed, the last item is
/// taken first.
struct Scan: Primitive {
    let name = "scan"
    /// From (constants, carry, items) to (carry, items).
    let body: ProgramReference
    let length: Int
    let constantCount: Int
    let carryCount: Int
    let isReversed: Bool

    var parameters: String { "length=\(length)" + (isReversed ? ", reversed" : "") }

    private var program: Program { body.program }
    private var itemCount: Int { program.inputs.count - constantCount - carryCount }
    private var constantRange: Range<Int> { 0..<constantCount }
    private var carryRange: Range<Int> { constantCount..<constantCount + carryCount }
    private var itemRange: Range<Int> { carryRange.upperBound..<program.inputs.count }

    func outputTypes(_ inputs: [TensorType]) throws(ComputationError) -> [TensorType] {
        let wanted = program.inputTypes.enumerated().map { position, type in
            itemRange.contains(position) ? type.batched(by: length) : type
        }
        guard inputs == wanted else { throw .types("a loop needs \(wanted), found \(inputs)") }
        let outputs = program.outputTypes
        guard Array(outputs.prefix(carryCount)) == carryRange.map({ inputs[$0] }) else {
            throw .types("a loop's carry changes its type from step to step")
        }
        return outputs.prefix(carryCount) + outputs.dropFirst(carryCount).map { $0.batched(by: length) }
    }

    func evaluate(_ inputs: [TensorView], into outputs: [TensorView]) throws(ComputationError) {
        let workspace = try Workspace(Plan(program))
        let constants = constantRange.map { Tensor(copying: inputs[$0]) }
        var carry = carryRange.map { Tensor(copying: inputs[$0]) }
        for step in 0..<length {
            if signals_interrupted() { throw .interrupted }
            let index = isReversed ? length - 1 - step : step
            let items = itemRange.map { Tensor(copying: inputs[$0].item(index)) }
            let results = try workspace.run(constants + carry + items)
            carry = Array(results.prefix(carryCount))
            for (output, result) in zip(outputs.dropFirst(carryCount), results.dropFirst(carryCount)) {
                output.item(index).copy(from: result.view)
            }
        }
        for (output, tensor) in zip(outputs, carry) { output.copy(from: tensor.view) }
    }

    // MARK: Rules

    /// Which inputs of the body change, given which of the loop's do: what reaches the carry in one step is in all.
    private func changing(_ given: [Bool]) -> [Bool] {
        var active = given
        while true {
            let isReached = program.reached(from: active)
            let reached = program.outputs.map { isReached[$0] }
            var isSettled = true
            for (carry, input) in carryRange.enumerated() where reached[carry] && !active[input] {
                active[input] = true
                isSettled = false
            }
            if isSettled { return active }
        }
    }

    /// Two loops: the loop again, keeping what its linearisation needs of each step; and one over those, linear.
    func derivative(_ inputs: [Node], outputs: [Node], tangents: [Node?]) -> [Node?] {
        let active = changing(tangents.map { $0 != nil })
        let variables = active.indices.filter { active[$0] }
        let parts = program.linearized(variables)
        let primal = Scan(
            body: ProgramReference(parts.primal), length: length, constantCount: constantCount, carryCount: carryCount,
            isReversed: isReversed)
        let residuals = Array(Node.apply(primal, inputs).dropFirst(program.outputs.count))

        let constants = constantRange.filter { active[$0] }
        let carry = carryRange.filter { active[$0] }
        let items = itemRange.filter { active[$0] }
        let types = program.inputTypes
        let residualTypes = Array(parts.linear.inputTypes.prefix(parts.residualCount))
        let linear = traced((constants + carry).map { types[$0] } + residualTypes + items.map { types[$0] }) { nodes in
            let before = Array(nodes.prefix(constants.count + carry.count))
            let kept = Array(nodes.dropFirst(before.count).prefix(residualTypes.count))
            let after = Array(nodes.dropFirst(before.count + kept.count))
            let results = parts.linear.apply(kept + before + after)
            return carry.map { results[$0 - constantCount] } + results.dropFirst(carryCount)
        }
        let step = Scan(
            body: ProgramReference(linear), length: length, constantCount: constants.count, carryCount: carry.count,
            isReversed: isReversed)
        func tangent(_ input: Int) -> Node { tangents[input] ?? inputs[input].zeros(inputs[input].type) }
        let results = Node.apply(step, (constants + carry).map(tangent) + residuals + items.map(tangent))
        var next = 0
        let ends = carryRange.map { input -> Node? in
            guard active[input] else { return nil }
            next += 1
            return results[next - 1]
        }
        return ends + results.dropFirst(carry.count).map(Optional.some)
    }

    /// The transposed steps in the opposite order: the carry's cotangent goes back, and what each step asks of the
    /// constants adds up.
    func transpose(_ inputs: [LinearInput], cotangents: [Node?]) -> [Node?] {
        let linearConstants = constantRange.filter { inputs[$0].isLinear }
        let givenConstants = constantRange.filter { !inputs[$0].isLinear }
        let linearItems = itemRange.filter { inputs[$0].isLinear }
        let givenItems = itemRange.filter { !inputs[$0].isLinear }
        let types = program.inputTypes
        let given = givenConstants + givenItems
        let reordered = program.reorderingInputs(given + linearConstants + carryRange + linearItems)
        let transposed = reordered.transposed(residualCount: given.count).simplified()
        let outputTypes = program.outputTypes
        let carryTypes = Array(outputTypes.prefix(carryCount))
        let itemTypes = Array(outputTypes.dropFirst(carryCount))
        let bodyTypes =
            givenConstants.map { types[$0] } + carryTypes + linearConstants.map { types[$0] }
            + givenItems.map { types[$0] } + itemTypes
        let body = traced(bodyTypes) { nodes in
            var rest = nodes[...]
            func take(_ count: Int) -> [Node] {
                defer { rest = rest.dropFirst(count) }
                return Array(rest.prefix(count))
            }
            let constants = take(givenConstants.count)
            let carry = take(carryCount)
            let sums = take(linearConstants.count)
            let items = take(givenItems.count)
            let results = transposed.apply(constants + items + carry + take(itemTypes.count))
            let toConstants = results.prefix(sums.count)
            let toCarry = results.dropFirst(sums.count).prefix(carryCount)
            return toCarry + zip(sums, toConstants).map { $0 + $1 } + results.dropFirst(sums.count + carryCount)
        }
        let scan = Scan(
            body: ProgramReference(body), length: length, constantCount: givenConstants.count,
            carryCount: carryCount + linearConstants.count, isReversed: !isReversed)
        guard let some = cotangents.lazy.compactMap({ $0 }).first else { return inputs.map { _ in nil } }
        let ends = zip(cotangents, carryTypes).map { $0 ?? some.zeros($1) }
        let sums = linearConstants.map { some.zeros(types[$0]) }
        let outputs = zip(cotangents.dropFirst(carryCount), itemTypes).map { cotangent, type in
            cotangent ?? some.zeros(type.batched(by: length))
        }
        let results = Node.apply(
            scan,
            givenConstants.map { inputs[$0].residual } + ends + sums + givenItems.map { inputs[$0].residual } + outputs)
        var answer = [Node?](repeating: nil, count: inputs.count)
        for (position, input) in carryRange.enumerated() { answer[input] = results[position] }
        for (position, input) in linearConstants.enumerated() { answer[input] = results[carryCount + position] }
        for (position, input) in linearItems.enumerated() { answer[input] = results[scan.carryCount + position] }
        return answer
    }

    /// Sequences keep their steps as the leading axis; the batch comes second there.
    func batch(_ inputs: [Batched], size: Int) -> [Node] {
        var isBatched = inputs.map(\.isBatched)
        for input in carryRange { isBatched[input] = true }
        let batched = Scan(
            body: ProgramReference(program.batched(isBatched, size: size).simplified()), length: length,
            constantCount: constantCount, carryCount: carryCount, isReversed: isReversed)
        let arguments = inputs.enumerated().map { position, input in
            if carryRange.contains(position) { return input.spread(size) }
            return itemRange.contains(position) && input.isBatched ? input.node.exchangingLeadingAxes : input.node
        }
        return Node.apply(batched, arguments).enumerated().map { position, output in
            position < carryCount ? output : output.exchangingLeadingAxes
        }
    }

    /// The loop of the body's jet: the carry's coefficients are carried, the sequences' go along.
    func jet(_ inputs: [[Node?]], order: Int) -> [[Node?]] {
        let active = changing(inputs.map { $0.dropFirst().contains { $0 != nil } })
        let variables = active.indices.filter { active[$0] }
        let jet = program.jet(variables, order: order).simplified()
        let types = program.inputTypes
        // Each active input is followed by its coefficients 1 … order.
        func width(_ input: Int) -> Int { active[input] ? order + 1 : 1 }
        let body = traced(types.indices.flatMap { [TensorType](repeating: types[$0], count: width($0)) }) { nodes in
            var starts: [Int] = []
            var next = 0
            for input in types.indices {
                starts.append(next)
                next += width(input)
            }
            let values = starts.map { nodes[$0] }
            let coefficients = variables.flatMap { Array(nodes[starts[$0] + 1..<starts[$0] + 1 + order]) }
            let results = jet.apply(values + coefficients)
            return program.outputs.indices.flatMap { output in
                let series = results[output * (order + 1)..<(output + 1) * (order + 1)]
                return output < carryCount && !active[constantCount + output] ? Array(series.prefix(1)) : Array(series)
            }
        }
        let scan = Scan(
            body: ProgramReference(body), length: length, constantCount: constantRange.reduce(0) { $0 + width($1) },
            carryCount: carryRange.reduce(0) { $0 + width($1) }, isReversed: isReversed)
        let arguments = inputs.enumerated().flatMap { input, series -> [Node] in
            let first = start(of: series)
            if !active[input] { return [first] }
            return [first] + series.dropFirst().map { $0 ?? first.zeros(first.type) }
        }
        var rest = Node.apply(scan, arguments)[...]
        return program.outputs.indices.map { output in
            let count = output < carryCount ? width(constantCount + output) : order + 1
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count).map(Optional.some) + [Node?](repeating: nil, count: order + 1 - count)
        }
    }

    func operationCount(_ inputs: [TensorType], _ outputs: [TensorType]) -> Int { length * program.operationCount }
}

/// A program that is part of another. A class, so that it is the same program only if it is the same object.
final class ProgramReference: Hashable, Sendable {
    let program: Program

    init(_ program: Program) { self.program = program }

    static func == (a: ProgramReference, b: ProgramReference) -> Bool { a === b }

    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension Program {
    /// The same program with its inputs in another order.
    fileprivate func reorderingInputs(_ order: [Int]) -> Program {
        var program = self
        program.inputs = order.map { inputs[$0] }
        return program
    }
}

extension Node {
    fileprivate var exchangingLeadingAxes: Node { permuted([1, 0] + Array(2..<shape.rank)) }
}

extension TensorView {
    /// One item of the leading axis.
    fileprivate func item(_ index: Int) -> TensorView {
        let type = TensorType(Shape(Array(shape.sizes.dropFirst())), self.type.element)
        return TensorView(type, base + index * type.byteCount)
    }

    fileprivate func copy(from other: TensorView) { base.copyMemory(from: other.base, byteCount: type.byteCount) }
}

extension Tensor {
    fileprivate init(copying view: TensorView) {
        self.init(view.type) { target in target.copy(from: view) }
    }
}
