internal import CStack
internal import Programs
internal import Tensors
internal import Typography

extension Evaluator {
    /// The value of an expression.
    func evaluate(_ expression: Expression, _ scope: Scope?) throws(Diagnostic) -> Value {
        let value = try untrapped(expression, scope)
        if trapsNaN { try trapNaN(in: value, of: expression) }
        return value
    }

    private func untrapped(_ expression: Expression, _ scope: Scope?) throws(Diagnostic) -> Value {
        let span = expression.span
        switch expression.kind {
        case .number(let value): return .number(value)
        case .truth(let value): return .truth(value)
        case .string(let parts): return .string(try text(parts, scope))
        case .name(let name): return try lookUp(name, span, scope)
        case .parenthesised(let inner): return try evaluate(inner, scope)
        case .list(let items):
            let values = try evaluateAll(items, scope)
            return try at(span, topic: "tensors") { () throws(ComputationError) in try bracketed(values) }
        case .record(let items): return .record(try record(items, scope))
        case .comprehension(let comprehension):
            let items = try generate(comprehension, scope)
            return try at(span) { () throws(ComputationError) in try bracketed(items) }
        case .call(let callee, let arguments): return try call(callee, arguments, span, scope)
        case .index(let base, let items): return try index(evaluate(base, scope), items, span, scope)
        case .field(let base, let name, let nameSpan): return try field(evaluate(base, scope), name, nameSpan)
        case .calculus(let op, let operand): return .function(try derivedFunction(op, operand, scope))
        case .transpose(let operand): return try transpose(evaluate(operand, scope), span)
        case .prefix(let op, let operand): return try prefix(op, evaluate(operand, scope), span)
        case .power(let base, let exponent, _):
            return try arithmetic("^", evaluate(base, scope), evaluate(exponent, scope), span)
        case .juxtaposition(let factor, let operand):
            return try arithmetic("*", evaluate(factor, scope), evaluate(operand, scope), span)
        case .chain(let first, let links):
            var value = try evaluate(first, scope)
            for link in links {
                value = try apply(
                    link.op, value, evaluate(link.operand, scope), expression.span.source, first.span, link)
            }
            return value
        case .range(let lower, let upper, let isInclusive):
            let first = try wholeNumber(evaluate(lower, scope), "a range's bound", lower.span)
            let last = try wholeNumber(evaluate(upper, scope), "a range's bound", upper.span)
            return .range(try range(first, last, isInclusive, span))
        case .comparison(let a, let op, let b):
            return try compare(op, evaluate(a, scope), evaluate(b, scope), span)
        case .conjunction(let items): return try connect(items, isConjunction: true, scope)
        case .disjunction(let items): return try connect(items, isConjunction: false, scope)
        case .conditional(let condition, let consequent, let alternative):
            return try evaluate(isTrue(condition, scope) ? consequent : alternative, scope)
        case .lambda(let parameters, let body):
            return .function(
                .closure(Closure(name: nil, parameters: parameters, body: body, scope: scope, span: span)))
        case .norm(let operand):
            let value = try evaluate(operand, scope)
            return .tensor(try at(span, topic: "‖") { () throws(ComputationError) in try value.norm() })
        case .block(let statements):
            return try blockValue(statements, Scope(parent: scope), span)
        }
    }

    func evaluateAll(_ expressions: [Expression], _ scope: Scope?) throws(Diagnostic) -> [Value] {
        var values: [Value] = []
        for expression in expressions { values.append(try evaluate(expression, scope)) }
        return values
    }

    /// A name's value: local, top-level, or built in.
    private func lookUp(_ name: String, _ span: Span, _ scope: Scope?) throws(Diagnostic) -> Value {
        if let value = scope?.lookUp(name) { return value }
        if builtIns.reasonNotToBind(name) == nil, let value = try outsideValue(name) { return value }
        if let value = builtIns.constant(name) { return value }
        if let builtIn = builtIns.function(name) { return .function(.builtIn(builtIn)) }
        throw unknownName(name, span, scope)
    }

    /// A name that is bound at top level, or the standard library's; code that is being traced sees its inputs there.
    func outsideValue(_ name: String) throws(Diagnostic) -> Value? {
        func find() throws(Diagnostic) -> Value? {
            if let value = try topLevelValue(name) { return value }
            return builtIns.function(name) == nil ? try standardValue(name) : nil
        }
        guard let recording else { return try find() }
        return try recording.topLevel(name, in: world, find)
    }

    func unknownName(_ name: String, _ span: Span, _ scope: Scope?) -> Diagnostic {
        var help: String?
        if name.utf8.count > 200 {
            help = nil
        } else if let foreign = ForeignWord.help(for: name) {
            help = foreign
        } else if name.hasSuffix("'") {
            let base = String(name.dropLast())
            help = "x' is a name of its own here; the transpose is \(base)ᵀ, the derivative ∂\(base)"
        } else if let near = Spelling.nearest(to: name, in: (scope?.names ?? []) + world.history.names + builtIns.names)
        {
            help = "did you mean \(near)?"
        } else {
            help = "a name is bound with \(name) = …"
        }
        return Diagnostic(.evaluation, "unknown name \(abbreviated(name))", at: span, help: help)
    }

    /// The bytes of the longest string, which no reader would read to its end.
    private static let longestText = 1 << 22

    private func text(_ parts: [StringPart], _ scope: Scope?) throws(Diagnostic) -> String {
        var text = ""
        for part in parts {
            switch part {
            case .text(let piece): text += piece
            case .interpolation(let expression):
                text += try evaluate(expression, scope).settled.inlineText
                if text.utf8.count > Self.longestText {
                    throw Diagnostic(.evaluation, "a string of more than 4 MB", at: expression.span)
                }
            }
        }
        return text
    }

    private func record(_ items: [RecordItem], _ scope: Scope?) throws(Diagnostic) -> Record {
        var record = Record()
        for item in items {
            switch item {
            case .field(let name, _, let expression):
                record[name] = try evaluate(expression, scope)
            case .spread(let expression):
                let value = try evaluate(expression, scope)
                guard case .record(let other) = value else {
                    throw Diagnostic(
                        .evaluation, "... spreads a record, found \(value.kindDescription)", at: expression.span)
                }
                for field in other.fields { record[field.name] = field.value }
            }
        }
        return record
    }

    private func field(_ base: Value, _ name: String, _ span: Span) throws(Diagnostic) -> Value {
        guard case .record(let record) = base else {
            throw Diagnostic(
                .evaluation, "\(base.kindDescription) has no field \(name)", at: span,
                help: name == "T"
                    ? "the transpose is Aᵀ or transpose(A)"
                    : builtIns.function(name).map { "functions stand before their argument: \($0.name)(x)" }
                        ?? ForeignWord.help(for: name))
        }
        if let value = record[name] { return value }
        throw record.lacks(name, at: span)
    }

    private func range(
        _ first: Int, _ last: Int, _ isInclusive: Bool, _ span: Span
    ) throws(Diagnostic) -> WholeRange {
        let end = isInclusive ? last + 1 : last
        guard end - first <= WholeRange.maximumCount else {
            throw Diagnostic(
                .evaluation, "a range holds at most \(WholeRange.maximumCount) numbers, found \(end - first)", at: span,
                topic: "sums")
        }
        return WholeRange(lower: first, upper: max(first, end))
    }

    /// A value that must be a whole number, known while tracing.
    func wholeNumber(_ value: Value, _ role: String, _ span: Span) throws(Diagnostic) -> Int {
        guard case .tensor(let operand) = value, operand.shape.isScalar, operand.type.element.isFloating else {
            throw Diagnostic(.evaluation, "\(role) is a whole number, found \(value.kindDescription)", at: span)
        }
        guard let number = try known(operand, span).scalar, number == number.rounded(), abs(number) < 1e15 else {
            let shown = (try known(operand, span).scalar).map { NumberFormat.short.text($0) } ?? "?"
            throw Diagnostic(.evaluation, "\(role) is a whole number, found \(shown)", at: span)
        }
        return Int(number)
    }

    /// A value that control flow or a size depends on.
    func known(_ operand: Operand, _ span: Span) throws(Diagnostic) -> Tensor {
        guard let tensor = try at(span, { () throws(ComputationError) in try operand.knownValue() }) else {
            throw Diagnostic(.evaluation, "this value is not known while the formula is being traced", at: span)
        }
        return tensor
    }

    /// A condition's truth.
    func isTrue(_ condition: Expression, _ scope: Scope?) throws(Diagnostic) -> Bool {
        let value = try evaluate(condition, scope)
        guard case .tensor(let operand) = value, operand.type.element == .truth, operand.shape.isScalar else {
            throw Diagnostic(
                .evaluation, "a condition is a truth value, found \(value.kindDescription)", at: condition.span,
                help: "compare it with something, or reduce truth values by all(…) or any(…)", topic: "functions")
        }
        return try known(operand, condition.span).double(at: 0) != 0
    }

    /// `and` and `or`: of truth values, stopping as soon as the outcome is certain; of tensors of them, elementwise.
    private func connect(_ items: [Expression], isConjunction: Bool, _ scope: Scope?) throws(Diagnostic) -> Value {
        var total: Operand?
        for item in items {
            let value = try evaluate(item, scope)
            guard case .tensor(let operand) = value, operand.type.element == .truth else {
                throw Diagnostic(
                    .evaluation, "\(isConjunction ? "and" : "or") needs truth values, found \(value.kindDescription)",
                    at: item.span, help: "a comparison gives them, such as x > 0")
            }
            if let sofar = total {
                total = try at(item.span) { () throws(ComputationError) in
                    isConjunction ? try sofar.and(operand) : try sofar.or(operand)
                }
            } else {
                total = operand
            }
            if operand.shape.isScalar, let total, total.shape.isScalar,
                (try known(total, item.span).double(at: 0) != 0) != isConjunction
            {
                break
            }
        }
        return .tensor(total ?? .known(Tensor(isConjunction)))
    }
}

extension Record {
    /// What is said of a field that it does not have.
    func lacks(_ name: String, at span: Span) -> Diagnostic {
        let near = Spelling.nearest(to: name, in: names).map { "did you mean \($0)? " } ?? ""
        return Diagnostic(
            .evaluation, "the record has no field \(name)", at: span, help: "\(near)its fields: \(listed(names))")
    }
}
