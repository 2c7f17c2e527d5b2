internal import Tensors

/// Elements by their position: with `batchRank` leading axes shared, from [b…, n, r…] and positions [b…, m…] to
/// [b…, m…, r…]. Positions are whole numbers from 0, held as float64.
struct Gather: SingleResult {
    let name = "gather"
    let batchRank: Int

    var parameters: String { "batch=\(batchRank)" }

    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType {
        let (x, positions) = (inputs[0].shape.sizes, inputs[1].shape.sizes)
        guard batchRank >= 0, x.count > batchRank, positions.count >= batchRank,
            x.prefix(batchRank) == positions.prefix(batchRank), inputs[1].element == .float64
        else {
            throw ComputationError(.types, "positions of type \(inputs[1]) do not fit \(inputs[0])")
        }
        return TensorType(Shape(positions + x.dropFirst(batchRank + 1)), inputs[0].element)
    }

    func evaluate(_ inputs: [TensorView], into output: TensorView) throws(ComputationError) {
        let layout = GatherLayout(x: inputs[0].shape, positions: inputs[1].shape, batchRank: batchRank)
        let bytes = layout.rest * inputs[0].type.element.size
        try layout.forEach(inputs[1]) { from, to in
            (output.base + to * bytes).copyMemory(from: inputs[0].base + from * bytes, byteCount: bytes)
        }
    }

    func derivative(_ inputs: [Node], output: Node, tangents: [Node?]) -> Node? {
        tangents[0].map { $0.applying(self, inputs[1]) }
    }

    func transpose(_ inputs: [LinearInput], cotangent: Node) -> [Node?] {
        guard case .linear(let type) = inputs[0] else { return [nil, nil] }
        let scatter = ScatterAdd(batchRank: batchRank, size: type.shape[batchRank])
        return [cotangent.applying(scatter, inputs[1].residual), nil]
    }

    func batch(_ inputs: [Batched], size: Int) -> Node {
        if !inputs[0].isBatched && batchRank == 0 { return inputs[0].node.applying(self, inputs[1].node) }
        return inputs[0].spread(size).applying(Gather(batchRank: batchRank + 1), inputs[1].spread(size))
    }

    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] {
        inputs[0].map { $0?.applying(self, start(of: inputs[1])) }
    }
}

/// The adjoint of `Gather`: elements [b…, m…, r…] added into zeros [b…, size, r…] at positions [b…, m…].
struct ScatterAdd: SingleResult {
    let name = "scatter_add"
    let batchRank: Int
    let size: Int

    var parameters: String { "batch=\(batchRank), size=\(size)" }

    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType {
        let (x, positions) = (inputs[0].shape.sizes, inputs[1].shape.sizes)
        guard x.count >= positions.count, Array(x.prefix(positions.count)) == positions, inputs[1].element == .float64,
            inputs[0].element.isFloating
        else { throw ComputationError(.types, "positions of type \(inputs[1]) do not fit \(inputs[0])") }
        return TensorType(
            Shape(Array(x.prefix(batchRank)) + [size] + x.dropFirst(positions.count)), inputs[0].element)
    }

    func evaluate(_ inputs: [TensorView], into output: TensorView) throws(ComputationError) {
        let layout = GatherLayout(x: output.shape, positions: inputs[1].shape, batchRank: batchRank)
        func add<T: BinaryFloatingPoint>(_: T.Type) throws(ComputationError) {
            let (x, y) = (inputs[0].elements(as: T.self), output.elements(as: T.self))
            y.initialize(repeating: 0)
            try layout.forEach(inputs[1]) { to, from in
                for step in 0..<layout.rest { y[to * layout.rest + step] += x[from * layout.rest + step] }
            }
        }
        if output.type.element == .float64 { try add(Double.self) } else { try add(Float.self) }
    }

    func derivative(_ inputs: [Node], output: Node, tangents: [Node?]) -> Node? {
        tangents[0].map { $0.applying(self, inputs[1]) }
    }

    func transpose(_ inputs: [LinearInput], cotangent: Node) -> [Node?] {
        inputs[0].isLinear ? [cotangent.applying(Gather(batchRank: batchRank), inputs[1].residual), nil] : [nil, nil]
    }

    func batch(_ inputs: [Batched], size: Int) -> Node {
        inputs[0].spread(size).applying(
            ScatterAdd(batchRank: batchRank + 1, size: self.size), inputs[1].spread(size))
    }

    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] {
        inputs[0].map { $0?.applying(self, start(of: inputs[1])) }
    }
}

/// How the axes of a gather are grouped: [batch, n, rest] and [batch, m].
private struct GatherLayout {
    let n: Int
    let m: Int
    let batch: Int
    let rest: Int

    init(x: Shape, positions: Shape, batchRank: Int) {
        n = x[batchRank]
        batch = x.sizes.prefix(batchRank).reduce(1, *)
        rest = x.sizes.dropFirst(batchRank + 1).reduce(1, *)
        m = positions.sizes.dropFirst(batchRank).reduce(1, *)
    }

    /// Calls `body` with where each row lies in the large tensor and in the gathered one, in rows.
    func forEach(
        _ positions: TensorView, _ body: (_ large: Int, _ gathered: Int) -> Void
    ) throws(ComputationError) {
        let positions = positions.elements(as: Double.self)
        for item in 0..<batch * m {
            let position = positions[item]
            guard position >= 0, position < Double(n) else {
                throw ComputationError(.domain, "position \(position) lies outside 0..<\(n)")
            }
            body(item / max(m, 1) * n + Int(position), item)
        }
    }
}

/// The positions that would sort a tensor along its last axis, ascending; equal elements keep their order, and NaN
/// comes last.
struct ArgumentSort: StepFunction {
    let name = "argsort"

    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType {
        guard inputs[0].shape.rank > 0 else { throw ComputationError(.types, "a number has nothing to sort") }
        return TensorType(inputs[0].shape)
    }

    func evaluate(_ inputs: [TensorView], into output: TensorView) {
        let length = output.shape.sizes.last ?? 1
        let y = output.elements(as: Double.self)
        for row in 0..<(length == 0 ? 0 : output.count / length) {
            let values = (0..<length).map { inputs[0].double(at: row * length + $0) }
            let order = values.indices.sorted { a, b in
                if values[a].isNaN || values[b].isNaN { return !values[a].isNaN || (values[b].isNaN && a < b) }
                return values[a] == values[b] ? a < b : values[a] < values[b]
            }
            for (position, index) in order.enumerated() { y[row * length + position] = Double(index) }
        }
    }
}
