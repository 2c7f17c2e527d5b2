internal import Programs
internal import Tensors

/// Values of answers at seeded points: what exercises are judged by.
extension Session {
    /// Values for the variables of an exercise, and how their names are spelled.
    public typealias Point = [(name: String, value: Value)]

    /// What is asked of statements.
    public struct Question {
        /// The name that they bind.
        public var name: String
        /// Whether it is a function, which is then called with a point's values, in order.
        public var isFunction: Bool
        public var variables: [Claim.Quantifier]

        public init(name: String, isFunction: Bool = false, variables: [Claim.Quantifier] = []) {
            self.name = name
            self.isFunction = isFunction
            self.variables = variables
        }
    }

    /// How two values differ.
    public struct Difference: Sendable {
        /// `apart by 0.3`, or why the two can't be compared.
        public let text: String
        /// Whether they can be compared, and differ in size.
        public let isOfSize: Bool
    }

    /// Draws points for variables, at the session's bindings.
    public func points(for variables: [Claim.Quantifier], count: Int) throws(Diagnostic) -> [Point] {
        let evaluator = evaluator(World(history: state.history, position: state.history.nodes.count), state.draws)
        let outer = evaluator.draws
        var points: [Point] = []
        for draw in 0..<count {
            evaluator.draws.leave(to: outer, isDone: false)
            _ = evaluator.draws.enter(draw)
            var point: Point = []
            for variable in variables {
                point.append((variable.name, try evaluator.evaluate(variable.distribution, nil)))
            }
            points.append(point)
        }
        return points
    }

    /// The values at some points of what statements bind, in double precision; the session stays as it was.
    ///
    /// The variables of a formula are varied as `vary` varies bindings: whatever was computed from them is computed again. One
    /// that is not bound is, for as long.
    /// - Throws: what a statement fails with, and where nothing is bound to the name.
    public func values(
        of question: Question, after statements: [Statement], at points: [Point]
    ) throws(Diagnostic) -> [Value] {
        let (before, precisionBefore) = (state, precision)
        defer { (state, precision) = (before, precisionBefore) }
        precision = .double
        if !question.isFunction { bindMissing(question.variables, points.first ?? []) }
        let cells = run(statements, keepGoing: false) { _ in }
        if let diagnostic = cells.lazy.compactMap(\.diagnostic).first { throw diagnostic }
        guard let span = statements.last?.span, let bound = value(of: question.name) else {
            throw Diagnostic(.evaluation, "nothing is bound to \(question.name)", at: statements.last?.span)
        }
        let evaluator = evaluator(World(history: state.history, position: state.history.nodes.count), state.draws)
        var values: [Value] = []
        for point in points {
            values.append(
                try evaluator.inDoublePrecision { () throws(Diagnostic) -> Value in
                    question.isFunction
                        ? try evaluator.call(bound, named: question.name, at: point, span)
                        : try evaluator.value(of: question.name, at: point, span)
                })
        }
        return values
    }

    /// What becomes of claims after some statements; the session stays as it was.
    /// - Throws: what a statement fails with.
    public func claims(
        of check: [Statement], after statements: [Statement]
    ) throws(Diagnostic) -> [ClaimOutcome] {
        let before = state
        defer { state = before }
        let cells = run(statements, keepGoing: false) { _ in }
        if let diagnostic = cells.lazy.compactMap(\.diagnostic).first { throw diagnostic }
        let checked = run(check, keepGoing: true) { _ in }
        if let diagnostic = checked.lazy.compactMap(\.diagnostic).first { throw diagnostic }
        return checked.flatMap(\.claims)
    }

    /// How two values differ; nil where they agree to a relative error, or to 1e-12
    /// where one of them is 0.
    public func difference(
        of value: Value, from wanted: Value, within tolerance: Double, at span: Span
    ) throws(Diagnostic) -> Difference? {
        let evaluator = evaluator(World(history: state.history, position: state.history.nodes.count), state.draws)
        var isZero = try evaluator.isZero(value, span)
        if !isZero { isZero = try evaluator.isZero(wanted, span) }
        let comparison = try evaluator.compare(
            value, wanted, isZero ? nil : tolerance, toZero: isZero, span)
        if comparison.holds { return nil }
        if let problem = comparison.problem { return Difference(text: problem, isOfSize: false) }
        return Difference(text: "apart by \(NumberFormat.error.text(comparison.error))", isOfSize: true)
    }

    private func bindMissing(_ variables: [Claim.Quantifier], _ point: Point) {
        for (variable, (name, value)) in zip(variables, point) where state.history.latest(name) == nil {
            let binding = Statement(
                .binding(.name(name, variable.nameSpan), variable.distribution), at: variable.nameSpan)
            state.history.append(
                History.Node(
                    statement: binding, reads: [], writes: [name: value], draws: state.draws, precision: .double))
        }
    }
}

extension Evaluator {
    /// A top-level name's value with the variables at a point.
    fileprivate func value(of name: String, at point: Session.Point, _ span: Span) throws(Diagnostic) -> Value {
        let replacements = Dictionary(point.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
        return try varying(replacements, span) { () throws(Diagnostic) -> Value in
            try evaluate(Expression(.name(name), at: span), nil)
        }
    }

    /// What a value gives as a function of a point's values, in order.
    fileprivate func call(
        _ value: Value, named name: String, at point: Session.Point, _ span: Span
    ) throws(Diagnostic) -> Value {
        guard case .function(let function) = value else {
            throw Diagnostic(
                .evaluation, "\(name) was to be a function, found \(value.kindDescription)", at: span)
        }
        return try call(function, point.map { CallArgument(label: nil, value: $0.value, span: span) }, span)
    }

    fileprivate func isZero(_ value: Value, _ span: Span) throws(Diagnostic) -> Bool {
        guard let (leaves, _) = value.flattened() else { return false }
        for leaf in leaves {
            if try known(leaf, span).doubles.contains(where: { $0 != 0 }) { return false }
        }
        return true
    }
}

extension Value {
    /// The value on one line, as claims show it; its beginning, where it is long.
    public var shortText: String { abbreviated(inlineText, to: 160) }

    /// Whether there is something to compare: not what a call gives that only does something, and no figure.
    public var isAnswer: Bool {
        switch self {
        case .nothing, .figure: false
        case .tensor, .string, .record, .list, .range, .function, .linearOperator, .contraction: true
        }
    }
}

extension Session.State {
    /// The names whose values are not the same to the bit in another state, sorted.
    public func namesThatDiffer(from other: Session.State) -> [String] {
        let names = Set(history.names).union(other.history.names)
        return names.filter { name in
            guard let value = value(of: name), let same = other.value(of: name) else { return true }
            return !value.isIdentical(to: same)
        }.sorted()
    }

    private func value(of name: String) -> Value? {
        history.latest(name).flatMap { history.nodes[$0].writes[name] }
    }
}
