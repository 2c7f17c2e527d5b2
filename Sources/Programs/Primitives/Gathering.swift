internal import Kernels
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
        else { throw .types("positions \(inputs[1].shape.spoken) do not fit \(inputs[0].shape.spoken)") }
        return TensorType(Shape(positions + x.dropFirst(batchRank + 1)), inputs[0].element)
    }

    func evaluate(_ inputs: [TensorView], into output: TensorView) throws(ComputationError) {
        let layout = GatherLayout(rows: inputs[0].shape, positions: inputs[1].shape, batchRank: batchRank)
        if let position = layout.gather(inputs[0], inputs[1], into: output) { throw outside(position, layout.count) }
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
        else { throw .types("positions \(inputs[1].shape.spoken) do not fit \(inputs[0].shape.spoken)") }
        return TensorType(Shape(Array(x.prefix(batchRank)) + [size] + x.dropFirst(positions.count)), inputs[0].element)
    }

    func evaluate(_ inputs: [TensorView], into output: TensorView) throws(ComputationError) {
        let layout = GatherLayout(rows: output.shape, positions: inputs[1].shape, batchRank: batchRank)
        if let position = layout.scatter(inputs[0], inputs[1], into: output) { throw outside(position, size) }
    }

    func derivative(_ inputs: [Node], output: Node, tangents: [Node?]) -> Node? {
        tangents[0].map { $0.applying(self, inputs[1]) }
    }

    func transpose(_ inputs: [LinearInput], cotangent: Node) -> [Node?] {
        inputs[0].isLinear ? [cotangent.applying(Gather(batchRank: batchRank), inputs[1].residual), nil] : [nil, nil]
    }

    func batch(_ inputs: [Batched], size: Int) -> Node {
        inputs[0].spread(size).applying(ScatterAdd(batchRank: batchRank + 1, size: self.size), inputs[1].spread(size))
    }

    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] {
        inputs[0].map { $0?.applying(self, start(of: inputs[1])) }
    }
}

/// A position that no element has.
private func outside(_ position: Double, _ count: Int) -> ComputationError {
    guard position == position.rounded(), abs(position) < 1e15 else {
        return .domain("a position is a whole number from 0, found \(position)")
    }
    return .domain("position \(Int(position)) lies outside a size of \(count)")
}

/// The positions that would sort a tensor along its last axis, ascending; equal elements keep their order, and NaN
/// comes last.
struct ArgumentSort: StepFunction {
    let name = "argsort"

    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType {
        guard inputs[0].shape.rank > 0 else { throw .types("a number has nothing to sort") }
        return TensorType(inputs[0].shape)
    }

    func evaluate(_ inputs: [TensorView], into output: TensorView) { Loops.argumentSort(inputs[0], into: output) }
}
