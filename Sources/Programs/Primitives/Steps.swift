internal import Glibc
internal import Tensors

/// The largest whole number not above x.
struct Floor: ScalarFunction {
    let name = "floor"

    func value<T: BinaryFloatingPoint>(_ x: T) -> T { x.rounded(.down) }

    func slope(_ x: Node, _ y: Node) -> Node? { nil }

    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] { stepJet(self, inputs, order: order) }
}

/// −1, 0 or 1; NaN of NaN.
struct Sign: ScalarFunction {
    let name = "sign"

    func value<T: BinaryFloatingPoint>(_ x: T) -> T { x > 0 ? 1 : x < 0 ? -1 : x }

    func slope(_ x: Node, _ y: Node) -> Node? { nil }

    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] { stepJet(self, inputs, order: order) }
}

/// |x|; its slope at 0 is 0.
struct AbsoluteValue: ScalarFunction {
    let name = "abs"

    func value<T: BinaryFloatingPoint>(_ x: T) -> T { abs(x) }

    func slope(_ x: Node, _ y: Node) -> Node? { x.applying(Sign()) }

    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] {
        let x₀ = start(of: inputs[0])
        let sign = x₀.applying(Sign())
        return [x₀.applying(self)] + inputs[0].dropFirst().map { $0.map { sign * $0 } }
    }
}

/// The jet of a function that is constant between its steps.
private func stepJet(_ primitive: any Primitive, _ inputs: [[Node?]], order: Int) -> [Node?] {
    [start(of: inputs[0]).applying(primitive)] + [Node?](repeating: nil, count: order)
}
