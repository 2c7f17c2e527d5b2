import Testing

@testable import Formulas

/// Training with the libraries is compiled: a step is traced, and then runs without the interpreter.
@Suite struct LibraryCompilationTests {
    private static let start = """
        use models; use optimisers; use maml; use protonet
        net = mlp([1, 8, 8, 1])
        L(θ, D) = mean((net.f(θ, D.x) - D.y)²)
        embed = mlp([2, 8, 4])
        J(θ, τ) = protonet_loss(embed.f, θ, τ)
        tasks() = [sinusoid() for i in 1..5]

        """

    @Test(arguments: [
        "s = adam(s, maml_gradient(L, s.θ, tasks(), α: 0.01, steps: 2))",
        "s = adam(s, fomaml_gradient(L, s.θ, tasks()))",
        "s = momentum(s, maml_gradient(L, s.θ, tasks()))",
        "s = sgd(s, ∇L(s.θ, sinusoid().support))",
        "τ = sinusoid(); s = {θ: reptile(L, s.θ, list(τ.support, τ.query))}",
        "s = {θ: batched_reptile(L, s.θ, [list(τ.support, τ.query) for τ in tasks()])}",
        "z = adam(z, ∇J(z.θ, blobs()))",
    ])
    func `a training loop's body is traced once`(step: String) throws {
        let prompt = LibrarySession()
        try prompt.good(Self.start + "s = at_rest(net.θ); z = at_rest(embed.θ)")
        let before = prompt.session.cache.counts
        try prompt.good("for i in 1..100 { \(step) }")
        let after = prompt.session.cache.counts
        #expect(after.plain == before.plain)
        #expect(after.hits >= before.hits + 95)
    }

    /// What takes sizes from numbers is left to the interpreter by itself; the loop around it, or the gradient, is not.
    @Test(arguments: [
        "s = {θ: reptile(L, s.θ, minibatches(sinusoid(k: 30).support))}",
        "z = adam(z, ∇J(z.θ, episode(D, q: 3)))",
    ])
    func `with parts of a set, what is derived is traced once`(step: String) throws {
        let prompt = LibrarySession()
        try prompt.good(
            Self.start + "s = at_rest(net.θ); z = at_rest(embed.θ); D = {x: randn(60, 2), y: floor((0..<60) / 6)}")
        let before = prompt.session.cache.counts
        try prompt.good("for i in 1..100 { \(step) }")
        #expect(prompt.session.cache.counts.hits >= before.hits + 95)
    }
}
