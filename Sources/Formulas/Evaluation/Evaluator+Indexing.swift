internal import Programs
internal import Tensors

extension Evaluator {
    /// `base[items]`.
    func index(_ base: Value, _ items: [IndexItem], _ span: Span, _ scope: Scope?) throws(Diagnostic) -> Value {
        switch base {
        case .list(let values):
            guard items.count == 1, case .expression(let expression) = items[0] else {
                throw Diagnostic(
                    .evaluation, "a list has one index, found \(items.count == 1 ? ":" : "\(items.count)")", at: span,
                    help: items.count > 1 ? "an item of an item is xs[i][j]" : nil, topic: "trees")
            }
            let selector = try evaluate(expression, scope)
            if case .range(let range) = selector {
                let bounds = try bounds(range, values.count, expression.span)
                return .list(Array(values[bounds]))
            }
            return values[try position(selector, values.count, expression.span)]
        case .range(let range):
            return try index(.vector(range.values), items, span, scope)
        case .tensor(let operand): return .tensor(try index(operand, items, span, scope))
        case .contraction(let contraction):
            var directions: [Value] = []
            for item in items {
                guard case .expression(let expression) = item else {
                    throw Diagnostic(
                        .evaluation, "a derivative is contracted with directions, found :", at: span, topic: "gradients"
                    )
                }
                directions.append(try evaluate(expression, scope))
            }
            return try contract(contraction, directions, span)
        case .record(let record):
            throw Diagnostic(
                .evaluation, "a record has fields, not positions", at: span,
                help: "a field is r.\(record.names.first ?? "W"); its fields: \(listed(record.names))", topic: "trees")
        case .string, .function, .linearOperator, .figure, .nothing:
            throw Diagnostic(
                .evaluation, "\(base.kindDescription) has no items to index", at: span,
                topic: "tensors")
        }
    }

    private func index(_ base: Operand, _ items: [IndexItem], _ span: Span, _ scope: Scope?) throws(Diagnostic)
        -> Operand
    {
        guard items.count <= base.shape.rank else {
            throw Diagnostic(
                .evaluation,
                base.shape.isScalar
                    ? "a number has no items to index"
                    : "\(items.count) indices into a tensor of shape \(base.shape), which has \(base.shape.rank == 1 ? "1 axis" : "\(base.shape.rank) axes")",
                at: span, topic: "tensors")
        }
        var result = base
        var axis = 0
        for item in items {
            guard case .expression(let expression) = item else {
                axis += 1
                continue
            }
            let selector = try evaluate(expression, scope)
            let size = result.shape[axis]
            let current = result
            switch selector {
            case .range(let range):
                let bounds = try bounds(range, size, expression.span)
                result = try at(span) { () throws(ComputationError) in
                    try current.sliced(axis, bounds.lowerBound, bounds.count)
                }
                axis += 1
            case .tensor(let positions) where positions.shape.rank == 1 && positions.type.element.isFloating:
                let tensor = try known(positions, expression.span)
                var resolved: [Double] = []
                for number in tensor.doubles {
                    resolved.append(Double(try position(.number(number), size, expression.span)))
                }
                result = try at(span) { () throws(ComputationError) in
                    try current.taking(.known(Tensor(vector: resolved)), axis: axis)
                }
                axis += 1
            default:
                let index = try position(selector, size, expression.span)
                result = try at(span) { () throws(ComputationError) in try current.item(index, axis: axis) }
            }
        }
        return result
    }

    /// An index counted from 0, or from the end where negative.
    private func position(_ value: Value, _ count: Int, _ span: Span) throws(Diagnostic) -> Int {
        let index = try wholeNumber(value, "an index", span)
        guard index >= -count, index < count else {
            throw Diagnostic(
                .evaluation, "index \(index) lies outside a size of \(count)", at: span,
                help: count == 0
                    ? "there is nothing to index"
                    : "indices go from 0 to \(count - 1), or from the end: -1 to -\(count)", topic: "tensors")
        }
        return index < 0 ? index + count : index
    }

    private func bounds(_ range: WholeRange, _ count: Int, _ span: Span) throws(Diagnostic) -> Range<Int> {
        guard range.lower >= 0, range.upper <= count else {
            throw Diagnostic(
                .evaluation, "the range \(range.lower)..<\(range.upper) lies outside a size of \(count)", at: span,
                help: "ranges of indices lie within 0..<\(count)", topic: "tensors")
        }
        return range.lower..<range.upper
    }

    /// What a loop or a comprehension goes through.
    func items(_ value: Value, _ span: Span) throws(Diagnostic) -> [Value] {
        switch value {
        case .range(let range): return range.values.map { .number($0) }
        case .list(let items): return items
        case .tensor(let operand) where operand.shape.rank > 0:
            var items: [Value] = []
            for index in 0..<operand.shape[0] {
                items.append(.tensor(try at(span) { () throws(ComputationError) in try operand.item(index) }))
            }
            return items
        case .tensor, .string, .record, .function, .linearOperator, .contraction, .figure, .nothing:
            throw Diagnostic(
                .evaluation, "\(value.kindDescription) has no items to go through", at: span,
                help: "a range 0..n, a list, or a tensor's leading axis", topic: "sums")
        }
    }
}
