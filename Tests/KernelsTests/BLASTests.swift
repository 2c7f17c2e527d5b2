import Tensors
import Testing

@testable import Kernels

@Suite struct BLASTests {
    /// On both sides of the size at which one library takes over from the other. Whole numbers: every sum is exact.
    @Test(
        arguments: [(1, 5, 7, 3), (3, 10, 40, 40), (0, 2, 2, 2), (2, 0, 3, 4), (2, 3, 4, 0), (1, 33, 258, 129)], 0..<4)
    func `a batch of products is the sum over the inner axis`(_ sizes: (Int, Int, Int, Int), _ way: Int) {
        let (items, m, n, k) = sizes
        let (transposeLeft, transposeRight) = (way & 1 != 0, way & 2 != 0)
        for element in [ElementType.float64, .float32] {
            let a = TensorMemory([items] + (transposeLeft ? [k, m] : [m, k]), element) { Double($0 * 5 % 11 - 5) }
            let b = TensorMemory([items] + (transposeRight ? [n, k] : [k, n]), element) { Double($0 * 3 % 7 - 3) }
            let c = TensorMemory([items, m, n], element) { _ in .nan }
            BLAS.multiply(
                a.view, b.view, into: c.view, transposeLeft: transposeLeft, transposeRight: transposeRight)
            let (left, right) = (a.values, b.values)
            var want: [Double] = []
            for item in 0..<items {
                for i in 0..<m {
                    for j in 0..<n {
                        var sum = 0.0
                        for p in 0..<k {
                            sum +=
                                left[item * m * k + (transposeLeft ? p * m + i : i * k + p)]
                                * right[item * k * n + (transposeRight ? j * k + p : p * n + j)]
                        }
                        want.append(sum)
                    }
                }
            }
            #expect(c.values == want)
        }
    }
}
