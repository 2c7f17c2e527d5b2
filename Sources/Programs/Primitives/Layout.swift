internal import Kernels
internal import Tensors

/// The same elements repeated along new or size-1 axes, aligned right as NumPy does. Its adjoint is a sum.
struct Broadcast: LinearMapPrimitive, Prepared {
    let name = "broadcast"
    let shape: Shape

    init(to shape: Shape) { self.shape = shape }

    var parameters: String { "to=\(shape)" }

    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType {
        guard inputs[0].shape.broadcast(with: shape) == shape else {
            throw .types("shape \(inputs[0].shape) does not stretch to \(shape)")
        }
        return TensorType(shape, inputs[0].element)
    }

    func prepared(_ inputs: [TensorType], _ output: TensorType) -> PreparedKernel? {
        let strides = inputs[0].shape.strides(broadcastTo: shape)
        let copy = StridedCopy(shape.sizes, output.element, from: 0, strides, to: 0, shape.strides)
        return { copy.run($0[0], $1) }
    }

    func transpose(_ cotangent: Node, input: TensorType) -> Node { cotangent.summed(to: input.shape) }

    func batch(_ input: Node, size: Int) -> Node {
        let own = Array(input.shape.sizes.dropFirst())
        let padded = Shape([size] + [Int](repeating: 1, count: shape.rank - own.count) + own)
        return input.reshaped(padded).broadcast(to: shape.batched(by: size))
    }

    func simplified(_ inputs: [Node]) -> Node? {
        if inputs[0].shape == shape { return inputs[0] }
        return inputs[0].made(by: Broadcast.self).map { $0.inputs[0].broadcast(to: shape) }
    }
}

/// The same elements in row-major order in another shape.
struct Reshape: LinearMapPrimitive {
    let name = "reshape"
    let shape: Shape

    init(to shape: Shape) { self.shape = shape }

    var parameters: String { "to=\(shape)" }

    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType {
        guard inputs[0].shape.count == shape.count else {
            throw .types(
                "\(inputs[0].shape.spoken) has \(inputs[0].shape.count == 1 ? "1 element" : "\(inputs[0].shape.count) elements"), shape \(shape) needs \(shape.count)"
            )
        }
        return TensorType(shape, inputs[0].element)
    }

    func evaluate(_ inputs: [TensorView], into output: TensorView) {
        output.base.copyMemory(from: inputs[0].base, byteCount: output.type.byteCount)
    }

    func transpose(_ cotangent: Node, input: TensorType) -> Node { cotangent.reshaped(input.shape) }

    func batch(_ input: Node, size: Int) -> Node { input.reshaped(shape.batched(by: size)) }

    func simplified(_ inputs: [Node]) -> Node? {
        if inputs[0].shape == shape { return inputs[0] }
        return inputs[0].made(by: Reshape.self).map { $0.inputs[0].reshaped(shape) }
    }
}

/// The axes in another order: axis i of the result is axis `axes[i]` of the input.
struct Permute: LinearMapPrimitive, Prepared {
    let name = "permute"
    let axes: [Int]

    init(_ axes: [Int]) { self.axes = axes }

    var parameters: String { "axes=\(axes)" }

    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType {
        guard axes.sorted() == Array(0..<inputs[0].shape.rank) else {
            throw .types(
                "\(axes) is no order of the axes of \(inputs[0].shape): each of them is wanted once",
                help: "such as \(Array((0..<inputs[0].shape.rank).reversed()))", parameter: "axes")
        }
        return TensorType(Shape(axes.map { inputs[0].shape[$0] }), inputs[0].element)
    }

    func prepared(_ inputs: [TensorType], _ output: TensorType) -> PreparedKernel? {
        let strides = inputs[0].shape.strides
        let copy = StridedCopy(
            output.shape.sizes, output.element, from: 0, axes.map { strides[$0] }, to: 0, output.shape.strides)
        return { copy.run($0[0], $1) }
    }

    func transpose(_ cotangent: Node, input: TensorType) -> Node {
        var inverse = axes
        for (position, axis) in axes.enumerated() { inverse[axis] = position }
        return cotangent.permuted(inverse)
    }

    func batch(_ input: Node, size: Int) -> Node { input.permuted([0] + axes.map { $0 + 1 }) }

    func simplified(_ inputs: [Node]) -> Node? {
        if axes == Array(axes.indices) { return inputs[0] }
        return inputs[0].made(by: Permute.self).map { inner in
            inner.inputs[0].permuted(axes.map { inner.primitive.axes[$0] })
        }
    }
}

/// A box out of a tensor: along each axis, `sizes` elements from `starts` on.
struct Slice: LinearMapPrimitive, Prepared {
    let name = "slice"
    let starts: [Int]
    let sizes: [Int]

    var parameters: String { "starts=\(starts), sizes=\(sizes)" }

    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType {
        let shape = inputs[0].shape
        guard starts.count == shape.rank, sizes.count == shape.rank,
            (0..<shape.rank).allSatisfy({ starts[$0] >= 0 && sizes[$0] >= 0 && sizes[$0] <= shape[$0] - starts[$0] })
        else { throw .types("a slice of \(sizes) from \(starts) on lies outside \(shape)") }
        return TensorType(Shape(sizes), inputs[0].element)
    }

    func prepared(_ inputs: [TensorType], _ output: TensorType) -> PreparedKernel? {
        let strides = inputs[0].shape.strides
        let offset = zip(starts, strides).reduce(0) { $0 + $1.0 * $1.1 }
        let copy = StridedCopy(sizes, output.element, from: offset, strides, to: 0, output.shape.strides)
        return { copy.run($0[0], $1) }
    }

    func transpose(_ cotangent: Node, input: TensorType) -> Node {
        cotangent.applying(Pad(starts: starts, sizes: input.shape.sizes))
    }

    func batch(_ input: Node, size: Int) -> Node {
        input.applying(Slice(starts: [0] + starts, sizes: [size] + sizes))
    }
}

/// A box placed into zeros: the adjoint of `Slice`.
struct Pad: LinearMapPrimitive, Prepared {
    let name = "pad"
    let starts: [Int]
    let sizes: [Int]

    var parameters: String { "starts=\(starts), sizes=\(sizes)" }

    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType {
        let shape = inputs[0].shape
        guard starts.count == shape.rank, sizes.count == shape.rank,
            (0..<shape.rank).allSatisfy({ starts[$0] >= 0 && starts[$0] + shape[$0] <= sizes[$0] })
        else { throw .types("\(shape) at \(starts) lies outside \(sizes)") }
        return TensorType(Shape(sizes), inputs[0].element)
    }

    func prepared(_ inputs: [TensorType], _ output: TensorType) -> PreparedKernel? {
        let shape = inputs[0].shape
        let strides = output.shape.strides
        let offset = zip(starts, strides).reduce(0) { $0 + $1.0 * $1.1 }
        let copy = StridedCopy(shape.sizes, output.element, from: 0, shape.strides, to: offset, strides)
        return { inputs, target in
            target.initializeMemory(as: UInt8.self, repeating: 0, count: output.byteCount)
            copy.run(inputs[0], target)
        }
    }

    func transpose(_ cotangent: Node, input: TensorType) -> Node {
        cotangent.applying(Slice(starts: starts, sizes: input.shape.sizes))
    }

    func batch(_ input: Node, size: Int) -> Node {
        input.applying(Pad(starts: [0] + starts, sizes: [size] + sizes))
    }

    /// The sum of two boxes that lie side by side in zeros: both as one box. So the cotangents of the slices that a
    /// tensor was cut into become one concatenation.
    static func joined(_ a: Node, _ b: Node) -> Node? {
        guard let (p, x) = a.made(by: Pad.self), let (q, y) = b.made(by: Pad.self), p.sizes == q.sizes else {
            return nil
        }
        let apart = p.starts.indices.filter { p.starts[$0] != q.starts[$0] }
        guard apart.count == 1, let axis = apart.first else { return nil }
        if p.starts[axis] > q.starts[axis] { return joined(b, a) }
        guard p.starts[axis] + x[0].shape[axis] == q.starts[axis],
            x[0].shape.removing([axis]) == y[0].shape.removing([axis])
        else { return nil }
        let parts = [x[0], y[0]].flatMap { part in
            guard let (inner, nodes) = part.made(by: Concatenate.self), inner.axis == axis else { return [part] }
            return nodes
        }
        let box = Node.apply(Concatenate(axis: axis), parts)[0]
        return box.shape.sizes == p.sizes ? box : box.applying(p)
    }
}

/// Tensors joined along an axis.
struct Concatenate: Prepared {
    let name = "concat"
    let axis: Int

    var parameters: String { "axis=\(axis)" }

    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType {
        var type = inputs[0]
        for input in inputs.dropFirst() {
            guard input.element == type.element, input.shape.rank == type.shape.rank,
                input.shape.removing([axis]) == type.shape.removing([axis])
            else {
                throw .types(
                    "\(inputs[0].shape.spoken) and \(input.shape.spoken) can't be joined along axis \(axis): all other sizes must be the same"
                )
            }
            type.shape.sizes[axis] += input.shape[axis]
        }
        return type
    }

    func prepared(_ inputs: [TensorType], _ output: TensorType) -> PreparedKernel? {
        let strides = output.shape.strides
        var offset = 0
        var copies: [StridedCopy] = []
        for input in inputs {
            let shape = input.shape
            copies.append(
                StridedCopy(shape.sizes, output.element, from: 0, shape.strides, to: offset, strides))
            offset += shape[axis] * strides[axis]
        }
        return { [copies] inputs, target in
            for place in copies.indices { copies[place].run(inputs[place], target) }
        }
    }

    func derivative(_ inputs: [Node], output: Node, tangents: [Node?]) -> Node? {
        Node.apply(self, zip(inputs, tangents).map { input, tangent in tangent ?? input.zeros(input.type) })[0]
    }

    func transpose(_ inputs: [LinearInput], cotangent: Node) -> [Node?] {
        var start = 0
        return inputs.map { input in
            let shape: Shape
            switch input {
            case .linear(let type): shape = type.shape
            case .residual(let node): shape = node.shape
            }
            var starts = [Int](repeating: 0, count: shape.rank)
            starts[axis] = start
            start += shape[axis]
            return input.isLinear ? cotangent.applying(Slice(starts: starts, sizes: shape.sizes)) : nil
        }
    }

    func batch(_ inputs: [Batched], size: Int) -> Node {
        Node.apply(Concatenate(axis: axis + 1), inputs.map { $0.spread(size) })[0]
    }

    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] {
        (0...order).map { k in
            if inputs.allSatisfy({ $0[k] == nil }) { return nil }
            return Node.apply(
                self, inputs.map { series in series[k] ?? start(of: series).zeros(start(of: series).type) })[0]
        }
    }
}
