import SeededNumbers
import Tensors
import Testing

@testable import Programs

struct MatrixProductTests {
    @Test func `every pair of ranks multiplies as its definition says`() throws {
        var generator = SplitMix64(seed: 5)
        for (left, right): (Shape, Shape) in [
            ([3], [3]), ([3], [3, 2]), ([4, 3], [3]), ([4, 3], [3, 2]), ([5, 4, 3], [3, 2]), ([5, 4, 3], [3]),
            ([4, 3], [5, 3, 2]), ([3], [5, 3, 2]), ([5, 4, 3], [5, 3, 2]), ([2, 1, 4, 3], [5, 3, 2]),
            ([1, 4, 3], [5, 3, 2]), ([0, 3], [3, 2]), ([2, 0], [0, 3]), ([0], [0]), ([2, 3, 0], [0]),
        ] {
            let (a, b) = (InputRule.real(left).draw(&generator), InputRule.real(right).draw(&generator))
            let found = try #require(try Operand.known(a).matrixProduct(.known(b)).knownValue())
            // As a sum over products, by broadcasting: [b…, m, k, 1] · [b…, 1, k, n].
            let (m, k) = (left.rank == 1 ? [] : [left[left.rank - 2]], left.sizes[left.rank - 1])
            let n = right.rank == 1 ? [] : [right[right.rank - 1]]
            let rows = Shape(left.sizes.dropLast(2) + [m.first ?? 1, k, 1])
            let columns = Shape(right.sizes.dropLast(2) + [1, k, n.first ?? 1])
            let product = try Operand.known(a).reshaped(rows) * Operand.known(b).reshaped(columns)
            let sum = try product.sum([-2])
            let wanted = try sum.reshaped(Shape(sum.shape.sizes.dropLast(2) + m + n)).knownValue()
            expectClose([found], [try #require(wanted)], tolerance: 1e-14, "\(left) @ \(right)")
        }
    }

    @Test func `a product over nothing is zero, with a gradient of no elements`() throws {
        let product = try Operand([2, 0], []).matrixProduct(Operand([0, 3], []))
        #expect(product.shape == [2, 3])
        #expect(try product.doubles == [0, 0, 0, 0, 0, 0])
        let slope = try gradient(at: Operand([2, 0], [])) { a throws(ComputationError) in
            try a.matrixProduct(Operand([0, 3], [])).sum()
        }
        #expect(slope.shape == [2, 0])
    }
}
