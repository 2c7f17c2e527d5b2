import Testing

/// The library `protonet`.
@Suite struct LibraryProtonetTests {
    /// Items on a line under the identity, classes in turn: prototypes 1 and 11.
    private static let byHand = """
        use protonet
        f(θ, x) = θ * x
        τ = {support: {x: [[0], [10], [2], [12]], y: [0, 1, 0, 1]}, query: {x: [[5], [7], [4]], y: [0, 1, 1]}}

        """

    private static let networks = """
        use models; use protonet
        net = mlp([4, 8, 3], tanh)
        θ = net.θ
        τ = blobs(n: 4, k: 3, q: 5, d: 4)
        C = prototypes(net.f, θ, τ.support)
        z = net.f(θ, τ.query.x)

        """

    @Test func `prototypes, probabilities, loss and accuracy are those found by hand`() throws {
        try LibrarySession().good(
            Self.byHand + """
                claim prototypes(f, 1, τ.support) == [[1], [11]]
                claim prototypes(f, 3, τ.support) == [[3], [33]]
                log_p = log_probabilities(f, 1, τ.support, τ.query.x)
                claim log_p == [log_softmax([-16, -36]), log_softmax([-36, -16]), log_softmax([-9, -49])]
                claim protonet_loss(f, 1, τ) == -(log_p[0, 0] + log_p[1, 1] + log_p[2, 1]) / 3
                claim protonet_accuracy(f, 1, τ) == 2/3
                """)
    }

    @Test func `a prototype is its class's mean embedding`() throws {
        try LibrarySession().good(
            Self.networks + """
                claim C == [mean(net.f(θ, τ.support.x[3 * k..<3 * k + 3]), axis: 0) for k in 0..<4]
                """)
    }

    // −‖z − c‖² = −‖z‖² + 2c·z − ‖c‖², and softmax does not see what all classes share.
    @Test func `the logits are a linear classifier's, with w = 2c and b = −‖c‖²`() throws {
        try LibrarySession().good(
            Self.networks + """
                log_p = log_probabilities(net.f, θ, τ.support, τ.query.x)
                claim log_p == log_softmax(z @ (2 * C)ᵀ - [norm(c)² for c in C]) within 1e-13
                refute log_p == log_softmax([[-norm(u - c) for c in C] for u in z])
                """)
    }

    @Test func `the order of the support items does not matter`() throws {
        try LibrarySession().good(
            Self.networks + """
                order = permutation(12)
                S = {x: gather(τ.support.x, order), y: gather(τ.support.y, order)}
                claim prototypes(net.f, θ, S) == C
                """)
    }

    // For one query item of class y: ∂J/∂z = 2 Σ_k (p_k − [k = y]) c_k, since Σ_k (p_k − [k = y]) z = 0.
    @Test func `the loss's gradient by an embedding is the one found by hand`() throws {
        try LibrarySession().good(
            """
            use protonet
            f(θ, x) = x
            S = blobs(n: 3, k: 2, d: 4).support
            z = randn(4)
            J(z) = protonet_loss(f, 0, {support: S, query: {x: [z], y: [1]}})
            p = exp(log_probabilities(f, 0, S, [z]))[0]
            claim ∇J(z) == 2 * (p - one_hot(1, 3)) @ prototypes(f, 0, S)
            """)
    }

    @Test func `a few steps on episodes make new classes easier to tell apart`() throws {
        try LibrarySession().good(
            """
            use models; use optimisers; use protonet
            D = {x: randn(200, 2), y: floor((0..<200) / 10)}
            hide(x) = concat([x * 0 + 3 * randn(like: x), x], axis: 1)
            draw() = { τ = blobs(n: 5, k: 1, q: 5)
              {support: {x: hide(τ.support.x), y: τ.support.y}, query: {x: hide(τ.query.x), y: τ.query.y}} }
            net = linear(4, 2)
            s = at_rest(net.θ)
            test = [draw() for i in 1..50]
            accuracy(θ) = mean(protonet_accuracy(net.f, θ, τ) for τ in test)
            before = accuracy(s.θ)
            for i in 1..150 { s = adam(s, ∇(θ -> protonet_loss(net.f, θ, draw()))(s.θ), β: 0.03) }
            claim accuracy(s.θ) > before + 0.1
            """)
    }
}
