/// Prints syntax trees as source in the Unicode notation, which parses back to an equal tree.
///
/// Parentheses are put where a tree needs them, so trees made by transformations print right too.
public struct SourcePrinter: Sendable {
    /// How tightly the printed text holds together, loosest first: an operand that is looser than its place needs
    /// parentheses.
    enum Tightness: Int, Comparable {
        case lambda, disjunction, conjunction, negation, comparison, range, sum, product, juxtaposition, prefix, power
        case postfix, calculus, selection

        static func < (left: Tightness, right: Tightness) -> Bool { left.rawValue < right.rawValue }

        var tighter: Tightness { Tightness(rawValue: rawValue + 1) ?? .selection }
    }

    /// What stands before every line of a block.
    var indentation = ""
    /// Whether everything stands on one line, as inside a string.
    var isInline = false

    public init() {}

    /// The source of an expression.
    public func print(_ expression: Expression) -> String { text(expression, .lambda) }

    /// An expression in a place that wants at least this tightness.
    func text(_ expression: Expression, _ wanted: Tightness) -> String {
        let text = bare(expression)
        return tightness(of: expression) < wanted ? "(" + text + ")" : text
    }

    func tightness(of expression: Expression) -> Tightness {
        switch expression.kind {
        case .number(let number): number.sign == .minus ? .prefix : number.isFinite ? .selection : .product
        case .truth, .string, .name, .list, .record, .comprehension, .norm, .block, .parenthesised: .selection
        case .call, .transpose: .postfix
        case .index(let base, _), .field(let base, _, _):
            tightness(of: base) == .selection && !isNumber(base) ? .selection : .postfix
        case .calculus: .calculus
        case .prefix(.not, _): .negation
        case .prefix: .prefix
        case .power: .power
        case .juxtaposition(let number, let factor):
            canJuxtapose(number, factor) ? .juxtaposition : .product
        case .chain(let first, let links):
            links.map { level(of: $0.op) }.min() ?? tightness(of: first)
        case .range: .range
        case .comparison: .comparison
        case .conjunction: .conjunction
        case .disjunction: .disjunction
        case .conditional, .lambda: .lambda
        }
    }

    private func bare(_ expression: Expression) -> String {
        switch expression.kind {
        case .number(let number): numeral(number)
        case .truth(let truth): truth ? "true" : "false"
        case .string(let parts): string(parts)
        case .name(let name): name
        case .list(let items): "[" + list(items, .lambda) + "]"
        case .record(let items): "{" + items.map(recordItem).joined(separator: ", ") + "}"
        case .comprehension(let comprehension): "[" + text(comprehension) + "]"
        case .call(let function, let arguments):
            base(function, .postfix) + "(" + arguments.map(argument).joined(separator: ", ") + ")"
        case .index(let tensor, let items):
            base(tensor, .postfix, isSelected: true) + "[" + items.map(indexItem).joined(separator: ", ") + "]"
        case .field(let record, let name, _): base(record, .postfix, isSelected: true) + "." + name
        case .calculus(let op, let function): symbol(op) + base(function, .calculus)
        case .transpose(let operand): base(operand, .postfix) + "ᵀ"
        case .prefix(let op, let operand): prefix(op, operand)
        case .power(let base, let exponent, let isSuperscript): power(base, exponent, isSuperscript)
        case .juxtaposition(let number, let factor): juxtaposition(number, factor)
        case .chain(let first, let links): chain(first, links)
        case .range(let lower, let upper, let isInclusive):
            text(lower, .sum) + (isInclusive ? ".." : "..<") + text(upper, .sum)
        case .comparison(let left, let op, let right): text(left, .range) + " \(op.rawValue) " + text(right, .range)
        case .conjunction(let parts): parts.map { text($0, .negation) }.joined(separator: " and ")
        case .disjunction(let parts): parts.map { text($0, .conjunction) }.joined(separator: " or ")
        case .conditional(let condition, let then, let otherwise):
            "if " + print(condition) + " then " + print(then) + " else " + print(otherwise)
        case .lambda(let parameters, let body): lambda(parameters) + " -> " + print(body)
        case .norm(let operand): "‖" + print(operand) + "‖"
        case .block(let statements): block(statements)
        case .parenthesised(let inner): "(" + print(inner) + ")"
        }
    }

    // MARK: Operators

    private func chain(_ first: Expression, _ links: [ChainLink]) -> String {
        guard let loosest = links.map({ level(of: $0.op) }).min() else { return bare(first) }
        var result = text(first, loosest.tighter)
        var isGroup = true
        for link in links {
            let level = level(of: link.op)
            // A chain made by hand may mix both levels: what stands before a tighter operator is then a group.
            if level > loosest, !isGroup { result = "(" + result + ")" }
            isGroup = level > loosest
            result += " \(link.op.rawValue) " + text(link.operand, level.tighter)
        }
        return result
    }

    func level(of op: ChainOperator) -> Tightness { op == .plus || op == .minus ? .sum : .product }

    private func prefix(_ op: PrefixOperator, _ operand: Expression) -> String {
        switch op {
        case .not: return "not " + text(operand, .negation)
        case .squareRoot: return "√" + text(operand, .prefix)
        case .minus:
            let text = text(operand, .prefix)
            // In a derivation two minuses start a reason.
            return text.hasPrefix("-") ? "-(" + text + ")" : "-" + text
        }
    }

    private func power(_ base: Expression, _ exponent: Expression, _ isSuperscript: Bool) -> String {
        let base = text(base, .postfix)
        if isSuperscript, case .number(let number) = exponent.kind, let integer = Int(exactly: number) {
            return base + Scripts.superscript(integer)
        }
        return base + "^" + text(exponent, .prefix)
    }

    private func symbol(_ op: CalculusOperator) -> String {
        switch op {
        case .gradient: "∇"
        case .jacobian: "∂"
        case .higher(let order): "∇" + Scripts.superscript(order)
        }
    }

    private func lambda(_ parameters: [Parameter]) -> String {
        if parameters.count == 1, parameters[0].defaultValue == nil { return parameters[0].name }
        return "(" + list(parameters) + ")"
    }

    func list(_ parameters: [Parameter]) -> String {
        parameters.map { $0.name + ($0.defaultValue.map { " = " + print($0) } ?? "") }.joined(separator: ", ")
    }

    /// What a postfix or `∇` stands on; a number there would read as something else.
    private func base(_ expression: Expression, _ wanted: Tightness, isSelected: Bool = false) -> String {
        let isLone = isNumber(expression) || isSelected && tightness(of: expression) == .calculus
        let text = text(expression, wanted)
        return isLone && !text.hasPrefix("(") ? "(" + text + ")" : text
    }

    private func isNumber(_ expression: Expression) -> Bool {
        if case .number = expression.kind { true } else { false }
    }

    // MARK: A number before a factor

    private func juxtaposition(_ number: Expression, _ factor: Expression) -> String {
        guard canJuxtapose(number, factor) else { return text(number, .product) + " * " + text(factor, .juxtaposition) }
        return text(number, .prefix) + factorText(factor)
    }

    private func factorText(_ factor: Expression) -> String {
        let isRoot = if case .prefix(.squareRoot, _) = factor.kind { true } else { false }
        let text = text(factor, isRoot ? .prefix : .power)
        let scalars = Array(text.unicodeScalars.prefix(2))
        guard let first = scalars.first else { return text }
        let startsFactor =
            first == "(" || first == "√" || first == "∇" || first == "∂" || first.startsName && first != "_"
        // `2e3` is a number.
        let isExponent = (first == "e" || first == "E") && scalars.count > 1 && ("0"..."9").contains(scalars[1])
        return startsFactor && !isExponent && !isWord(factor) ? text : "(" + text + ")"
    }

    private func isWord(_ expression: Expression) -> Bool {
        if case .truth = expression.kind { true } else { false }
    }

    /// Whether the text of what stands before the factor ends in a number.
    private func canJuxtapose(_ number: Expression, _ factor: Expression) -> Bool {
        switch number.kind {
        case .number(let value): value.isFinite
        case .prefix(let op, let operand) where op != .not: canJuxtapose(operand, factor)
        case .power(_, let exponent, let isSuperscript):
            (!isSuperscript || !isInteger(exponent)) && canJuxtapose(exponent, factor)
        default: false
        }
    }

    private func isInteger(_ expression: Expression) -> Bool {
        if case .number(let number) = expression.kind { Int(exactly: number) != nil } else { false }
    }
}
