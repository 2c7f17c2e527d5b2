internal import Kernels
internal import Tensors

/// The product of matrices, batched over equal leading axes: [b…, m, k] and [b…, k, n] to [b…, m, n], either side
/// possibly read transposed.
struct MatrixProduct: Prepared {
    let name = "matmul"
    let transposeLeft: Bool
    let transposeRight: Bool

    var parameters: String {
        [transposeLeft ? "left transposed" : nil, transposeRight ? "right transposed" : nil].compactMap { $0 }
            .joined(separator: ", ")
    }

    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType {
        let (a, b) = (inputs[0].shape.sizes, inputs[1].shape.sizes)
        let rank = a.count
        guard rank >= 2, b.count == rank, a.prefix(rank - 2) == b.prefix(rank - 2), inputs[0].element.isFloating,
            inputs[0].element == inputs[1].element, inner(a, transposeLeft) == inner(b, !transposeRight)
        else { throw .types("a product of \(inputs[0]) and \(inputs[1]) does not fit") }
        let rows = transposeLeft ? a[rank - 1] : a[rank - 2]
        let columns = transposeRight ? b[rank - 2] : b[rank - 1]
        return TensorType(Shape(a.prefix(rank - 2) + [rows, columns]), inputs[0].element)
    }

    /// The size along the axis that a side is summed over.
    private func inner(_ sizes: [Int], _ second: Bool) -> Int {
        second ? sizes[sizes.count - 2] : sizes[sizes.count - 1]
    }

    func evaluate(_ inputs: [TensorView], into output: TensorView) {
        BLAS.multiply(inputs[0], inputs[1], into: output, transposeLeft: transposeLeft, transposeRight: transposeRight)
    }

    func prepared(_ inputs: [TensorType], _ output: TensorType) -> PreparedKernel? {
        BLAS.smallProduct(inputs[0], inputs[1], output, transposeLeft: transposeLeft, transposeRight: transposeRight)
    }

    func derivative(_ inputs: [Node], output: Node, tangents: [Node?]) -> Node? {
        sum(tangents[0].map { $0.applying(self, inputs[1]) }, tangents[1].map { inputs[0].applying(self, $0) })
    }

    /// From C = A·B: Ā = C̄·Bᵀ and B̄ = Aᵀ·C̄, with the transposes of A and B folded in.
    func transpose(_ inputs: [LinearInput], cotangent: Node) -> [Node?] {
        if inputs[0].isLinear {
            let b = inputs[1].residual
            return [
                transposeLeft
                    ? b.product(cotangent, transposeLeft: transposeRight, transposeRight: true)
                    : cotangent.product(b, transposeRight: !transposeRight), nil,
            ]
        }
        let a = inputs[0].residual
        return [
            nil,
            transposeRight
                ? cotangent.product(a, transposeLeft: true, transposeRight: transposeLeft)
                : a.product(cotangent, transposeLeft: !transposeLeft),
        ]
    }

    func batch(_ inputs: [Batched], size: Int) -> Node {
        let (a, b) = (inputs[0], inputs[1])
        // A stack of matrices by one matrix is one taller matrix.
        if a.isBatched, !b.isBatched, !transposeLeft, b.node.shape.rank == 2 {
            let shape = a.node.shape
            let tall = a.node.reshaped(Shape([shape[0] * shape[1], shape[2]])).applying(self, b.node)
            return tall.reshaped(Shape([shape[0], shape[1], tall.shape[1]]))
        }
        return a.spread(size).applying(self, b.spread(size))
    }

    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] {
        (0...order).map { k in cauchy(inputs[0], inputs[1], k, 0...k) { $0.applying(self, $1) } }
    }

    /// A transpose of either side is folded in.
    func simplified(_ inputs: [Node]) -> Node? {
        if let inner = swapped(inputs[0]) {
            return inner.product(inputs[1], transposeLeft: !transposeLeft, transposeRight: transposeRight)
        }
        if let inner = swapped(inputs[1]) {
            return inputs[0].product(inner, transposeLeft: transposeLeft, transposeRight: !transposeRight)
        }
        return nil
    }

    /// What a node is the transpose of, its last two axes exchanged.
    private func swapped(_ node: Node) -> Node? {
        guard let (permute, inputs) = node.made(by: Permute.self) else { return nil }
        let rank = permute.axes.count
        return permute.axes == Array(0..<rank - 2) + [rank - 1, rank - 2] ? inputs[0] : nil
    }

    func operationCount(_ inputs: [TensorType], _ outputs: [TensorType]) -> Int {
        2 * outputs[0].shape.count * inner(inputs[0].shape.sizes, transposeLeft)
    }
}
