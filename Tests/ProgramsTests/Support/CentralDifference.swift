import Tensors

/// The derivative at 0 of a function of one number, from values around 0: central differences of two steps combined so
/// that the error falls with the fourth power of the step (Richardson 1911).
func centralDifference<E: Error>(
    step: Double, _ function: (Double) throws(E) -> [Double]
) throws(E) -> [Double] {
    func difference(_ h: Double) throws(E) -> [Double] {
        let (above, below) = (try function(h), try function(-h))
        return zip(above, below).map { ($0 - $1) / (2 * h) }
    }
    let (coarse, fine) = (try difference(step), try difference(step / 2))
    return zip(coarse, fine).map { (4 * $1 - $0) / 3 }
}

extension Tensor {
    /// The point at `distance` along a direction.
    func moved(_ distance: Double, along direction: Tensor) -> Tensor {
        Tensor(shape, zip(doubles, direction.doubles).map { $0 + distance * $1 }).converted(to: type.element)
    }

    /// Tensors of one type as one with a further leading axis.
    static func stacked(_ items: [Tensor]) -> Tensor {
        Tensor(items[0].shape.batched(by: items.count), items.flatMap(\.doubles)).converted(to: items[0].type.element)
    }
}
