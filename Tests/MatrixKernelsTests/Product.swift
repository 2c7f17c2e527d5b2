import MatrixKernels
import Testing

/// The two precisions of the kernels.
protocol KernelElement: BinaryFloatingPoint, Sendable {
    static func multiply(
        _ product: Product, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>, _ c: UnsafeMutablePointer<Self>)
    static func transpose(
        _ x: UnsafePointer<Self>, _ xRow: Int, _ y: UnsafeMutablePointer<Self>, _ yRow: Int, _ rows: Int, _ columns: Int
    )
}

extension Double: KernelElement {
    static func multiply(
        _ p: Product, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>, _ c: UnsafeMutablePointer<Self>
    ) {
        matrix_kernels_multiply_f64(a, b, c, p.batch, p.m, p.n, p.k, p.transposeLeft, p.transposeRight)
    }

    static func transpose(
        _ x: UnsafePointer<Self>, _ xRow: Int, _ y: UnsafeMutablePointer<Self>, _ yRow: Int, _ rows: Int, _ columns: Int
    ) { matrix_kernels_transpose_f64(x, xRow, y, yRow, rows, columns) }
}

extension Float: KernelElement {
    static func multiply(
        _ p: Product, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>, _ c: UnsafeMutablePointer<Self>
    ) {
        matrix_kernels_multiply_f32(a, b, c, p.batch, p.m, p.n, p.k, p.transposeLeft, p.transposeRight)
    }

    static func transpose(
        _ x: UnsafePointer<Self>, _ xRow: Int, _ y: UnsafeMutablePointer<Self>, _ yRow: Int, _ rows: Int, _ columns: Int
    ) { matrix_kernels_transpose_f32(x, xRow, y, yRow, rows, columns) }
}

/// The sizes of a batch of products, and how the sides are read.
struct Product: CustomStringConvertible {
    var batch = 1
    var m: Int
    var n: Int
    var k: Int
    var transposeLeft = false
    var transposeRight = false

    var description: String {
        "\(batch) × \(m)×\(k) @ \(k)×\(n)\(transposeLeft ? ", left" : "")\(transposeRight ? ", right" : "") transposed"
    }

    func leftPosition(_ item: Int, _ i: Int, _ p: Int) -> Int { item * m * k + (transposeLeft ? p * m + i : i * k + p) }
    func rightPosition(_ item: Int, _ p: Int, _ j: Int) -> Int {
        item * k * n + (transposeRight ? j * k + p : p * n + j)
    }

    /// What the kernels say, computed with both sides and the output against a fence.
    func callAsFunction<T: KernelElement>(_ a: [T], _ b: [T], fence: FencedArray<T>.Fence = .afterEnd) throws -> [T] {
        let left = try FencedArray(a, fence)
        let right = try FencedArray(b, fence)
        let output = try FencedArray([T](repeating: .nan, count: batch * m * n), fence)
        let from = (try #require(left.elements.baseAddress), try #require(right.elements.baseAddress))
        T.multiply(self, from.0, from.1, try #require(output.elements.baseAddress))
        #expect(output.isIntact, "\(self)")
        return Array(output.elements)
    }

    /// The sum for each element in float64, and the sum of its terms' magnitudes.
    func reference<T: KernelElement>(_ a: [T], _ b: [T]) -> [(value: Double, magnitude: Double)] {
        let (left, right) = (a.map(Double.init), b.map(Double.init))
        var sums = [(value: Double, magnitude: Double)](repeating: (0, 0), count: batch * m * n)
        for position in sums.indices where k > 0 {
            let (item, i, j) = (position / n / m, position / n % m, position % n)
            var (x, y) = (leftPosition(item, i, 0), rightPosition(item, 0, j))
            var (value, magnitude) = (0.0, 0.0)
            for _ in 0..<k {
                let term = left[x] * right[y]
                value += term
                magnitude += abs(term)
                x += transposeLeft ? m : 1
                y += transposeRight ? 1 : n
            }
            sums[position] = (value, magnitude)
        }
        return sums
    }
}
