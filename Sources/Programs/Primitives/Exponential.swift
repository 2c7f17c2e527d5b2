internal import Tensors
internal import VectorMath

/// eˣ.
struct Exponential: VectorFunction {
    let name = "exp"
    let operationsPerElement = 20

    var kernels: (double: Kernel<Double>, single: Kernel<Float>) { (vector_math_exp_f64, vector_math_exp_f32) }

    func slope(_ x: Node, _ y: Node) -> Node? { y }

    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] {
        integrated(inputs[0], from: start(of: inputs[0]).applying(self), order: order) { m, y in y[m] }
    }
}

/// The natural logarithm.
struct Logarithm: VectorFunction {
    let name = "log"
    let operationsPerElement = 25

    var kernels: (double: Kernel<Double>, single: Kernel<Float>) { (vector_math_log_f64, vector_math_log_f32) }

    func slope(_ x: Node, _ y: Node) -> Node? { 1 / x }

    /// The slope 1/x has its own series: s₀ = 1/x₀, sₘ = −(Σⱼ xⱼ·s₍ₘ₋ⱼ₎)/x₀.
    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] {
        let x = inputs[0]
        let start = start(of: x)
        let reciprocal = Divide().jet([[start.constant(1)] + x.dropFirst().map { _ in nil }, x], order: order)
        return integrated(x, from: start.applying(self), order: order) { m, _ in reciprocal[m] }
    }
}
