internal import Programs
internal import Tensors

/// Calls that are traced once, and then run without the interpreter.
extension Evaluator {
    /// What a call gives by a trace of it; nil where the interpreter is to evaluate it.
    func callByTrace(
        _ function: Function, _ arguments: [CallArgument], _ span: Span
    ) throws(Diagnostic) -> Value? {
        guard mayTrace, let key = CodeCache.Key(function, arguments, precision) else { return nil }
        return try runByTrace(key, function, arguments, inAnyCase: function.isDerived, span) {
            function, arguments throws(Diagnostic) in
            try callPlainly(function, arguments, span)
        }
    }

    /// The same of a contraction of a higher derivative.
    func contractByTrace(
        _ contraction: Contraction, _ directions: [Value], _ span: Span
    ) throws(Diagnostic) -> Value? {
        let count = contraction.arguments.count
        let arguments =
            contraction.arguments + directions.map { CallArgument(label: nil, value: $0, span: span) }
        guard mayTrace else { return nil }
        let key = CodeCache.Key.call(
            .contraction(CodeCache.Key(contraction.function), contraction.order), arguments.map(\.label), precision)
        return try runByTrace(key, contraction.function, arguments, inAnyCase: true, span) {
            function, arguments throws(Diagnostic) in
            let given = Contraction(
                function: function, order: contraction.order, arguments: Array(arguments.prefix(count)))
            return try contractPlainly(given, arguments.dropFirst(count).map(\.value), span)
        }
    }

    /// Whether code is run by traces here: not inside one.
    var mayTrace: Bool { cache.policy != .never && traceDepth == 0 && recording == nil }

    private func runByTrace(
        _ key: CodeCache.Key, _ function: Function, _ arguments: [CallArgument], inAnyCase: Bool, _ span: Span,
        _ body: (Function, [CallArgument]) throws(Diagnostic) -> Value
    ) throws(Diagnostic) -> Value? {
        guard !cache[key].isPlain else { return nil }
        func root(_ place: Place) throws(Diagnostic) -> Value? {
            switch place {
            case .function: .function(function)
            case .argument(let index): arguments[index].value
            case .name(let name): try outsideValue(name)
            case .item, .local, .variable, .field, .element, .antiderivative: nil
            }
        }
        func run(_ traced: TracedCode) throws(Diagnostic) -> Value? {
            try attempt { () throws(Diagnostic) in try traced.run(self, root, span) }
        }
        if let value = try cache.run(key, by: run) { return value }
        guard inAnyCase || cache.policy == .eager || cache[key].runs >= CodeCache.frequent else { return nil }
        let start = draws
        let recording = Recording(depth: traceDepth + 1, world: world, outer: nil, isOutermost: true)
        if !inAnyCase { recording.limit = Recording.callLimit }
        let traced = try record(recording, callOf: function, arguments, span, body)
        guard let traced else {
            cache[key].isPlain = true
            return nil
        }
        if recording.isReusable && traced.isReusable { cache.keep(traced, key) } else { cache[key].isPlain = true }
        draws = start
        return try run(traced)
    }

    /// Traces a call, with the function and its arguments as what it reads.
    func record(
        _ recording: Recording, callOf function: Function, _ arguments: [CallArgument], _ span: Span,
        _ body: (Function, [CallArgument]) throws(Diagnostic) -> Value
    ) throws(Diagnostic) -> TracedCode? {
        try record(recording, from: draws, span) { () throws(Diagnostic) in
            guard case .function(let inner) = recording.take(.function(function), at: .function) else { return nil }
            var given: [CallArgument] = []
            for (index, argument) in arguments.enumerated() {
                let value = recording.take(argument.value, at: .argument(index)) ?? argument.value
                given.append(CallArgument(label: argument.label, value: value, span: argument.span))
            }
            return try body(inner, given)
        }
    }

    /// Traces code; nil where it has effects or goes on for too long.
    func record(
        _ recording: Recording, from start: Draws, _ span: Span, _ body: () throws(Diagnostic) -> Value?
    ) throws(Diagnostic) -> TracedCode? {
        let outer = (self.recording, draws)
        self.recording = recording
        draws = start.recording
        defer { (self.recording, draws) = outer }
        do throws(Diagnostic) {
            let result = try tracing { _ throws(Diagnostic) in try body() }
            guard let result else { return nil }
            return try at(span) { () throws(ComputationError) in try TracedCode(recording, result, draws) }
        } catch {
            // What fails while it is traced fails in the interpreter too.
            guard recording.isAbandoned else { throw error }
            return nil
        }
    }

    /// What `body` gives; nil where it fails. The user's Ctrl-C goes through.
    func attempt<T>(_ body: () throws(Diagnostic) -> T?) throws(Diagnostic) -> T? {
        let start = draws
        do throws(Diagnostic) {
            return try body()
        } catch {
            if error.kind == .interrupted { throw error }
            draws = start
            return nil
        }
    }

    /// Before anything that running a program would not do again: code that does it is not run by a trace.
    func noteEffect(_ span: Span) throws(Diagnostic) {
        hadEffect = true
        guard let recording else { return }
        recording.abandon()
        throw Diagnostic(.evaluation, "an effect is not traced", at: span)
    }

    /// The key of the next draw.
    func nextKey() -> Operand {
        defer { _ = draws.nextKey() }
        return key(draws)
    }

    /// The key of a draw to which a way leads.
    func key(_ trail: Draws.Trail, from start: Draws) -> Operand { key(start.following(trail)) }

    /// The key of the draw at a place; an input of what is being recorded.
    private func key(_ place: Draws) -> Operand {
        var place = place
        let trail = place.trail
        let key = Operand.key(place.nextKey())
        guard let recording, let trail else { return key }
        return recording.key(key, trail)
    }
}

extension CodeCache.Key {
    /// The code that a call runs; nil where it is not worth tracing.
    init?(_ function: Function, _ arguments: [CallArgument], _ precision: Precision) {
        switch function {
        case .builtIn(let builtIn):
            guard builtIn.isDerivative, case .function(let derived)? = arguments.first?.value else { return nil }
            self = .call(.derivative(builtIn.name, Self(derived)), arguments.map(\.label), precision)
        case .closure, .gradient, .jacobian, .higher:
            self = .call(Self(function), arguments.map(\.label), precision)
        }
    }

    init(_ function: Function) {
        switch function {
        case .closure(let closure): self = .closure(CodeIdentity(closure))
        case .builtIn(let builtIn): self = .builtIn(builtIn.name)
        case .gradient(let inner, let selector): self = .gradient(Self(inner), selector)
        case .jacobian(let inner): self = .jacobian(Self(inner))
        case .higher(let inner, let order): self = .higher(Self(inner), order)
        }
    }
}

extension Function {
    /// Whether a call of it is traced in any case.
    fileprivate var isDerived: Bool {
        switch self {
        case .closure: false
        case .builtIn(let builtIn): builtIn.isDerivative
        case .gradient, .jacobian, .higher: true
        }
    }
}
