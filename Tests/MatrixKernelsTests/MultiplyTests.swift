import InstructionSets
import SeededNumbers
import Testing
import VectorMath

@Suite struct MultiplyTests {
    /// Sizes around those of registers and tiles, and any others up to 70.
    private static func products(_ count: Int, seed: UInt64) -> [Product] {
        var generator = SplitMix64(seed: seed)
        func size() -> Int {
            let edges = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 32, 33, 64, 65]
            return Bool.random(using: &generator)
                ? edges.randomElement(using: &generator) ?? 1 : Int.random(in: 0...70, using: &generator)
        }
        return (0..<count).map { index in
            Product(
                batch: Int.random(in: 1...3, using: &generator), m: size(), n: size(), k: size(),
                transposeLeft: index & 1 != 0, transposeRight: index & 2 != 0)
        }
    }

    /// Small whole numbers, whose products add up without rounding in either precision.
    private static func wholeNumbers<T: KernelElement>(_ count: Int, _ generator: inout SplitMix64) -> [T] {
        (0..<count).map { _ in T(Int.random(in: -8...8, using: &generator)) }
    }

    private static func reals<T: KernelElement>(_ count: Int, _ generator: inout SplitMix64) -> [T] {
        (0..<count).map { _ in T(Double.random(in: -1...1, using: &generator)) }
    }

    private func expectExact<T: KernelElement>(_ products: [Product], _: T.Type) throws {
        var generator = SplitMix64(seed: 7)
        for (index, product) in products.enumerated() {
            let a: [T] = Self.wholeNumbers(product.batch * product.m * product.k, &generator)
            let b: [T] = Self.wholeNumbers(product.batch * product.k * product.n, &generator)
            let got = try product(a, b, fence: index & 4 == 0 ? .afterEnd : .beforeStart)
            #expect(got.map(Double.init) == product.reference(a, b).map(\.value), "\(product)")
        }
    }

    @Test(arguments: VectorMathInstructionSet.available)
    func `products of whole numbers are exact and stay within their memory`(_ set: VectorMathInstructionSet) throws {
        let products = Self.products(160, seed: 1)
        try set {
            try expectExact(products, Double.self)
            try expectExact(products, Float.self)
        }
    }

    @Test(arguments: VectorMathInstructionSet.available)
    func `every small size is exact, read either way`(_ set: VectorMathInstructionSet) throws {
        let sizes = [0, 1, 2, 3, 5, 9]
        let products = sizes.flatMap { m in
            sizes.flatMap { n in
                sizes.flatMap { k in
                    (0..<4).map { Product(m: m, n: n, k: k, transposeLeft: $0 & 1 != 0, transposeRight: $0 & 2 != 0) }
                }
            }
        }
        try set {
            try expectExact(products, Double.self)
            try expectExact(products, Float.self)
        }
    }

    @Test(arguments: VectorMathInstructionSet.available)
    func `sides longer than a packed panel and wider than a row's registers are exact`(
        _ set: VectorMathInstructionSet
    ) throws {
        let products = (0..<4).flatMap { way in
            [(40, 9, 600), (7, 20, 300), (1, 150, 20), (3, 150, 40), (2, 5, 500)].map { m, n, k in
                Product(m: m, n: n, k: k, transposeLeft: way & 1 != 0, transposeRight: way & 2 != 0)
            }
        }
        try set {
            try expectExact(products, Double.self)
            try expectExact(products, Float.self)
        }
    }

    private func expectRounded<T: KernelElement>(_ products: [Product], _: T.Type) throws {
        var generator = SplitMix64(seed: 8)
        for product in products {
            let a: [T] = Self.reals(product.batch * product.m * product.k, &generator)
            let b: [T] = Self.reals(product.batch * product.k * product.n, &generator)
            // k roundings of products and k of sums, each by half an ulp of at most the sum of magnitudes; the
            // reference rounds in float64 likewise.
            let bound = Double(2 * product.k) * Double(T.ulpOfOne)
            for (got, want) in zip(try product(a, b), product.reference(a, b)) {
                #expect(abs(Double(got) - want.value) <= bound * want.magnitude, "\(product)")
            }
        }
    }

    @Test(arguments: VectorMathInstructionSet.available)
    func `products of reals are off by no more than their sums round`(_ set: VectorMathInstructionSet) throws {
        let products = Self.products(48, seed: 2)
        try set {
            try expectRounded(products, Double.self)
            try expectRounded(products, Float.self)
        }
    }

    private func expectAlikeInBatch<T: KernelElement>(_ products: [Product], _: T.Type) throws {
        var generator = SplitMix64(seed: 9)
        for product in products {
            var all = product
            all.batch = 4
            let a: [T] = Self.reals(4 * product.m * product.k, &generator)
            let b: [T] = Self.reals(4 * product.k * product.n, &generator)
            let together = try all(a, b)
            var one = product
            one.batch = 1
            let (left, right) = (product.m * product.k, product.k * product.n)
            var apart: [T] = []
            for item in 0..<4 {
                apart += try one(Array(a[(item * left)...].prefix(left)), Array(b[(item * right)...].prefix(right)))
            }
            #expect(together == apart, "\(product)")
        }
    }

    @Test(arguments: VectorMathInstructionSet.available)
    func `an item's bits do not depend on the batch it is in`(_ set: VectorMathInstructionSet) throws {
        let products = Self.products(40, seed: 3)
        try set {
            try expectAlikeInBatch(products, Double.self)
            try expectAlikeInBatch(products, Float.self)
        }
    }

    private func expectSpecialValues<T: KernelElement>(_ products: [Product], _: T.Type) throws {
        for product in products where product.m * product.n * product.k > 0 {
            let last = (m: product.m - 1, n: product.n - 1, k: product.k - 1)
            var a = [T](repeating: 1, count: product.m * product.k)
            var b = [T](repeating: 1, count: product.k * product.n)
            a[product.leftPosition(0, last.m, last.k)] = .nan
            b[product.rightPosition(0, last.k, last.n)] = .infinity
            let got = try product(a, b)
            for i in 0..<product.m {
                for j in 0..<product.n {
                    let value = got[i * product.n + j]
                    let want: T = i == last.m ? .nan : j == last.n ? .infinity : T(product.k)
                    #expect(value == want || (value.isNaN && want.isNaN), "\(product) at \(i), \(j)")
                }
            }
            // 0 × ∞ is NaN, though the zero comes from the left side.
            a = [T](repeating: 0, count: a.count)
            let zero = try product(a, b)
            #expect((0..<product.m).allSatisfy { zero[$0 * product.n + last.n].isNaN }, "\(product)")
        }
    }

    @Test(arguments: VectorMathInstructionSet.available)
    func `NaN and infinities reach their row and column and no other element`(_ set: VectorMathInstructionSet) throws {
        var products = Self.products(60, seed: 4)
        for index in products.indices { products[index].batch = 1 }
        try set {
            try expectSpecialValues(products, Double.self)
            try expectSpecialValues(products, Float.self)
        }
    }
}
