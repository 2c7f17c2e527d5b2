import Tensors

@testable import Programs

/// The gradient of a function of one operand with a single number as its value.
func gradient(
    at point: Operand, depth: Int = 1, _ body: (Operand) throws(ComputationError) -> Operand
) throws(ComputationError) -> Operand {
    let function = try TracedFunction(at: [point], depth: depth) { x throws(ComputationError) in [try body(x[0])] }
    return try function.gradient()[0]
}

/// The value and the derivatives 1 … `order` of a function of one number: each the gradient of the one before.
func derivatives(
    at point: Double, order: Int, _ body: @escaping (Operand) throws(ComputationError) -> Operand
) throws(ComputationError) -> [Double] {
    func nested(_ order: Int, _ x: Operand, depth: Int) throws(ComputationError) -> Operand {
        if order == 0 { return try body(x) }
        return try gradient(at: x, depth: depth) { y throws(ComputationError) in
            try nested(order - 1, y, depth: depth + 1)
        }
    }
    var values: [Double] = []
    for order in 0...order {
        values += try nested(order, Operand(point), depth: 1).knownValue()?.doubles ?? []
    }
    return values
}

extension Operand {
    init(vector elements: [Double]) { self = .known(Tensor(vector: elements)) }

    init(_ shape: Shape, _ elements: [Double]) { self = .known(Tensor(shape, elements)) }

    /// The elements of an operand that is known.
    var doubles: [Double] {
        get throws(ComputationError) { try knownValue()?.doubles ?? [] }
    }
}
