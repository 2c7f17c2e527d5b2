internal import Tensors

/// Writes tables (RFC 4180, with a line feed at the end of each row).
///
/// A record is columns of one length under a header: vectors and lists of strings. A matrix is rows without a header,
/// a vector one column. Truth values are 1 and 0.
enum TableWriter {
    static func bytes(_ datum: Datum, separator: UInt8) throws(Malformed) -> [UInt8] {
        var bytes: [UInt8] = []
        switch datum {
        case .tensor(let tensor) where tensor.shape.rank == 1 || tensor.shape.rank == 2:
            let columns = tensor.shape.rank == 2 ? tensor.shape[1] : 1
            guard columns > 0 else { throw Malformed("a table has at least one column") }
            let view = tensor.view
            for position in 0..<tensor.count {
                bytes += NumberText.shortest(view, at: position).utf8
                bytes.append((position + 1) % columns == 0 ? UInt8(ascii: "\n") : separator)
            }
        case .record(let fields):
            try append(fields, separator, &bytes)
        case .tensor, .string, .strings, .list:
            throw Malformed("a table is a vector, a matrix, or a record of columns")
        }
        return bytes
    }

    private static func append(
        _ fields: [Datum.Field], _ separator: UInt8, _ bytes: inout [UInt8]
    ) throws(Malformed) {
        var rows: Int?
        for field in fields {
            let count = try count(of: field)
            guard rows == nil || rows == count else {
                throw Malformed(
                    "the columns have different lengths: \(fields[0].name) \(rows ?? 0), \(field.name) \(count)")
            }
            rows = count
        }
        guard let rows else { throw Malformed("a table has at least one column") }
        for (index, field) in fields.enumerated() {
            append(field.name, separator, &bytes)
            bytes.append(index + 1 == fields.count ? UInt8(ascii: "\n") : separator)
        }
        for row in 0..<rows {
            for (index, field) in fields.enumerated() {
                switch field.value {
                case .tensor(let tensor): bytes += NumberText.shortest(tensor.view, at: row).utf8
                case .strings(let strings): append(strings[row], separator, &bytes, isAlone: fields.count == 1)
                case .string, .list, .record: break
                }
                bytes.append(index + 1 == fields.count ? UInt8(ascii: "\n") : separator)
            }
        }
    }

    private static func count(of field: Datum.Field) throws(Malformed) -> Int {
        switch field.value {
        case .tensor(let tensor) where tensor.shape.rank == 1: return tensor.count
        case .strings(let strings): return strings.count
        case .tensor, .string, .list, .record:
            throw Malformed("a column is a vector or a list of strings, and \(field.name) is neither")
        }
    }

    /// A string as a cell, in quotes where it must be; alone in its row also where it is empty, for the row would be
    /// an empty line.
    private static func append(_ text: String, _ separator: UInt8, _ bytes: inout [UInt8], isAlone: Bool = false) {
        let needsQuotes =
            (isAlone && text.isEmpty)
            || text.utf8.contains {
                [separator, UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains($0)
            }
        guard needsQuotes else {
            bytes += text.utf8
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
