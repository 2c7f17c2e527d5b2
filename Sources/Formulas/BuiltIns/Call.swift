internal import Programs
internal import Tensors
internal import Typography

/// A call of a built-in: its arguments by parameter.
struct Call {
    let builtIn: BuiltIn
    let evaluator: Evaluator
    let span: Span
    private var arguments: [String: CallArgument] = [:]
    /// The arguments of a variadic parameter.
    private(set) var rest: [CallArgument] = []

    init(_ builtIn: BuiltIn, _ given: [CallArgument], _ evaluator: Evaluator, _ span: Span) throws(Diagnostic) {
        self.builtIn = builtIn
        self.evaluator = evaluator
        self.span = span
        let parameters = builtIn.parameters
        var next = 0
        for argument in given {
            if let label = argument.label {
                guard parameters.contains(where: { $0.name == label && !$0.isVariadic }) else {
                    let near =
                        Spelling.nearest(to: label, in: parameters.map(\.name)).map { "did you mean \($0)? " } ?? ""
                    throw Diagnostic(
                        .evaluation, "\(builtIn.name) has no parameter \(label)", at: argument.span,
                        help: "\(near)\(builtIn.signature)")
                }
                guard arguments[label] == nil else {
                    throw Diagnostic(
                        .evaluation, "\(builtIn.name) is given \(label) twice", at: argument.span,
                        help: builtIn.signature)
                }
                arguments[label] = argument
            } else if next < parameters.count, parameters[next].isVariadic {
                rest.append(argument)
            } else {
                guard next < parameters.count else {
                    throw Diagnostic(
                        .evaluation,
                        "\(builtIn.name) takes \(counted(parameters.count, "argument")), found \(given.count)",
                        at: argument.span, help: builtIn.signature)
                }
                arguments[parameters[next].name] = argument
                next += 1
            }
        }
        for parameter in parameters where !parameter.isOptional && arguments[parameter.name] == nil {
            throw Diagnostic(
                .evaluation, "\(builtIn.name) needs its argument \(parameter.name)", at: span, help: builtIn.signature)
        }
    }

    /// What the numbers are held in that it makes.
    var element: ElementType { evaluator.precision.element }

    func has(_ name: String) -> Bool { arguments[name] != nil }

    /// Whether an argument is a generator's items.
    func isGenerated(_ name: String) -> Bool { arguments[name]?.isGenerated ?? false }

    /// Items to reduce over: a generator's, or a list's.
    func items(_ name: String) -> Items? {
        if let items = arguments[name]?.items { return items }
        guard case .list(let items)? = arguments[name]?.value else { return nil }
        return .separate(items)
    }

    func span(_ name: String) -> Span { arguments[name]?.span ?? span }

    func value(_ name: String) throws(Diagnostic) -> Value {
        guard let argument = arguments[name] else {
            throw Diagnostic(
                .evaluation, "\(builtIn.name) needs its argument \(name)", at: span, help: builtIn.signature)
        }
        return argument.value
    }

    func optional(_ name: String) -> Value? { arguments[name]?.value }

    func tensor(_ name: String) throws(Diagnostic) -> Operand { try tensor(value(name), span(name)) }

    func tensor(_ value: Value, _ span: Span) throws(Diagnostic) -> Operand {
        switch value.withoutRange {
        case .tensor(let operand): return operand
        case .list(let items):
            // Items of one shape stack wherever a tensor is wanted.
            if case .tensor(let operand) = try at({ () throws(ComputationError) in try evaluator.bracketed(items) }) {
                return operand
            }
        case .string, .record, .range, .function, .linearOperator, .contraction, .figure, .nothing: break
        }
        throw Diagnostic(
            .evaluation, "\(builtIn.name) needs a tensor, found \(value.kindDescription)", at: span, help: mend(value))
    }

    private func mend(_ value: Value) -> String? {
        if case .record = value, builtIn.parameters.filter({ !$0.isOptional && !$0.isVariadic }).count == 1 {
            return "map(\(builtIn.name), tree) works leaf by leaf"
        }
        if case .linearOperator = value { return "matrix(A) writes the operator out as a matrix" }
        return nil
    }

    func function(_ name: String) throws(Diagnostic) -> Function {
        let value = try value(name)
        guard case .function(let function) = value else {
            throw Diagnostic(
                .evaluation, "\(builtIn.name) needs a function, found \(value.kindDescription)", at: span(name))
        }
        return function
    }

    func text(_ name: String) throws(Diagnostic) -> String? {
        guard let value = optional(name) else { return nil }
        guard case .string(let text) = value else {
            throw Diagnostic(.evaluation, "\(name) is a string, found \(value.kindDescription)", at: span(name))
        }
        return text
    }

    func wholeNumber(_ name: String) throws(Diagnostic) -> Int? {
        guard let value = optional(name) else { return nil }
        return try evaluator.wholeNumber(value, name, span(name))
    }

    func truth(_ name: String) throws(Diagnostic) -> Bool {
        guard let value = optional(name) else { return false }
        guard case .tensor(let operand) = value, operand.type == TensorType(.scalar, .truth) else {
            throw Diagnostic(.evaluation, "\(name) is true or false, found \(value.kindDescription)", at: span(name))
        }
        return try evaluator.known(operand, span(name)).double(at: 0) != 0
    }

    /// Axes given as one number or as several; nil where not given.
    func axes(_ name: String = "axis") throws(Diagnostic) -> [Int]? {
        guard let value = optional(name) else { return nil }
        if case .tensor(let operand) = value.withoutRange, operand.shape.rank == 1 {
            var axes: [Int] = []
            for number in try evaluator.known(operand, span(name)).doubles {
                axes.append(try evaluator.wholeNumber(.number(number), name, span(name)))
            }
            return axes
        }
        return [try evaluator.wholeNumber(value, name, span(name))]
    }

    /// A shape given as numbers or as one vector of them: `zeros(2, 3)`, `zeros([2, 3])`.
    func shape(_ arguments: ArraySlice<CallArgument>) throws(Diagnostic) -> Shape {
        let sizes = try sizes(arguments)
        for (size, span) in sizes where size < 0 {
            throw Diagnostic(.evaluation, "a size is not negative, found \(size)", at: span)
        }
        return Shape(sizes.map(\.size))
    }

    /// The sizes themselves, whatever their sign, each with where it stands.
    func sizes(_ arguments: ArraySlice<CallArgument>) throws(Diagnostic) -> [(size: Int, span: Span)] {
        var sizes: [(size: Int, span: Span)] = []
        for argument in arguments {
            var values = [argument.value]
            if case .tensor(let operand) = argument.value.withoutRange, operand.shape.rank == 1 {
                values = try evaluator.known(operand, argument.span).doubles.map { .number($0) }
            }
            for value in values {
                sizes.append((try evaluator.wholeNumber(value, "a size", argument.span), argument.span))
            }
        }
        return sizes
    }

    /// Runs what may fail in the engine, at the call's place, or at the argument's that is at fault.
    func at<T>(_ body: () throws(ComputationError) -> T) throws(Diagnostic) -> T {
        do throws(ComputationError) {
            return try evaluator.noted(span, body)
        } catch {
            throw Diagnostic(error, at: error.parameter.map { span($0) } ?? span)
        }
    }

    /// The same, for what gives a tensor.
    func tensor(_ body: () throws(ComputationError) -> Operand) throws(Diagnostic) -> Value { .tensor(try at(body)) }

    func fails(_ message: String, help: String? = nil) -> Diagnostic {
        Diagnostic(.evaluation, message, at: span, help: help)
    }
}
