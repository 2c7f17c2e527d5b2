internal import Tensors

/// Elementwise functions of one operand.
extension Operand {
    private func function(_ primitive: any Primitive) throws(ComputationError) -> Operand {
        try asNumbers().applying(primitive)
    }

    public func exp() throws(ComputationError) -> Operand { try function(Exponential()) }
    public func log() throws(ComputationError) -> Operand { try function(Logarithm()) }
    public func sin() throws(ComputationError) -> Operand { try function(Sine()) }
    public func cos() throws(ComputationError) -> Operand { try function(Cosine()) }
    public func tan() throws(ComputationError) -> Operand { try sin() / cos() }
    public func tanh() throws(ComputationError) -> Operand { try function(HyperbolicTangent()) }
    public func squareRoot() throws(ComputationError) -> Operand { try function(SquareRoot()) }
    public func erf() throws(ComputationError) -> Operand { try function(ErrorFunction()) }
    public func floor() throws(ComputationError) -> Operand { try function(Floor()) }
    public func abs() throws(ComputationError) -> Operand { try function(AbsoluteValue()) }
    public func sign() throws(ComputationError) -> Operand { try function(Sign()) }
    public func sigmoid() throws(ComputationError) -> Operand { try function(Sigmoid()) }
    public func softplus() throws(ComputationError) -> Operand { try function(Softplus()) }
    public func stopped() throws(ComputationError) -> Operand { try applying(Stop()) }

    /// max(x, 0), with slope 0 at 0; NaN of NaN.
    public func relu() throws(ComputationError) -> Operand {
        let x = try asNumbers()
        return try x.isLessOrEqual(to: Operand(0)).select(Operand(0), x)
    }

    /// x·Φ(x), Φ the normal distribution function (the erf form).
    public func gelu() throws(ComputationError) -> Operand {
        try 0.5 * self * (1 + (self / 2.0.squareRoot()).erf())
    }
}
