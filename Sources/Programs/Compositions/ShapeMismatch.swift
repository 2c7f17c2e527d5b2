internal import Tensors

/// What is said of two shapes that do not go together, with the mend that is nearest.
enum ShapeMismatch {
    /// Two shapes that do not broadcast against each other.
    static func broadcast(_ name: String, _ a: Shape, _ b: Shape) -> ComputationError {
        var help = "aligned right, sizes must be equal or 1"
        if let (left, right) = meeting(a, b) { help += "; here \(left) meets \(right)" }
        if let mend = mend(a, b) { help += "; \(mend)" }
        return .types("shapes \(a) and \(b) do not fit for \(name)", help: help)
    }

    /// The rightmost two sizes that differ.
    private static func meeting(_ a: Shape, _ b: Shape) -> (Int, Int)? {
        zip(a.sizes.reversed(), b.sizes.reversed()).first { $0 != $1 && $0 != 1 && $1 != 1 }
    }

    private static func mend(_ a: Shape, _ b: Shape) -> String? {
        if a.rank == 2, b.rank == 2, a.sizes == b.sizes.reversed() { return "a transpose of one side fits" }
        // A vector along the rows of a matrix.
        for (vector, matrix) in [(a, b), (b, a)] where vector.rank == 1 && matrix.rank == 2 && vector[0] == matrix[0] {
            return "as a column, reshape(v, \(vector[0]), 1), the vector fits"
        }
        return nil
    }

    /// Two shapes without a matrix product.
    static func product(_ a: Shape, _ b: Shape) -> ComputationError {
        let product = "the matrix product \(a.spoken) @ \(b.spoken) does not fit"
        guard a.rank > 0, b.rank > 0 else {
            return .types(
                "\(product): @ wants a vector or a matrix on either side", help: "a number is multiplied with *")
        }
        let (left, right) = (a[a.rank - 1], b[max(0, b.rank - 2)])
        if left == right {
            return .types(
                "\(product): the leading axes \(Shape(Array(a.sizes.dropLast(2)))) and \(Shape(Array(b.sizes.dropLast(2)))) do not fit",
                help: "before the last two axes, sizes aligned right must be equal or 1")
        }
        let place = b.rank == 1 ? "the only axis" : "the last axis but one"
        let mends = transposes(a, b)
        return .types(
            "\(product): the last axis of the left side meets \(place) of the right, and \(left) is not \(right)",
            help: mends.isEmpty ? nil : "a transpose fits: " + mends.joined(separator: ", "))
    }

    /// The transposes that make a product of two shapes fit.
    private static func transposes(_ a: Shape, _ b: Shape) -> [String] {
        func turned(_ shape: Shape) -> Shape { Shape(shape.sizes.reversed()) }
        var mends: [String] = []
        if b.rank == 2, a.rank <= 2, a.sizes.last == b[1] {
            mends.append("\(a.rank == 1 ? "v" : "A") @ Bᵀ is \(a) @ \(turned(b))")
        }
        if a.rank == 2, b.rank <= 2, a[0] == b[0] {
            mends.append("Aᵀ @ \(b.rank == 1 ? "v" : "B") is \(turned(a)) @ \(b)")
        }
        return mends
    }
}
