internal import Tensors

/// The header of a `.npy` file (NumPy's format, versions 1 to 3): the type, order and shape of one array.
struct ArrayHeader {
    /// What an element is in the file.
    enum Kind: String {
        case truth = "b1"
        case float4 = "f4"
        case float8 = "f8"
        case int1 = "i1"
        case int2 = "i2"
        case int4 = "i4"
        case int8 = "i8"
        case unsigned1 = "u1"
        case unsigned2 = "u2"
        case unsigned4 = "u4"
        case unsigned8 = "u8"

        /// In bytes.
        var size: Int { Int(rawValue.dropFirst()) ?? 0 }
        /// What it becomes; whole numbers are float64 here.
        var element: ElementType { self == .truth ? .truth : self == .float4 ? .float32 : .float64 }
    }

    static let magic: [UInt8] = [0x93] + "NUMPY".utf8

    let kind: Kind
    let isBigEndian: Bool
    /// Whether the first axis varies fastest.
    let isFortranOrder: Bool
    let shape: Shape
    /// Where the elements begin.
    let length: Int

    init(_ bytes: [UInt8]) throws(Malformed) {
        guard bytes.starts(with: Self.magic) else { throw Malformed("it does not begin as a .npy file does") }
        guard bytes.count >= 12 else { throw Malformed("it is cut off in its header") }
        guard (1...3).contains(bytes[6]), bytes[7] == 0 else {
            throw Malformed("it has version \(bytes[6]).\(bytes[7]) of the format; 1.0, 2.0 and 3.0 are read")
        }
        let widthOfLength = bytes[6] == 1 ? 2 : 4
        let textLength = bytes[8..<8 + widthOfLength].reversed().reduce(0) { $0 << 8 | Int($1) }
        length = 8 + widthOfLength + textLength
        guard length <= bytes.count else { throw Malformed("it is cut off in its header") }
        let text = String(decoding: bytes[(8 + widthOfLength)..<length], as: UTF8.self)

        let description = try Self.value(of: "descr", in: text)
        guard description.first == "'" || description.first == "\"" else {
            throw Malformed("its elements are records; numbers and truth values are read")
        }
        let code = description.dropFirst().prefix { $0 != "'" && $0 != "\"" }
        guard let kind = Kind(rawValue: String(code.drop { "<>|=".contains($0) })) else {
            throw Malformed("its elements are '\(code)'; f4, f8, i1 to i8, u1 to u8 and b1 are read")
        }
        self.kind = kind
        isBigEndian = code.first == ">"
        let order = try Self.value(of: "fortran_order", in: text)
        guard order.hasPrefix("True") || order.hasPrefix("False") else { throw Malformed("its order is not said") }
        isFortranOrder = order.hasPrefix("True")
        shape = try Self.shape(try Self.value(of: "shape", in: text))
    }

    /// What follows a key of the header, which is written as a dictionary of Python.
    private static func value(of key: String, in text: String) throws(Malformed) -> Substring {
        for quote in ["'", "\""] {
            if let found = text.firstRange(of: quote + key + quote) {
                let rest = text[found.upperBound...].drop { $0 == " " }
                if rest.first == ":" { return rest.dropFirst().drop { $0 == " " } }
            }
        }
        throw Malformed("its header has no '\(key)'")
    }

    /// `(3, 4)`, `(3,)`, `()`; Python 2 wrote `3L`.
    private static func shape(_ text: Substring) throws(Malformed) -> Shape {
        guard text.first == "(", let end = text.firstIndex(of: ")") else { throw Malformed("its shape is not said") }
        var sizes: [Int] = []
        for part in text[text.index(after: text.startIndex)..<end].split(separator: ",") {
            let digits = part.filter { $0 != " " && $0 != "L" }
            if digits.isEmpty { continue }
            guard let size = Int(digits), size >= 0 else { throw Malformed("a size of its shape is '\(part)'") }
            sizes.append(size)
        }
        return Shape(sizes)
    }
}
