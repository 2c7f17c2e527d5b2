internal import Tensors
internal import VectorMath

/// The angle of the point (x, y), atan2(y, x), in radians.
struct ArcTangent: BinaryVectorFunction {
    let name = "atan2"

    var kernels: (double: Kernel<Double>, single: Kernel<Float>) { (vector_math_atan2_f64, vector_math_atan2_f32) }

    /// (x·dy − y·dx) / (x² + y²); 0 at the origin, where the angle is none.
    func derivative(_ inputs: [Node], output: Node, tangents: [Node?]) -> Node? {
        let (y, x) = (inputs[0], inputs[1])
        let distance = x * x + y * y
        let square = distance.compared(.equal, to: distance.constant(0)).select(distance.constant(1), distance)
        return sum(tangents[0].map { $0 * (x / square) }, tangents[1].map { -($0 * (y / square)) })
    }
}
