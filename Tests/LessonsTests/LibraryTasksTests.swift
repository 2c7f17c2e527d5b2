import Testing

/// The library `tasks`, which needs no `use`.
@Suite struct LibraryTasksTests {
    @Test func `a sinusoid's two sets are points of one wave`() throws {
        try LibrarySession().good(
            """
            τ = sinusoid(amplitude: 2, phase: 0.5, k: 7)
            claim τ.support.y == 2 * sin(τ.support.x - 0.5)
            claim τ.query.y == 2 * sin(τ.query.x - 0.5)
            claim shape(τ.support.x) == [7, 1]
            claim norm(τ.support.x - τ.query.x) > 0.1
            claim all(abs(τ.support.x) ≤ 5)
            """)
    }

    @Test func `linear classes lie on the two sides of one hyperplane`() throws {
        try LibrarySession().good(
            """
            τ = linear_classes(w: [1, -2, 0], b: 0.5, k: 40)
            side(D) = where(D.x[:, 0] - 2 * D.x[:, 1] + 0.5 > 0, 1, 0)
            claim τ.support.y == side(τ.support)
            claim τ.query.y == side(τ.query)
            claim 0 < mean(τ.support.y)
            claim mean(τ.support.y) < 1
            """)
    }

    @Test func `blobs have k and q items a class about one centre each`() throws {
        try LibrarySession().good(
            """
            τ = blobs(n: 3, k: 2, q: 4, d: 5, spread: 0)
            claim shape(τ.support.x) == [6, 5]
            claim τ.support.y == [0, 0, 1, 1, 2, 2]
            claim τ.query.y == [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]
            claim τ.query.x == gather(τ.support.x, 2 * τ.query.y)
            claim norm(τ.support.x[0] - τ.support.x[2]) > 0.1
            wide = blobs(n: 4, k: 2000, d: 3, spread: 0.3)
            class = wide.support.x[0..<2000]
            claim std(class - mean(class, axis: 0)) ≈ 0.3 within 5%
            """)
    }

    /// 35 items, each known by its number, of 4 classes from 7 to 11 items, in no order.
    private static let set = """
        own = floor(√permutation(35))
        D = {x: reshape(0..<35, 35, 1), y: where(own > 2, own - 2, 0)}
        classes(items) = gather(D.y, flatten(items.x))
        """

    @Test(arguments: 0..<10)
    func `an episode holds n classes, k support items of each, and query items that are others`(seed: UInt64) throws {
        try LibrarySession(seed: seed).good(
            Self.set + """

                τ = episode(D, n: 3, k: 2, q: 4)
                claim τ.support.y == [0, 0, 1, 1, 2, 2]
                claim τ.query.y == [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]
                of = classes(τ.support)[0..<6]
                claim classes(τ.support) == gather(of, 2 * τ.support.y)
                claim classes(τ.query) == gather(of, 2 * τ.query.y)
                apart(v) = all(v[1..<size(v)] > v[0..<size(v) - 1])
                claim apart(sort(gather(of, [0, 2, 4])))
                claim apart(sort(concat([flatten(τ.support.x), flatten(τ.query.x)])))
                """)
    }

    @Test func `every item may come up, and every class under every label`() throws {
        try LibrarySession().good(
            """
            D = {x: 0..<12, y: floor((0..<12) / 4)}
            met = zeros(12)
            first = zeros(3)
            for i in 1..60 {
              τ = episode(D, n: 2, k: 1, q: 1)
              met = met + sum(one_hot(τ.support.x, 12), axis: 0)
              first = first + one_hot(gather(D.y, τ.support.x[0]), 3)
            }
            claim min(met) > 2
            claim max(met) < 30
            claim min(first) > 8
            """)
    }

    @Test func `a class with too few items is an error, not another class's item`() throws {
        let tooMany = try LibrarySession().failure(Self.set + "\nepisode(D, n: 4, k: 1, q: 7)")
        #expect(tooMany == "the range 1..<8 lies outside a size of 7")
        let noSuchClass = try LibrarySession().failure(Self.set + "\nepisode(D, n: 5, k: 1, q: 1)")
        #expect(noSuchClass == "the range 0..<5 lies outside a size of 4")
    }

    @Test(arguments: [
        "sinusoid()", "linear_classes()", "blobs()", "episode({x: randn(30, 2), y: floor((0..<30) / 6)}, q: 2)",
    ])
    func `a task is drawn again from its seed, and another from another`(task: String) throws {
        let drawn = try LibrarySession(seed: 3).good(task)
        #expect(try LibrarySession(seed: 3).good(task) == drawn)
        #expect(try LibrarySession(seed: 4).good(task) != drawn)
    }
}
