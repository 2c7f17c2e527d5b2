internal import Tensors

/// An operation on numbers, of one type, each element by itself.
protocol Elementwise: Pointwise {}

extension Elementwise {
    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType {
        try sameType(inputs, of: name)
    }

}

/// The type that all inputs share, which must be of numbers.
func sameType(_ inputs: [TensorType], of name: String) throws(ComputationError) -> TensorType {
    for input in inputs where input != inputs[0] {
        throw .types("\(name) needs two tensors of one type, found \(inputs[0]) and \(input)")
    }
    guard inputs[0].element.isFloating else {
        throw .types("\(name) needs numbers, found truth values", help: "where(p, 1, 0) makes numbers of them")
    }
    return inputs[0]
}

/// An elementwise function of one number.
protocol UnaryElementwise: Elementwise {
    func evaluate(_ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>, _ count: Int)
    func evaluate(_ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ count: Int)
    /// The slope at x, given y = f(x); nil where it is zero everywhere.
    func slope(_ x: Node, _ y: Node) -> Node?
    /// Floating-point operations for each element; about what a vectorised kernel takes.
    var operationsPerElement: Int { get }
}

extension UnaryElementwise {
    func evaluate(_ block: Block) {
        switch block.element {
        case .float64: evaluate(block.input(0, as: Double.self), block.output(as: Double.self), block.count)
        case .float32: evaluate(block.input(0, as: Float.self), block.output(as: Float.self), block.count)
        case .truth: preconditionFailure("\(name) of truth values")
        }
    }

    var operationsPerElement: Int { 1 }

    func operationCount(_ inputs: [TensorType], _ outputs: [TensorType]) -> Int {
        operationsPerElement * outputs[0].shape.count
    }

    func derivative(_ inputs: [Node], output: Node, tangents: [Node?]) -> Node? {
        guard let tangent = tangents[0], let slope = slope(inputs[0], output) else { return nil }
        return tangent.scaled(by: slope)
    }
}

/// A function that one formula gives for float64 and float32.
protocol ScalarFunction: UnaryElementwise {
    func value<T: BinaryFloatingPoint>(_ x: T) -> T
}

extension ScalarFunction {
    func evaluate(_ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>, _ count: Int) {
        mapElements(x, y, count) { value($0) }
    }

    func evaluate(_ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ count: Int) {
        mapElements(x, y, count) { value($0) }
    }
}

/// A function that vectorised kernels compute.
protocol VectorFunction: UnaryElementwise {
    typealias Kernel<T> = (UnsafePointer<T>?, UnsafeMutablePointer<T>?, Int) -> Void
    var kernels: (double: Kernel<Double>, single: Kernel<Float>) { get }
}

extension VectorFunction {
    func evaluate(_ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>, _ count: Int) {
        kernels.double(x, y, count)
    }

    func evaluate(_ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ count: Int) {
        kernels.single(x, y, count)
    }
}

/// A function of two numbers that vectorised kernels compute.
protocol BinaryVectorFunction: Elementwise {
    typealias Kernel<T> = (UnsafePointer<T>?, UnsafePointer<T>?, UnsafeMutablePointer<T>?, Int) -> Void
    var kernels: (double: Kernel<Double>, single: Kernel<Float>) { get }
}

extension BinaryVectorFunction {
    func evaluate(_ block: Block) {
        if block.element == .float64 {
            kernels.double(
                block.input(0, as: Double.self), block.input(1, as: Double.self), block.output(as: Double.self),
                block.count)
        } else {
            kernels.single(
                block.input(0, as: Float.self), block.input(1, as: Float.self), block.output(as: Float.self),
                block.count)
        }
    }
}

/// What is constant but for steps: no derivative, and a jet that ends at once.
protocol StepFunction: SingleResult {}

extension StepFunction {
    func derivative(_ inputs: [Node], output: Node, tangents: [Node?]) -> Node? { nil }

    func batch(_ inputs: [Batched], size: Int) -> Node { Node.apply(self, inputs.map { $0.spread(size) })[0] }

    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] {
        [Node.apply(self, inputs.map(start))[0]] + [Node?](repeating: nil, count: order)
    }
}

/// Writes `function` of each element.
@inline(__always)
func mapElements<T>(_ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int, _ function: (T) -> T) {
    mapBetween(x, y, count, function)
}

/// The same between two types.
@inline(__always)
func mapBetween<S, T>(_ x: UnsafePointer<S>, _ y: UnsafeMutablePointer<T>, _ count: Int, _ function: (S) -> T) {
    for position in 0..<count { y[position] = function(x[position]) }
}

/// Writes `function` of each pair of elements.
@inline(__always)
func zipElements<T>(_ block: Block, _ function: (T, T) -> T) {
    let (a, b) = (block.input(0, as: T.self), block.input(1, as: T.self))
    let y = block.output(as: T.self)
    for position in 0..<block.count { y[position] = function(a[position], b[position]) }
}
