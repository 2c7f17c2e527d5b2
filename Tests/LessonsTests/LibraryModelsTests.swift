import Testing

/// The library `models`.
@Suite struct LibraryModelsTests {
    @Test func `an mlp is its layers with the activation between them`() throws {
        try LibrarySession().good(
            """
            use models
            net = mlp([2, 3, 4, 1], tanh)
            [a, b, c] = net.θ
            x = randn(5, 2)
            claim net.f(net.θ, x) == tanh(tanh(x @ a.W + a.b) @ b.W + b.b) @ c.W + c.b
            plain = mlp([2, 3, 1])
            [a, b] = plain.θ
            claim plain.f(plain.θ, x) == relu(x @ a.W + a.b) @ b.W + b.b
            line = linear(2, 3)
            claim line.f(line.θ, x) == x @ line.θ[0].W + line.θ[0].b
            """)
    }

    @Test func `weights and biases are uniform up to one by the root of the inputs`() throws {
        try LibrarySession().good(
            """
            use models
            θ = mlp([16, 900, 1]).θ
            claim max(abs(θ[0].W)) < 1/4
            claim max(abs(θ[0].W)) > 0.249
            claim std(θ[0].b) ≈ 1/4/√3 within 5%
            claim max(abs(θ[1].W)) < 1/30
            claim max(abs(θ[1].W)) > 0.033
            """)
    }

    @Test func `an mlp's layers are drawn as asked for, with biases at zero or small and cut`() throws {
        try LibrarySession().good(
            """
            use models
            θ = mlp([16, 900, 1], init: unbiased_layer).θ
            claim max(abs(θ[0].W)) < 1/4
            claim max(abs(θ[0].W)) > 0.249
            claim θ[0].b == zeros(900)
            φ = mlp([16, 900, 1], tanh, truncated_layer).θ
            claim max(abs(φ[0].W)) <= 0.02
            claim max(abs(φ[0].W)) > 0.0199
            claim std(φ[0].W) ≈ 0.0087963 within 2%
            claim φ[1].b == zeros(1)
            claim shape(truncated_normal(3, 2)) == [3, 2]
            """)
    }

    @Test func `a call draws another start`() throws {
        try LibrarySession().good("use models; claim norm(mlp([2, 3]).θ - mlp([2, 3]).θ) > 0.1")
    }

    @Test func `conv-4 is four blocks, and makes an image of 28 pixels a side a feature for each filter`() throws {
        try LibrarySession().good(
            """
            use models
            net = conv4(channels: 2, filters: 3)
            x = randn(4, 2, 28, 28)
            block(x, p) = max_pool(relu(batch_norm(conv2d(x, p.K, padding: "same"), p.γ, p.β)))
            [a, b, c, d] = net.θ
            claim net.f(net.θ, x) == reshape(block(block(block(block(x, a), b), c), d), 4, 3)
            claim shape(net.f(net.θ, randn(2, 2, 32, 32))) == [2, 12]
            """)
    }

    @Test func `a head is linear in the body's features, and adapting only it leaves the body`() throws {
        try LibrarySession().good(
            """
            use models; use maml
            net = with_head(mlp([2, 3, 4]), 4, 5)
            x = randn(6, 2)
            z = mlp([2, 3, 4]).f(net.θ.body, x)
            claim net.f(net.θ, x) == z @ net.θ.head.W + net.θ.head.b
            labels = [0, 1, 2, 3, 4, 0]
            L(head, D) = cross_entropy(net.f({...net.θ, head: head}, D.x), D.y)
            head = adapt(L, net.θ.head, {x: x, y: labels}, α: 0.1, steps: 3)
            claim L(head, {x: x, y: labels}) < L(net.θ.head, {x: x, y: labels})
            """)
    }
}
