internal import Tensors
internal import VectorMath

/// sin x, x in radians.
struct Sine: VectorFunction {
    let name = "sin"
    let operationsPerElement = 25

    var kernels: (double: Kernel<Double>, single: Kernel<Float>) { (vector_math_sin_f64, vector_math_sin_f32) }

    func slope(_ x: Node, _ y: Node) -> Node? { x.applying(Cosine()) }

    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] { sineAndCosine(inputs[0], order: order).sine }
}

/// cos x, x in radians.
struct Cosine: VectorFunction {
    let name = "cos"
    let operationsPerElement = 25

    var kernels: (double: Kernel<Double>, single: Kernel<Float>) { (vector_math_cos_f64, vector_math_cos_f32) }

    func slope(_ x: Node, _ y: Node) -> Node? { -x.applying(Sine()) }

    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] { sineAndCosine(inputs[0], order: order).cosine }
}

/// Each is the other's slope, so their series grow together: k·sₖ = Σⱼ j·xⱼ·c₍ₖ₋ⱼ₎ and k·cₖ = −Σⱼ j·xⱼ·s₍ₖ₋ⱼ₎.
private func sineAndCosine(_ x: [Node?], order: Int) -> (sine: [Node?], cosine: [Node?]) {
    let x₀ = start(of: x)
    var sine: [Node?] = [x₀.applying(Sine())]
    var cosine: [Node?] = [x₀.applying(Cosine())]
    let weighted = x.enumerated().map { j, xj in xj.map { Double(j) * $0 } }
    guard order > 0 else { return (sine, cosine) }
    for k in 1...order {
        let up = cauchy(weighted, cosine + [nil], k, 1...k, *)
        let down = cauchy(weighted, sine + [nil], k, 1...k, *)
        sine.append(up.map { (1 / Double(k)) * $0 })
        cosine.append(down.map { (-1 / Double(k)) * $0 })
    }
    return (sine, cosine)
}
