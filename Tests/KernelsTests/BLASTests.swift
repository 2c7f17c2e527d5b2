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

    /// The whole is large enough for the other library, in float32 too; its parts are not.
    @Test(arguments: [ElementType.float64, .float32], [false, true])
    func `the rows of a large product are the products of its rows`(_ element: ElementType, _ transposeRight: Bool) {
        let (m, n, k) = (129, 512, 257)
        let a = TensorMemory([m, k], element) { Double($0 * 5 % 11 - 5) }
        let b = TensorMemory(transposeRight ? [n, k] : [k, n], element) { Double($0 * 3 % 7 - 3) }
        let whole = TensorMemory([m, n], element) { _ in .nan }
        BLAS.multiply(a.view, b.view, into: whole.view, transposeLeft: false, transposeRight: transposeRight)
        let left = a.values
        for rows in [0..<7, 7..<m] {
            let part = TensorMemory([rows.count, k], element) { left[rows.lowerBound * k + $0] }
            let product = TensorMemory([rows.count, n], element) { _ in .nan }
            BLAS.multiply(part.view, b.view, into: product.view, transposeLeft: false, transposeRight: transposeRight)
            #expect(product.values == Array(whole.values[rows.lowerBound * n..<rows.upperBound * n]))
        }
    }

    /// Small enough for one library, and large enough for the other.
    @Test(arguments: [(5, 7, 3), (64, 128, 130)], 0..<4)
    func `a side without the leading axes is every item's`(_ sizes: (Int, Int, Int), _ way: Int) {
        let (m, n, k) = sizes
        let (transposeRight, isLeftShared) = (way & 1 != 0, way & 2 != 0)
        let left = TensorMemory([3, m, k], .float64) { Double($0 % (isLeftShared ? m * k : 1 << 20) * 5 % 11 - 5) }
        let right = TensorMemory([3] + (transposeRight ? [n, k] : [k, n]), .float64) {
            Double($0 % (isLeftShared ? 1 << 20 : n * k) * 3 % 7 - 3)
        }
        let one = TensorView(
            TensorType(Shape(Array((isLeftShared ? left : right).view.shape.sizes.dropFirst()))),
            (isLeftShared ? left : right).view.base)
        let products = [false, true].map { isShared in
            let product = TensorMemory([3, m, n], .float64) { _ in .nan }
            BLAS.multiply(
                isShared && isLeftShared ? one : left.view, isShared && !isLeftShared ? one : right.view,
                into: product.view, transposeLeft: false, transposeRight: transposeRight)
            return product
        }
        #expect(products[0].values == products[1].values)
    }
}
