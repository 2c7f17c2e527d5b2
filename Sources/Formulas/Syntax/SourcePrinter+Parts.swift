/// Numbers, strings and the items between brackets.
extension SourcePrinter {
    /// The shortest numeral that reads back as the number.
    func numeral(_ number: Double) -> String {
        if number.isNaN { return "0 / 0" }
        if number.isInfinite { return number.sign == .minus ? "-1 / 0" : "1 / 0" }
        let text = String(describing: number)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    func string(_ parts: [StringPart]) -> String {
        var result = "\""
        for part in parts {
            switch part {
            case .text(let text):
                for scalar in text.unicodeScalars { result += escaped(scalar) }
            case .interpolation(let expression):
                var inner = self
                inner.isInline = true
                let text = inner.print(expression)
                result += text.hasPrefix("{") ? "{(" + text + ")}" : "{" + text + "}"
            }
        }
        return result + "\""
    }

    private func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "{": "{{"
        case "}": "}}"
        case "\n": "\\n"
        case "\t": "\\t"
        case "\r": "\\r"
        case "\0": "\\0"
        case _ where scalar.isInvisible: "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        default: String(scalar)
        }
    }

    func list(_ expressions: [Expression], _ wanted: Tightness) -> String {
        expressions.map { text($0, wanted) }.joined(separator: ", ")
    }

    func recordItem(_ item: RecordItem) -> String {
        switch item {
        case .field(let name, _, let value): name + ": " + print(value)
        case .spread(let record): "..." + print(record)
        }
    }

    func argument(_ argument: Argument) -> String {
        let label = argument.label.map { $0 + ": " } ?? ""
        switch argument.value {
        case .expression(let expression): return label + print(expression)
        case .generated(let comprehension): return label + text(comprehension)
        }
    }

    func indexItem(_ item: IndexItem) -> String {
        switch item {
        case .expression(let expression): print(expression)
        case .all: ":"
        }
    }

    func text(_ comprehension: Comprehension) -> String {
        var result = print(comprehension.body)
        for generator in comprehension.generators {
            result += " for " + text(generator.pattern) + " in " + print(generator.sequence)
            for condition in generator.conditions { result += " if " + print(condition) }
        }
        return result
    }

    func text(_ pattern: Pattern) -> String {
        switch pattern {
        case .name(let name, _): name
        case .list(let parts, _): "[" + parts.map { text($0) }.joined(separator: ", ") + "]"
        case .record(let names, _): "{" + names.map(\.name).joined(separator: ", ") + "}"
        }
    }
}
