import SeededNumbers
import Tensors

/// How to draw one input of a program: its type, and the domain its elements stay in.
struct InputRule: Sendable {
    let type: TensorType
    /// Whether a derivative by it makes sense.
    let isVariable: Bool
    private let elements: @Sendable (Int, inout SplitMix64) -> [Double]

    private init(
        _ type: TensorType, isVariable: Bool = true,
        _ elements: @escaping @Sendable (_ count: Int, _ generator: inout SplitMix64) -> [Double]
    ) {
        self.type = type
        self.isVariable = isVariable
        self.elements = elements
    }

    /// Numbers of either sign.
    static func real(_ shape: Shape, _ element: ElementType = .float64) -> InputRule {
        InputRule(TensorType(shape, element)) { count, generator in
            (0..<count).map { _ in Double.random(in: -1.5...1.5, using: &generator) }
        }
    }

    /// Numbers well above 0.
    static func positive(_ shape: Shape) -> InputRule {
        InputRule(TensorType(shape)) { count, generator in
            (0..<count).map { _ in Double.random(in: 0.5...2, using: &generator) }
        }
    }

    /// Numbers of either sign that keep away from all whole numbers, where steps and kinks lie.
    static func betweenSteps(_ shape: Shape) -> InputRule {
        InputRule(TensorType(shape)) { count, generator in
            (0..<count).map { _ in
                Double(Int.random(in: -3...2, using: &generator)) + Double.random(in: 0.2...0.8, using: &generator)
            }
        }
    }

    /// Numbers no two of which are close.
    static func distinct(_ shape: Shape) -> InputRule {
        InputRule(TensorType(shape)) { count, generator in
            (0..<count).shuffled(using: &generator).map { rank in
                0.3 * Double(rank - count / 2) + Double.random(in: -0.1...0.1, using: &generator)
            }
        }
    }

    /// Square matrices on the last two axes, with a positive definite symmetric part and eigenvalues apart.
    static func definite(_ shape: Shape) -> InputRule {
        InputRule(TensorType(shape)) { count, generator in
            let n = shape[shape.rank - 1]
            return (0..<count).map { position in
                let diagonal = position / n % n == position % n ? 3 + 2.5 * Double(position % n) : 0
                return diagonal + Double.random(in: -0.5...0.5, using: &generator)
            }
        }
    }

    static func truth(_ shape: Shape) -> InputRule {
        InputRule(TensorType(shape, .truth), isVariable: false) { count, generator in
            (0..<count).map { _ in Bool.random(using: &generator) ? 1 : 0 }
        }
    }

    /// Whole numbers from 0 up to `limit`, which is left out.
    static func positions(_ shape: Shape, below limit: Int) -> InputRule {
        InputRule(TensorType(shape), isVariable: false) { count, generator in
            (0..<count).map { _ in Double(Int.random(in: 0..<limit, using: &generator)) }
        }
    }

    func draw(_ generator: inout SplitMix64) -> Tensor {
        Tensor(type.shape, elements(type.shape.count, &generator)).converted(to: type.element)
    }
}
