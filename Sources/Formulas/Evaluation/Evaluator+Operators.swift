internal import Programs
internal import Tensors

extension Evaluator {
    func arithmetic(_ symbol: String, _ a: Value, _ b: Value, _ span: Span) throws(Diagnostic) -> Value {
        try at(span, topic: Value.topic(a, b)) { () throws(ComputationError) in
            try Value.arithmetic(symbol, a, symbol == "^" ? exponent(b, of: a) : b)
        }
    }

    /// An exponent; one that code being traced has read is taken at its value, for the derivatives of a constant power
    /// end where they should. Of a base that is always the same there are none.
    private func exponent(_ value: Value, of base: Value) throws(ComputationError) -> Value {
        if case .tensor(.known) = base { return value }
        guard case .tensor(.traced(let node)) = value, node.shape.isScalar, let recording,
            node.trace === recording.trace,
            recording.inputs.contains(where: { $0.node == node }), let known = try Operand.traced(node).knownValue()
        else { return value }
        return .tensor(.known(known))
    }

    /// One link of a chain, applied to what stands left of it.
    func apply(
        _ op: ChainOperator, _ a: Value, _ b: Value, _ source: Source, _ first: Span, _ link: ChainLink
    ) throws(Diagnostic) -> Value {
        let span = first.joined(with: link.operand.span)
        switch op {
        case .plus, .minus, .times, .dividedBy, .elementwise: return try arithmetic(op.rawValue, a, b, span)
        case .matrixProduct: return try product(a, b, span)
        case .inner: return try at(span, topic: "·") { () throws(ComputationError) in try Value.inner(a, b) }
        case .outer:
            guard case .tensor(let x) = a.withoutRange, case .tensor(let y) = b.withoutRange else {
                throw Diagnostic(
                    .evaluation, "⊗ works on tensors, found \(a.kindDescription) and \(b.kindDescription)", at: span,
                    topic: "⊗")
            }
            return .tensor(try at(span) { () throws(ComputationError) in try x.outer(y) })
        }
    }

    /// `a @ b`: the product of matrices, an operator's application, the composition of operators.
    private func product(_ a: Value, _ b: Value, _ span: Span) throws(Diagnostic) -> Value {
        let isOfOperators = if case .linearOperator = a { true } else { false }
        return try at(span, topic: isOfOperators ? "operators" : "@") { () throws(ComputationError) in
            switch (a.withoutRange, b.withoutRange) {
            case (.tensor(let x), .tensor(let y)): return .tensor(try x.matrixProduct(y))
            case (.linearOperator(let x), .linearOperator(let y)): return .linearOperator(try x.composed(with: y))
            case (.linearOperator(let x), .function), (.linearOperator(let x), .string):
                throw ComputationError(
                    .types, "the operator applies to \(x.domain?.description ?? "numbers"), found \(b.kindDescription)")
            case (.linearOperator(let x), let vector): return try x.apply(vector)
            default:
                throw ComputationError(
                    .types, "@ does not work on \(a.kindDescription) and \(b.kindDescription)",
                    help: Value.mend("@", a, b))
            }
        }
    }

    func transpose(_ value: Value, _ span: Span) throws(Diagnostic) -> Value {
        switch value {
        case .linearOperator(let op): return .linearOperator(op.transposed())
        case .tensor(let operand):
            return .tensor(try at(span) { () throws(ComputationError) in try operand.transposed() })
        case .string, .record, .list, .range, .function, .contraction, .figure, .nothing:
            throw Diagnostic(
                .evaluation, "\(value.kindDescription) has no transpose; matrices and linear operators have", at: span,
                topic: "ᵀ")
        }
    }

    func prefix(_ op: PrefixOperator, _ value: Value, _ span: Span) throws(Diagnostic) -> Value {
        switch op {
        case .minus:
            if case .linearOperator = value { return try arithmetic("*", .number(-1), value, span) }
            return try at(span, topic: "-") { () throws(ComputationError) in
                try value.mappingLeaves("-") { operand throws(ComputationError) in try -operand }
            }
        case .squareRoot:
            return try at(span, topic: "√") { () throws(ComputationError) in
                try value.mappingLeaves("√") { operand throws(ComputationError) in try operand.squareRoot() }
            }
        case .not:
            guard case .tensor(let operand) = value else {
                throw Diagnostic(
                    .evaluation, "not needs truth values, found \(value.kindDescription)", at: span,
                    help: "a comparison gives them, such as x > 0")
            }
            return .tensor(try at(span) { () throws(ComputationError) in try operand.not() })
        }
    }

    /// Comparisons outside claims: elementwise on tensors, one truth value on trees.
    func compare(_ op: ComparisonOperator, _ a: Value, _ b: Value, _ span: Span) throws(Diagnostic) -> Value {
        switch (a.withoutRange, b) {
        case (_, _) where op == .memberOf: return .truth(try isMember(a, of: b, span))
        case (.tensor(let x), _):
            guard case .tensor(let y) = b.withoutRange else { break }
            return .tensor(
                try at(span, topic: op == .approximately ? "claims" : "tensors") { () throws(ComputationError) in
                    switch op {
                    case .equal: try x.isEqual(to: y)
                    case .notEqual: try x.isEqual(to: y).not()
                    case .less: try x.isLess(than: y)
                    case .lessOrEqual: try x.isLessOrEqual(to: y)
                    case .greater: try x.isGreater(than: y)
                    case .greaterOrEqual: try x.isGreaterOrEqual(to: y)
                    case .approximately, .memberOf:
                        throw ComputationError(
                            .types, "≈ stands in claims", help: "claim a ≈ b within 5%; elsewhere abs(a - b) < 0.01")
                    }
                })
        default: break
        }
        if op == .equal { return .truth(try areEqual(a, b, span)) }
        if op == .notEqual { return .truth(try !areEqual(a, b, span)) }
        throw Diagnostic(
            .evaluation, "\(op.rawValue) does not compare \(a.kindDescription) and \(b.kindDescription)", at: span,
            help: "numbers and tensors have an order; == and != compare values of any kind")
    }

    private func isMember(_ a: Value, of b: Value, _ span: Span) throws(Diagnostic) -> Bool {
        if case .range(let range) = b, case .tensor(let operand) = a {
            guard let number = try known(operand, span).scalar else { return false }
            return number == number.rounded() && number >= Double(range.lower) && number < Double(range.upper)
        }
        if case .tensor(let operand) = a, case .tensor(let set) = b, operand.shape.isScalar {
            return try known(set, span).doubles.contains(known(operand, span).double(at: 0))
        }
        for item in try items(b, span) {
            if try areEqual(a, item, span) { return true }
        }
        return false
    }

    /// Whether two values are the same to the last bit; NaN equals nothing.
    func areEqual(_ a: Value, _ b: Value, _ span: Span) throws(Diagnostic) -> Bool {
        switch (a.withoutRange, b.withoutRange) {
        case (.string(let x), .string(let y)): return x == y
        case (.tensor(let x), .tensor(let y)):
            guard x.shape == y.shape else { return false }
            return try known(x, span).doubles == known(y, span).doubles
        case (.record(let x), .record(let y)):
            guard Set(x.names) == Set(y.names) else { return false }
            for field in x.fields {
                guard let other = y[field.name], try areEqual(field.value, other, span) else { return false }
            }
            return true
        case (.list(let x), .list(let y)):
            guard x.count == y.count else { return false }
            for (left, right) in zip(x, y) {
                if try !areEqual(left, right, span) { return false }
            }
            return true
        default: return false
        }
    }
}
