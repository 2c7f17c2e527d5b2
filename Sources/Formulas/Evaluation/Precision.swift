public import Tensors

/// What the numbers that a statement makes are held in.
public enum Precision: String, CaseIterable, Sendable {
    /// float32, a relative rounding of 6e-8.
    case single
    /// float64, a relative rounding of 1.1e-16.
    case double

    public var element: ElementType {
        switch self {
        case .single: .float32
        case .double: .float64
        }
    }
}

/// What a statement that ran in single precision would have written in double, once it has been computed.
///
/// A class, because all copies of a history share what has been recomputed once: it tells a node from every other.
final class DoubleValues {
    var values: [String: Value]?
}
