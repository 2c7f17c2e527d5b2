/// Operands: what stands between the operators, from a number times a name down to a selection.
extension SyntaxReader {
    /// An operand of `*`: a number directly before a name, `(`, `√`, `∇` or `∂` multiplies it.
    func operand() throws(Diagnostic) -> Expression {
        let left = current == .minus || current == .root ? try prefixed() : try power()
        guard lastKind == .number, lastEnd == start, current.startsFactor else { return left }
        return try juxtaposition(left)
    }

    private func juxtaposition(_ left: Expression) throws(Diagnostic) -> Expression {
        let outer = measure()
        let right = current == .root ? try prefixed() : try power()
        measured(outer)
        return try make(.juxtaposition(left, right), from: left.span.range.lowerBound)
    }

    /// `-x`, `√x`, any number of prefixes, even none.
    private func prefixed() throws(Diagnostic) -> Expression {
        var prefixes: [(op: PrefixOperator, start: Int)] = []
        while current == .minus || current == .root {
            prefixes.append((current == .minus ? .minus : .squareRoot, start))
            if prefixes.count > Parser.maximumDepth { throw tooDeep(at: span(of: token)) }
            advanceOverOperator()
        }
        var result = try power()
        while let (op, start) = prefixes.popLast() { result = try make(.prefix(op, result), from: start) }
        return result
    }

    /// `x^2`, `x²`: from the right, and with a prefix in the exponent.
    private func power() throws(Diagnostic) -> Expression {
        let base = try postfixed()
        switch current {
        case .superscript: return try superscript(on: base)
        case .caret: return try exponent(of: base)
        default: return base
        }
    }

    private func exponent(of base: Expression) throws(Diagnostic) -> Expression {
        try descend()
        advanceOverOperator()
        let outer = measure()
        let exponent = try prefixed()
        measured(outer)
        ascend()
        return try make(.power(base, exponent, superscript: false), from: base.span.range.lowerBound)
    }

    private func superscript(on base: Expression) throws(Diagnostic) -> Expression {
        let exponent = Expression(.number(superscriptValue(of: token)), at: span(of: token))
        advance()
        if current == .caret || current == .superscript {
            throw Diagnostic(
                .syntax, "found a power of a power", at: span(of: token),
                help: "put the first in parentheses: `(x²)^3`, or `x^(2^3)`")
        }
        return try make(.power(base, exponent, superscript: true), from: base.span.range.lowerBound)
    }

    private func superscriptValue(of token: Token) -> Double {
        var digits = ""
        for scalar in text(of: token).unicodeScalars {
            digits.unicodeScalars.append(scalar == "⁻" ? "-" : Scripts.digit(scalar) ?? scalar)
        }
        return Double(digits) ?? .nan
    }

    /// `∇` on a selection, then calls, indices, fields and transposes of the result.
    private func postfixed() throws(Diagnostic) -> Expression {
        if current == .nabla || current == .partial { return try links(on: try derivative(), selectionsOnly: false) }
        return try links(on: try primary(), selectionsOnly: false)
    }

    private func derivative() throws(Diagnostic) -> Expression {
        var operators: [(op: CalculusOperator, start: Int)] = []
        while current == .nabla || current == .partial {
            let start = start
            if operators.count == Parser.maximumDepth { throw tooDeep(at: span(of: token)) }
            operators.append((try calculusOperator(), start))
        }
        var result = try links(on: try primary(), selectionsOnly: true)
        while let (op, start) = operators.popLast() { result = try make(.calculus(op, result), from: start) }
        return result
    }

    private func links(on base: Expression, selectionsOnly: Bool) throws(Diagnostic) -> Expression {
        var result = base
        let start = base.span.range.lowerBound
        while true {
            switch current {
            case .leftBracket:
                result = try index(of: result, from: start)
            case .dot:
                result = try field(of: result, from: start)
            case .leftParenthesis where !selectionsOnly:
                if case .number = result.kind { return result }
                result = try call(of: result, from: start)
            case .transpose where !selectionsOnly:
                advance()
                result = try make(.transpose(result), from: start)
            default:
                return result
            }
        }
    }

    private func field(of record: Expression, from start: Int) throws(Diagnostic) -> Expression {
        // A number after the dot is the reading of an index as a field: say so at the dot.
        if kind(after: 1) == .number { throw unexpected(wanted: "an operator or the end of the statement") }
        advance()
        let (name, nameSpan) = try takeName("the name of a field")
        return try make(.field(record, name, nameSpan: nameSpan), from: start)
    }

    /// `∇`, `∂`, `∇²`.
    private func calculusOperator() throws(Diagnostic) -> CalculusOperator {
        let isGradient = current == .nabla
        advanceOverOperator()
        guard current == .superscript, lastEnd == start else { return isGradient ? .gradient : .jacobian }
        let order = superscriptValue(of: token)
        guard isGradient, order >= 1, order <= Double(Parser.maximumDepth) else {
            throw Diagnostic(
                .syntax, "`\(isGradient ? "∇" : "∂")\(excerpt(of: token.range))` is no derivative", at: span(of: token),
                help: isGradient
                    ? "the order is a number from 1 to \(Parser.maximumDepth): `∇²f`" : "second derivatives are `∇²f`")
        }
        advanceOverOperator()
        return order == 1 ? .gradient : .higher(Int(order))
    }

    // MARK: Arguments and indices

    private func call(of function: Expression, from start: Int) throws(Diagnostic) -> Expression {
        let outer = open()
        var arguments: [Argument] = []
        while current != .rightParenthesis {
            if !arguments.isEmpty { try expect(.comma, "`,` or `)`") }
            arguments.append(try argument())
            if arguments.count > 1 { try refuseGenerator(in: arguments) }
        }
        try close(.rightParenthesis, outer: outer, wanted: "`,` or `)`")
        return try make(.call(function, arguments), from: start)
    }

    private func refuseGenerator(in arguments: [Argument]) throws(Diagnostic) {
        guard let generated = arguments.first(where: \.isGenerated) else { return }
        throw Diagnostic(
            .syntax, "found a further argument beside `e for x in xs`", at: generated.span,
            help: "put it in brackets: `[e for x in xs]`")
    }

    private func argument() throws(Diagnostic) -> Argument {
        let start = start
        let label = try label()
        let value = try expression()
        guard current == .for, label == nil else {
            return Argument(
                label: label?.name, labelSpan: label?.span, value: .expression(value), span: span(from: start))
        }
        return try generated(value)
    }

    private func generated(_ body: Expression) throws(Diagnostic) -> Argument {
        let comprehension = try comprehension(of: body)
        return Argument(value: .generated(comprehension), span: comprehension.span)
    }

    /// `name:`, if it stands here.
    private func label() throws(Diagnostic) -> (name: String, span: Span)? {
        guard current == .name, kind(after: 1) == .colon else { return nil }
        let label = try takeName()
        try expect(.colon)
        return label
    }

    private func index(of tensor: Expression, from start: Int) throws(Diagnostic) -> Expression {
        let outer = open()
        var items: [IndexItem] = []
        repeat {
            if !items.isEmpty { try expect(.comma, "`,` or `]`") }
            if current == .colon {
                items.append(.all(span(of: token)))
                advance()
            } else {
                items.append(.expression(try expression()))
            }
            if current == .colon {
                throw unexpected(
                    wanted: "`,` or `]`", help: "a range of items is `x[1..3]`, or `x[1..<3]` without the last")
            }
        } while current != .rightBracket
        try close(.rightBracket, outer: outer, wanted: "`,` or `]`")
        return try make(.index(tensor, items), from: start)
    }
}

extension Argument {
    var isGenerated: Bool {
        if case .generated = value { true } else { false }
    }
}
