/// Memory that holds a tensor's elements, wherever it lies: in a tensor, or in an executor's pool.
///
/// Primitives compute on views, so that they need not know. A view does not own its memory.
public struct TensorView {
    public let type: TensorType
    public let base: UnsafeMutableRawPointer

    public init(_ type: TensorType, _ base: UnsafeMutableRawPointer) {
        self.type = type
        self.base = base
    }

    public var shape: Shape { type.shape }
    public var count: Int { type.shape.count }

    /// The elements as a Swift type, which must be the one the view's element type says.
    @inlinable
    public func elements<T>(as: T.Type) -> UnsafeMutableBufferPointer<T> {
        UnsafeMutableBufferPointer(start: base.assumingMemoryBound(to: T.self), count: count)
    }

    /// One element as float64, by its row-major position; truth values as 0 and 1.
    public func double(at position: Int) -> Double {
        switch type.element {
        case .float64: base.load(fromByteOffset: position * 8, as: Double.self)
        case .float32: Double(base.load(fromByteOffset: position * 4, as: Float.self))
        case .truth: base.load(fromByteOffset: position, as: Bool.self) ? 1 : 0
        }
    }
}
