internal import Glibc
internal import Tensors
internal import VectorMath

/// tanh x.
struct HyperbolicTangent: VectorFunction {
    let name = "tanh"
    let operationsPerElement = 40

    var kernels: (double: Kernel<Double>, single: Kernel<Float>) { (vector_math_tanh_f64, vector_math_tanh_f32) }

    func slope(_ x: Node, _ y: Node) -> Node? { 1 - y * y }

    /// The slope 1 − y².
    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] {
        integrated(inputs[0], from: start(of: inputs[0]).applying(self), order: order) { m, y in
            let square = cauchySquare(y, m)
            return m == 0 ? square.map { 1 - $0 } : square.map { -$0 }
        }
    }
}

/// The logistic function σ(x) = 1/(1 + e⁻ˣ).
///
/// A primitive, though it could be composed: its slope in terms of its own value, σ(1 − σ), stays finite where the
/// quotient's would be ∞/∞.
struct Sigmoid: VectorFunction {
    let name = "sigmoid"
    let operationsPerElement = 22

    var kernels: (double: Kernel<Double>, single: Kernel<Float>) { (vector_math_sigmoid_f64, vector_math_sigmoid_f32) }

    func slope(_ x: Node, _ y: Node) -> Node? { y * (1 - y) }

    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] {
        integrated(inputs[0], from: start(of: inputs[0]).applying(self), order: order, slope: logisticSlope)
    }
}

/// The coefficient m of y − y², the slope of the logistic function.
private func logisticSlope(_ m: Int, _ y: [Node?]) -> Node? {
    sum(y[m], cauchySquare(y, m).map { -$0 })
}

/// log(1 + eˣ), without overflow, and without loss for very negative x. Its slope is σ(x).
struct Softplus: UnaryElementwise {
    let name = "softplus"
    let operationsPerElement = 50

    func evaluate(_ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>, _ count: Int) {
        mapElements(x, y, count) { -abs($0) }
        vector_math_exp_f64(y, y, count)
        vector_math_log1p_f64(y, y, count)
        for position in 0..<count { y[position] += max(x[position], 0) }
    }

    func evaluate(_ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ count: Int) {
        mapElements(x, y, count) { -abs($0) }
        vector_math_exp_f32(y, y, count)
        vector_math_log1p_f32(y, y, count)
        for position in 0..<count { y[position] += max(x[position], 0) }
    }

    func slope(_ x: Node, _ y: Node) -> Node? { x.applying(Sigmoid()) }

    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] {
        let slopes: [Node?] = Sigmoid().jet(inputs, order: order)
        return integrated(inputs[0], from: start(of: inputs[0]).applying(self), order: order) { m, _ in slopes[m] }
    }
}

/// The error function erf x = 2/√π ∫₀ˣ e^(−t²) dt.
struct ErrorFunction: VectorFunction {
    let name = "erf"
    let operationsPerElement = 60

    var kernels: (double: Kernel<Double>, single: Kernel<Float>) { (vector_math_erf_f64, vector_math_erf_f32) }

    private var scale: Double { 2 / Double.pi.squareRoot() }

    func slope(_ x: Node, _ y: Node) -> Node? { scale * (-(x * x)).applying(Exponential()) }

    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] {
        let exponent = (0...order).map { k in cauchySquare(inputs[0], k).map { -$0 } }
        let slopes: [Node?] = Exponential().jet([exponent], order: order)
        return integrated(inputs[0], from: start(of: inputs[0]).applying(self), order: order) { m, _ in
            slopes[m].map { scale * $0 }
        }
    }
}
