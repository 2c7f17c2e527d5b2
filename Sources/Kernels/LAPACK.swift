internal import COpenBLAS
internal import Glibc
internal import MatrixKernels

/// Decompositions of one matrix at a time, row-major, in float64.
///
/// LAPACK reads columns where these hold rows: what it sees is the transpose, which each call allows for. It does not
/// look for the user's interrupt: where that comes first, what a call gives means nothing, and who evaluates must look
/// at the flag.
package enum LAPACK {
    /// The multiplications from which a call is worth a thread of its own, which an interrupt leaves behind.
    private static let longWork = 1 << 22

    private static func run<Result: Sendable>(
        multiplications: Int, _ work: @escaping @Sendable () -> Result?
    ) -> Result? {
        multiplications < longWork ? work() : Abandonable.run(work) ?? nil
    }

    /// P·L·U of a matrix, for solving and for determinants.
    package struct Factors {
        private let matrix: [Double]
        private let pivots: [Int32]
        private let n: Int
        package let isSingular: Bool

        package init(_ matrix: [Double], _ n: Int) {
            self.n = n
            let factors = LAPACK.run(multiplications: n * n * n) {
                var (matrix, pivots) = (matrix, [Int32](repeating: 0, count: max(n, 1)))
                var (size, info) = (Int32(n), Int32(0))
                if n > 0 { dgetrf_(&size, &size, &matrix, &size, &pivots, &info) }
                return (matrix, pivots, info)
            }
            self.matrix = factors?.0 ?? matrix
            pivots = factors?.1 ?? [Int32](repeating: 1, count: max(n, 1))
            isSingular = (factors?.2 ?? 0) > 0
        }

        private var diagonal: [Double] { (0..<n).map { matrix[$0 * n + $0] } }

        package var determinant: Double {
            let swaps = (0..<n).count { pivots[$0] != Int32($0 + 1) }
            return diagonal.reduce(swaps % 2 == 0 ? 1 : -1, *)
        }

        /// log |det|.
        package var logDeterminant: Double { diagonal.reduce(0) { $0 + log(abs($1)) } }

        /// X [n, m] with A·X = B, or Aᵀ·X = B.
        package func solve(_ right: [Double], transposed: Bool) -> [Double] {
            guard n > 0, !right.isEmpty else { return right }
            let m = right.count / n
            return LAPACK.run(multiplications: n * right.count) { [matrix, pivots, n] in
                // LAPACK only reads the factors, and solves for one column after another.
                var (matrix, pivots, columns) = (matrix, pivots, LAPACK.transposed(right, n, m))
                var (size, count, info) = (Int32(n), Int32(m), Int32(0))
                dgetrs_(transposed ? "N" : "T", &size, &count, &matrix, &size, &pivots, &columns, &size, &info)
                return LAPACK.transposed(columns, m, n)
            } ?? right
        }
    }

    /// The transpose of a matrix of so many rows and columns.
    private static func transposed(_ matrix: [Double], _ rows: Int, _ columns: Int) -> [Double] {
        if rows == 1 || columns == 1 { return matrix }
        return [Double](unsafeUninitializedCapacity: matrix.count) { target, count in
            matrix_kernels_transpose_f64(matrix, columns, target.baseAddress, rows, rows, columns)
            count = matrix.count
        }
    }

    /// The lower triangle L with L·Lᵀ = A; nil where A is not positive definite.
    package static func cholesky(_ matrix: [Double], _ n: Int) -> [Double]? {
        let factor = run(multiplications: n * n * n) {
            var (a, size, info) = (matrix, Int32(n), Int32(0))
            if n > 0 { dpotrf_("U", &size, &a, &size, &info) }
            return info == 0 ? a : nil
        }
        guard var a = factor else { return nil }
        for row in 0..<n {
            for column in row + 1..<max(n, row + 1) { a[row * n + column] = 0 }
        }
        return a
    }

    /// The eigenvalues of a symmetric matrix, ascending, and its eigenvectors, one a row; nil where none were found.
    package static func eigen(_ matrix: [Double], _ n: Int) -> (values: [Double], vectors: [Double])? {
        guard n > 0 else { return ([], []) }
        return run(multiplications: n * n * n) {
            var (a, size, info) = (matrix, Int32(n), Int32(0))
            var values = [Double](repeating: 0, count: n)
            var (lwork, liwork) = (Int32(1 + 6 * n + 2 * n * n), Int32(3 + 5 * n))
            var work = [Double](repeating: 0, count: Int(lwork))
            var iwork = [Int32](repeating: 0, count: Int(liwork))
            dsyevd_("V", "U", &size, &a, &size, &values, &work, &lwork, &iwork, &liwork, &info)
            return info == 0 ? (values, a) : nil
        }
    }

    /// A = U·diag(s)·Vᵀ for an m × n matrix and k = min(m, n): U [m, k], s [k], Vᵀ [k, n]; nil where none were found.
    package static func singularValues(_ matrix: [Double], _ m: Int, _ n: Int) -> (
        u: [Double], s: [Double], vt: [Double]
    )? {
        let k = min(m, n)
        guard k > 0 else { return ([], [], []) }
        return run(multiplications: m * n * k) {
            // LAPACK sees Aᵀ = V·diag(s)·Uᵀ, so that its left factor is V and its right one Uᵀ.
            var (a, rows, columns, least, info) = (matrix, Int32(n), Int32(m), Int32(k), Int32(0))
            var s = [Double](repeating: 0, count: k)
            var vt = [Double](repeating: 0, count: k * n)
            var u = [Double](repeating: 0, count: m * k)
            var lwork = Int32(4 * k * k + 7 * k + max(m, n) * 4 + 64)
            var work = [Double](repeating: 0, count: Int(lwork))
            var iwork = [Int32](repeating: 0, count: 8 * k)
            dgesdd_("S", &rows, &columns, &a, &rows, &s, &vt, &rows, &u, &least, &work, &lwork, &iwork, &info)
            return info == 0 ? (u, s, vt) : nil
        }
    }
}
