internal import Kernels
internal import Tensors

/// The sum over some axes, which go away.
struct Sum: LinearMapPrimitive, Prepared {
    let name = "sum"
    let axes: [Int]

    init(_ axes: [Int]) { self.axes = axes }

    var parameters: String { "axes=\(axes)" }

    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType {
        guard inputs[0].element.isFloating else { throw .types("sum needs numbers, found truth values") }
        return TensorType(inputs[0].shape.removing(axes), inputs[0].element)
    }

    func prepared(_ inputs: [TensorType], _ output: TensorType) -> PreparedKernel? {
        let sum = StridedSum(inputs[0], over: axes)
        return { sum.run($0[0], $1) }
    }

    func transpose(_ cotangent: Node, input: TensorType) -> Node {
        cotangent.reshaped(input.shape.keeping(axes)).broadcast(to: input.shape)
    }

    func batch(_ input: Node, size: Int) -> Node { input.summed(axes.map { $0 + 1 }) }

    /// The sign is changed of the few elements, not of the many.
    func simplified(_ inputs: [Node]) -> Node? {
        inputs[0].made(by: Negate.self).map { -$0.inputs[0].summed(axes) }
    }

    func operationCount(_ inputs: [TensorType], _ outputs: [TensorType]) -> Int { inputs[0].shape.count }
}

/// The position of the largest element along an axis, which goes away: the lowest on a tie, the first NaN where there
/// is one. What needs the maximum stores this and gathers, so that nothing is decided twice.
struct ArgumentOfMaximum: StepFunction {
    let name = "argmax"
    let axis: Int

    var parameters: String { "axis=\(axis)" }

    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType {
        guard inputs[0].shape[axis] > 0 else {
            throw .domain(
                "\(inputs[0].shape) holds nothing along axis \(axis) to take the largest or the smallest of")
        }
        return TensorType(inputs[0].shape.removing([axis]))
    }

    func evaluate(_ inputs: [TensorView], into output: TensorView) {
        Loops.argumentOfMaximum(inputs[0], along: axis, into: output)
    }

    func batch(_ inputs: [Batched], size: Int) -> Node {
        inputs[0].spread(size).applying(ArgumentOfMaximum(axis: axis + 1))
    }

    func operationCount(_ inputs: [TensorType], _ outputs: [TensorType]) -> Int { inputs[0].shape.count }
}

/// The position in its plane of the largest element of each window of [b…, H, W], counted in row-major order: the first
/// of equals, the first NaN where there is one. Windows lie inside. Pooling gathers what stands there.
struct ArgumentOfWindowMaximum: StepFunction {
    let name = "window_argmax"
    let layout: WindowLayout

    var parameters: String { "\(layout.height)×\(layout.width), stride=\(layout.stride)" }

    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType {
        let sizes = inputs[0].shape.sizes
        guard sizes.count >= 2, inputs[0].element.isFloating else {
            throw .types("windows lie in planes of numbers [b…, H, W], found \(inputs[0])")
        }
        let (rows, columns) = layout.places(sizes[sizes.count - 2], sizes[sizes.count - 1])
        return TensorType(Shape(sizes.dropLast(2) + [rows, columns]))
    }

    func evaluate(_ inputs: [TensorView], into output: TensorView) {
        layout.argumentsOfMaxima(inputs[0], into: output)
    }

    func operationCount(_ inputs: [TensorType], _ outputs: [TensorType]) -> Int {
        outputs[0].shape.count * layout.height * layout.width
    }
}

/// The running sum along an axis, from the front or from the back: each is the other's adjoint.
struct CumulativeSum: LinearMapPrimitive {
    let name = "cumsum"
    let axis: Int
    let fromBack: Bool

    var parameters: String { "axis=\(axis)" + (fromBack ? ", from back" : "") }

    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType {
        try sameType(inputs, of: name)
    }

    func evaluate(_ inputs: [TensorView], into output: TensorView) {
        Loops.runningSum(inputs[0], along: axis, fromBack: fromBack, into: output)
    }

    func transpose(_ cotangent: Node, input: TensorType) -> Node {
        cotangent.applying(CumulativeSum(axis: axis, fromBack: !fromBack))
    }

    func batch(_ input: Node, size: Int) -> Node {
        input.applying(CumulativeSum(axis: axis + 1, fromBack: fromBack))
    }
}
