import Testing

/// The library `maml`.
@Suite struct LibraryMAMLTests {
    /// Two quadratics: a step of 0.1 from 2 leads to 1.6, and is 1 − 0.1 · 4 as long for a change of the start.
    private static let byHand = """
        use maml
        L(θ, D) = D.a / 2 * (θ - D.c)²
        τ = {support: {a: 4, c: 1}, query: {a: 1, c: 3}}

        """

    private static let networks = """
        use models; use maml
        net = mlp([1, 6, 6, 1], tanh)
        L(θ, D) = mean((net.f(θ, D.x) - D.y)²)
        θ = net.θ
        α = 0.05
        tasks = [sinusoid(k: 5) for i in 1..3]
        θ_(τ, i) = adapt(L, θ, τ.support, α, i)

        """

    @Test func `the gradients are those found by hand`() throws {
        try LibrarySession().good(
            Self.byHand + """
                claim adapt(L, 2, τ.support, α: 0.1) == 1.6
                claim adapt(L, 2, τ.support, α: 0.1, steps: 2) == 1.36
                claim adapt(L, 2, τ.support, steps: 0) == 2
                claim maml_loss(L, 2, [τ], α: 0.1) == 0.98
                claim maml_gradient(L, 2, [τ], α: 0.1) == 0.6 * -1.4
                claim maml_gradient(L, 2, [τ], α: 0.1, steps: 2) == 0.36 * -1.64
                claim fomaml_gradient(L, 2, [τ], α: 0.1) == -1.4
                claim fomaml_gradient(L, 2, [τ], α: 0.1, steps: 2) == -1.64
                """)
    }

    @Test(arguments: [1, 2, 5])
    func `MAML's gradient is the product of the steps' Jacobians and the last query gradient`(k: Int) throws {
        try LibrarySession().good(
            Self.networks + """
                J(τ, i) = I - α * ∇²L(θ_(τ, i), τ.support)
                chain(τ) = prod(J(τ, i) for i in 0..<\(k)) @ ∇L(θ_(τ, \(k)), τ.query)
                claim maml_gradient(L, θ, tasks, α, \(k)) == mean(chain(τ) for τ in tasks) within 1e-12
                claim maml_gradient(L, θ, [tasks[0]], α, \(k)) == chain(tasks[0]) within 1e-12
                """)
    }

    @Test(arguments: [1, 2, 5])
    func `first-order MAML's gradient is the last one, and apart from MAML's by the first order`(k: Int) throws {
        try LibrarySession().good(
            Self.networks + """
                claim fomaml_gradient(L, θ, tasks, α, \(k)) == mean(∇L(θ_(τ, \(k)), τ.query) for τ in tasks) within 1e-12
                claim maml_gradient(L, θ, tasks, α, \(k)) == fomaml_gradient(L, θ, tasks, α, \(k)) + O(α)
                refute maml_gradient(L, θ, tasks, α, \(k)) == fomaml_gradient(L, θ, tasks, α, \(k)) + O(α²)
                """)
    }

    @Test func `the query losses are one a task, and MAML's loss is their mean`() throws {
        try LibrarySession().good(
            Self.networks + """
                claim query_losses(L, θ, tasks, α, 2)[1] == L(θ_(tasks[1], 2), tasks[1].query)
                claim mean(query_losses(L, θ, tasks, α, 2)) == maml_loss(L, θ, tasks, α, 2)
                """)
    }

    @Test func `without an inner step both are the gradient of the joint query loss`() throws {
        try LibrarySession().good(
            Self.networks + """
                joint = ∇(θ -> mean(L(θ, τ.query) for τ in tasks))(θ)
                claim maml_gradient(L, θ, tasks, steps: 0) == joint
                claim fomaml_gradient(L, θ, tasks, steps: 0) == joint
                """)
    }

    @Test func `the gradient passes through convolutions and batch statistics`() throws {
        try LibrarySession().good(
            """
            use models; use maml
            net = with_head(conv4(filters: 2), 2, 3)
            L(θ, D) = cross_entropy(net.f(θ, D.x), D.y)
            drawn() = {x: randn(3, 1, 16, 16), y: [0, 1, 2]}
            τ = {support: drawn(), query: drawn()}
            θ = net.θ
            end = adapt(L, θ, τ.support, α: 0.1)
            claim maml_gradient(L, θ, [τ], α: 0.1) == (I - 0.1 * ∇²L(θ, τ.support)) @ ∇L(end, τ.query) within 1e-10
            """)
    }

    @Test func `Reptile with one step is gradient descent`() throws {
        try LibrarySession().good(
            Self.networks + """
                S = tasks[0].support
                claim reptile(L, θ, list(S), α, ε: 0.3) == θ - 0.3 * α * ∇L(θ, S)
                claim reptile(L, θ, list(S), α, ε: 1) == adapt(L, θ, S, α)
                """)
    }

    @Test func `Reptile moves the start towards where the minibatches lead, one after another`() throws {
        try LibrarySession().good(
            Self.byHand + """
                claim descend(L, 2, list(τ.support, τ.query), α: 0.1) == 1.6 + 0.14
                claim reptile(L, 2, list(τ.support, τ.query), α: 0.1, ε: 0.5) == 2 - 0.13
                """)
        try LibrarySession().good(
            Self.networks + """
                S = tasks[0].support
                claim descend(L, θ, list(S, S, S), α) == adapt(L, θ, S, α, 3)
                """)
    }

    @Test func `batched Reptile moves it towards the mean of where the tasks lead`() throws {
        try LibrarySession().good(
            Self.networks + """
                sets = [list(τ.support, τ.query) for τ in tasks]
                claim batched_reptile(L, θ, list(sets[0]), α, 0.3) == reptile(L, θ, sets[0], α, 0.3)
                claim batched_reptile(L, θ, sets, α, 0.3) == mean(reptile(L, θ, s, α, 0.3) for s in sets)
                """)
    }

    @Test func `minibatches are parts of a set in its order`() throws {
        try LibrarySession().good(
            """
            use maml
            D = {x: reshape(0..<11, 11, 1), y: 10..20}
            parts = minibatches(D, 4)
            claim size(parts) == 2
            claim parts[0].x == [[0], [1], [2], [3]]
            claim parts[1].y == [14, 15, 16, 17]
            claim size(minibatches({x: 0..<20, y: 0..<20})) == 2
            claim size(minibatches({x: zeros(11, 3), y: zeros(11, 2)}, 4)) == 2
            """)
    }
}
