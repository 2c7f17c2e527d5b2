public import Figures
public import Programs
internal import Tensors

/// What a formula evaluates to.
public enum Value {
    /// A number, vector, matrix, tensor, or truth values.
    case tensor(Operand)
    case string(String)
    case record(Record)
    case list([Value])
    case range(WholeRange)
    case function(Function)
    case linearOperator(LinearOperator)
    /// `∇³f(θ)`, waiting for the directions in its brackets.
    case contraction(Contraction)
    case figure(Figure)
    /// What a call gives that only does something: `print(x)`.
    case nothing

    static func number(_ value: Double) -> Value { .tensor(Operand(value)) }
    static func truth(_ value: Bool) -> Value { .tensor(.known(Tensor(value))) }
    static func vector(_ values: [Double]) -> Value { .tensor(.known(Tensor(vector: values))) }

    /// Whether it has items to index.
    var isTensorOrList: Bool {
        switch self {
        case .tensor(let operand): !operand.shape.isScalar
        case .list, .range: true
        case .string, .record, .function, .linearOperator, .contraction, .figure, .nothing: false
        }
    }

    /// What it is called in diagnostics: `a record`, `a tensor of shape [2, 3]`.
    var kindDescription: String {
        switch self {
        case .tensor(let operand):
            if operand.type.element == .truth {
                return operand.shape.isScalar ? "a truth value" : "truth values \(operand.shape)"
            }
            switch operand.shape.rank {
            case 0: return "a number"
            case 1: return "a vector of \(operand.shape[0])"
            case 2: return "a matrix \(operand.shape)"
            default: return "a tensor \(operand.shape)"
            }
        case .string: return "a string"
        case .record: return "a record"
        case .list: return "a list"
        case .range: return "a range"
        case .function: return "a function"
        case .linearOperator: return "a linear operator"
        case .contraction: return "a derivative waiting for its directions"
        case .figure: return "a figure"
        case .nothing: return "nothing"
        }
    }
}

/// Whole numbers from one to another.
public struct WholeRange: Hashable, Sendable {
    /// The first.
    public let lower: Int
    /// One past the last; not below `lower`.
    public let upper: Int

    /// The most numbers a range holds: it can become a vector anywhere.
    static let maximumCount = 10_000_000

    var count: Int { upper - lower }
    var values: [Double] { (lower..<upper).map(Double.init) }
}

/// Named fields, in the order written.
public struct Record {
    public private(set) var fields: [(name: String, value: Value)] = []

    public init(_ fields: [(name: String, value: Value)] = []) {
        for field in fields { self[field.name] = field.value }
    }

    /// A field's value. Setting one that exists keeps its place.
    public subscript(name: String) -> Value? {
        get { fields.first { $0.name == name }?.value }
        set {
            let place = fields.firstIndex { $0.name == name }
            if let newValue {
                if let place { fields[place].value = newValue } else { fields.append((name, newValue)) }
            } else if let place {
                fields.remove(at: place)
            }
        }
    }

    public var names: [String] { fields.map(\.name) }
}
