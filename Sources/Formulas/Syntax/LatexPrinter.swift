/// Prints syntax trees as LaTeX, to stand in mathematics mode with `amsmath`.
///
/// The notation is the papers': a quotient is a fraction, `sum(… for i in 1..n)` a sum over its bounds, `A @ v` stands
/// side by side, `a · b` is `⟨a, b⟩`.
public struct LatexPrinter: Sendable {
    typealias Tightness = SourcePrinter.Tightness

    let source = SourcePrinter()

    public init() {}

    /// An expression.
    public func print(_ expression: Expression) -> String { text(expression, .lambda) }

    /// An expression in a place that wants at least this tightness.
    func text(_ expression: Expression, _ wanted: Tightness) -> String {
        tightness(of: expression) < wanted ? parenthesised(bare(expression)) : bare(expression)
    }

    /// In parentheses that are as tall as what they hold.
    func parenthesised(_ text: String) -> String {
        Self.tall.contains(where: text.contains) ? "\\left(" + text + "\\right)" : "(" + text + ")"
    }

    /// What stands higher than a line. `\left(` of what does not would only set a gap before it.
    private static let tall = ["\\frac", "\\sum", "\\prod", "\\sqrt", "\\begin", "\\left"]

    /// What source needs parentheses for, a fraction or a root often does not.
    private func tightness(of expression: Expression) -> Tightness {
        switch expression.kind {
        case .prefix(.squareRoot, _): .selection
        case .conditional: .selection
        case .chain(_, let links) where links.count == 1 && links[0].op == .dividedBy: .product
        case .chain(_, let links) where links.count == 1 && links[0].op == .inner: .selection
        case .number(let number) where isPowerOfTen(number): .product
        case .call(let function, let arguments): bigOperator(function, arguments) == nil ? .postfix : .sum
        default: source.tightness(of: expression)
        }
    }

    private func bare(_ expression: Expression) -> String {
        switch expression.kind {
        case .number(let number): numeral(number)
        case .truth(let truth): "\\text{\(truth)}"
        case .string(let parts): string(parts)
        case .name(let name): LatexNames.name(name)
        case .list(let items): list(items)
        case .record(let items): "\\{" + items.map(recordItem).joined(separator: ",\\; ") + "\\}"
        case .comprehension(let comprehension): "\\left[" + text(comprehension) + "\\right]"
        case .call(let function, let arguments): call(function, arguments)
        case .index(let tensor, let items): lowered(tensor, items.map(indexItem).joined(separator: ","))
        case .field(let record, let name, _): base(record) + "." + LatexNames.name(name)
        case .calculus(let op, let function): symbol(op) + " " + text(function, .calculus)
        case .transpose(let operand): raised(operand, "\\top")
        case .prefix(let op, let operand): prefix(op, operand)
        case .power(let operand, let exponent, _): raised(operand, print(exponent))
        case .juxtaposition(let number, let factor): text(number, .prefix) + "\\," + text(factor, .power)
        case .chain(let first, let links): chain(first, links)
        case .range(let lower, let upper, let isInclusive):
            text(lower, .sum) + (isInclusive ? " \\ldots " : " \\mathbin{..<} ") + text(upper, .sum)
        case .comparison(let left, let op, let right):
            text(left, .range) + " \(symbol(op)) " + text(right, .range)
        case .conjunction(let parts): parts.map { text($0, .negation) }.joined(separator: " \\land ")
        case .disjunction(let parts): parts.map { text($0, .conjunction) }.joined(separator: " \\lor ")
        case .conditional(let condition, let then, let otherwise):
            "\\begin{cases}" + print(then) + " & \\text{if } " + print(condition) + " \\\\ " + print(otherwise)
                + " & \\text{otherwise}\\end{cases}"
        case .lambda(let parameters, let body):
            (parameters.count == 1 ? self.parameters(parameters) : parenthesised(self.parameters(parameters)))
                + " \\mapsto " + print(body)
        case .norm(let operand): "\\left\\lVert " + print(operand) + " \\right\\rVert"
        case .block(let statements): block(statements)
        case .parenthesised(let inner): parenthesised(print(inner))
        }
    }

    // MARK: Operators

    /// With something above the line.
    private func raised(_ operand: Expression, _ exponent: String) -> String {
        grouped(base(operand), where: ["^", "'"]) + "^{" + exponent + "}"
    }

    /// With something below it.
    private func lowered(_ operand: Expression, _ index: String) -> String {
        grouped(base(operand), where: ["_"]) + "_{" + index + "}"
    }

    /// In braces where it has already what LaTeX allows once.
    private func grouped(_ text: String, where marks: Set<Character>) -> String {
        text.contains(where: marks.contains) ? "{" + text + "}" : text
    }

    /// What an index, a power or a transposition stands on.
    private func base(_ expression: Expression) -> String {
        switch expression.kind {
        case .power, .calculus: parenthesised(bare(expression))
        case .prefix(.squareRoot, _): parenthesised(bare(expression))
        default: text(expression, .postfix)
        }
    }

    private func chain(_ first: Expression, _ links: [ChainLink]) -> String {
        var result = ""
        var isFirst = true
        // A product so far is a fraction's numerator.
        for link in links {
            let level = source.level(of: link.op)
            if isFirst {
                // A fraction and an inner product hold together what they hold.
                result =
                    link.op == .dividedBy || link.op == .inner ? print(first.withoutParentheses) : text(first, level)
            }
            isFirst = false
            switch link.op {
            case .dividedBy: result = "\\frac{" + result + "}{" + print(link.operand.withoutParentheses) + "}"
            case .inner:
                result =
                    "\\left\\langle " + result + ",\\, " + print(link.operand.withoutParentheses) + " \\right\\rangle"
            case .plus, .minus: result += " \(link.op.rawValue) " + text(link.operand, level.tighter)
            case .times, .matrixProduct:
                let factor = text(link.operand, level.tighter)
                // Two numbers side by side would read as one.
                result += (factor.first?.isNumber == true || factor.hasPrefix("\\frac") ? " \\cdot " : "\\,") + factor
            case .elementwise: result += " \\odot " + text(link.operand, level.tighter)
            case .outer: result += " \\otimes " + text(link.operand, level.tighter)
            }
        }
        return result
    }

    private func prefix(_ op: PrefixOperator, _ operand: Expression) -> String {
        switch op {
        case .not: "\\lnot " + text(operand, .negation)
        case .squareRoot: "\\sqrt{" + print(operand.withoutParentheses) + "}"
        case .minus: "-" + text(operand, .prefix)
        }
    }

    private func symbol(_ op: CalculusOperator) -> String {
        switch op {
        case .gradient: "\\nabla"
        case .jacobian: "\\partial"
        case .higher(let order): "\\nabla^{\(order)}"
        }
    }

    func symbol(_ op: ComparisonOperator) -> String {
        switch op {
        case .equal: "="
        case .notEqual: "\\neq"
        case .less: "<"
        case .lessOrEqual: "\\leq"
        case .greater: ">"
        case .greaterOrEqual: "\\geq"
        case .approximately: "\\approx"
        case .memberOf: "\\in"
        }
    }
}

extension Expression {
    /// What parentheses hold, however many there are.
    var withoutParentheses: Expression {
        var expression = self
        while case .parenthesised(let inner) = expression.kind { expression = inner }
        return expression
    }
}
