internal import Glibc
internal import Tensors
internal import VectorMath

/// √x.
struct SquareRoot: VectorFunction {
    let name = "sqrt"

    var kernels: (double: Kernel<Double>, single: Kernel<Float>) { (vector_math_sqrt_f64, vector_math_sqrt_f32) }

    func slope(_ x: Node, _ y: Node) -> Node? { 0.5 / y }

    /// From y·y = x: 2·y₀·yₖ = xₖ − Σ y_j·y₍ₖ₋ⱼ₎ for 0 < j < k.
    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] {
        let root = start(of: inputs[0]).applying(self)
        var y: [Node?] = [root]
        guard order > 0 else { return y }
        for k in 1...order {
            let crossed = cauchySquare([nil] + y.dropFirst() + [nil], k)
            y.append(sum(inputs[0][k], crossed.map { -$0 }).map { $0 / (2 * root) })
        }
        return y
    }
}

/// xᵖ for a number p that is the same everywhere.
///
/// Its derivatives end at x⁰ for a whole p, so that no power of zero is ever divided by zero.
struct ConstantPower: ScalarFunction {
    let name = "power"
    let exponent: Double

    init(_ exponent: Double) { self.exponent = exponent }

    var parameters: String { "exponent=\(exponent)" }

    func value<T: BinaryFloatingPoint>(_ x: T) -> T { T(pow(Double(x), exponent)) }

    func evaluate(_ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>, _ count: Int) { raise(x, y, count) }

    func evaluate(_ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ count: Int) { raise(x, y, count) }

    /// The usual powers by products, each in a loop of its own.
    @inline(__always)
    private func raise<T: BinaryFloatingPoint>(_ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ count: Int) {
        switch exponent {
        case 0: mapElements(x, y, count) { _ in 1 }
        case 1: mapElements(x, y, count) { $0 }
        case 2: mapElements(x, y, count) { $0 * $0 }
        case 3: mapElements(x, y, count) { $0 * $0 * $0 }
        case -1: mapElements(x, y, count) { 1 / $0 }
        default: mapElements(x, y, count) { value($0) }
        }
    }

    func slope(_ x: Node, _ y: Node) -> Node? {
        switch exponent {
        case 0: nil
        case 1: x.constant(1)
        case 2: 2 * x
        default: exponent * x.raised(to: exponent - 1)
        }
    }

    /// Whole powers by repeated squaring, which is right at x₀ = 0 too; others by
    /// k·x₀·yₖ = Σⱼ (p·j − (k − j))·xⱼ·y₍ₖ₋ⱼ₎.
    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] {
        let x = inputs[0]
        if exponent == exponent.rounded(), exponent >= 0, exponent <= 64 {
            return wholePower(x, Int(exponent), order: order)
        }
        let x₀ = start(of: x)
        var y: [Node?] = [x₀.applying(self)]
        guard order > 0 else { return y }
        for k in 1...order {
            var total: Node?
            for j in 1...k {
                let weight = (exponent * Double(j) - Double(k - j)) / Double(k)
                if weight != 0, let xj = x[j], let previous = y[k - j] { total = sum(total, weight * (xj * previous)) }
            }
            y.append(total.map { $0 / x₀ })
        }
        return y
    }

    func simplified(_ inputs: [Node]) -> Node? {
        switch exponent {
        case 0: inputs[0].constant(1)
        case 1: inputs[0]
        default: nil
        }
    }

    private func wholePower(_ x: [Node?], _ exponent: Int, order: Int) -> [Node?] {
        func product(_ a: [Node?], _ b: [Node?]) -> [Node?] { (0...order).map { k in cauchy(a, b, k, 0...k, *) } }
        var result: [Node?]?
        var square = x
        var rest = exponent
        while rest > 0 {
            if rest & 1 == 1 { result = result.map { product($0, square) } ?? square }
            rest >>= 1
            if rest > 0 { square = (0...order).map { cauchySquare(square, $0) } }
        }
        return result ?? [start(of: x).constant(1)] + [Node?](repeating: nil, count: order)
    }
}

/// aᵇ with both varying.
struct Power: Elementwise {
    let name = "power"

    func evaluate(_ block: Block) {
        if block.element == .float64 {
            zipElements(block) { (a: Double, b: Double) in pow(a, b) }
        } else {
            zipElements(block) { (a: Float, b: Float) in Float(pow(Double(a), Double(b))) }
        }
    }

    /// b·a^(b−1)·da + aᵇ·log a·db; where a is 0, aᵇ does not change with b, and a⁰ not with a (0·0⁻¹ would be NaN).
    func derivative(_ inputs: [Node], output: Node, tangents: [Node?]) -> Node? {
        let (a, b) = (inputs[0], inputs[1])
        let isZero = a.compared(.equal, to: a.constant(0))
        let byBase = tangents[0].map { tangent in
            let isConstant = isZero.applying(Logic(.and), b.compared(.equal, to: b.constant(0)))
            let exponent = isConstant.select(b.constant(1), b) - b.constant(1)
            return tangent.scaled(by: b * a.applying(Power(), exponent))
        }
        let byExponent = tangents[1].map { tangent in
            let safe = isZero.select(a.constant(1), a)
            return tangent.scaled(by: output * safe.applying(Logarithm()))
        }
        return sum(byBase, byExponent)
    }
}
