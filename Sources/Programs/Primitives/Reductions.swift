internal import Tensors

/// The sum over some axes, which go away.
struct Sum: LinearMapPrimitive {
    let name = "sum"
    let axes: [Int]

    init(_ axes: [Int]) { self.axes = axes }

    var parameters: String { "axes=\(axes)" }

    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType {
        guard inputs[0].element.isFloating else {
            throw ComputationError(.types, "sum needs numbers, found truth values")
        }
        return TensorType(inputs[0].shape.removing(axes), inputs[0].element)
    }

    func evaluate(_ inputs: [TensorView], into output: TensorView) {
        if output.type.element == .float64 {
            add(inputs[0], output, Double.self)
        } else {
            add(inputs[0], output, Float.self)
        }
    }

    private func add<T: BinaryFloatingPoint>(_ input: TensorView, _ output: TensorView, _: T.Type) {
        let x = input.base.assumingMemoryBound(to: T.self)
        let y = output.base.assumingMemoryBound(to: T.self)
        for position in 0..<output.count { y[position] = 0 }
        // An element of the input goes to the output along a stride of 0 in the summed axes.
        let kept = output.shape.strides
        var next = 0
        let strides = (0..<input.shape.rank).map { axis in
            if axes.contains(axis) { return 0 }
            next += 1
            return kept[next - 1]
        }
        let length = input.shape.sizes.last ?? 1
        let stride = strides.last ?? 0
        forEachRun(input.shape.sizes, input.shape.strides, strides) { a, b in
            if stride == 0 {
                y[b] += runSum(x + a, length)
            } else {
                for step in 0..<length { y[b + step] += x[a + step] }
            }
        }
    }

    /// In eight strands, so that the processor need not wait for one addition to begin the next.
    private func runSum<T: BinaryFloatingPoint>(_ x: UnsafePointer<T>, _ count: Int) -> T {
        var strands: (T, T, T, T, T, T, T, T) = (0, 0, 0, 0, 0, 0, 0, 0)
        var position = 0
        while position + 8 <= count {
            strands.0 += x[position]
            strands.1 += x[position + 1]
            strands.2 += x[position + 2]
            strands.3 += x[position + 3]
            strands.4 += x[position + 4]
            strands.5 += x[position + 5]
            strands.6 += x[position + 6]
            strands.7 += x[position + 7]
            position += 8
        }
        var rest: T = 0
        while position < count {
            rest += x[position]
            position += 1
        }
        return ((strands.0 + strands.1) + (strands.2 + strands.3)) + ((strands.4 + strands.5) + (strands.6 + strands.7))
            + rest
    }

    func transpose(_ cotangent: Node, input: TensorType) -> Node {
        cotangent.reshaped(input.shape.keeping(axes)).broadcast(to: input.shape)
    }

    func batch(_ input: Node, size: Int) -> Node { input.summed(axes.map { $0 + 1 }) }

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
            throw ComputationError(.domain, "\(inputs[0].shape) has nothing along axis \(axis) to take the largest of")
        }
        return TensorType(inputs[0].shape.removing([axis]))
    }

    func evaluate(_ inputs: [TensorView], into output: TensorView) {
        let shape = inputs[0].shape
        let stride = shape.strides[axis]
        let y = output.elements(as: Double.self)
        func find<T: BinaryFloatingPoint>(_: T.Type) {
            let x = inputs[0].elements(as: T.self)
            for position in 0..<output.count {
                let start = position / stride * stride * shape[axis] + position % stride
                var best = 0
                for step in 1..<max(shape[axis], 1) {
                    let (value, champion) = (x[start + step * stride], x[start + best * stride])
                    if value > champion || (value.isNaN && !champion.isNaN) { best = step }
                }
                y[position] = Double(best)
            }
        }
        if inputs[0].type.element == .float64 { find(Double.self) } else { find(Float.self) }
    }

    func batch(_ inputs: [Batched], size: Int) -> Node {
        inputs[0].spread(size).applying(ArgumentOfMaximum(axis: axis + 1))
    }

    func operationCount(_ inputs: [TensorType], _ outputs: [TensorType]) -> Int { inputs[0].shape.count }
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
        let shape = output.shape
        let stride = shape.strides[axis]
        let length = shape[axis]
        func add<T: BinaryFloatingPoint>(_: T.Type) {
            let (x, y) = (inputs[0].elements(as: T.self), output.elements(as: T.self))
            for run in 0..<(length == 0 ? 0 : output.count / length) {
                let start = run / stride * stride * length + run % stride
                var total: T = 0
                for step in 0..<length {
                    let position = start + (fromBack ? length - 1 - step : step) * stride
                    total += x[position]
                    y[position] = total
                }
            }
        }
        if output.type.element == .float64 { add(Double.self) } else { add(Float.self) }
    }

    func transpose(_ cotangent: Node, input: TensorType) -> Node {
        cotangent.applying(CumulativeSum(axis: axis, fromBack: !fromBack))
    }

    func batch(_ input: Node, size: Int) -> Node {
        input.applying(CumulativeSum(axis: axis + 1, fromBack: fromBack))
    }
}
