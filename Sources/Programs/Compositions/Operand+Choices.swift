internal import Tensors

/// Comparisons, choices and logic, with broadcasting.
extension Operand {
    private func compared(
        _ relation: Compare.Relation, _ symbol: String, _ other: Operand
    ) throws(ComputationError) -> Operand {
        if type.element == .truth && other.type.element == .truth && relation == .equal {
            guard let shape = shape.broadcast(with: other.shape) else {
                throw ShapeMismatch.broadcast(symbol, shape, other.shape)
            }
            return try broadcast(to: shape).applying(Compare(.equal), other.broadcast(to: shape))
        }
        let (a, b) = try Operand.aligned(symbol, self, other)
        return try a.applying(Compare(relation), b)
    }

    public func isLess(than other: Operand) throws(ComputationError) -> Operand { try compared(.less, "<", other) }
    public func isLessOrEqual(to other: Operand) throws(ComputationError) -> Operand {
        try compared(.lessOrEqual, "≤", other)
    }
    public func isGreater(than other: Operand) throws(ComputationError) -> Operand {
        try other.compared(.less, ">", self)
    }
    public func isGreaterOrEqual(to other: Operand) throws(ComputationError) -> Operand {
        try other.compared(.lessOrEqual, "≥", self)
    }
    public func isEqual(to other: Operand) throws(ComputationError) -> Operand { try compared(.equal, "==", other) }

    func truthValues(_ name: String) throws(ComputationError) -> Operand {
        guard type.element == .truth else {
            throw .types(
                "\(name) needs truth values, found \(type.spoken)", help: "a comparison gives them, such as x > 0")
        }
        return self
    }

    public func not() throws(ComputationError) -> Operand { try truthValues("not").applying(Logic(.not)) }

    public func and(_ other: Operand) throws(ComputationError) -> Operand { try logic(.and, other) }
    public func or(_ other: Operand) throws(ComputationError) -> Operand { try logic(.or, other) }

    private func logic(_ operation: Logic.Operation, _ other: Operand) throws(ComputationError) -> Operand {
        let (a, b) = (try truthValues(operation.rawValue), try other.truthValues(operation.rawValue))
        guard let shape = a.shape.broadcast(with: b.shape) else {
            throw ShapeMismatch.broadcast(operation.rawValue, a.shape, b.shape)
        }
        return try a.broadcast(to: shape).applying(Logic(operation), b.broadcast(to: shape))
    }

    /// For truth values: `a` where they hold, `b` elsewhere. The branch not taken has no part in the derivative.
    public func select(_ a: Operand, _ b: Operand) throws(ComputationError) -> Operand {
        let p = try truthValues("where")
        var (x, y) = (a, b)
        if a.type.element != .truth || b.type.element != .truth { (x, y) = try Operand.aligned("where", a, b) }
        guard let shape = p.shape.broadcast(with: x.shape) else {
            throw .types(
                "the condition of where has shape \(p.shape), its values \(x.shape.spoken), and these do not fit",
                help: "aligned right, sizes must be equal or 1")
        }
        return try p.broadcast(to: shape).applying(Select(), x.broadcast(to: shape), y.broadcast(to: shape))
    }

    /// The larger of two, elementwise: the first on a tie; NaN where one is NaN.
    public func maximum(_ other: Operand) throws(ComputationError) -> Operand {
        let (a, b) = try Operand.aligned("max", self, other)
        return try b.isLessOrEqual(to: a).or(a.isEqual(to: a).not()).select(a, b)
    }

    /// The smaller of two, elementwise: the first on a tie; NaN where one is NaN.
    public func minimum(_ other: Operand) throws(ComputationError) -> Operand {
        let (a, b) = try Operand.aligned("min", self, other)
        return try a.isLessOrEqual(to: b).or(a.isEqual(to: a).not()).select(a, b)
    }
}
