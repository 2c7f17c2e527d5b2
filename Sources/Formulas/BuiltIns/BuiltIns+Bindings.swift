internal import Programs
internal import Tensors

extension BuiltIns {
    /// The forms that take a top-level binding unevaluated.
    static let bindingForms: [SpecialForm] = [
        SpecialForm(
            name: "vary", signature: "vary(α, values, e)",
            summary:
                "e under each value of the binding α, everything derived from it recomputed; stacked, for a plot over α.",
            example: ("α = 2; y = α²; vary(α, [1, 2, 3], y)", "[1, 4, 9]")
        ) { evaluator, arguments, span, scope throws(Diagnostic) in
            let given = try expressions("vary", arguments, positional: 3, named: [], span)
            let name = try evaluator.bindingName(given.positional[0], "vary", scope)
            let values = try evaluator.evaluate(given.positional[1], scope)
            let results = try evaluator.evaluate(
                [given.positional[2]], varying: [name], as: "vary", over: values, given.positional[1].span, scope
            ) { value in [name: value] }
            let varied = try evaluator.at(span) { () throws(ComputationError) in try evaluator.bracketed(results) }
            guard case .tensor(.known(let tensor)) = varied, results.count > 0, let positions = values.numbers else {
                return varied
            }
            return .tensor(.known(tensor.running(over: Coordinates(name: name, values: positions))))
        },
        SpecialForm(
            name: "diff", signature: "diff(e, α)",
            summary: "The derivative of e by the binding α, through everything between them.",
            example: ("t = 3; u = t²; diff(u, t)", "6")
        ) { evaluator, arguments, span, scope throws(Diagnostic) in
            let given = try expressions("diff", arguments, positional: 2, named: [], span)
            let name = try evaluator.bindingName(given.positional[1], "diff", scope)
            let traced = try evaluator.trace(given.positional[0], byBinding: name, at: nil, scope, span)
            return try evaluator.at(span) { () throws(ComputationError) in
                if case .leaf(let type) = traced.domain, type.shape.isScalar {
                    return traced.codomain.tree(try traced.function.derivative(along: [.full(1, type)]))
                }
                if case .leaf(let type) = traced.codomain, type.shape.isScalar {
                    return traced.domain.tree(try traced.function.gradient())
                }
                let map = try traced.function.linearized().map
                return .linearOperator(
                    LinearOperator(kind: .map(map, domain: traced.domain, codomain: traced.codomain)))
            }
        },
        SpecialForm(
            name: "taylor", signature: "taylor(f, at: a, order: n), taylor(e, α, at: a, order: n)",
            summary:
                "The n + 1 Taylor coefficients (1/k! included) of a function, or of e by the binding α, on a leading axis.",
            example: ("taylor(exp, at: 0, order: 2)", "[1, 1, 0.5]")
        ) { evaluator, arguments, span, scope throws(Diagnostic) in
            let count = arguments.filter { $0.label == nil }.count
            let given = try expressions(
                "taylor", arguments, positional: count == 1 ? 1 : 2, named: ["at", "order"], span)
            guard let orderExpression = given.named["order"] else {
                throw Diagnostic(.evaluation, "taylor needs its order", at: span, help: "taylor(f, at: 0, order: 3)")
            }
            let order = try evaluator.wholeNumber(
                evaluator.evaluate(orderExpression, scope), "order", orderExpression.span)
            guard order >= 0, order <= 64 else {
                throw Diagnostic(.evaluation, "order is 0 to 64, found \(order)", at: orderExpression.span)
            }
            var point: Value?
            if let expression = given.named["at"] { point = try evaluator.evaluate(expression, scope) }
            let traced: TracedCall
            if count == 1 {
                guard case .function(let function) = try evaluator.evaluate(given.positional[0], scope) else {
                    throw Diagnostic(
                        .evaluation, "taylor expands a function, or an expression by a binding: taylor(e, α, …)",
                        at: given.positional[0].span)
                }
                guard let point else {
                    throw Diagnostic(
                        .evaluation, "taylor needs its point", at: span, help: "taylor(f, at: 0, order: 3)")
                }
                traced = try evaluator.trace(
                    function, [CallArgument(label: nil, value: point, span: span)], by: 0, span)
            } else {
                let name = try evaluator.bindingName(given.positional[1], "taylor", scope)
                traced = try evaluator.trace(given.positional[0], byBinding: name, at: point, scope, span)
            }
            guard case .leaf(let type) = traced.domain, type.shape.isScalar else {
                throw Diagnostic(
                    .evaluation, "taylor expands by one number, found \(traced.domain.description)", at: span)
            }
            return try evaluator.at(span) { () throws(ComputationError) in
                var leaves: [Operand] = []
                for series in try traced.function.taylor(along: [.full(1, type)], order: order) {
                    leaves.append(try Operand.stack(series))
                }
                return traced.codomain.tree(leaves)
            }
        },
        SpecialForm(
            name: "O", signature: "O(α²)",
            summary: "In a claim: what is left out vanishes with the bindings at least as fast.",
            example: ("α = 0.1; claim exp(α) == 1 + α + O(α²)", "")
        ) { _, _, span, _ throws(Diagnostic) in
            throw Diagnostic(
                .evaluation, "O(…) stands at the end of a claim's right side", at: span,
                help: "claim a == b + O(α²)")
        },
    ]

    /// The arguments of a form, by position and by name.
    private static func expressions(
        _ form: String, _ arguments: [Argument], positional count: Int, named: [String], _ span: Span
    ) throws(Diagnostic) -> (positional: [Expression], named: [String: Expression]) {
        var positional: [Expression] = []
        var labelled: [String: Expression] = [:]
        for argument in arguments {
            guard case .expression(let expression) = argument.value else {
                throw Diagnostic(.evaluation, "\(form) takes no generator", at: argument.span)
            }
            if let label = argument.label {
                guard named.contains(label) else {
                    throw Diagnostic(.evaluation, "\(form) has no parameter \(label)", at: argument.span)
                }
                labelled[label] = expression
            } else {
                positional.append(expression)
            }
        }
        guard positional.count == count else {
            throw Diagnostic(
                .evaluation, "\(form) takes \(counted(count, "argument")), found \(positional.count)", at: span)
        }
        return (positional, labelled)
    }
}

extension Value {
    /// The numbers that its items are; nil where they are no numbers, or not known.
    fileprivate var numbers: [Double]? {
        switch withoutRange {
        case .tensor(.known(let tensor)): return tensor.shape.rank == 1 ? tensor.doubles : nil
        case .list(let items):
            var numbers: [Double] = []
            for item in items {
                guard case .tensor(.known(let tensor)) = item, let number = tensor.scalar else { return nil }
                numbers.append(number)
            }
            return numbers
        case .tensor, .string, .record, .range, .function, .linearOperator, .contraction, .figure, .nothing:
            return nil
        }
    }
}
