internal import Tensors

/// Reads JSON (RFC 8259): arrays of numbers, or of truth values, of one shape become tensors, objects records in their
/// order.
///
/// `null` is read as NaN: it is how others write a number that is missing, JSON having no NaN.
struct JSONReader {
    let bytes: [UInt8]
    var position = 0
    private var depth = 0

    /// Arrays and objects within each other; more would use up the stack.
    static let maximumDepth = 500

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    static func datum(_ bytes: [UInt8]) throws(Malformed) -> Datum {
        var reader = JSONReader(bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.position = 3 }
        let datum = try reader.value()
        reader.skipBlanks()
        guard reader.position == bytes.count else { throw reader.fault("something follows the value") }
        return datum
    }

    /// The byte here; 0 at the end, where no token has a 0 in it.
    var here: UInt8 { position < bytes.count ? bytes[position] : 0 }

    private mutating func skipBlanks() {
        while here == 0x20 || here == 0x0A || here == 0x0D || here == 0x09 { position += 1 }
    }

    private mutating func value() throws(Malformed) -> Datum {
        skipBlanks()
        switch here {
        case UInt8(ascii: "{"): return try deeper { reader throws(Malformed) in try reader.object() }
        case UInt8(ascii: "["): return try deeper { reader throws(Malformed) in try reader.array() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"), UInt8(ascii: "f"):
            let truth = here == UInt8(ascii: "t")
            try word(truth ? "true" : "false")
            return .tensor(Tensor(truth))
        default:
            guard let number = try number() else { throw fault("a value was wanted") }
            return .tensor(Tensor(number))
        }
    }

    private mutating func deeper(
        _ body: (inout JSONReader) throws(Malformed) -> Datum
    ) throws(Malformed) -> Datum {
        guard depth < Self.maximumDepth else {
            throw fault("more than \(Self.maximumDepth) arrays and objects within each other")
        }
        depth += 1
        defer { depth -= 1 }
        return try body(&self)
    }

    /// A number, or `null`; nil where something else begins.
    private mutating func number() throws(Malformed) -> Double? {
        if here == UInt8(ascii: "n") {
            try word("null")
            return .nan
        }
        guard here == UInt8(ascii: "-") || (here &- UInt8(ascii: "0")) <= 9 else { return nil }
        let start = position
        while (here &- UInt8(ascii: "0")) <= 9 || "+-.eE".utf8.contains(here) { position += 1 }
        let number = bytes.withUnsafeBufferPointer { NumberText.value(.init(rebasing: $0[start..<position])) }
        guard let number else { throw fault("this is no number", at: start) }
        return number
    }

    private mutating func word(_ word: String) throws(Malformed) {
        guard bytes[position...].starts(with: word.utf8) else { throw fault("a value was wanted") }
        position += word.utf8.count
    }

    private mutating func array() throws(Malformed) -> Datum {
        let start = position
        position += 1
        // Numbers are kept as such as long as there is nothing else: a tensor for each would take ten times the memory.
        var numbers: [Double] = []
        var items: [Datum] = []
        skipBlanks()
        while here != UInt8(ascii: "]") {
            if items.isEmpty, let number = try number() {
                numbers.append(number)
            } else {
                if items.isEmpty { items = numbers.map { .tensor(Tensor($0)) } }
                items.append(try value())
            }
            try passComma(before: UInt8(ascii: "]"), of: start, "the array")
        }
        position += 1
        return items.isEmpty ? .tensor(Tensor(vector: numbers)) : Self.bracketed(items)
    }

    private mutating func object() throws(Malformed) -> Datum {
        let start = position
        position += 1
        var fields: [Datum.Field] = []
        var names: Set<String> = []
        skipBlanks()
        while here != UInt8(ascii: "}") {
            let place = position
            guard here == UInt8(ascii: "\"") else {
                throw position < bytes.count
                    ? fault("a name in quotes was wanted")
                    : fault("the object that begins here does not end", at: start)
            }
            let name = try string()
            guard names.insert(name).inserted else {
                throw fault("the object has two values called '\(name)'", at: place)
            }
            skipBlanks()
            guard here == UInt8(ascii: ":") else { throw fault("a colon was wanted") }
            position += 1
            fields.append(Datum.Field(name, try value()))
            try passComma(before: UInt8(ascii: "}"), of: start, "the object")
        }
        position += 1
        return .record(fields)
    }

    /// After an item: a comma and the next, or the end.
    private mutating func passComma(before end: UInt8, of start: Int, _ what: String) throws(Malformed) {
        skipBlanks()
        if here == end { return }
        guard position < bytes.count else { throw fault("\(what) that begins here does not end", at: start) }
        guard here == UInt8(ascii: ",") else { throw fault("a comma or the end of \(what) was wanted") }
        position += 1
        skipBlanks()
        if here == end { throw fault("a value was wanted after the comma") }
    }

    /// Items of one shape stack.
    private static func bracketed(_ items: [Datum]) -> Datum {
        var tensors: [Tensor] = []
        var strings: [String] = []
        for item in items {
            switch item {
            case .tensor(let tensor) where tensor.type == tensors.first?.type ?? tensor.type: tensors.append(tensor)
            case .string(let text): strings.append(text)
            case .tensor, .strings, .list, .record: return .list(items)
            }
        }
        if strings.count == items.count { return .strings(strings) }
        guard let type = tensors.first?.type, tensors.count == items.count else { return .list(items) }
        let stacked = Tensor(type.batched(by: tensors.count)) { target in
            for (index, tensor) in tensors.enumerated() {
                (target.base + index * type.byteCount).copyMemory(from: tensor.view.base, byteCount: type.byteCount)
            }
        }
        return .tensor(stacked)
    }

    func fault(_ reason: String, at place: Int? = nil) -> Malformed {
        let before = bytes.prefix(place ?? position)
        let line = 1 + before.count { $0 == 0x0A }
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let column = 1 + String(decoding: before[start...], as: UTF8.self).count
        return Malformed("line \(line), column \(column): \(reason)")
    }
}
