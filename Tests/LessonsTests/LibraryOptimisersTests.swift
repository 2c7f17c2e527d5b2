import Testing

/// The library `optimisers`.
@Suite struct LibraryOptimisersTests {
    @Test func `gradient descent subtracts the gradient times the rate`() throws {
        try LibrarySession().good(
            """
            use optimisers
            s = sgd(sgd(at_rest([1, 2]), [10, 20], β: 0.1), [1, 1], β: 0.1)
            claim s.θ == [-0.1, -0.1]
            claim s.t == 2
            """)
    }

    @Test func `momentum goes on with what it has gathered`() throws {
        try LibrarySession().good(
            """
            use optimisers
            s = momentum(at_rest(0), 1, β: 0.1, μ: 0.9)
            claim s.θ == -0.1
            s = momentum(s, 1, β: 0.1, μ: 0.9)
            claim s.θ == -0.1 - 0.19
            s = momentum(s, 0, β: 0.1, μ: 0.9)
            claim s.θ == -0.1 - 0.19 - 0.171
            claim momentum(at_rest(3), 2, β: 0.1, μ: 0).θ == sgd(at_rest(3), 2, β: 0.1).θ
            """)
    }

    // m₁ = 0.1, v₁ = 0.001, and both without bias are 1; then m₂ = 0.09 − 0.2, v₂ = 0.000999 + 0.004.
    @Test func `Adam's first steps are those computed by hand`() throws {
        try LibrarySession().good(
            """
            use optimisers
            s = adam(at_rest(0), 1)
            claim s.θ == -0.001 / (1 + 1e-8) within 1e-14
            s = adam(s, -2)
            claim s.m == -0.11
            claim s.v == 0.004999
            claim s.θ == -0.001 / (1 + 1e-8) + 0.001 * (0.11 / 0.19) / (√(0.004999 / 0.001999) + 1e-8) within 1e-13
            """)
    }

    @Test func `under a gradient that stays, each of Adam's steps is as long as the rate, whatever its size`() throws {
        try LibrarySession().good(
            """
            use optimisers
            g = {a: [3, -0.02], b: 500}
            s = at_rest({a: [0, 0], b: 0})
            for i in 1..7 { s = adam(s, g, β: 0.01, ε: 0) }
            claim s.θ == {a: [-0.07, 0.07], b: -0.07} within 1e-12
            """)
    }

    @Test(arguments: ["sgd(s, ∇f(s.θ), β: 0.1)", "momentum(s, ∇f(s.θ), β: 0.02)", "adam(s, ∇f(s.θ), β: 0.05)"])
    func `each finds the bottom of a bowl`(step: String) throws {
        try LibrarySession().good(
            """
            use optimisers
            f(θ) = ½ * (θ.x - 1)² + 2 * norm(θ.y)²
            s = at_rest({x: -1, y: [1, 2]})
            for i in 1..600 { s = \(step) }
            claim norm(s.θ - {x: 1, y: [0, 0]}) < 1e-3
            claim s.t == 600
            """)
    }
}
