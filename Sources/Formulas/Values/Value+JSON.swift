internal import Programs
internal import Tensors

extension Value {
    /// The value as JSON: numbers with every digit, records as objects, lists and tensors as arrays; null for what has
    /// no numbers.
    var json: String {
        switch self {
        case .tensor(.known(let tensor)): Self.json(tensor, axis: 0, offset: 0)
        case .string(let text): JSON.string(text)
        case .record(let record):
            "{" + record.fields.map { "\(JSON.string($0.name)): \($0.value.json)" }.joined(separator: ", ") + "}"
        case .list(let items): "[" + items.map(\.json).joined(separator: ", ") + "]"
        case .range(let range): "[" + range.values.map(NumberFormat.json).joined(separator: ", ") + "]"
        case .tensor(.traced), .function, .linearOperator, .contraction, .figure, .nothing: "null"
        }
    }

    private static func json(_ tensor: Tensor, axis: Int, offset: Int) -> String {
        guard axis < tensor.shape.rank else {
            let value = tensor.double(at: offset)
            return tensor.type.element == .truth ? (value != 0 ? "true" : "false") : NumberFormat.json(value)
        }
        let stride = tensor.shape.strides[axis]
        let items = (0..<tensor.shape[axis]).map { json(tensor, axis: axis + 1, offset: offset + $0 * stride) }
        return "[" + items.joined(separator: ", ") + "]"
    }

    /// What the `type` of a cell says.
    var typeName: String {
        switch self {
        case .tensor(let operand):
            operand.type.element == .truth ? "truth" : operand.shape.isScalar ? "number" : "tensor"
        case .string: "string"
        case .record: "record"
        case .list: "list"
        case .range: "range"
        case .function: "function"
        case .linearOperator: "operator"
        case .contraction: "derivative"
        case .figure: "figure"
        case .nothing: "nothing"
        }
    }

    /// The sizes of a tensor; nil for anything else.
    var sizes: [Int]? {
        switch self {
        case .tensor(let operand): operand.shape.sizes
        case .range(let range): [range.count]
        case .string, .record, .list, .function, .linearOperator, .contraction, .figure, .nothing: nil
        }
    }
}

/// Pieces of JSON.
enum JSON {
    static func string(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.properties.generalCategory == .control:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    static func optional(_ text: String?) -> String { text.map(string) ?? "null" }
    static func optional(_ number: Double?) -> String { number.map(NumberFormat.json) ?? "null" }
}
