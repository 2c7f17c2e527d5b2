/// Numbers, calls, and the items between brackets.
extension LatexPrinter {
    // MARK: Numbers

    /// `1.5 \cdot 10^{-7}`.
    func numeral(_ number: Double) -> String {
        if number.isNaN { return "\\text{NaN}" }
        if number.isInfinite { return number.sign == .minus ? "-\\infty" : "\\infty" }
        let text = source.numeral(number)
        guard let mark = text.firstIndex(of: "e") else { return text }
        let mantissa = text[..<mark].hasSuffix(".0") ? text[..<mark].dropLast(2) : text[..<mark]
        let exponent = Int(text[text.index(after: mark)...]) ?? 0
        let power = "10^{\(exponent)}"
        return mantissa == "1" ? power : mantissa == "-1" ? "-" + power : "\(mantissa) \\cdot " + power
    }

    /// Whether a number is written with a power of ten.
    func isPowerOfTen(_ number: Double) -> Bool { number.isFinite && source.numeral(number).contains("e") }

    // MARK: Calls

    /// An operator that stands with its bounds before what it reduces.
    func bigOperator(_ function: Expression, _ arguments: [Argument]) -> String? {
        guard case .name(let name) = function.kind, arguments.count == 1, case .generated = arguments[0].value else {
            return nil
        }
        return switch name {
        case "sum", "Σ": "\\sum"
        case "prod", "∏": "\\prod"
        case "max": "\\max"
        case "min": "\\min"
        case "mean": "\\operatorname*{mean}"
        default: nil
        }
    }

    func call(_ function: Expression, _ arguments: [Argument]) -> String {
        if let op = bigOperator(function, arguments), case .generated(let comprehension) = arguments[0].value {
            return op + bounds(comprehension.generators) + " " + text(comprehension.body, .product)
        }
        if case .name(let name) = function.kind, arguments.count == 1, arguments[0].label == nil,
            case .expression(let argument) = arguments[0].value
        {
            switch name {
            case "sqrt": return "\\sqrt{" + print(argument) + "}"
            case "norm": return "\\left\\lVert " + print(argument) + " \\right\\rVert"
            case "abs": return "\\left|" + print(argument) + "\\right|"
            default: break
            }
        }
        let called: String
        if case .name(let name) = function.kind {
            called = LatexNames.function(name)
        } else {
            called = text(function, .postfix)
        }
        return called + parenthesised(arguments.map(argument).joined(separator: ",\\, "))
    }

    /// `_{i=1}^{n}`, or `_{\tau \in \mathrm{tasks}}`.
    private func bounds(_ generators: [Generator]) -> String {
        if generators.count == 1, generators[0].conditions.isEmpty, case .name(let name, _) = generators[0].pattern,
            case .range(let lower, let upper, let isInclusive) = generators[0].sequence.kind
        {
            let last = print(upper) + (isInclusive ? "" : "-1")
            return "_{\(LatexNames.name(name))=\(print(lower))}^{\(last)}"
        }
        let lines = generators.flatMap { generator in
            [text(generator.pattern) + " \\in " + print(generator.sequence)] + generator.conditions.map(print)
        }
        return lines.count == 1 ? "_{" + lines[0] + "}" : "_{\\substack{" + lines.joined(separator: " \\\\ ") + "}}"
    }

    private func argument(_ argument: Argument) -> String {
        let label = argument.label.map { LatexNames.name($0) + "\\colon " } ?? ""
        switch argument.value {
        case .expression(let expression): return label + print(expression)
        case .generated(let comprehension): return label + text(comprehension)
        }
    }

    func text(_ comprehension: Comprehension) -> String {
        var result = print(comprehension.body)
        for generator in comprehension.generators {
            result += " \\;\\text{for}\\; " + text(generator.pattern) + " \\in " + print(generator.sequence)
            for condition in generator.conditions { result += " \\;\\text{if}\\; " + print(condition) }
        }
        return result
    }

    func text(_ pattern: Pattern) -> String {
        switch pattern {
        case .name(let name, _): LatexNames.name(name)
        case .list(let parts, _): "[" + parts.map { text($0) }.joined(separator: ",\\, ") + "]"
        case .record(let names, _): "\\{" + names.map { LatexNames.name($0.name) }.joined(separator: ",\\, ") + "\\}"
        }
    }

    func parameters(_ parameters: [Parameter]) -> String {
        parameters.map { LatexNames.name($0.name) + ($0.defaultValue.map { " = " + print($0) } ?? "") }
            .joined(separator: ",\\, ")
    }

    // MARK: Brackets

    /// A list of rows of one length is a matrix.
    func list(_ items: [Expression]) -> String {
        let rows = items.compactMap { item -> [Expression]? in
            if case .list(let row) = item.kind { row } else { nil }
        }
        if rows.count == items.count, let width = rows.first?.count, width > 0, rows.allSatisfy({ $0.count == width }) {
            let lines = rows.map { $0.map(print).joined(separator: " & ") }
            return "\\begin{bmatrix}" + lines.joined(separator: " \\\\ ") + "\\end{bmatrix}"
        }
        return "\\left[" + items.map(print).joined(separator: ",\\, ") + "\\right]"
    }

    func recordItem(_ item: RecordItem) -> String {
        switch item {
        case .field(let name, _, let value): LatexNames.name(name) + "\\colon " + print(value)
        case .spread(let record): "\\ldots " + print(record)
        }
    }

    func indexItem(_ item: IndexItem) -> String {
        switch item {
        case .expression(let expression): print(expression)
        case .all: ":"
        }
    }

    func string(_ parts: [StringPart]) -> String {
        parts.map { part in
            switch part {
            case .text(let text): "\\text{" + LatexNames.escaped(text) + "}"
            case .interpolation(let expression): print(expression)
            }
        }.joined()
    }
}
