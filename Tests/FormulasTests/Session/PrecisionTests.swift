import Programs
import Tensors
import Testing

@testable import Formulas

/// `:set precision single`.
struct PrecisionTests {
    /// A network's gradient step.
    private static let step = """
        model(θ, x) = tanh(x @ θ.W + θ.b) @ θ.V
        L(θ) = mean((model(θ, X) - Y)²)
        X = randn(20, 3); Y = randn(20, 2)
        θ = {W: randn(3, 5), b: zeros(5), V: randn(5, 2)/√5}
        α = 0.1
        θ' = θ - α * ∇L(θ)
        """

    private func single() -> Prompt {
        let prompt = Prompt()
        prompt.session.precision = .single
        return prompt
    }

    /// What the numbers of a text's last statement are held in.
    private func elements(_ text: String, in prompt: Prompt) throws -> Set<ElementType> {
        let value = try #require(try prompt.good(text).value?.flattened())
        return Set(value.leaves.map(\.type.element))
    }

    @Test(arguments: [
        "zeros(2)", "ones(2, 2)", "full(3, 2)", "eye(2)", "linspace(0, 1, 3)", "logspace(0, 1, 3)", "one_hot(1, 3)",
        "one_hot([0, 1], 3)", "randn(3)", "randn()", "uniform(0, 1, 3)", "bernoulli(0.5, 3)", "[1, 2]",
        "[[1, 2], [3, 4]]",
        "[]", "[0..2, 1..3]", "[i² for i in 1..3]", "f(x) = x; f(i for i in 1..3)", "softmax(i for i in 1..3)",
        "choice([1, 2, 3], 2)", "2 * ones(3) + 0.1", "ones(2) @ [1, 2]", "{a: zeros(2), b: [1]}",
        "randn(like: ones(2))",
        "exp([1, 2]) / 3", "∇(x -> sum(x²))([1, 2])",
    ])
    func `what a statement makes is held in the session's precision`(_ text: String) throws {
        #expect(try elements(text, in: single()) == [.float32])
        #expect(try elements(text, in: Prompt()) == [.float64])
    }

    @Test func `numbers are weak, and tensors keep what they were made in`() throws {
        let prompt = single()
        #expect(try elements("x = 0.1", in: prompt) == [.float64])
        try prompt.good("a = [0.1, 0.2]")
        prompt.session.precision = .double
        #expect(try elements("a", in: prompt) == [.float32])
        #expect(try elements("[0.1, 0.2]", in: prompt) == [.float64])
        #expect(try elements("b = a + [0.1, 0.2]", in: prompt) == [.float64])
    }

    @Test func `draws are those of double precision, rounded`() throws {
        let text = "[randn(5), uniform(-1, 1, 5), bernoulli(0.5, 5)]"
        let rounded = try Prompt().numbers(text).map { Double(Float($0)) }
        #expect(try areClose(single().numbers(text), rounded, within: 1e-6))
        #expect(try single().numbers("randn(5)") == Prompt().numbers("randn(5)").map { Double(Float($0)) })
    }

    @Test func `a claim reads what was made in single precision as it is in double`() throws {
        let prompt = single()
        try prompt.good(Self.step)
        let claim = try prompt.claim("claim θ' == θ - α*∇L(θ)")
        #expect(claim.holds)
        #expect(try #require(claim.error) < 1e-12)
        #expect(try prompt.claim("claim L(θ') == L(θ) - α*(∇L(θ) · ∇L(θ)) + O(α²)").holds)
        #expect(try #require(try prompt.claim("claim sum([0.1, 0.2]) == 0.3").error) < 1e-15)
        #expect(try prompt.claim("claim norm([0.1]) == 0.1").holds)
        #expect(try prompt.claim("refute X == X + 1e-5").holds)
        #expect(try elements("θ'", in: prompt) == [.float32])
        let exact = Prompt()
        try exact.good(Self.step)
        #expect(try areClose(prompt.numbers("vary(α, [0.1], θ')[0]"), exact.numbers("θ'"), within: 1e-14))
    }

    @Test func `derivations and claims for all are in double precision too`() throws {
        let prompt = single()
        try prompt.good("A = randn(4, 4); x = randn(4); y = A @ x")
        #expect(
            try prompt.derivation("y · y\n  == x · (Aᵀ @ y)\n  == (A @ x) · (A @ x)").allSatisfy {
                ($0.error ?? 1) < 1e-14
            })
        let claim = try prompt.claim("for all x ~ randn(4): claim y == A @ x")
        #expect(try #require(claim.error) < 1e-14)
    }

    @Test(arguments: [
        "vary(α, [0.1, 0.3], y)", "vary(α, [0.1], α * [1, 2])", "diff(y, α)", "taylor(y, α, at: 0, order: 2)",
        "taylor(t -> t * w, at: 0, order: 1)",
    ])
    func `the forms that vary a binding are in double precision`(_ form: String) throws {
        let program = "α = 0.1; w = [0.1, 0.7, 0.3]; y = α * w * [1, 2, 3]"
        let (prompt, exact) = (single(), Prompt())
        try prompt.good(program)
        try exact.good(program)
        #expect(try elements(form, in: prompt) == [.float64])
        #expect(try prompt.numbers(form) == exact.numbers(form))
        // The bindings themselves stay as they are.
        #expect(try elements("y", in: prompt) == [.float32])
    }

    @Test func `what is computed in double from single precision is recomputed as well`() throws {
        let prompt = single()
        try prompt.good("a = [0.1, 0.2]")
        prompt.session.precision = .double
        try prompt.good("b = a * [3, 3]; f(x) = a * x; c = sum(f(b))")
        #expect(try prompt.claim("claim b == [0.3, 0.6]").holds)
        #expect(try #require(try prompt.claim("claim c == 0.15").error) < 1e-15)
        #expect(try elements("a", in: prompt) == [.float32])
    }

    @Test func `what single(…) makes is single in a claim, with its tolerance`() throws {
        for prompt in [single(), Prompt()] {
            try prompt.good("x = single([0.1, 0.2])")
            let claim = try prompt.claim("claim x == [0.1, 0.2] * (1 + 1e-5)")
            #expect(claim.holds)
            #expect(try #require(claim.error) > 1e-6)
        }
        let prompt = Prompt()
        try prompt.good("y = [0.1, 0.2]")
        #expect(try !prompt.claim("claim y == [0.1, 0.2] * (1 + 1e-5)").holds)
    }

    @Test func `what the same statement has made stays in single precision, and so does the claim's tolerance`() throws
    {
        try single().good("for i in 1..2 { x = [0.1, 0.7] * i; claim x / i == [0.1, 0.7] }")
    }

    @Test func `a loop that trains is recomputed once for many claims`() throws {
        let prompt = single()
        try prompt.good("θ = [1, 2]; for i in 1..5 { θ = θ - 0.1 * ∇(θ -> sum(θ²))(θ) }; n = 0.8^5")
        for _ in 1...3 { #expect(try prompt.claim("claim θ == n * [1, 2]").holds) }
        let node = try #require(prompt.session.state.history.latest("θ"))
        #expect(prompt.session.state.history.nodes[node].inDouble.values?["θ"] != nil)
        #expect(try prompt.claim("for all n ~ uniform(0, 1): refute θ == n * [1, 2]").holds)
        // Varied values are not kept.
        try prompt.good("s = 1; u = s * [1, 2]; v = vary(s, [5], u); claim u == [1, 2]; claim v[0] == [5, 10]")
    }

    @Test func `each statement is refreshed in the precision it ran in`() throws {
        let prompt = single()
        try prompt.good("α = 1; x = α * [0.1, 0.2]")
        prompt.session.precision = .double
        try prompt.good("y = α * [0.1, 0.2]; α = 2")
        try prompt.session.refresh()
        #expect(try elements("x", in: prompt) == [.float32])
        #expect(try elements("y", in: prompt) == [.float64])
        #expect(try prompt.claim("claim x == y").holds)
    }

    @Test func `claims are checked again in double precision`() throws {
        let prompt = single()
        try prompt.good("α = [0.1]; y = α * 3; claim y == 3α; claim y[0] == 0.3; refute y[0] == 2.1; α = [0.7]")
        let claims = prompt.session.checkAgain().flatMap(\.claims)
        #expect(claims.map(\.holds) == [true, false, false])
        #expect(try #require(claims[0].error) < 1e-15)
        // Through a value that is stale itself.
        try prompt.good("β = [0.3]; α = β / 3; β = [2.1]")
        let again = prompt.session.checkAgain().flatMap(\.claims)
        #expect(again.map(\.holds) == [true, false, false])
        #expect(try #require(again[2].error) < 1e-12)
    }

    @Test func `restoring a state keeps the precision that the user's own names were made in`() throws {
        let prompt = single()
        let saved = prompt.session.state
        try prompt.good("x = [0.1, 0.7]")
        prompt.session.restore(saved)
        #expect(prompt.session.precision == .single)
        #expect(try elements("x", in: prompt) == [.float32])
        #expect(try prompt.claim("claim x == [0.1, 0.7]").error == 0)
    }
}
