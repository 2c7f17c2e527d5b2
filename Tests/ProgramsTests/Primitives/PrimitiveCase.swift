import Tensors
import Testing

@testable import Programs

/// One way to apply a primitive: how to make it and its inputs from a shape, and the shapes to try.
struct PrimitiveCase: Sendable, CustomTestStringConvertible {
    /// The primitive's type, as its declaration spells it.
    let typeName: String
    let shapes: [Shape]
    let make: @Sendable (Shape) -> (any Primitive, [InputRule])
    let precision: Precision
    /// False for what has no derivative on purpose, though its values change smoothly.
    let isDifferentiated: Bool
    /// Whether its derivative has one too.
    let isTwiceDifferentiated: Bool
    /// True for what holds a program of its own, whose types are float64.
    let isFloat64Only: Bool

    /// Numbers, vectors, matrices, and tensors without elements.
    static let anyShape: [Shape] = [[], [3], [2, 3], [2, 0, 3]]
    static let anyVector: [Shape] = [[4], [3, 2], [2, 1, 3], [1]]

    init<P: Primitive>(
        _ type: P.Type, _ shapes: [Shape] = anyShape, precision: Precision = Precision(), isDifferentiated: Bool = true,
        isTwiceDifferentiated: Bool = true, isFloat64Only: Bool = false,
        _ make: @escaping @Sendable (Shape) -> (P, [InputRule])
    ) {
        typeName = String(describing: type)
        self.shapes = shapes
        self.precision = precision
        self.isDifferentiated = isDifferentiated
        self.isTwiceDifferentiated = isTwiceDifferentiated
        self.isFloat64Only = isFloat64Only
        self.make = { make($0) }
    }

    var testDescription: String {
        let primitive = make(shapes[0]).0
        return "\(typeName) \(primitive.parameters)"
    }
}
