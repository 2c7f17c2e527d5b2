internal import Tensors

/// Losses and the functions they are made of.
extension Operand {
    /// eˣ / Σ eˣ along an axis.
    public func softmax(_ axis: Int = -1) throws(ComputationError) -> Operand {
        let shifted = try (self - max(axis, keep: true).stopped()).exp()
        return try shifted / shifted.sum([axis], keep: true)
    }

    public func logSoftmax(_ axis: Int = -1) throws(ComputationError) -> Operand {
        try self - logSumExp(axis, keep: true)
    }

    /// −log p of the labelled class, from logits [classes] with one label, or [n, classes] with n labels (their mean).
    public func crossEntropy(_ labels: Operand) throws(ComputationError) -> Operand {
        guard shape.rank >= 1 else {
            throw .types("cross_entropy needs logits along an axis, found a number", parameter: "logits")
        }
        let wanted = Shape(shape.sizes.dropLast())
        guard labels.shape == wanted else {
            throw .types(
                "logits of shape \(shape) want \(wanted.isScalar ? "one label" : "labels of shape \(wanted)"), found \(labels.shape.spoken)",
                parameter: "labels")
        }
        let positions = try labels.reshaped(Shape(labels.shape.sizes + [1])).converted(to: .float64)
        return try -logSoftmax().takingAlongRows(positions).mean()
    }

    /// −y·log σ(x) − (1 − y)·log(1 − σ(x)) for logits x, without forming σ; the mean over all.
    public func binaryCrossEntropy(_ y: Operand) throws(ComputationError) -> Operand {
        try checkSameShape(y, "binary_cross_entropy")
        return try (softplus() - self * y).mean()
    }

    /// The mean of squared differences.
    public func meanSquaredError(_ other: Operand) throws(ComputationError) -> Operand {
        let difference = try sameShapeDifference(other, "mse")
        return try (difference * difference).mean()
    }

    /// ‖a − b‖².
    public func squaredDistance(_ other: Operand) throws(ComputationError) -> Operand {
        let difference = try sameShapeDifference(other, "squared_distance")
        return try (difference * difference).sum()
    }

    private func sameShapeDifference(_ other: Operand, _ name: String) throws(ComputationError) -> Operand {
        try checkSameShape(other, name)
        return try self - other
    }

    private func checkSameShape(_ other: Operand, _ name: String) throws(ComputationError) {
        guard shape != other.shape else { return }
        throw .types(
            "\(name) needs one shape on both sides, found \(shape.spoken) and \(other.shape.spoken)",
            help: "a broadcast here is nearly always a mistake; reshape one side")
    }

    /// The cosine of the angle between two tensors; 0, with gradient 0, where one is 0.
    public func cosine(_ other: Operand) throws(ComputationError) -> Operand {
        try checkSameShape(other, "cosine")
        let lengths = try norm() * other.norm()
        let isZero = try lengths.isEqual(to: Operand(0))
        return try isZero.select(Operand(0), inner(other) / isZero.select(Operand(1), lengths))
    }
}
