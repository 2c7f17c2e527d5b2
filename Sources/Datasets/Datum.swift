public import Tensors

/// What a file of data holds.
public enum Datum: Sendable {
    /// Numbers or truth values of one shape.
    case tensor(Tensor)
    case string(String)
    /// A column of text.
    case strings([String])
    case list([Datum])
    /// Named fields, in order.
    case record([Field])

    public struct Field: Sendable {
        public let name: String
        public let value: Datum

        public init(_ name: String, _ value: Datum) {
            self.name = name
            self.value = value
        }
    }
}

extension Datum: Equatable {
    /// To the bit, as tensors are compared.
    public static func == (a: Datum, b: Datum) -> Bool {
        switch (a, b) {
        case (.tensor(let a), .tensor(let b)): a == b
        case (.string(let a), .string(let b)): a == b
        case (.strings(let a), .strings(let b)): a == b
        case (.list(let a), .list(let b)): a == b
        case (.record(let a), .record(let b)):
            a.count == b.count && zip(a, b).allSatisfy { $0.name == $1.name && $0.value == $1.value }
        case (.tensor, _), (.string, _), (.strings, _), (.list, _), (.record, _): false
        }
    }
}
