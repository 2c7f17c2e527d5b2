/// What a tensor's elements are.
public enum ElementType: UInt8, Hashable, Sendable, CaseIterable {
    case float64
    case float32
    /// The outcome of a comparison.
    case truth

    /// Bytes an element takes.
    public var size: Int {
        switch self {
        case .float64: 8
        case .float32: 4
        case .truth: 1
        }
    }

    public var isFloating: Bool { self != .truth }
}

extension ElementType: CustomStringConvertible {
    public var description: String {
        switch self {
        case .float64: "float64"
        case .float32: "float32"
        case .truth: "truth"
        }
    }
}

/// A shape and an element type: all that is known of a tensor before it has a value.
public struct TensorType: Hashable, Sendable {
    public var shape: Shape
    public var element: ElementType

    public init(_ shape: Shape, _ element: ElementType = .float64) {
        self.shape = shape
        self.element = element
    }

    /// Bytes a tensor of this type takes. Saturates at `Int.max`.
    public var byteCount: Int {
        let (bytes, overflow) = shape.count.multipliedReportingOverflow(by: element.size)
        return overflow ? Int.max : bytes
    }

    /// The type with one more leading axis.
    public func batched(by size: Int) -> TensorType { TensorType(shape.batched(by: size), element) }
}

extension TensorType: CustomStringConvertible {
    public var description: String { "\(element)\(shape)" }
}
