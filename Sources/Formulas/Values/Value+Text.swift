internal import Programs
internal import Tensors
internal import Typography

extension Value {
    /// The value on one line, as strings and claims show it.
    var inlineText: String { inlineText(.short) }

    private func inlineText(_ format: NumberFormat) -> String {
        switch self {
        case .tensor(let operand):
            guard case .known(let tensor) = operand else { return "a value being traced, \(operand.type)" }
            return TensorText(tensor, format).inline
        case .string(let text): return escapingControls(text)
        case .record(let record):
            return "{" + record.fields.map { "\($0.name): \($0.value.quotedText(format))" }.joined(separator: ", ")
                + "}"
        case .list(let items): return "list(" + items.map { $0.quotedText(format) }.joined(separator: ", ") + ")"
        case .range(let range): return "\(range.lower)..<\(range.upper)"
        case .function(let function): return function.text
        case .linearOperator(let op): return op.text
        case .contraction(let contraction):
            return
                "∇\(Scripts.superscript(contraction.order))\(contraction.function.spelling) waiting for its directions: […]"
        case .figure: return "a figure"
        case .nothing: return ""
        }
    }

    /// The same, with strings in quotes, as they stand inside something.
    private func quotedText(_ format: NumberFormat) -> String {
        if case .string(let text) = self { return "\"\(escapingControls(text))\"" }
        return inlineText(format)
    }

    /// The value as a cell shows it, in `width` columns.
    func rendering(width: Int, digits: Int = NumberFormat.usualDigits) -> String {
        rendering(width, .significant(digits))
    }

    private func rendering(_ width: Int, _ format: NumberFormat) -> String {
        switch self {
        case .tensor(.known(let tensor)): return TensorText(tensor, format).block(width: width)
        case .record(let record) where !record.fields.isEmpty:
            let longest = record.names.map(DisplayWidth.of).max() ?? 0
            return record.fields.map { field in
                let padding = String(repeating: " ", count: longest - DisplayWidth.of(field.name))
                let value = field.value.rendering(max(20, width - longest - 4), format)
                let lines = value.split(separator: "\n", omittingEmptySubsequences: false)
                let indent = "\n" + String(repeating: " ", count: longest + 4)
                return "  \(field.name)\(padding)  \(lines.joined(separator: indent))"
            }.joined(separator: "\n")
        case .list(let items):
            return items.enumerated().map { "  [\($0)]  \($1.rendering(max(20, width - 7), format))" }.joined(
                separator: "\n")
        case .tensor, .string, .record, .range, .function, .linearOperator, .contraction, .figure, .nothing:
            return inlineText(format)
        }
    }
}

extension Function {
    /// A function shows its source.
    var text: String {
        switch self {
        case .closure(let closure): escapingControls(closure.span.text)
        case .builtIn(let builtIn): "\(builtIn.signature): \(builtIn.summary)"
        case .gradient, .jacobian, .higher: escapingControls(spelling)
        }
    }
}

extension LinearOperator {
    var text: String {
        guard let domain, let codomain else { return "I, the identity on any space" }
        return "a linear operator from \(domain.description) to \(codomain.description)"
    }
}

/// Control characters as escapes, so that no string can drive the terminal.
func escapingControls(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control && $0 != "\n" }) else {
        return text
    }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
        if scalar.properties.generalCategory == .control, scalar != "\n" {
            result += "\\u{\(String(scalar.value, radix: 16))}"
        } else {
            result.unicodeScalars.append(scalar)
        }
    }
}
