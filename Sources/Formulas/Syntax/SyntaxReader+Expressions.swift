/// The levels of operators between two operands, loosest first.
enum OperatorLevel: Int, Comparable {
    case disjunction, conjunction, negation, comparison, range, sum, product

    static func < (left: OperatorLevel, right: OperatorLevel) -> Bool { left.rawValue < right.rawValue }

    /// The next level up.
    var tighter: OperatorLevel { OperatorLevel(rawValue: rawValue + 1) ?? .product }
}

extension Token.Kind {
    /// The level at which this stands between two operands.
    var level: OperatorLevel? {
        switch self {
        case .or: .disjunction
        case .and: .conjunction
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .approximately, .in: .comparison
        case .range, .halfOpenRange: .range
        case .plus, .minus: .sum
        case .times, .dividedBy, .matrixProduct, .inner, .elementwise, .outer: .product
        default: nil
        }
    }

    var comparison: ComparisonOperator? {
        switch self {
        case .equal: .equal
        case .notEqual: .notEqual
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        case .approximately: .approximately
        case .in: .memberOf
        default: nil
        }
    }

    var chainOperator: ChainOperator? {
        switch self {
        case .plus: .plus
        case .minus: .minus
        case .times: .times
        case .dividedBy: .dividedBy
        case .matrixProduct: .matrixProduct
        case .inner: .inner
        case .elementwise: .elementwise
        case .outer: .outer
        default: nil
        }
    }
}

/// Whole expressions, and the operators between operands.
extension SyntaxReader {
    func expression() throws(Diagnostic) -> Expression {
        try descend()
        let outer = measure()
        let result: Expression
        switch current {
        case .if:
            result = try conditional()
        case .name where kind(after: 1) == .arrow, .leftParenthesis where kindAfterPartner == .arrow:
            result = try lambda()
        default:
            result = try operators(.disjunction)
        }
        measured(outer)
        ascend()
        return result
    }

    private func conditional() throws(Diagnostic) -> Expression {
        let start = start
        try expect(.if)
        return try conditional(try expression(), from: start)
    }

    /// What follows the condition.
    func conditional(_ condition: Expression, from start: Int) throws(Diagnostic) -> Expression {
        try expect(.then)
        let then = try expression()
        try expect(.else)
        let otherwise = try expression()
        return try make(.conditional(condition, then: then, otherwise: otherwise), from: start)
    }

    private func lambda() throws(Diagnostic) -> Expression {
        let start = start
        var parameters: [Parameter] = []
        if current == .name {
            let (name, span) = try takeName()
            parameters = [Parameter(name: name, nameSpan: span)]
        } else {
            parameters = try self.parameters()
        }
        try expect(.arrow, "`->`")
        let body = try expression()
        return try make(.lambda(parameters, body), from: start)
    }

    /// `(a, b = 1)`.
    func parameters() throws(Diagnostic) -> [Parameter] {
        let outer = open()
        var parameters: [Parameter] = []
        var names: Set<String> = []
        while current != .rightParenthesis {
            if !parameters.isEmpty { try expect(.comma, "`,` or `)`") }
            guard current == .name else {
                throw unexpected(
                    wanted: "the name of a parameter", help: "a function is defined for names: `f(x, k = 2) = …`")
            }
            let (name, span) = try takeName()
            guard names.insert(name).inserted else {
                throw Diagnostic(.syntax, "`\(name)` is a parameter twice", at: span)
            }
            var parameter = Parameter(name: name, nameSpan: span)
            if current == .assign {
                advanceOverOperator()
                parameter.defaultValue = try expression()
            }
            parameters.append(parameter)
        }
        try close(.rightParenthesis, outer: outer)
        return parameters
    }

    /// Everything whose operators are at least as tight as a level.
    func operators(_ floor: OperatorLevel) throws(Diagnostic) -> Expression {
        let outer = measure()
        var left = current == .not && floor <= .negation ? try negation() : try operand()
        while let level = current.level, level >= floor { left = try application(of: level, to: left) }
        measured(outer)
        return left
    }

    private func application(of level: OperatorLevel, to left: Expression) throws(Diagnostic) -> Expression {
        switch level {
        case .disjunction, .conjunction: try junction(left, level)
        case .comparison: try comparison(left)
        case .range: try range(left)
        case .sum, .product, .negation: try chain(left, level)
        }
    }

    private func negation() throws(Diagnostic) -> Expression {
        let start = start
        try descend()
        try expect(.not)
        let operand = try operators(.negation)
        ascend()
        return try make(.prefix(.not, operand), from: start)
    }

    private func junction(_ first: Expression, _ level: OperatorLevel) throws(Diagnostic) -> Expression {
        var parts = [first]
        while current.level == level {
            advanceOverOperator()
            parts.append(try operators(level.tighter))
        }
        return try make(
            level == .conjunction ? .conjunction(parts) : .disjunction(parts), from: first.span.range.lowerBound)
    }

    private func comparison(_ left: Expression) throws(Diagnostic) -> Expression {
        guard let op = current.comparison else { throw unexpected(wanted: "a comparison") }
        advanceOverOperator()
        let right = try operators(.range)
        if current.level == .comparison {
            throw Diagnostic(
                .syntax, "found a second comparison `\(excerpt(of: token.range))`: comparisons do not chain",
                at: span(of: token),
                help: "write `\(excerpt(of: left.span.range.lowerBound..<lastEnd)) and "
                    + "\(excerpt(of: right.span.range)) \(excerpt(of: token.range)) …`")
        }
        return try make(.comparison(left, op, right), from: left.span.range.lowerBound)
    }

    private func range(_ lower: Expression) throws(Diagnostic) -> Expression {
        let isInclusive = current == .range
        advanceOverOperator()
        let upper = try operators(.sum)
        if current.level == .range {
            throw Diagnostic(
                .syntax, "found a second `\(excerpt(of: token.range))`: a range has two ends", at: span(of: token))
        }
        return try make(.range(lower, upper, inclusive: isInclusive), from: lower.span.range.lowerBound)
    }

    private func chain(_ first: Expression, _ level: OperatorLevel) throws(Diagnostic) -> Expression {
        var links: [ChainLink] = []
        while current.level == level, let op = current.chainOperator {
            let operatorSpan = span(of: token)
            advanceOverOperator()
            let operand = level == .sum ? try operators(.product) : try measuredOperand()
            links.append(ChainLink(op: op, operatorSpan: operatorSpan, operand: operand))
        }
        return try make(.chain(first, links), from: first.span.range.lowerBound)
    }

    private func measuredOperand() throws(Diagnostic) -> Expression {
        let outer = measure()
        let result = try operand()
        measured(outer)
        return result
    }
}
