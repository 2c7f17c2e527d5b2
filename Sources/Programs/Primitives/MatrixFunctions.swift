internal import CSignals
internal import Kernels
internal import Tensors

/// A primitive of square matrices [b…, n, n], one at a time. It computes in float64, whatever its type.
protocol MatrixFunction: SingleResult {
    /// How many of the two axes of a matrix its result lacks.
    var lostAxes: Int { get }
    /// The result for one matrix.
    func evaluate(_ matrix: [Double], _ n: Int) throws(ComputationError) -> [Double]
}

extension MatrixFunction {
    func evaluate(_ inputs: [TensorView], into output: TensorView) throws(ComputationError) {
        let n = inputs[0].shape[inputs[0].shape.rank - 1]
        let count = n == 0 ? 1 : inputs[0].count / (n * n)
        for item in 0..<count {
            if item > 0, signals_interrupted() { throw .interrupted }
            output.write(try evaluate(inputs[0].doubles(item, of: count), n), item, of: count)
        }
    }

    func batch(_ inputs: [Batched], size: Int) -> Node { inputs[0].spread(size).applying(self) }

    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType {
        let sizes = inputs[0].shape.sizes
        guard sizes.count >= 2, sizes[sizes.count - 1] == sizes[sizes.count - 2], inputs[0].element.isFloating else {
            throw .types("\(name) needs a square matrix, found \(inputs[0].shape.spoken)")
        }
        return TensorType(Shape(Array(sizes.dropLast(lostAxes))), inputs[0].element)
    }
}

extension Node {
    /// The sum of the diagonals of matrices [b…, n, n].
    var diagonalSum: Node {
        let (rank, n) = (shape.rank, shape[shape.rank - 1])
        let diagonal = constant(matrix: n) { row, column in row == column ? 1 : 0 }
        return (self * diagonal.broadcast(to: shape)).summed([rank - 2, rank - 1])
    }

    /// A constant n × n matrix of this node's element type.
    func constant(matrix n: Int, _ element: (Int, Int) -> Double) -> Node {
        let elements = (0..<n * n).map { element($0 / n, $0 % n) }
        return trace.constant(Tensor([n, n], elements).converted(to: type.element))
    }

    func solved(_ right: Node, transposed: Bool = false) -> Node { applying(Solve(transposed: transposed), right) }
}

/// X with A·X = B (or Aᵀ·X = B) for A [b…, n, n] and B [b…, n, m].
struct Solve: SingleResult {
    let name = "solve"
    let transposed: Bool

    var parameters: String { transposed ? "left transposed" : "" }

    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType {
        let (a, b) = (inputs[0].shape.sizes, inputs[1].shape.sizes)
        guard a.count >= 2, a.count == b.count, a[a.count - 1] == a[a.count - 2], b[b.count - 2] == a[a.count - 1],
            a.dropLast(2) == b.dropLast(2), inputs[0].element == inputs[1].element, inputs[0].element.isFloating
        else {
            throw .types(
                "solve needs a square matrix and as many rows on the right, found \(inputs[0].shape) and \(inputs[1].shape)"
            )
        }
        return inputs[1]
    }

    func evaluate(_ inputs: [TensorView], into output: TensorView) throws(ComputationError) {
        let sizes = output.shape.sizes
        let n = sizes[sizes.count - 2]
        let count = sizes.dropLast(2).reduce(1, *)
        for item in 0..<count {
            if item > 0, signals_interrupted() { throw .interrupted }
            let factors = LAPACK.Factors(inputs[0].doubles(item, of: count), n)
            if factors.isSingular {
                throw .domain(
                    "the matrix \(inputs[0].shape) is singular: it has no inverse",
                    help: "A + c * eye(n) with a small c has one")
            }
            let right = inputs[1].doubles(item, of: count)
            output.write(factors.solve(right, transposed: transposed), item, of: count)
        }
    }

    /// From A·X = B: dX = A⁻¹(dB − dA·X).
    func derivative(_ inputs: [Node], output: Node, tangents: [Node?]) -> Node? {
        let correction = tangents[0].map { -$0.product(output, transposeLeft: transposed) }
        return sum(tangents[1], correction).map { inputs[0].solved($0, transposed: transposed) }
    }

    func transpose(_ inputs: [LinearInput], cotangent: Node) -> [Node?] {
        [nil, inputs[0].residual.solved(cotangent, transposed: !transposed)]
    }

    func batch(_ inputs: [Batched], size: Int) -> Node { inputs[0].spread(size).applying(self, inputs[1].spread(size)) }

    /// From A·X = B: Xₖ = A₀⁻¹(Bₖ − Σⱼ Aⱼ·X₍ₖ₋ⱼ₎).
    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] {
        let a = start(of: inputs[0])
        var x: [Node?] = []
        for k in 0...order {
            let known =
                k == 0 ? nil : cauchy(inputs[0], x + [nil], k, 1...k) { $0.product($1, transposeLeft: transposed) }
            x.append(sum(inputs[1][k], known.map { -$0 }).map { a.solved($0, transposed: transposed) })
        }
        return x
    }

    func operationCount(_ inputs: [TensorType], _ outputs: [TensorType]) -> Int {
        let n = inputs[0].shape[inputs[0].shape.rank - 1]
        return inputs[0].shape.count * n * 2 / 3 + 2 * outputs[0].shape.count * n
    }
}

/// The determinant; its derivative asks for a matrix that is not singular.
struct Determinant: MatrixFunction {
    let name = "det"
    let lostAxes = 2

    func evaluate(_ matrix: [Double], _ n: Int) -> [Double] { [LAPACK.Factors(matrix, n).determinant] }

    /// Jacobi: d det A = det A · tr(A⁻¹ dA).
    func derivative(_ inputs: [Node], output: Node, tangents: [Node?]) -> Node? {
        tangents[0].map { output * inputs[0].solved($0).diagonalSum }
    }
}

/// log |det A|.
struct LogDeterminant: MatrixFunction {
    let name = "logdet"
    let lostAxes = 2

    func evaluate(_ matrix: [Double], _ n: Int) -> [Double] { [LAPACK.Factors(matrix, n).logDeterminant] }

    func derivative(_ inputs: [Node], output: Node, tangents: [Node?]) -> Node? {
        tangents[0].map { inputs[0].solved($0).diagonalSum }
    }
}

/// The lower triangle L with L·Lᵀ = A, for a positive definite A; only its symmetric part counts.
struct Cholesky: MatrixFunction {
    let name = "cholesky"
    let lostAxes = 0

    func evaluate(_ matrix: [Double], _ n: Int) throws(ComputationError) -> [Double] {
        guard let lower = LAPACK.cholesky(symmetricPart(matrix, n), n) else {
            throw .domain(
                "cholesky needs a positive definite matrix, found one that is not",
                help: "A + c * eye(n) is positive definite for a large enough c")
        }
        return lower
    }

    /// dL = L·Φ(L⁻¹ dA L⁻ᵀ), where Φ takes the symmetric part and keeps its lower triangle and half its diagonal.
    func derivative(_ inputs: [Node], output: Node, tangents: [Node?]) -> Node? {
        tangents[0].map { tangent in
            let half = output.solved(tangent)
            let whole = output.solved(half.transposedMatrix).transposedMatrix
            let mask = whole.constant(matrix: whole.shape[whole.shape.rank - 1]) { row, column in
                row == column ? 0.5 : row > column ? 1 : 0
            }
            return output.product(0.5 * (whole + whole.transposedMatrix) * mask.broadcast(to: whole.shape))
        }
    }
}

/// The eigenvalues of a symmetric matrix, ascending; of any other, those of its symmetric part.
struct SymmetricEigenvalues: MatrixFunction {
    let name = "eigenvalues"
    /// The derivative is made of eigenvectors.
    let smoothness = 1
    let lostAxes = 1

    func evaluate(_ matrix: [Double], _ n: Int) throws(ComputationError) -> [Double] { try eigen(matrix, n).values }

    /// dλᵢ = vᵢᵀ dA vᵢ.
    func derivative(_ inputs: [Node], output: Node, tangents: [Node?]) -> Node? {
        tangents[0].map { tangent in
            let vectors = inputs[0].applying(SymmetricEigenvectors())
            return (vectors * tangent.product(vectors)).summed([tangent.shape.rank - 2])
        }
    }
}

/// The eigenvectors of a symmetric matrix, as columns, in the order of its eigenvalues.
struct SymmetricEigenvectors: MatrixFunction {
    let name = "eigenvectors"

    let smoothness = 0

    let lostAxes = 0

    func evaluate(_ matrix: [Double], _ n: Int) throws(ComputationError) -> [Double] {
        let rows = try eigen(matrix, n).vectors
        return (0..<n * n).map { rows[$0 % n * n + $0 / n] }
    }

    func derivative(_ inputs: [Node], output: Node, tangents: [Node?]) -> Node? { nil }
}

/// ½(A + Aᵀ).
private func symmetricPart(_ matrix: [Double], _ n: Int) -> [Double] {
    matrix.indices.map { 0.5 * (matrix[$0] + matrix[$0 % n * n + $0 / n]) }
}

private func eigen(_ matrix: [Double], _ n: Int) throws(ComputationError) -> (values: [Double], vectors: [Double]) {
    guard matrix.allSatisfy(\.isFinite), let found = LAPACK.eigen(symmetricPart(matrix, n), n) else {
        throw .domain("no eigenvalues were found: is everything in the matrix finite?")
    }
    return found
}

/// U [b…, m, k], s [b…, k] and V [b…, n, k] with A = U·diag(s)·Vᵀ, s descending and k = min(m, n).
struct SingularValues: Primitive {
    let name = "svd"

    let smoothness = 0

    func outputTypes(_ inputs: [TensorType]) throws(ComputationError) -> [TensorType] {
        let sizes = inputs[0].shape.sizes
        guard sizes.count >= 2, inputs[0].element.isFloating else {
            throw .types("svd needs a matrix, found \(inputs[0].shape.spoken)")
        }
        let (leading, m, n) = (Array(sizes.dropLast(2)), sizes[sizes.count - 2], sizes[sizes.count - 1])
        return [[m, min(m, n)], [min(m, n)], [n, min(m, n)]].map { TensorType(Shape(leading + $0), inputs[0].element) }
    }

    func evaluate(_ inputs: [TensorView], into outputs: [TensorView]) throws(ComputationError) {
        let sizes = inputs[0].shape.sizes
        let (m, n, count) = (sizes[sizes.count - 2], sizes[sizes.count - 1], sizes.dropLast(2).reduce(1, *))
        let k = min(m, n)
        for item in 0..<count {
            if item > 0, signals_interrupted() { throw .interrupted }
            let matrix = inputs[0].doubles(item, of: count)
            guard matrix.allSatisfy(\.isFinite), let found = LAPACK.singularValues(matrix, m, n) else {
                throw .domain("no singular values were found: is everything in the matrix finite?")
            }
            outputs[0].write(found.u, item, of: count)
            outputs[1].write(found.s, item, of: count)
            outputs[2].write((0..<n * k).map { found.vt[$0 % k * n + $0 / k] }, item, of: count)
        }
    }

    func derivative(_ inputs: [Node], outputs: [Node], tangents: [Node?]) -> [Node?] { [nil, nil, nil] }

    func batch(_ inputs: [Batched], size: Int) -> [Node] { Node.apply(self, [inputs[0].spread(size)]) }
}
