internal import Programs
internal import Typography

/// An argument of a call, evaluated.
struct CallArgument {
    let label: String?
    let value: Value
    let span: Span
    /// What a generator has made.
    var items: Items?

    /// Whether the value is the items of a generator.
    var isGenerated: Bool { items != nil }
}

extension Evaluator {
    /// `callee(arguments)`.
    func call(_ callee: Expression, _ arguments: [Argument], _ span: Span, _ scope: Scope?) throws(Diagnostic) -> Value
    {
        if let form = specialForm(callee, scope) {
            // It draws the same for every value of its binding, and nothing after it draws that again.
            let outer = draws.enter()
            defer { draws.leave(to: outer) }
            do throws(Diagnostic) {
                return try inDoublePrecision { () throws(Diagnostic) in
                    try form.evaluate(self, arguments, span, scope)
                }
            } catch {
                let places = arguments.map { argument in
                    if case .expression(let expression) = argument.value { expression.span } else { argument.span }
                }
                throw error.of(form.name, called: span, places).led(by: span, form.name)
            }
        }
        let (function, values) = try evaluate(callee, arguments, span, scope)
        return try call(function, values, span)
    }

    /// The function and the arguments of a call.
    func evaluate(
        _ callee: Expression, _ arguments: [Argument], _ span: Span, _ scope: Scope?
    ) throws(Diagnostic) -> (Function, [CallArgument]) {
        let function = try evaluate(callee, scope)
        guard case .function(let function) = function else {
            throw Diagnostic(
                .evaluation, "\(callee.span.excerpt) is \(function.kindDescription), not a function", at: callee.span,
                help: function.isTensorOrList
                    ? "an item is x[i], with an index from 0; a product is a * b" : "a product is a * b")
        }
        var values: [CallArgument] = []
        for argument in arguments {
            switch argument.value {
            case .expression(let expression):
                values.append(
                    CallArgument(label: argument.label, value: try evaluate(expression, scope), span: argument.span))
            case .generated(let comprehension):
                let items = try generate(comprehension, scope)
                let value = try at(argument.span) { () throws(ComputationError) in
                    function.reducesItems ? .nothing : try bracketed(items)
                }
                values.append(
                    CallArgument(label: argument.label, value: value, span: argument.span, items: items))
            }
        }
        return (function, values)
    }

    /// The special form a callee names, unless something shadows it.
    func specialForm(_ callee: Expression, _ scope: Scope?) -> SpecialForm? {
        guard case .name(let name) = callee.kind, let form = builtIns.specialForm(name), scope?.lookUp(name) == nil
        else {
            return nil
        }
        return form
    }

    /// A function of values.
    func call(_ function: Function, _ arguments: [CallArgument], _ span: Span) throws(Diagnostic) -> Value {
        if let value = try callByTrace(function, arguments, span) { return value }
        return try callPlainly(function, arguments, span)
    }

    /// The same by the interpreter.
    func callPlainly(_ function: Function, _ arguments: [CallArgument], _ span: Span) throws(Diagnostic) -> Value {
        switch function {
        case .closure(let closure): return try call(closure, arguments, span)
        case .builtIn(let builtIn):
            do throws(Diagnostic) {
                return try deeper(span, builtIn.name) { () throws(Diagnostic) in
                    try builtIn.body(Call(builtIn, arguments, self, span))
                }
            } catch {
                throw error.of(builtIn.name, called: span, arguments.map(\.span))
            }
        case .gradient(let inner, let selector): return try gradient(of: inner, by: selector, arguments, span)
        case .jacobian(let inner): return try jacobian(of: inner, arguments, span)
        case .higher(let inner, let order): return try higherDerivative(of: inner, order: order, arguments, span)
        }
    }

    private func call(_ closure: Closure, _ arguments: [CallArgument], _ span: Span) throws(Diagnostic) -> Value {
        let name = closure.name ?? "a function"
        // What is wrong with the arguments is the caller's mistake, and not one in the function.
        let places = try places(of: arguments, in: closure, span)
        do throws(Diagnostic) {
            return try deeper(span, name) { () throws(Diagnostic) in
                let scope = Scope(parent: closure.scope)
                try bind(closure, arguments, places, scope)
                if case .block(let statements) = closure.body.kind {
                    return try blockValue(statements, scope, closure.body.span)
                }
                return try evaluate(closure.body, scope)
            }
        } catch {
            var diagnostic = error
            // Of a recursion, the first calls tell enough.
            if diagnostic.calls.count < 8, diagnostic.span?.range != span.range {
                diagnostic.calls.append(.init(span: span, text: "in \(name), called"))
            }
            throw diagnostic
        }
    }

    /// Which parameter each argument is for: by position, or by name.
    private func places(
        of arguments: [CallArgument], in closure: Closure, _ span: Span
    ) throws(Diagnostic) -> [Int] {
        let parameters = closure.parameters
        var title: String { closure.signature }
        var places: [Int] = []
        var given = [Bool](repeating: false, count: parameters.count)
        var next = 0
        for argument in arguments {
            let place: Int
            if let label = argument.label {
                guard let found = parameters.firstIndex(where: { $0.name == label }) else {
                    let names = parameters.map(\.name)
                    let near = Spelling.nearest(to: label, in: names).map { "did you mean \($0)?" }
                    throw Diagnostic(
                        .evaluation, "\(title) has no parameter \(label)", at: argument.span,
                        help: near ?? "its parameters: \(listed(names))")
                }
                place = found
            } else {
                guard next < parameters.count else {
                    throw Diagnostic(
                        .evaluation,
                        "\(title) takes \(counted(parameters.count, "argument")), found \(arguments.count)",
                        at: argument.span)
                }
                place = next
                next += 1
            }
            guard !given[place] else {
                throw Diagnostic(.evaluation, "\(title) is given \(parameters[place].name) twice", at: argument.span)
            }
            given[place] = true
            places.append(place)
        }
        for (parameter, isGiven) in zip(parameters, given) where !isGiven && parameter.defaultValue == nil {
            throw Diagnostic(
                .evaluation, "\(title) needs its argument \(parameter.name)", at: span,
                help: "it takes \(counted(parameters.count, "argument")), found \(arguments.count)")
        }
        return places
    }

    /// Gives a closure's parameters their values; those without an argument, their defaults.
    private func bind(
        _ closure: Closure, _ arguments: [CallArgument], _ places: [Int], _ scope: Scope
    ) throws(Diagnostic) {
        let parameters = closure.parameters
        for (argument, place) in zip(arguments, places) { scope.define(parameters[place].name, argument.value) }
        for (place, parameter) in parameters.enumerated() where !places.contains(place) {
            guard let expression = parameter.defaultValue else { continue }
            scope.define(parameter.name, try evaluate(expression, closure.scope))
        }
    }
}

extension Function {
    /// Whether a generator's items come to it as they are, to be reduced.
    fileprivate var reducesItems: Bool {
        if case .builtIn(let builtIn) = self { builtIn.reducesItems } else { false }
    }
}

extension Closure {
    /// As a message names it: `f(x, k)`, or a lambda as it is written.
    fileprivate var signature: String {
        name.map { "\($0)(\(parameters.map(\.name).joined(separator: ", ")))" } ?? "the function \(span.excerpt)"
    }
}

extension Diagnostic {
    /// The same with a built-in as its topic, where that is what refused its call or an argument.
    fileprivate func of(_ name: String, called span: Span, _ arguments: [Span]) -> Diagnostic {
        guard kind == .evaluation, topic == nil, calls.isEmpty, let place = self.span,
            (arguments + [span]).contains(where: { $0.range == place.range && $0.source === place.source })
        else { return self }
        var diagnostic = self
        diagnostic.topic = name
        return diagnostic
    }
}

extension Diagnostic {
    /// The same with a form that recomputed what failed, in a statement elsewhere, as the last of its calls.
    fileprivate func led(by span: Span, _ name: String) -> Diagnostic {
        guard kind == .evaluation, calls.isEmpty, let place = self.span,
            place.source !== span.source || !span.range.contains(place.range.lowerBound)
        else { return self }
        var diagnostic = self
        diagnostic.calls.append(.init(span: span, text: "recomputed for \(name)"))
        return diagnostic
    }
}

/// `1 argument`, `2 arguments`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
