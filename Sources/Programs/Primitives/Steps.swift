internal import Glibc
internal import Tensors

/// The largest whole number not above x.
struct Floor: UnaryElementwise {
    let name = "floor"

    func evaluate(_ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>, _ count: Int) {
        mapElements(x, y, count) { $0.rounded(.down) }
    }

    func evaluate(_ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ count: Int) {
        mapElements(x, y, count) { $0.rounded(.down) }
    }

    func slope(_ x: Node, _ y: Node) -> Node? { nil }

    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] { stepJet(self, inputs, order: order) }
}

/// −1, 0 or 1; NaN of NaN.
struct Sign: UnaryElementwise {
    let name = "sign"

    func evaluate(_ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>, _ count: Int) {
        mapElements(x, y, count) { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 }
    }

    func evaluate(_ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ count: Int) {
        mapElements(x, y, count) { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 }
    }

    func slope(_ x: Node, _ y: Node) -> Node? { nil }

    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] { stepJet(self, inputs, order: order) }
}

/// |x|; its slope at 0 is 0.
struct AbsoluteValue: UnaryElementwise {
    let name = "abs"

    func evaluate(_ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>, _ count: Int) {
        mapElements(x, y, count) { abs($0) }
    }

    func evaluate(_ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ count: Int) {
        mapElements(x, y, count) { abs($0) }
    }

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
