internal import Programs

extension Evaluator {
    /// Runs statements; the value of the last, where it is an expression (or a conditional that ends in one).
    @discardableResult
    func execute(_ statements: [Statement], _ scope: Scope?) throws(Diagnostic) -> Value? {
        var last: Value?
        for statement in statements { last = try execute(statement, scope) }
        return last
    }

    /// Runs one statement. `isTopLevel` where it is itself a statement of the session, so that a loop keeps each whole
    /// iteration.
    func execute(_ statement: Statement, _ scope: Scope?, isTopLevel: Bool = false) throws(Diagnostic) -> Value? {
        switch statement.kind {
        case .expression(let expression):
            return try evaluate(expression, scope)
        case .binding(let pattern, let expression):
            try bind(pattern, to: evaluate(expression, scope), scope, expression.span)
        case .function(let name, let nameSpan, let parameters, let body):
            let closure = Closure(
                name: name, parameters: parameters, body: body, scope: scope, span: statement.span)
            try assign(name, .function(.closure(closure)), scope, nameSpan)
        case .forLoop(let pattern, let sequence, let body):
            try loop(pattern, over: sequence, body, statement.span, scope, isTopLevel: isTopLevel)
        case .whileLoop(let condition, let body):
            try loop(while: condition, body, statement.span, scope, isTopLevel: isTopLevel)
        case .conditional(let condition, let consequent, let alternative):
            return try execute(isTrue(condition, scope) ? consequent : alternative, scope)
        case .claim(let claim):
            try noteEffect(statement.span)
            claims.append(try inDoublePrecision { () throws(Diagnostic) in try check(claim, scope) })
        case .derivation(let derivation):
            try noteEffect(statement.span)
            try inDoublePrecision { () throws(Diagnostic) in try check(derivation, scope) }
        case .use(let name, let nameSpan):
            try use(name, nameSpan, scope)
        }
        return nil
    }

    /// The value of a block: its last expression's.
    func blockValue(_ statements: [Statement], _ scope: Scope, _ span: Span) throws(Diagnostic) -> Value {
        guard let value = try execute(statements, scope) else {
            throw Diagnostic(
                .evaluation, "the block ends without a value", at: statements.last?.span ?? span,
                help: "its last line is its value; a record is {a: 1}", topic: "functions")
        }
        return value
    }

    // MARK: Names

    private func assign(_ name: String, _ value: Value, _ scope: Scope?, _ span: Span) throws(Diagnostic) {
        if let scope, scope.assign(name, value) { return }
        if let reason = builtIns.reasonNotToBind(name) {
            throw Diagnostic(.evaluation, reason, at: span, help: "choose another name", topic: name)
        }
        world.assign(name, value)
    }

    private func bind(_ pattern: Pattern, to value: Value, _ scope: Scope?, _ span: Span) throws(Diagnostic) {
        try unpack(pattern, value, span) { name, value, span throws(Diagnostic) in
            try assign(name, value, scope, span)
        }
    }

    /// Defines the names of a pattern in a scope of their own.
    func define(_ pattern: Pattern, _ value: Value, _ scope: Scope) throws(Diagnostic) {
        try unpack(pattern, value, pattern.span) { name, value, _ throws(Diagnostic) in scope.define(name, value) }
    }

    private func unpack(
        _ pattern: Pattern, _ value: Value, _ span: Span,
        _ bind: (String, Value, Span) throws(Diagnostic) -> Void
    ) throws(Diagnostic) {
        switch pattern {
        case .name(let name, let nameSpan): try bind(name, value, nameSpan)
        case .list(let patterns, let patternSpan):
            let values = try items(value, span)
            guard values.count == patterns.count else {
                throw Diagnostic(
                    .evaluation, "\(counted(patterns.count, "name")) for \(counted(values.count, "item"))",
                    at: patternSpan)
            }
            for (pattern, value) in zip(patterns, values) { try unpack(pattern, value, span, bind) }
        case .record(let names, let patternSpan):
            guard case .record(let record) = value else {
                throw Diagnostic(
                    .evaluation, "a record is unpacked by field, found \(value.kindDescription)", at: patternSpan,
                    topic: "trees")
            }
            for (name, nameSpan) in names {
                guard let value = record[name] else {
                    throw record.lacks(name, at: nameSpan)
                }
                try bind(name, value, nameSpan)
            }
        }
    }
}

extension Pattern {
    var span: Span {
        switch self {
        case .name(_, let span), .list(_, let span), .record(_, let span): span
        }
    }
}
