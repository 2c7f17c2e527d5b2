import Kernels
import SeededNumbers
import Testing

/// Small matrices are worked on at once, large ones on a thread of their own.
struct LAPACKTests {
    private func matrix(_ rows: Int, _ columns: Int, seed: UInt64) -> [Double] {
        var numbers = SplitMix64(seed: seed)
        return (0..<rows * columns).map { _ in Double.random(in: -1...1, using: &numbers) }
    }

    /// A [n, k] times B [k, m], or Aᵀ times B.
    private func product(_ a: [Double], _ b: [Double], _ n: Int, _ m: Int, transposed: Bool = false) -> [Double] {
        let k = a.count / n
        return (0..<n * m).map { place in
            (0..<k).reduce(0) {
                $0 + (transposed ? a[$1 * n + place / m] : a[place / m * k + $1]) * b[$1 * m + place % m]
            }
        }
    }

    private func distance(_ a: [Double], _ b: [Double]) -> Double {
        a.count == b.count ? zip(a, b).map { abs($0 - $1) }.max() ?? 0 : .infinity
    }

    @Test(arguments: [3, 200], [false, true])
    func `a solution times its matrix is the right side`(_ n: Int, _ transposed: Bool) {
        let (a, right) = (matrix(n, n, seed: 1), matrix(n, 5, seed: 2))
        let solution = LAPACK.Factors(a, n).solve(right, transposed: transposed)
        #expect(distance(product(a, solution, n, 5, transposed: transposed), right) < 1e-9)
    }

    @Test(arguments: [3, 200])
    func `the triangle of Cholesky times its transpose is the matrix`(_ n: Int) throws {
        let a = matrix(n, n, seed: 3)
        var positive = product(a, a, n, n, transposed: true)
        for place in 0..<n { positive[place * n + place] += 1 }
        let lower = try #require(LAPACK.cholesky(positive, n))
        let upper = (0..<n * n).map { lower[$0 % n * n + $0 / n] }
        #expect(distance(product(lower, upper, n, n), positive) < 1e-9)
        #expect(LAPACK.cholesky(positive.map { -$0 }, n) == nil)
    }

    @Test(arguments: [3, 200])
    func `singular factors give the matrix back`(_ n: Int) throws {
        let a = matrix(n, n + 1, seed: 4)
        let (u, s, vt) = try #require(LAPACK.singularValues(a, n, n + 1))
        let scaled = u.indices.map { u[$0] * s[$0 % n] }
        #expect(distance(product(scaled, vt, n, n + 1), a) < 1e-10)
    }

    @Test(arguments: [3, 200])
    func `eigenvectors are stretched by their eigenvalues`(_ n: Int) throws {
        let a = matrix(n, n, seed: 5)
        let symmetric = (0..<n * n).map { a[$0] + a[$0 % n * n + $0 / n] }
        let (values, vectors) = try #require(LAPACK.eigen(symmetric, n))
        #expect(values == values.sorted())
        #expect(
            distance(product(vectors, symmetric, n, n), vectors.indices.map { vectors[$0] * values[$0 / n] }) < 1e-10)
    }
}
