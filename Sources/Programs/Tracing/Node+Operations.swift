internal import Tensors

// The differentiable namespace: what the rules of primitives are written in. No operator broadcasts by itself.
extension Node {
    static func + (a: Node, b: Node) -> Node { a.applying(Add(), b) }
    static func - (a: Node, b: Node) -> Node { a.applying(Subtract(), b) }
    static func * (a: Node, b: Node) -> Node { a.applying(Multiply(), b) }
    static func / (a: Node, b: Node) -> Node { a.applying(Divide(), b) }
    static prefix func - (a: Node) -> Node { a.applying(Negate()) }

    static func * (a: Double, b: Node) -> Node { b.constant(a) * b }
    static func / (a: Double, b: Node) -> Node { b.constant(a) / b }
    static func - (a: Double, b: Node) -> Node { b.constant(a) - b }
    static func + (a: Double, b: Node) -> Node { b.constant(a) + b }

    /// A tangent times a slope; zero where the tangent is, whatever the slope.
    func scaled(by slope: Node) -> Node { applying(Scale(), slope) }
    func raised(to exponent: Double) -> Node { applying(ConstantPower(exponent)) }
    func converted(to element: ElementType) -> Node { type.element == element ? self : applying(Convert(to: element)) }

    /// Chooses elementwise by truth values.
    func select(_ a: Node, _ b: Node) -> Node { applying(Select(), a, b) }
    func compared(_ relation: Compare.Relation, to other: Node) -> Node { applying(Compare(relation), other) }

    func broadcast(to shape: Shape) -> Node { self.shape == shape ? self : applying(Broadcast(to: shape)) }
    func reshaped(_ shape: Shape) -> Node { self.shape == shape ? self : applying(Reshape(to: shape)) }
    func summed(_ axes: [Int]) -> Node { axes.isEmpty ? self : applying(Sum(axes)) }

    func permuted(_ axes: [Int]) -> Node {
        axes == Array(axes.indices) ? self : applying(Permute(axes))
    }

    /// The last two axes exchanged.
    var transposedMatrix: Node {
        let rank = shape.rank
        return permuted(Array(0..<rank - 2) + [rank - 1, rank - 2])
    }

    /// The sum over the axes that a broadcast stretched, back to the shape it came from.
    func summed(to shape: Shape) -> Node {
        let added = self.shape.rank - shape.rank
        let stretched = (0..<self.shape.rank).filter { axis in
            axis < added || (shape[axis - added] == 1 && self.shape[axis] != 1)
        }
        return summed(stretched).reshaped(shape)
    }

    func product(_ other: Node, transposeLeft: Bool = false, transposeRight: Bool = false) -> Node {
        applying(MatrixProduct(transposeLeft: transposeLeft, transposeRight: transposeRight), other)
    }
}

/// Σⱼ a[j]·b[k − j] for j in `range`: a coefficient of a product of two series; nil where every term is zero.
func cauchy(_ a: [Node?], _ b: [Node?], _ k: Int, _ range: ClosedRange<Int>, _ product: (Node, Node) -> Node) -> Node? {
    var total: Node?
    for j in range {
        if let left = a[j], let right = b[k - j] { total = sum(total, product(left, right)) }
    }
    return total
}

/// The coefficient k of a series' square, each product of two different coefficients taken once.
func cauchySquare(_ y: [Node?], _ k: Int) -> Node? {
    let crossed = k == 0 ? nil : cauchy(y, y, k, 0...((k - 1) / 2), *)
    let middle = k % 2 == 0 ? y[k / 2].map { $0 * $0 } : nil
    return sum(crossed.map { 2 * $0 }, middle)
}

/// The series y of an elementwise function with y′ = s(x)·x′, where `slope(m, y)` gives the coefficient m of s once
/// y₀ … yₘ are known: k·yₖ = Σⱼ j·xⱼ·s₍ₖ₋ⱼ₎.
func integrated(_ x: [Node?], from start: Node, order: Int, slope: (_ m: Int, _ y: [Node?]) -> Node?) -> [Node?] {
    var y: [Node?] = [start]
    var s: [Node?] = []
    guard order > 0 else { return y }
    let weighted = x.enumerated().map { j, xj in j == 1 ? xj : xj.map { Double(j) * $0 } }
    for k in 1...order {
        s.append(slope(k - 1, y))
        let total = cauchy(weighted, s + [nil], k, 1...k, *)
        y.append(k == 1 ? total : total.map { (1 / Double(k)) * $0 })
    }
    return y
}

/// The coefficient 0 of a series, which a primitive's input always has.
func start(of series: [Node?]) -> Node {
    guard let start = series[0] else { preconditionFailure("a series has no coefficient 0") }
    return start
}
