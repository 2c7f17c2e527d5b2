internal import Tensors
internal import VectorMath

/// The angle of the point (x, y), atan2(y, x), in radians.
struct ArcTangent: Elementwise {
    let name = "atan2"

    func evaluate(_ inputs: [TensorView], into output: TensorView) {
        let (y, x) = (inputs[0].base, inputs[1].base)
        if output.type.element == .float64 {
            vector_math_atan2_f64(
                y.assumingMemoryBound(to: Double.self), x.assumingMemoryBound(to: Double.self),
                output.base.assumingMemoryBound(to: Double.self), output.count)
        } else {
            vector_math_atan2_f32(
                y.assumingMemoryBound(to: Float.self), x.assumingMemoryBound(to: Float.self),
                output.base.assumingMemoryBound(to: Float.self), output.count)
        }
    }

    /// (x·dy − y·dx) / (x² + y²); 0 at the origin, where the angle is none.
    func derivative(_ inputs: [Node], output: Node, tangents: [Node?]) -> Node? {
        let (y, x) = (inputs[0], inputs[1])
        let distance = x * x + y * y
        let square = distance.compared(.equal, to: distance.constant(0)).select(distance.constant(1), distance)
        return sum(tangents[0].map { $0 * (x / square) }, tangents[1].map { -($0 * (y / square)) })
    }
}
