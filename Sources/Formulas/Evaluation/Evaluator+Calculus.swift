internal import Programs
internal import Tensors

/// A function of the language traced at a point, by one of its arguments.
struct TracedCall {
    let function: TracedFunction
    let domain: TreeStructure
    let codomain: TreeStructure
}

extension Evaluator {
    /// `∇f`, `∂f`, `∇²f`: functions made from a function.
    func derivedFunction(_ op: CalculusOperator, _ operand: Expression, _ scope: Scope?) throws(Diagnostic) -> Function
    {
        let value = try evaluate(operand, scope)
        guard case .function(let function) = value else {
            throw Diagnostic(
                .evaluation, "a derivative is taken of a function, found \(value.kindDescription)", at: operand.span,
                help: "x -> … makes a function; diff(e, α) differentiates by a binding", topic: "gradients")
        }
        switch op {
        case .gradient: return .gradient(of: function, by: .position(0))
        case .jacobian: return .jacobian(of: function)
        case .higher(let order): return .higher(of: function, order: order)
        }
    }

    /// Where in a call the argument stands that a derivative is taken by.
    private func place(
        _ selector: ArgumentSelector, of function: Function, _ arguments: [CallArgument], _ span: Span
    ) throws(Diagnostic) -> Int {
        let parameters = parameterNames(function)
        let name: String?
        switch selector {
        case .position(let position):
            let positional = arguments.indices.filter { arguments[$0].label == nil }
            if positional.indices.contains(position) { return positional[position] }
            name = parameters.indices.contains(position) ? parameters[position] : nil
        case .name(let wanted):
            name = wanted
            if let position = parameters.firstIndex(of: wanted) {
                let positional = arguments.indices.filter { arguments[$0].label == nil }
                if positional.indices.contains(position) { return positional[position] }
            }
        }
        if let name, let place = arguments.firstIndex(where: { $0.label == name }) { return place }
        throw Diagnostic(
            .evaluation,
            "\(function.spelling) is differentiated by an argument it is not given here, \(selector.description)",
            at: span,
            help: parameters.isEmpty ? nil : "its parameters: \(listed(parameters))", topic: "grad")
    }

    private func parameterNames(_ function: Function) -> [String] {
        switch function {
        case .closure(let closure): closure.parameters.map(\.name)
        case .builtIn(let builtIn): builtIn.parameters.map(\.name)
        case .gradient(let inner, _), .jacobian(let inner), .higher(let inner, _): parameterNames(inner)
        }
    }

    /// Traces a call of a function by one of its arguments.
    func trace(
        _ function: Function, _ arguments: [CallArgument], by place: Int, _ span: Span
    ) throws(Diagnostic) -> TracedCall {
        try trace(arguments, place, span) { inner throws(Diagnostic) in try call(function, inner, span) }
    }

    /// Traces what `body` makes of the arguments, by one of them.
    func trace(
        _ arguments: [CallArgument], _ place: Int, _ span: Span,
        _ body: ([CallArgument]) throws(Diagnostic) -> Value
    ) throws(Diagnostic) -> TracedCall {
        let point = arguments[place].value
        guard let (leaves, domain) = point.flattened() else {
            throw Diagnostic(
                .evaluation, "a derivative is taken by numbers, found \(point.kindDescription)",
                at: arguments[place].span, topic: "gradients")
        }
        guard leaves.allSatisfy({ $0.type.element.isFloating }) else {
            throw Diagnostic(
                .evaluation, "a derivative is taken by numbers, found truth values", at: arguments[place].span,
                topic: "gradients")
        }
        var codomain = TreeStructure.list([])
        let traced = try tracing { depth throws(Diagnostic) in
            try TracedFunction(at: leaves, depth: depth, origins: provenance?.origins ?? Origins()) {
                nodes throws(Diagnostic) in
                var inner = arguments
                inner[place] = CallArgument(
                    label: arguments[place].label, value: domain.tree(nodes), span: arguments[place].span)
                let result = try body(inner)
                guard let (outputs, structure) = result.flattened() else {
                    throw Diagnostic(
                        .evaluation,
                        "\(result.kindDescription) has no derivative; the result of the function is a number or a tree of them",
                        at: span, topic: "gradients")
                }
                codomain = structure
                return outputs
            }
        }
        return TracedCall(function: traced, domain: domain, codomain: codomain)
    }

    /// The gradient of a scalar function by one argument.
    func gradient(
        of function: Function, by selector: ArgumentSelector, _ arguments: [CallArgument], _ span: Span
    ) throws(Diagnostic) -> Value {
        let place = try place(selector, of: function, arguments, span)
        let traced = try trace(function, arguments, by: place, span)
        guard case .leaf(let type) = traced.codomain, type.shape.isScalar, type.element.isFloating else {
            throw gradientOfMany(function, traced.codomain, span)
        }
        return try at(span) { () throws(ComputationError) in
            traced.domain.tree(try traced.function.gradient())
        }
    }

    private func gradientOfMany(_ function: Function, _ codomain: TreeStructure, _ span: Span) -> Diagnostic {
        let help: String
        if case .gradient(let inner, _) = function {
            help = "∇² gives the second derivative as an operator: ∇²\(inner.spelling)(…)"
        } else {
            help = "∂ gives the derivative of a function with many results, as an operator: ∂\(function.spelling)(…)"
        }
        return Diagnostic(
            .evaluation,
            "∇ needs a function with one number as its result; \(function.spelling) gives \(codomain.description)",
            at: span, help: help, topic: "gradients")
    }

    /// `∂f(x)`: an operator; at a number, the derivative itself.
    func jacobian(of function: Function, _ arguments: [CallArgument], _ span: Span) throws(Diagnostic) -> Value {
        let traced = try trace(function, arguments, by: place(.position(0), of: function, arguments, span), span)
        return try at(span) { () throws(ComputationError) in
            if case .leaf(let type) = traced.domain, type.shape.isScalar {
                return traced.codomain.tree(try traced.function.derivative(along: [.full(1, type)]))
            }
            let map = try traced.function.linearized().map
            return .linearOperator(
                LinearOperator(kind: .map(map, domain: traced.domain, codomain: traced.codomain)))
        }
    }

    /// `∇²f(θ)`, an operator; `∇³f(θ)` and beyond, which wait for directions; at a number, the derivative itself.
    func higherDerivative(
        of function: Function, order: Int, _ arguments: [CallArgument], _ span: Span
    ) throws(Diagnostic) -> Value {
        let first = try place(.position(0), of: function, arguments, span)
        if case .tensor(let operand) = arguments[first].value, operand.shape.isScalar {
            var derivative = function
            for _ in 0..<order { derivative = .gradient(of: derivative, by: .position(0)) }
            return try call(derivative, arguments, span)
        }
        if order == 2 {
            return try jacobian(of: .gradient(of: function, by: .position(0)), arguments, span)
        }
        return .contraction(Contraction(function: function, order: order, arguments: arguments))
    }

    /// The derivative of a call along a direction of one argument.
    func derivative(
        of function: Function, _ arguments: [CallArgument], by place: Int, along direction: Value, _ span: Span,
        from directionSpan: Span? = nil
    ) throws(Diagnostic) -> Value {
        let traced = try trace(function, arguments, by: place, span)
        let tangents = try direction.leaves(like: traced.domain, directionSpan ?? span)
        return traced.codomain.tree(
            try at(span) { () throws(ComputationError) in try traced.function.derivative(along: tangents) })
    }

    /// `∇³f(θ)[u, v]`: along all directions but one a derivative at a time, then the gradient; with as many directions
    /// as the order, a number.
    func contract(_ contraction: Contraction, _ directions: [Value], _ span: Span) throws(Diagnostic) -> Value {
        if let value = try contractByTrace(contraction, directions, span) { return value }
        return try contractPlainly(contraction, directions, span)
    }

    /// The same by the interpreter.
    func contractPlainly(
        _ contraction: Contraction, _ directions: [Value], _ span: Span
    ) throws(Diagnostic) -> Value {
        let order = contraction.order
        guard directions.count == order || directions.count == order - 1 else {
            throw Diagnostic(
                .evaluation,
                "a derivative of order \(order) is contracted with \(order - 1) or \(order) directions, found \(directions.count)",
                at: span, topic: "gradients")
        }
        let place = try place(.position(0), of: contraction.function, contraction.arguments, span)
        // x ↦ the derivative of the function along the first `count` directions.
        func directional(_ count: Int, _ arguments: [CallArgument]) throws(Diagnostic) -> Value {
            if count == 0 { return try call(contraction.function, arguments, span) }
            let traced = try trace(arguments, place, span) { inner throws(Diagnostic) in
                try directional(count - 1, inner)
            }
            let tangents = try directions[count - 1].leaves(like: traced.domain, span)
            return traced.codomain.tree(
                try at(span) { () throws(ComputationError) in try traced.function.derivative(along: tangents) })
        }
        if directions.count == order { return try directional(order, contraction.arguments) }
        let traced = try trace(contraction.arguments, place, span) { inner throws(Diagnostic) in
            try directional(order - 1, inner)
        }
        guard case .leaf(let type) = traced.codomain, type.shape.isScalar else {
            throw gradientOfMany(contraction.function, traced.codomain, span)
        }
        return try at(span) { () throws(ComputationError) in traced.domain.tree(try traced.function.gradient()) }
    }
}

extension Value {
    /// The leaves of a direction, which must have the structure of the point.
    func leaves(like domain: TreeStructure, _ span: Span) throws(Diagnostic) -> [Operand] {
        guard let (leaves, structure) = flattened(), domain.matches(structure) else {
            throw Diagnostic(
                .evaluation, "a direction has the shape of the point, \(domain.description); found \(shapeDescription)",
                at: span, topic: "gradients")
        }
        var converted: [Operand] = []
        for (leaf, type) in zip(domain.reordering(leaves, of: structure), domain.leafTypes) {
            do throws(ComputationError) {
                converted.append(try leaf.converted(to: type.element))
            } catch {
                throw Diagnostic(.evaluation, error.message, at: span)
            }
        }
        return converted
    }
}
