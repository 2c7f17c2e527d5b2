internal import Glibc
public import Tensors

/// Random tensors: element i is a pure function of the key and of i.
extension Operand {
    /// Uniform in (0, 1).
    public static func uniform(_ shape: Shape, key: UInt64) throws(ComputationError) -> Operand {
        try drawn(shape, key: key) { ($0, $1) }
    }

    /// Standard normal, in pairs by Box and Muller (1958).
    public static func normal(_ shape: Shape, key: UInt64) throws(ComputationError) -> Operand {
        try drawn(shape, key: key) { u, v in
            let radius = (-2 * Glibc.log(u)).squareRoot()
            return (radius * Glibc.cos(2 * .pi * v), radius * Glibc.sin(2 * .pi * v))
        }
    }

    private static func drawn(
        _ shape: Shape, key: UInt64, _ transform: (Double, Double) -> (Double, Double)
    ) throws(ComputationError) -> Operand {
        let generator = Philox(key: key)
        let type = TensorType(shape)
        try Memory.check([type])
        return .known(
            Tensor(type) { view in
                let elements = view.elements(as: Double.self)
                for position in stride(from: 0, to: elements.count, by: 2) {
                    let uniforms = generator.uniforms(UInt64(position / 2))
                    let pair = transform(uniforms.0, uniforms.1)
                    elements[position] = pair.0
                    if position + 1 < elements.count { elements[position + 1] = pair.1 }
                }
            })
    }
}
