internal import Tensors

/// Writes JSON: records as objects, lists and tensors as arrays, NaN as `null`, and infinities as numbers too large for
/// float64, which every reader takes for infinite.
enum JSONWriter {
    static func bytes(_ datum: Datum) -> [UInt8] {
        var bytes: [UInt8] = []
        append(datum, &bytes)
        bytes.append(0x0A)
        return bytes
    }

    private static func append(_ datum: Datum, _ bytes: inout [UInt8]) {
        switch datum {
        case .tensor(let tensor): append(tensor.view, axis: 0, offset: 0, &bytes)
        case .string(let text): append(text, &bytes)
        case .strings(let strings):
            separated(strings.count, "[", "]", &bytes) { index, bytes in append(strings[index], &bytes) }
        case .list(let items):
            separated(items.count, "[", "]", &bytes) { index, bytes in append(items[index], &bytes) }
        case .record(let fields):
            separated(fields.count, "{", "}", &bytes) { index, bytes in
                append(fields[index].name, &bytes)
                bytes += ": ".utf8
                append(fields[index].value, &bytes)
            }
        }
    }

    private static func separated(
        _ count: Int, _ opening: String, _ closing: String, _ bytes: inout [UInt8], _ item: (Int, inout [UInt8]) -> Void
    ) {
        bytes += opening.utf8
        for index in 0..<count {
            if index > 0 { bytes += ", ".utf8 }
            item(index, &bytes)
        }
        bytes += closing.utf8
    }

    private static func append(_ view: TensorView, axis: Int, offset: Int, _ bytes: inout [UInt8]) {
        guard axis < view.shape.rank else {
            let value = view.double(at: offset)
            if view.type.element == .truth {
                bytes += (value != 0 ? "true" : "false").utf8
            } else if value.isFinite {
                bytes += NumberText.shortest(view, at: offset).utf8
            } else {
                bytes += (value.isNaN ? "null" : value < 0 ? "-1e999" : "1e999").utf8
            }
            return
        }
        let stride = view.shape.strides[axis]
        separated(view.shape[axis], "[", "]", &bytes) { index, bytes in
            append(view, axis: axis + 1, offset: offset + index * stride, &bytes)
        }
    }

    private static func append(_ text: String, _ bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x0A: bytes += "\\n".utf8
            case 0x09: bytes += "\\t".utf8
            case 0x0D: bytes += "\\r".utf8
            case 0..<0x20: bytes += "\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
