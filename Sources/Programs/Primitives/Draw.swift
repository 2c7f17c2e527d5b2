internal import Kernels
public import Tensors

/// Random numbers of a shape as a pure function of a key, which is an input: the same program draws other numbers from
/// another key. A key is two whole numbers below 2³², held as float64; stacked keys [b…, 2] draw [b…] + shape.
struct Draw: StepFunction {
    enum Distribution: String, Hashable, Sendable {
        /// In (0, 1).
        case uniform
        case normal
    }

    let distribution: Distribution
    let shape: Shape

    var name: String { distribution.rawValue }
    var parameters: String { "shape=\(shape)" }

    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType {
        guard inputs[0].element == .float64, inputs[0].shape.sizes.last == 2 else {
            throw .types("a key is two numbers, found \(inputs[0])")
        }
        return TensorType(Shape(inputs[0].shape.sizes.dropLast() + shape.sizes))
    }

    func evaluate(_ inputs: [TensorView], into output: TensorView) {
        let words = inputs[0].elements(as: Double.self).map { UInt64(truncatingIfNeeded: Int64($0)) }
        for item in 0..<words.count / 2 {
            let part = TensorView(TensorType(shape), output.base + item * TensorType(shape).byteCount)
            let generator = Philox(key: words[2 * item] << 32 | words[2 * item + 1])
            distribution == .uniform ? generator.fillUniform(part) : generator.fillNormal(part)
        }
    }
}

/// Random tensors: element i is a pure function of the key and of i.
extension Operand {
    /// Uniform in (0, 1).
    public static func uniform(_ shape: Shape, key: Operand) throws(ComputationError) -> Operand {
        try key.applying(Draw(distribution: .uniform, shape: shape))
    }

    /// Standard normal.
    public static func normal(_ shape: Shape, key: Operand) throws(ComputationError) -> Operand {
        try key.applying(Draw(distribution: .normal, shape: shape))
    }

    public static func uniform(_ shape: Shape, key: UInt64) throws(ComputationError) -> Operand {
        try uniform(shape, key: .key(key))
    }

    public static func normal(_ shape: Shape, key: UInt64) throws(ComputationError) -> Operand {
        try normal(shape, key: .key(key))
    }

    /// A key as an operand, which a program may take as an input.
    public static func key(_ key: UInt64) -> Operand {
        .known(Tensor(vector: [Double(key >> 32), Double(key & 0xFFFF_FFFF)]))
    }
}
