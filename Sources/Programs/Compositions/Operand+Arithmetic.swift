public import Tensors

// Arithmetic as formulas mean it: shapes broadcast, element types promote, truth values count as 1 and 0.
extension Operand {
    public static func + (a: Operand, b: Operand) throws(ComputationError) -> Operand {
        try arithmetic("+", a, b, Add()) { $0 + $1 }
    }

    public static func - (a: Operand, b: Operand) throws(ComputationError) -> Operand {
        try arithmetic("-", a, b, Subtract()) { $0 - $1 }
    }

    public static func * (a: Operand, b: Operand) throws(ComputationError) -> Operand {
        try arithmetic("*", a, b, Multiply()) { $0 * $1 }
    }

    public static func / (a: Operand, b: Operand) throws(ComputationError) -> Operand {
        try arithmetic("/", a, b, Divide()) { $0 / $1 }
    }

    public static prefix func - (a: Operand) throws(ComputationError) -> Operand {
        try a.asNumbers().applying(Negate())
    }

    public static func + (a: Operand, b: Double) throws(ComputationError) -> Operand { try a + Operand(b) }
    public static func - (a: Operand, b: Double) throws(ComputationError) -> Operand { try a - Operand(b) }
    public static func * (a: Operand, b: Double) throws(ComputationError) -> Operand { try a * Operand(b) }
    public static func / (a: Operand, b: Double) throws(ComputationError) -> Operand { try a / Operand(b) }
    public static func + (a: Double, b: Operand) throws(ComputationError) -> Operand { try Operand(a) + b }
    public static func - (a: Double, b: Operand) throws(ComputationError) -> Operand { try Operand(a) - b }
    public static func * (a: Double, b: Operand) throws(ComputationError) -> Operand { try Operand(a) * b }
    public static func / (a: Double, b: Operand) throws(ComputationError) -> Operand { try Operand(a) / b }

    /// aᵇ. An exponent that is one known number makes a power whose derivatives end where they should.
    public func raised(to exponent: Operand) throws(ComputationError) -> Operand {
        if case .known(let tensor) = exponent, let number = tensor.scalar {
            return try asNumbers().applying(ConstantPower(number))
        }
        let (a, b) = try Operand.aligned("^", self, exponent)
        return try a.applying(Power(), b)
    }

    /// The angle of the point (x, y), where this is y.
    public func angle(_ x: Operand) throws(ComputationError) -> Operand {
        let (a, b) = try Operand.aligned("atan2", self, x)
        return try a.applying(ArcTangent(), b)
    }

    private static func arithmetic(
        _ symbol: String, _ a: Operand, _ b: Operand, _ primitive: any Primitive, _ scalars: (Double, Double) -> Double
    ) throws(ComputationError) -> Operand {
        // Numbers, which loops at the prompt consist of, need no memory but the result's.
        if case .known(let x) = a, case .known(let y) = b, x.type == .number, y.type == .number {
            return .known(Tensor(scalars(x.view.double(at: 0), y.view.double(at: 0))))
        }
        let (left, right) = try aligned(symbol, a, b)
        return try left.applying(primitive, right)
    }

    /// Both operands in one type: broadcast against each other and promoted.
    static func aligned(_ symbol: String, _ a: Operand, _ b: Operand) throws(ComputationError) -> (Operand, Operand) {
        guard let shape = a.shape.broadcast(with: b.shape) else {
            throw ShapeMismatch.broadcast(symbol, a.shape, b.shape)
        }
        let element = ElementType.promoted(a.type, b.type)
        let trace = deepestTrace([a, b])
        return (
            try a.converted(to: element).repeated(to: shape, in: trace),
            try b.converted(to: element).repeated(to: shape, in: trace)
        )
    }

    /// Elements up to which a known tensor is broadcast while tracing: few are read more quickly than they are repeated.
    private static let mostRepeated = 4096

    /// The operand broadcast to a shape. A large one is broadcast by the program, also where it is known: who multiplies
    /// by a number should not have to read a tensor full of it.
    private func repeated(to shape: Shape, in trace: Trace?) throws(ComputationError) -> Operand {
        guard case .known(let tensor) = self, tensor.shape != shape, shape.count > Self.mostRepeated, let trace else {
            return try broadcast(to: shape)
        }
        return try Operand.traced(trace.constant(tensor)).broadcast(to: shape)
    }

    /// The operand as numbers: truth values become 1 and 0.
    func asNumbers() throws(ComputationError) -> Operand {
        type.element.isFloating ? self : try converted(to: .float64)
    }

    public func converted(to element: ElementType) throws(ComputationError) -> Operand {
        type.element == element ? self : try applying(Convert(to: element))
    }

    public func broadcast(to shape: Shape) throws(ComputationError) -> Operand {
        self.shape == shape ? self : try applying(Broadcast(to: shape))
    }

    /// A known tensor of one number.
    public static func full(_ value: Double, _ type: TensorType) throws(ComputationError) -> Operand {
        try Memory.check([type])
        return .known(Tensor(repeating: value, type))
    }
}

extension TensorType {
    /// A float64 scalar.
    static let number = TensorType(.scalar)
}

extension ElementType {
    /// The type two operands compute in. Scalars are weak: a number takes the type of the tensor it meets; of two
    /// tensors, or of two scalars that are both strong, the wider wins. float64 is what a number is unless said.
    static func promoted(_ a: TensorType, _ b: TensorType) -> ElementType {
        let x = a.element.isFloating ? a.element : .float64
        let y = b.element.isFloating ? b.element : .float64
        if x == y { return x }
        if a.shape.isScalar == b.shape.isScalar { return a.shape.isScalar ? .float32 : .float64 }
        return a.shape.isScalar ? y : x
    }
}
