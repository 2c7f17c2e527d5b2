import Tensors
import Testing

@testable import Programs

/// Identities of linear algebra on random matrices.
struct LinearAlgebraTests {
    private static func random(_ n: Int, _ key: UInt64) throws -> Operand { try .normal([n, n], key: key) }

    private static func definite(_ n: Int, _ key: UInt64) throws -> Operand {
        let a = try random(n, key)
        return try a.matrixProduct(a.transposed()) + Operand.identity(n)
    }

    private static func numbers(_ operand: Operand) throws -> [Double] {
        try #require(try operand.knownValue()).doubles
    }

    private static func expectEqual(_ a: Operand, _ b: Operand, _ tolerance: Double = 1e-9) throws {
        #expect(a.shape == b.shape)
        for (x, y) in zip(try numbers(a), try numbers(b)) { #expect(abs(x - y) <= tolerance * max(1, abs(y))) }
    }

    @Test(arguments: 1...6) func `a system is solved, and an inverse undoes its matrix`(_ n: Int) throws {
        let (a, b) = (try Self.random(n, 1), try Operand.normal([n, 2], key: 2))
        try Self.expectEqual(a.matrixProduct(a.solved(b)), b)
        let v = try Operand.normal([n], key: 3)
        try Self.expectEqual(a.matrixProduct(a.solved(v)), v)
        try Self.expectEqual(a.matrixProduct(a.inverse()), Operand.identity(n))
    }

    @Test(arguments: 1...6) func `the determinant of a product is the product of the determinants`(_ n: Int) throws {
        let (a, b) = (try Self.random(n, 4), try Self.random(n, 5))
        try Self.expectEqual(a.matrixProduct(b).determinant(), a.determinant() * b.determinant())
        try Self.expectEqual(a.logDeterminant().exp(), a.determinant().abs())
    }

    @Test(arguments: 1...6) func `a definite matrix is its triangle squared`(_ n: Int) throws {
        let a = try Self.definite(n, 6)
        let lower = try a.cholesky()
        try Self.expectEqual(lower.matrixProduct(lower.transposed()), a)
        let entries = try Self.numbers(lower)
        for row in 0..<n {
            for column in row..<n where column > row { #expect(entries[row * n + column] == 0) }
        }
    }

    @Test(arguments: 1...6) func `a symmetric matrix is put together from its eigenvectors`(_ n: Int) throws {
        let a = try Self.definite(n, 7)
        let (values, vectors) = (try a.eigenvalues(), try a.eigenvectors())
        try Self.expectEqual((vectors * values).matrixProduct(vectors.transposed()), a)
        let list = try Self.numbers(values)
        #expect(list == list.sorted())
    }

    @Test(arguments: [(3, 3), (5, 2), (2, 5), (1, 4)])
    func `any matrix is put together from its singular values`(_ m: Int, _ n: Int) throws {
        let a = try Operand.normal([m, n], key: 8)
        let (u, s, v) = try a.singularValues()
        try Self.expectEqual((u * s).matrixProduct(v.transposed()), a)
        let list = try Self.numbers(s)
        #expect(list == list.sorted(by: >) && list.allSatisfy { $0 >= 0 })
    }

    @Test func `what can't be is said with the shape`() throws {
        let singular = Operand.known(Tensor([2, 2], [1.0, 2, 2, 4]))
        let rectangle = try Operand.full(0, TensorType([2, 3]))
        func message(_ body: () throws -> Operand) -> String {
            do {
                _ = try body()
                return ""
            } catch {
                return (error as? ComputationError)?.message ?? "\(error)"
            }
        }
        #expect(message { try singular.inverse() }.contains("singular"))
        #expect(message { try rectangle.determinant() }.contains("[2, 3]"))
        #expect(message { try rectangle.cholesky() }.contains("[2, 3]"))
        #expect(message { try (-Operand.identity(2)).cholesky() }.contains("positive definite"))
        #expect(message { try Operand.known(Tensor([2, 2], [1.0, 2, 3, 4])).eigenvalues() }.contains("symmetric"))
        #expect(message { try Operand.full(.nan, TensorType([2, 2])).eigenvalues() }.contains("finite"))
    }

    @Test func `what has no derivative says so`() throws {
        func gradient(_ body: (Operand) throws(ComputationError) -> Operand) throws -> [Operand] {
            try TracedFunction(at: [Self.definite(3, 9)], depth: 1) { nodes throws(ComputationError) in
                [try body(nodes[0])]
            }.gradient()
        }
        #expect(throws: ComputationError.self) {
            try gradient { x throws(ComputationError) in try x.eigenvectors().sum() }
        }
        #expect(throws: ComputationError.self) {
            try gradient { x throws(ComputationError) in try x.singularValues().s.sum() }
        }
        // Of eigenvalues only the second derivative is missing.
        #expect(try gradient { x throws(ComputationError) in try x.eigenvalues().sum() }.count == 1)
        #expect(throws: ComputationError.self) {
            try TracedFunction(at: [Self.definite(2, 9)], depth: 1) { nodes throws(ComputationError) in
                [try nodes[0].eigenvalues().sum()]
            }.taylor(along: [Operand.identity(2)], order: 2)
        }
    }

    @Test func `what is stopped needs no derivative`() throws {
        let point = try Self.definite(3, 9)
        let vectors = try point.eigenvectors()
        let after = try gradient(at: point) { x throws(ComputationError) in try (x.eigenvectors().stopped() * x).sum() }
        try Self.expectEqual(after, vectors)
        let before = try gradient(at: point) { x throws(ComputationError) in try (x.stopped().eigenvectors() * x).sum()
        }
        try Self.expectEqual(before, vectors)
    }

    @Test func `the angle of the origin has slope 0`() throws {
        #expect(
            try gradient(at: Operand(0)) { x throws(ComputationError) in try x.angle(x) }.knownValue()?.doubles == [0])
    }

    private func gradient(
        at point: Operand, _ body: (Operand) throws(ComputationError) -> Operand
    ) throws -> Operand {
        try TracedFunction(at: [point], depth: 1) { nodes throws(ComputationError) in
            [try body(nodes[0])]
        }.gradient()[0]
    }
}
