import Formulas

/// The one expression of a text, as its nested operators: `1 + 2*3` is `(+ 1 (* 2 3))`.
func shape(_ text: String) throws -> String {
    let statements = try Parser.parse(Source(name: "test", text: text))
    return statements.map { statement in
        if case .expression(let expression) = statement.kind { shape(expression) } else { "not an expression" }
    }.joined(separator: "; ")
}

func shape(_ expression: Formulas.Expression) -> String {
    switch expression.kind {
    case .number(let number): return number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    case .truth(let truth): return "\(truth)"
    case .string(let parts): return "\"" + parts.map(shape).joined() + "\""
    case .name(let name): return name
    case .list(let items): return shape("list", items)
    case .record(let items): return "(record" + items.map { " " + shape($0) }.joined() + ")"
    case .comprehension(let comprehension): return "(each " + shape(comprehension) + ")"
    case .call(let function, let arguments):
        return "(call " + shape(function) + arguments.map { " " + shape($0) }.joined() + ")"
    case .index(let tensor, let items): return "(index " + shape(tensor) + items.map { " " + shape($0) }.joined() + ")"
    case .field(let record, let name, _): return "(. " + shape(record) + " " + name + ")"
    case .calculus(.gradient, let function): return shape("∇", [function])
    case .calculus(.jacobian, let function): return shape("∂", [function])
    case .calculus(.higher(let order), let function): return shape("∇\(order)", [function])
    case .transpose(let operand): return shape("ᵀ", [operand])
    case .prefix(.minus, let operand): return shape("-", [operand])
    case .prefix(.squareRoot, let operand): return shape("√", [operand])
    case .prefix(.not, let operand): return shape("not", [operand])
    case .power(let base, let exponent, _): return shape("^", [base, exponent])
    case .juxtaposition(let number, let factor): return shape("", [number, factor])
    case .chain(let first, let links):
        return links.reduce(shape(first)) { "(\($1.op.rawValue) \($0) \(shape($1.operand)))" }
    case .range(let lower, let upper, let isInclusive): return shape(isInclusive ? ".." : "..<", [lower, upper])
    case .comparison(let left, let op, let right): return shape(op.rawValue, [left, right])
    case .conjunction(let parts): return shape("and", parts)
    case .disjunction(let parts): return shape("or", parts)
    case .conditional(let condition, let then, let otherwise): return shape("if", [condition, then, otherwise])
    case .lambda(let parameters, let body):
        let names = parameters.map { $0.name + ($0.defaultValue.map { "=" + shape($0) } ?? "") }
        return "(-> [" + names.joined(separator: " ") + "] " + shape(body) + ")"
    case .norm(let operand): return shape("‖", [operand])
    case .block(let statements): return "{" + SourcePrinter().print(statements) + "}"
    case .parenthesised(let inner): return shape(inner)
    }
}

private func shape(_ name: String, _ parts: [Formulas.Expression]) -> String {
    "(" + ([name] + parts.map(shape)).joined(separator: " ") + ")"
}

private func shape(_ part: StringPart) -> String {
    switch part {
    case .text(let text): text
    case .interpolation(let expression): "{" + shape(expression) + "}"
    }
}

private func shape(_ item: RecordItem) -> String {
    switch item {
    case .field(let name, _, let value): name + ":" + shape(value)
    case .spread(let record): "..." + shape(record)
    }
}

private func shape(_ argument: Argument) -> String {
    let label = argument.label.map { $0 + ":" } ?? ""
    switch argument.value {
    case .expression(let expression): return label + shape(expression)
    case .generated(let comprehension): return label + "(each " + shape(comprehension) + ")"
    }
}

private func shape(_ item: IndexItem) -> String {
    switch item {
    case .expression(let expression): shape(expression)
    case .all: ":"
    }
}

private func shape(_ comprehension: Comprehension) -> String {
    comprehension.generators.reduce(shape(comprehension.body)) { text, generator in
        text + " for "
            + SourcePrinter().print(Statement(.binding(generator.pattern, generator.sequence), at: comprehension.span))
            + generator.conditions.map { " if " + shape($0) }.joined()
    }
}

/// The diagnostic a text gives.
func mistake(_ text: String) -> Diagnostic? {
    do throws(Diagnostic) {
        _ = try Parser.parse(Source(name: "test", text: text))
        return nil
    } catch {
        return error
    }
}
