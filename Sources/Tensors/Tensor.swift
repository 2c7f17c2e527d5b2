/// A tensor: a value with a shape, an element type, and elements in row-major order.
public struct Tensor: Sendable {
    public let type: TensorType
    private let storage: Storage
    /// What the leading axis runs over, where that is known.
    public private(set) var coordinates: Coordinates?

    /// A new tensor whose elements `fill` writes, every one of them.
    public init<E: Error>(_ type: TensorType, filledBy fill: (TensorView) throws(E) -> Void) throws(E) {
        self.type = type
        storage = Storage(byteCount: type.byteCount)
        try fill(view)
    }

    /// A tensor whose elements the caller writes through `view` before anyone else sees it.
    public init(uninitialized type: TensorType) {
        self.type = type
        storage = Storage(byteCount: type.byteCount)
    }

    /// The engine's door: the number of elements must be the shape's.
    public init(_ shape: Shape, _ elements: [Double]) {
        precondition(elements.count == shape.count, "a tensor of shape \(shape) was given \(elements.count) elements")
        self.init(TensorType(shape)) { view in _ = view.elements(as: Double.self).initialize(from: elements) }
    }

    public init(_ shape: Shape, _ elements: [Float]) {
        precondition(elements.count == shape.count, "a tensor of shape \(shape) was given \(elements.count) elements")
        self.init(TensorType(shape, .float32)) { view in
            _ = view.elements(as: Float.self).initialize(from: elements)
        }
    }

    public init(_ shape: Shape, _ elements: [Bool]) {
        precondition(elements.count == shape.count, "a tensor of shape \(shape) was given \(elements.count) elements")
        self.init(TensorType(shape, .truth)) { view in _ = view.elements(as: Bool.self).initialize(from: elements) }
    }

    public init(_ scalar: Double) {
        self.init(TensorType(.scalar)) { view in view.base.storeBytes(of: scalar, as: Double.self) }
    }

    public init(_ truth: Bool) {
        self.init(TensorType(.scalar, .truth)) { view in view.base.storeBytes(of: truth, as: Bool.self) }
    }

    public init(vector: [Double]) { self.init(Shape([vector.count]), vector) }

    /// A tensor whose elements are all one number; `value` is 0 or 1 for truth values.
    public init(repeating value: Double, _ type: TensorType) {
        self.init(type) { view in
            switch type.element {
            case .float64: view.elements(as: Double.self).initialize(repeating: value)
            case .float32: view.elements(as: Float.self).initialize(repeating: Float(value))
            case .truth: view.elements(as: Bool.self).initialize(repeating: value != 0)
            }
        }
    }

    /// The same elements in another shape of the same count, without copying.
    public func reshaped(_ shape: Shape) -> Tensor { Tensor(TensorType(shape, type.element), storage) }

    private init(_ type: TensorType, _ storage: Storage) {
        precondition(type.shape.count <= storage.capacity(of: type.element), "a reshape to \(type) keeps the count")
        self.type = type
        self.storage = storage
    }

    /// The same tensor, whose leading axis runs over given values, one for each position.
    public func running(over coordinates: Coordinates) -> Tensor {
        precondition(shape.sizes.first == coordinates.values.count, "\(coordinates.values.count) values over \(shape)")
        var tensor = self
        tensor.coordinates = coordinates
        return tensor
    }

    /// The elements, for reading while the tensor is held.
    public var view: TensorView { TensorView(type, storage.base) }

    public var shape: Shape { type.shape }
    public var count: Int { type.shape.count }

    /// The elements as float64; truth values as 0 and 1.
    public var doubles: [Double] {
        switch type.element {
        case .float64: Array(view.elements(as: Double.self))
        case .float32: view.elements(as: Float.self).map(Double.init)
        case .truth: view.elements(as: Bool.self).map { $0 ? 1 : 0 }
        }
    }

    /// One element as float64, by its row-major position.
    public func double(at position: Int) -> Double {
        precondition(
            position >= 0 && position < count, "position \(position) lies outside a tensor of \(count) elements")
        return view.double(at: position)
    }

    /// The number a scalar is; nil for anything with axes.
    public var scalar: Double? { shape.isScalar ? view.double(at: 0) : nil }

    /// The elements as another type; from numbers to truth values, whatever is not 0 is true.
    public func converted(to element: ElementType) -> Tensor {
        if element == type.element { return self }
        return Tensor(TensorType(shape, element)) { target in
            for position in 0..<count {
                let value = view.double(at: position)
                switch element {
                case .float64: target.elements(as: Double.self)[position] = value
                case .float32: target.elements(as: Float.self)[position] = Float(value)
                case .truth: target.elements(as: Bool.self)[position] = value != 0
                }
            }
        }
    }

    /// The sub-tensor at one index of the leading axis.
    public func item(_ index: Int) -> Tensor {
        precondition(index >= 0 && index < shape[0], "item \(index) of \(shape)")
        let type = TensorType(Shape(Array(shape.sizes.dropFirst())), self.type.element)
        return Tensor(type) { target in
            target.base.copyMemory(from: view.base + index * type.byteCount, byteCount: type.byteCount)
        }
    }
}

extension Storage {
    fileprivate func capacity(of element: ElementType) -> Int { byteCount / element.size }
}

extension Tensor: Hashable {
    /// To the bit: NaN equals itself, and 0 differs from -0.
    public static func == (a: Tensor, b: Tensor) -> Bool {
        a.type == b.type && (a.storage === b.storage || a.bytes.elementsEqual(b.bytes))
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(type)
        hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: bytes.prefix(64)))
    }

    private var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: storage.base, count: type.byteCount) }
}
