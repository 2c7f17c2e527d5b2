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

    /// Products of matrices [b…, m, k] and [b…, k, n], either side possibly read transposed.
    ///
    /// In panels of at most 2 GFLOP, with the interrupt flag read between them: at the flag it stops, the rest unwritten.
    package static func multiply(
        _ a: TensorView, _ b: TensorView, into c: TensorView, transposeLeft: Bool, transposeRight: Bool
    ) {
        useOneThread()
        let rank = c.shape.rank
        let (m, n) = (c.shape[rank - 2], c.shape[rank - 1])
        let k = a.shape[transposeLeft ? rank - 2 : rank - 1]
        let size = c.type.element.size
        if c.count == 0 { return }
        if k == 0 {
            c.base.initializeMemory(as: UInt8.self, repeating: 0, count: c.type.byteCount)
            return
        }
        let items = c.shape.sizes.prefix(rank - 2).reduce(1, *)
        if m * n * k <= largestOwnProduct {
            return multiplySmall(
                a.base, b.base, c.base, c.type.element, items, m, n, k, transposeLeft, transposeRight)
        }
        let panel = max(1, min(m, (1 << 30) / max(1, n * k)))
        let sides = Sides(
            left: transposeLeft ? CblasTrans : CblasNoTrans, right: transposeRight ? CblasTrans : CblasNoTrans,
            leftStride: Int32(transposeLeft ? m : k), rightStride: Int32(transposeRight ? k : n))
        for item in 0..<items {
            for start in stride(from: 0, to: m, by: panel) {
                if signals_interrupted() { return }
                multiply(
                    a.base + (item * m * k + (transposeLeft ? start : start * k)) * size,
                    b.base + item * k * n * size, c.base + (item * m + start) * n * size, min(panel, m - start), n, k,
                    sides, c.type.element)
            }
        }
    }

    /// Up to so many multiplications the package's own kernels are the quicker for nearly all shapes: by a factor of 2
    /// for 10 000 of them, by a tenth at the end. `Benchmarks/matrix-products` measures it.
    private static let largestOwnProduct = 1 << 20

    /// A product whose sizes are worked out beforehand; nil where it is not a small one. It is given the addresses of
    /// both sides, and of the output.
    package static func smallProduct(
        _ a: TensorType, _ c: TensorType, transposeLeft: Bool, transposeRight: Bool
    ) -> ((_ sides: UnsafePointer<UnsafeMutableRawPointer>, _ output: UnsafeMutableRawPointer) -> Void)? {
        let rank = c.shape.rank
        let (m, n) = (c.shape[rank - 2], c.shape[rank - 1])
        let k = a.shape[transposeLeft ? rank - 2 : rank - 1]
        guard c.shape.count > 0, k > 0, m * n * k <= largestOwnProduct else { return nil }
        let items = c.shape.sizes.prefix(rank - 2).reduce(1, *)
        return { sides, output in
            multiplySmall(sides[0], sides[1], output, c.element, items, m, n, k, transposeLeft, transposeRight)
        }
    }

    private static func multiplySmall(
        _ a: UnsafeMutableRawPointer, _ b: UnsafeMutableRawPointer, _ c: UnsafeMutableRawPointer,
        _ element: ElementType, _ items: Int, _ m: Int, _ n: Int, _ k: Int, _ transposeLeft: Bool,
        _ transposeRight: Bool
    ) {
        let panel = (1 << 30) / (m * n * k)
        for start in stride(from: 0, to: items, by: panel) {
            if signals_interrupted() { return }
            let count = min(panel, items - start)
            func sides<T>(_: T.Type) -> (UnsafePointer<T>, UnsafePointer<T>, UnsafeMutablePointer<T>) {
                (
                    UnsafePointer(a.assumingMemoryBound(to: T.self) + start * m * k),
                    UnsafePointer(b.assumingMemoryBound(to: T.self) + start * k * n),
                    c.assumingMemoryBound(to: T.self) + start * m * n
                )
            }
            if element == .float64 {
                let (a, b, c) = sides(Double.self)
                matrix_kernels_multiply_f64(a, b, c, count, m, n, k, transposeLeft, transposeRight)
            } else {
                let (a, b, c) = sides(Float.self)
                matrix_kernels_multiply_f32(a, b, c, count, m, n, k, transposeLeft, transposeRight)
            }
        }
    }

    /// How the two sides lie in memory.
    private struct Sides {
        let left: CBLAS_TRANSPOSE
        let right: CBLAS_TRANSPOSE
        let leftStride: Int32
        let rightStride: Int32
    }

    private static func multiply(
        _ a: UnsafeMutableRawPointer, _ b: UnsafeMutableRawPointer, _ c: UnsafeMutableRawPointer, _ m: Int, _ n: Int,
        _ k: Int, _ sides: Sides, _ element: ElementType
    ) {
        if element == .float64 {
            cblas_dgemm(
                CblasRowMajor, sides.left, sides.right, Int32(m), Int32(n), Int32(k), 1,
                a.assumingMemoryBound(to: Double.self), sides.leftStride, b.assumingMemoryBound(to: Double.self),
                sides.rightStride, 0, c.assumingMemoryBound(to: Double.self), Int32(n))
        } else {
            cblas_sgemm(
                CblasRowMajor, sides.left, sides.right, Int32(m), Int32(n), Int32(k), 1,
                a.assumingMemoryBound(to: Float.self), sides.leftStride, b.assumingMemoryBound(to: Float.self),
                sides.rightStride, 0, c.assumingMemoryBound(to: Float.self), Int32(n))
        }
    }
}
