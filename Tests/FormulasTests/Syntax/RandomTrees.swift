import Formulas

/// Trees of every kind, drawn from a seed (SplitMix64); what the parser could not make is left out.
struct RandomTrees {
    private var state: UInt64
    private let source = Source(name: "none", text: "")
    private var span: Span { Span(source, 0..<0) }

    init(seed: UInt64) { state = seed }

    private mutating func draw(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }

    private mutating func pick<Item>(_ items: [Item]) -> Item { items[draw(items.count)] }

    private mutating func name() -> String {
        pick([
            "x", "y", "θ₀", "θ'", "g₁⁽¹⁾", "x_train", "e", "e3", "E", "f", "loss", "_x", "I", "use", "all", "∏", "φᵢ",
        ])
    }

    private mutating func number() -> Double { pick([0, 1, 2, 3, 0.5, 1e-6, 2.5e10, 1e300, 12345.678, -1, -2.5]) }

    mutating func expression(_ depth: Int) -> Formulas.Expression {
        Formulas.Expression(kind(depth), at: span)
    }

    private mutating func expressions(_ depth: Int, _ count: ClosedRange<Int>) -> [Formulas.Expression] {
        (0..<(count.lowerBound + draw(count.count))).map { _ in expression(depth) }
    }

    private mutating func kind(_ depth: Int) -> Formulas.Expression.Kind {
        guard depth > 0 else { return draw(3) == 0 ? .number(number()) : .name(name()) }
        let depth = depth - 1
        switch draw(25) {
        case 0: return .number(number())
        case 1: return .truth(draw(2) == 0)
        case 2: return .string(strings(depth))
        case 3: return .name(name())
        case 4: return .list(expressions(depth, 0...3))
        case 5: return .record(record(depth))
        case 6: return .comprehension(comprehension(depth))
        case 7: return .call(expression(depth), arguments(depth))
        case 8: return .index(expression(depth), expressions(depth, 1...2).map { .expression($0) } + [.all(span)])
        case 9: return .field(expression(depth), name(), nameSpan: span)
        case 10: return .calculus(pick([.gradient, .jacobian, .higher(2), .higher(12)]), expression(depth))
        case 11: return .transpose(expression(depth))
        case 12: return .prefix(pick([.minus, .squareRoot, .not]), expression(depth))
        case 13: return .power(expression(depth), expression(depth), superscript: draw(2) == 0)
        case 14:
            let number = Formulas.Expression(.number(pick([2, 0.5, 1e20])), at: span)
            return .juxtaposition(number, expression(depth))
        case 15: return chain([.plus, .minus], depth)
        case 16: return chain([.times, .dividedBy, .matrixProduct, .inner, .elementwise, .outer], depth)
        case 17: return .range(expression(depth), expression(depth), inclusive: draw(2) == 0)
        case 18: return .comparison(expression(depth), pick(ComparisonOperator.allCases), expression(depth))
        case 19: return .conjunction(expressions(depth, 2...3))
        case 20: return .disjunction(expressions(depth, 2...3))
        case 21: return .conditional(expression(depth), then: expression(depth), otherwise: expression(depth))
        case 22: return .lambda(parameters(depth), expression(depth))
        case 23: return .norm(expression(depth))
        default: return .block(statements(depth, 1...3))
        }
    }

    private mutating func chain(_ operators: [ChainOperator], _ depth: Int) -> Formulas.Expression.Kind {
        let links = (0...draw(3)).map { _ in
            ChainLink(op: pick(operators), operatorSpan: span, operand: expression(depth))
        }
        return .chain(expression(depth), links)
    }

    private mutating func strings(_ depth: Int) -> [StringPart] {
        // Neither two texts in a row, nor blocks: a string stands on one line, where `;` only separates.
        var parts: [StringPart] = [.text(pick(["a", "{", "}}", "\"\\\n\u{1B}", "θ # x"]))]
        if draw(2) == 0 {
            let inner = expression(min(depth, 1))
            if !SourcePrinter().print(inner).contains("\n") { parts += [.interpolation(inner), .text("!")] }
        }
        return parts
    }

    private mutating func record(_ depth: Int) -> [RecordItem] {
        var items: [RecordItem] = draw(3) == 0 ? [.spread(expression(depth))] : []
        for name in ["W", "b", "θ₀"].prefix(draw(4)) {
            items.append(.field(name: name, nameSpan: span, value: expression(depth)))
        }
        return items
    }

    private mutating func comprehension(_ depth: Int) -> Comprehension {
        let generators = (0...draw(2)).map { _ in
            Generator(pattern: pattern(), sequence: expression(depth), conditions: expressions(depth, 0...2))
        }
        return Comprehension(body: expression(depth), generators: generators, span: span)
    }

    private mutating func arguments(_ depth: Int) -> [Argument] {
        if draw(4) == 0 { return [Argument(value: .generated(comprehension(depth)), span: span)] }
        return (0..<draw(4)).map { _ in
            Argument(label: draw(3) == 0 ? name() : nil, value: .expression(expression(depth)), span: span)
        }
    }

    private mutating func parameters(_ depth: Int) -> [Parameter] {
        ["a", "β", "c"].prefix(draw(4)).map {
            Parameter(name: $0, nameSpan: span, defaultValue: draw(3) == 0 ? expression(depth) : nil)
        }
    }

    private mutating func pattern() -> Pattern {
        switch draw(4) {
        case 0: .list([.name(name(), span), .list([.name("q", span)], span)], span)
        case 1: .record([("a", span), ("θ₀", span)], span)
        default: .name(name(), span)
        }
    }

    private mutating func statements(_ depth: Int, _ count: ClosedRange<Int>) -> [Statement] {
        (0..<(count.lowerBound + draw(count.count))).map { _ in statement(depth) }
    }

    mutating func statement(_ depth: Int) -> Statement {
        Statement(statementKind(depth), at: span, isSilent: draw(4) == 0)
    }

    private mutating func statementKind(_ depth: Int) -> Statement.Kind {
        switch draw(8) {
        case 0: .binding(pattern(), expression(depth))
        case 1: .function(name: name(), nameSpan: span, parameters(depth), expression(depth))
        case 2: .forLoop(pattern(), expression(depth), statements(depth / 2, 0...2))
        case 3: .whileLoop(expression(depth), statements(depth / 2, 0...2))
        case 4:
            .conditional(
                expression(depth), then: statements(depth / 2, 0...2), otherwise: statements(depth / 2, 0...2))
        case 5: .claim(claim(depth))
        case 6: .use(name: "maml", nameSpan: span)
        default: .expression(expression(depth))
        }
    }

    private mutating func claim(_ depth: Int) -> Claim {
        let left = expression(depth)
        let right = Formulas.Expression(.call(expression(0), []), at: span)
        let form: Claim.Form =
            switch draw(5) {
            case 0: .equal(left, right, within: nil)
            case 1: .equal(left, right, within: expression(depth))
            case 2: .approximately(left, right, within: expression(depth))
            case 3: .order(left, rest: draw(2) == 0 ? nil : right, bound: expression(depth))
            default: .holds(Formulas.Expression(.comparison(left, .less, right), at: span))
            }
        let isQuantified = draw(3) == 0
        let quantifiers = (0...draw(2)).map { _ in
            Claim.Quantifier(name: name(), nameSpan: span, distribution: expression(depth))
        }
        return Claim(
            isRefuted: draw(2) == 0, form: form, quantifiers: isQuantified ? quantifiers : [],
            draws: isQuantified && draw(2) == 0 ? expression(depth) : nil, span: span)
    }
}
