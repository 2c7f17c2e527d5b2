internal import Tensors
internal import VectorMath

/// A comparison of two tensors of one type: a truth value each. It has no derivative to speak of: it is constant
/// almost everywhere.
struct Compare: Pointwise, StepFunction {
    enum Relation: String, Hashable, Sendable {
        case less = "<"
        case lessOrEqual = "≤"
        case equal = "=="
    }

    let name = "compare"
    let relation: Relation

    init(_ relation: Relation) { self.relation = relation }

    var parameters: String { relation.rawValue }

    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType {
        guard inputs[0] == inputs[1] else {
            throw .types("\(relation.rawValue) compares tensors of one type, found \(inputs[0]) and \(inputs[1])")
        }
        guard inputs[0].element.isFloating || relation == .equal else {
            throw .types("\(relation.rawValue) needs numbers, found truth values")
        }
        return TensorType(inputs[0].shape, .truth)
    }

    func evaluate(_ block: Block) {
        func compare<T>(_ kernel: (UnsafePointer<T>?, UnsafePointer<T>?, UnsafeMutablePointer<Bool>?, Int) -> Void) {
            kernel(block.input(0, as: T.self), block.input(1, as: T.self), block.output(as: Bool.self), block.count)
        }
        switch (relation, block.element) {
        case (.less, .float64): compare(vector_math_less_f64)
        case (.less, .float32): compare(vector_math_less_f32)
        case (.lessOrEqual, .float64): compare(vector_math_less_or_equal_f64)
        case (.lessOrEqual, .float32): compare(vector_math_less_or_equal_f32)
        case (.equal, .float64): compare(vector_math_equal_f64)
        case (.equal, .float32): compare(vector_math_equal_f32)
        case (_, .truth): zipElements(block) { (a: Bool, b: Bool) in a == b }
        }
    }
}

/// Elementwise choice: the second input where the first is true, the third elsewhere. The branch not taken has no part
/// in the derivative, whatever its value.
struct Select: Pointwise {
    let name = "select"

    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType {
        guard inputs[0] == TensorType(inputs[1].shape, .truth), inputs[1] == inputs[2] else {
            throw .types(
                "a choice needs truth values and two tensors of one shape, found \(inputs[0]), \(inputs[1]) and \(inputs[2])"
            )
        }
        return inputs[1]
    }

    func evaluate(_ block: Block) {
        let p = block.input(0, as: Bool.self)
        func choose<T>(
            _ kernel: (UnsafePointer<Bool>?, UnsafePointer<T>?, UnsafePointer<T>?, UnsafeMutablePointer<T>?, Int) ->
                Void
        ) {
            kernel(p, block.input(1, as: T.self), block.input(2, as: T.self), block.output(as: T.self), block.count)
        }
        switch block.element {
        case .float64: choose(vector_math_select_f64)
        case .float32: choose(vector_math_select_f32)
        case .truth:
            let (a, b) = (block.input(1, as: Bool.self), block.input(2, as: Bool.self))
            let y = block.output(as: Bool.self)
            for position in 0..<block.count { y[position] = p[position] ? a[position] : b[position] }
        }
    }

    func derivative(_ inputs: [Node], output: Node, tangents: [Node?]) -> Node? {
        if tangents[1] == nil && tangents[2] == nil { return nil }
        let zero = output.constant(0)
        return inputs[0].select(tangents[1] ?? zero, tangents[2] ?? zero)
    }

    func transpose(_ inputs: [LinearInput], cotangent: Node) -> [Node?] {
        let (p, zero) = (inputs[0].residual, cotangent.constant(0))
        return [
            nil, inputs[1].isLinear ? p.select(cotangent, zero) : nil,
            inputs[2].isLinear ? p.select(zero, cotangent) : nil,
        ]
    }

    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] {
        let p = start(of: inputs[0])
        return (0...order).map { k in
            guard let one = inputs[1][k] ?? inputs[2][k] else { return nil }
            let zero = one.zeros(one.type)
            return p.select(inputs[1][k] ?? zero, inputs[2][k] ?? zero)
        }
    }
}

/// Elementwise logic on truth values.
struct Logic: Pointwise, StepFunction {
    enum Operation: String, Hashable, Sendable {
        case and
        case or
        case not
    }

    let operation: Operation

    init(_ operation: Operation) { self.operation = operation }

    var name: String { operation.rawValue }

    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType {
        for input in inputs where input.element != .truth || input.shape != inputs[0].shape {
            throw .types(
                "\(name) needs truth values of one shape, found \(inputs.map(\.description).joined(separator: ", "))")
        }
        return inputs[0]
    }

    func evaluate(_ block: Block) {
        switch operation {
        case .and: zipElements(block) { (a: Bool, b: Bool) in a && b }
        case .or: zipElements(block) { (a: Bool, b: Bool) in a || b }
        case .not: mapElements(block.input(0, as: Bool.self), block.output(as: Bool.self), block.count) { !$0 }
        }
    }
}

/// The same numbers in another element type; truth values become 1 and 0.
struct Convert: Pointwise {
    let name = "convert"
    let element: ElementType

    init(to element: ElementType) { self.element = element }

    var parameters: String { "to=\(element)" }

    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType {
        TensorType(inputs[0].shape, element)
    }

    func evaluate(_ block: Block) {
        func convert<S, T>(_: S.Type, _: T.Type, _ number: (S) -> T) {
            mapBetween(block.input(0, as: S.self), block.output(as: T.self), block.count, number)
        }
        switch (block.element, element) {
        case (.float64, .float64): convert(Double.self, Double.self) { $0 }
        case (.float64, .float32): convert(Double.self, Float.self) { Float($0) }
        case (.float64, .truth): convert(Double.self, Bool.self) { $0 != 0 }
        case (.float32, .float64): convert(Float.self, Double.self) { Double($0) }
        case (.float32, .float32): convert(Float.self, Float.self) { $0 }
        case (.float32, .truth): convert(Float.self, Bool.self) { $0 != 0 }
        case (.truth, .float64): convert(Bool.self, Double.self) { $0 ? 1 : 0 }
        case (.truth, .float32): convert(Bool.self, Float.self) { $0 ? 1 : 0 }
        case (.truth, .truth): convert(Bool.self, Bool.self) { $0 }
        }
    }

    private func isLinear(_ type: TensorType) -> Bool { type.element.isFloating && element.isFloating }

    func derivative(_ inputs: [Node], output: Node, tangents: [Node?]) -> Node? {
        isLinear(inputs[0].type) ? tangents[0].map { $0.applying(self) } : nil
    }

    func transpose(_ inputs: [LinearInput], cotangent: Node) -> [Node?] {
        guard case .linear(let type) = inputs[0] else { return [nil] }
        return [cotangent.converted(to: type.element)]
    }

    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] {
        let value = start(of: inputs[0])
        let higher = inputs[0].dropFirst().map { isLinear(value.type) ? $0?.applying(self) : nil }
        return [value.applying(self)] + higher
    }
}

/// x itself, without its derivative.
struct Stop: StepFunction {
    let name = "stop"

    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType { inputs[0] }

    func evaluate(_ inputs: [TensorView], into output: TensorView) {
        output.base.copyMemory(from: inputs[0].base, byteCount: output.type.byteCount)
    }
}
