internal import COpenBLAS
internal import CSignals
internal import MatrixKernels
package import Tensors

/// Products of matrices: OpenBLAS's, and where they are small this package's own.
public enum BLAS {
    /// Keeps OpenBLAS to the calling thread: parallelism is the executor's, with a fixed order of reduction, so that
    /// the number of threads changes no bit.
    ///
    /// Its worker threads end. They start when the library is loaded, and a signal that reached one of them would not
    /// wake the thread that waits for input; so a program calls this before it starts threads of its own.
    public static func useOneThread() { once }

    private static let once: Void = {
        openblas_set_num_threads(1)
        _ = blas_thread_shutdown_()
    }()

    /// Products of matrices [b…, m, k] and [b…, k, n], either side possibly read transposed, or one matrix for all.
    ///
    /// In panels of at most 2 GFLOP, with the interrupt flag read between them: at the flag it stops, the rest unwritten.
    package static func multiply(
        _ a: TensorView, _ b: TensorView, into c: TensorView, transposeLeft: Bool, transposeRight: Bool
    ) {
        useOneThread()
        let rank = c.shape.rank
        let (m, n) = (c.shape[rank - 2], c.shape[rank - 1])
        let k = a.shape[a.shape.rank - (transposeLeft ? 2 : 1)]
        let size = c.type.element.size
        if c.count == 0 { return }
        if k == 0 {
            c.base.initializeMemory(as: UInt8.self, repeating: 0, count: c.type.byteCount)
            return
        }
        let items = c.shape.sizes.prefix(rank - 2).reduce(1, *)
        let steps = (left: a.shape.rank < rank ? 0 : m * k, right: b.shape.rank < rank ? 0 : k * n)
        if m * n * k <= largestOwnProduct(c.type.element) {
            return multiplySmall(
                a.base, b.base, c.base, c.type.element, items, steps, m, n, k, transposeLeft, transposeRight)
        }
        let sides = Sides(
            left: transposeLeft ? CblasTrans : CblasNoTrans, right: transposeRight ? CblasTrans : CblasNoTrans,
            leftStride: Int32(transposeLeft ? m : k), rightStride: Int32(transposeRight ? k : n), outputStride: Int32(n)
        )
        let panels = Panels(m, n, k)
        Workers.forEach(items * panels.count) { part in
            if signals_interrupted() { return }
            let (item, number) = part.quotientAndRemainder(dividingBy: panels.count)
            let (rows, columns) = panels[number]
            let (row, column) = (rows.lowerBound, columns.lowerBound)
            multiply(
                a.base + (item * steps.left + row * (transposeLeft ? 1 : k)) * size,
                b.base + (item * steps.right + column * (transposeRight ? k : 1)) * size,
                c.base + (item * m * n + row * n + column) * size, rows.count, columns.count, k, sides, c.type.element)
        }
    }

    /// The parts of a product that are computed at once, by its sizes alone: OpenBLAS may round otherwise where it has
    /// fewer rows or columns. They divide the longer side, for each packs all of the shorter one again.
    private struct Panels {
        private let m: Int
        private let n: Int
        /// Rows of a panel, or columns.
        private let length: Int
        private let dividesRows: Bool

        /// Multiplications of a panel, about: fewer would cost more than another thread gains, and more would let an
        /// interrupt wait.
        private static let smallest = 1 << 21
        private static let largest = 1 << 30

        init(_ m: Int, _ n: Int, _ k: Int) {
            (self.m, self.n) = (m, n)
            dividesRows = m >= n
            let (long, short) = (max(m, n), min(m, n))
            let work = m * n * k
            let wanted = work >= 4 * Self.smallest ? 4 : work >= 2 * Self.smallest ? 2 : 1
            let even = (long / wanted + 31) / 32 * 32
            length = max(1, min(even, long, Self.largest / max(1, short * k)))
        }

        var count: Int { ((dividesRows ? m : n) + length - 1) / length }

        subscript(number: Int) -> (rows: Range<Int>, columns: Range<Int>) {
            let start = number * length
            return dividesRows ? (start..<min(start + length, m), 0..<n) : (0..<m, start..<min(start + length, n))
        }
    }

    /// Up to so many multiplications the package's own kernels are the quicker for nearly all shapes: by a factor of 2
    /// for 10 000 of them, by a tenth at the end; in double precision OpenBLAS is as quick from a million on.
    /// `Benchmarks/matrix-products` measures it.
    private static func largestOwnProduct(_ element: ElementType) -> Int { element == .float64 ? 1 << 20 : 1 << 24 }

    /// A product whose sizes are worked out beforehand; nil where it is not a small one. It is given the addresses of
    /// both sides, and of the output.
    package static func smallProduct(
        _ a: TensorType, _ b: TensorType, _ c: TensorType, transposeLeft: Bool, transposeRight: Bool
    ) -> ((_ sides: UnsafePointer<UnsafeMutableRawPointer>, _ output: UnsafeMutableRawPointer) -> Void)? {
        let rank = c.shape.rank
        let (m, n) = (c.shape[rank - 2], c.shape[rank - 1])
        let k = a.shape[a.shape.rank - (transposeLeft ? 2 : 1)]
        guard c.shape.count > 0, k > 0, m * n * k <= largestOwnProduct(c.element) else { return nil }
        let items = c.shape.sizes.prefix(rank - 2).reduce(1, *)
        let steps = (left: a.shape.rank < rank ? 0 : m * k, right: b.shape.rank < rank ? 0 : k * n)
        return { sides, output in
            multiplySmall(sides[0], sides[1], output, c.element, items, steps, m, n, k, transposeLeft, transposeRight)
        }
    }

    /// `steps` lead from one item's side to the next one's: 0 where all have the same.
    private static func multiplySmall(
        _ a: UnsafeMutableRawPointer, _ b: UnsafeMutableRawPointer, _ c: UnsafeMutableRawPointer,
        _ element: ElementType, _ items: Int, _ steps: (left: Int, right: Int), _ m: Int, _ n: Int, _ k: Int,
        _ transposeLeft: Bool, _ transposeRight: Bool
    ) {
        let panel = (1 << 30) / (m * n * k)
        // Items whose sides lie one after the other are the kernel's own loop.
        let isContiguous = steps.left != 0 && steps.right != 0
        for start in stride(from: 0, to: items, by: panel) {
            if signals_interrupted() { return }
            let count = min(panel, items - start)
            // About 15 multiplications a nanosecond.
            Workers.forEachRange(of: count, nanoseconds: count * m * n * k / 15) { _, range in
                let atOnce = isContiguous ? range.count : 1
                for first in stride(from: start + range.lowerBound, to: start + range.upperBound, by: atOnce) {
                    func sides<T>(_: T.Type) -> (UnsafePointer<T>, UnsafePointer<T>, UnsafeMutablePointer<T>) {
                        (
                            UnsafePointer(a.assumingMemoryBound(to: T.self) + first * steps.left),
                            UnsafePointer(b.assumingMemoryBound(to: T.self) + first * steps.right),
                            c.assumingMemoryBound(to: T.self) + first * m * n
                        )
                    }
                    if element == .float64 {
                        let (a, b, c) = sides(Double.self)
                        matrix_kernels_multiply_f64(a, b, c, atOnce, m, n, k, transposeLeft, transposeRight)
                    } else {
                        let (a, b, c) = sides(Float.self)
                        matrix_kernels_multiply_f32(a, b, c, atOnce, m, n, k, transposeLeft, transposeRight)
                    }
                }
            }
        }
    }

    /// How the two sides lie in memory.
    private struct Sides {
        let left: CBLAS_TRANSPOSE
        let right: CBLAS_TRANSPOSE
        let leftStride: Int32
        let rightStride: Int32
        let outputStride: Int32
    }

    private static func multiply(
        _ a: UnsafeMutableRawPointer, _ b: UnsafeMutableRawPointer, _ c: UnsafeMutableRawPointer, _ m: Int, _ n: Int,
        _ k: Int, _ sides: Sides, _ element: ElementType
    ) {
        if element == .float64 {
            cblas_dgemm(
                CblasRowMajor, sides.left, sides.right, Int32(m), Int32(n), Int32(k), 1,
                a.assumingMemoryBound(to: Double.self), sides.leftStride, b.assumingMemoryBound(to: Double.self),
                sides.rightStride, 0, c.assumingMemoryBound(to: Double.self), sides.outputStride)
        } else {
            cblas_sgemm(
                CblasRowMajor, sides.left, sides.right, Int32(m), Int32(n), Int32(k), 1,
                a.assumingMemoryBound(to: Float.self), sides.leftStride, b.assumingMemoryBound(to: Float.self),
                sides.rightStride, 0, c.assumingMemoryBound(to: Float.self), sides.outputStride)
        }
    }
}
