internal import Tensors
internal import VectorMath

/// A tangent times a slope, elementwise, and 0 where the tangent is 0, whatever the slope.
///
/// What a choice did not take receives a cotangent of zero, and there a slope may be infinite or NaN (of √x below 0, of
/// sin x/x at 0): 0 · ∞ must not reach the gradient. So derivatives of elementwise functions are written with this, not
/// with a product.
struct Scale: BinaryVectorFunction {
    let name = "scale"

    var kernels: (double: Kernel<Double>, single: Kernel<Float>) { (vector_math_scale_f64, vector_math_scale_f32) }

    /// The first factor decides in both terms, so that the slope's own derivatives are kept out too.
    func derivative(_ inputs: [Node], output: Node, tangents: [Node?]) -> Node? {
        sum(tangents[0].map { $0.scaled(by: inputs[1]) }, tangents[1].map { inputs[0].scaled(by: $0) })
    }

    func transpose(_ inputs: [LinearInput], cotangent: Node) -> [Node?] {
        inputs[0].isLinear
            ? [cotangent.scaled(by: inputs[1].residual), nil] : [nil, inputs[0].residual.scaled(by: cotangent)]
    }

    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] {
        (0...order).map { k in cauchy(inputs[0], inputs[1], k, 0...k) { $0.scaled(by: $1) } }
    }

    func simplified(_ inputs: [Node]) -> Node? { inputs[1].everywhere == 1 ? inputs[0] : nil }
}
