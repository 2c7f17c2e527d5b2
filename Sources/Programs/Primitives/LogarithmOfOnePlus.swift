internal import Tensors
internal import VectorMath

/// log(1 + x), without the rounding of 1 + x for small x.
struct LogarithmOfOnePlus: VectorFunction {
    let name = "log1p"
    let operationsPerElement = 30

    var kernels: (double: Kernel<Double>, single: Kernel<Float>) { (vector_math_log1p_f64, vector_math_log1p_f32) }

    func slope(_ x: Node, _ y: Node) -> Node? { 1 / (1 + x) }
}

extension Operand {
    /// log(1 + x), accurate for small x.
    public func logarithmOfOnePlus() throws(ComputationError) -> Operand {
        try asNumbers().applying(LogarithmOfOnePlus())
    }
}
