import Programs
import Testing

@testable import Formulas

/// The Taylor coefficients of MAML's meta-gradient by the inner rate.
struct TaylorCostTests {
    private static let network = """
        model(θ, x) = tanh(tanh(x @ θ.W1 + θ.b1) @ θ.W2 + θ.b2) @ θ.W3 + θ.b3
        L(θ, D) = mean((model(θ, D.x) - D.y)²)
        τ = sinusoid()
        θ = {W1: randn(1, 40), b1: zeros(40), W2: randn(40, 40)/√40, b2: zeros(40), W3: randn(40, 1)/√40, b3: zeros(1)}
        α = 0.01
        g_MAML = ∇(θ -> L(θ - α * ∇L(θ, τ.support), τ.query))(θ)

        """

    @Test func `on the sinusoid network they agree with nested derivatives`() throws {
        try Prompt(seed: 2, libraries: .ofTheProject).good(
            Self.network + """
                T = taylor(g_MAML, α, at: 0, order: 3)
                g(a) = ∇(θ -> L(θ - a * ∇L(θ, τ.support), τ.query))(θ)
                g₁(a) = jvp(g, a, 1); g₂(a) = jvp(g₁, a, 1); g₃(a) = jvp(g₂, a, 1)
                coefficient(k) = map(leaf -> leaf[k], T)
                claim coefficient(0) == g(0)
                claim coefficient(1) == g₁(0)
                claim coefficient(2) == g₂(0)/2
                claim coefficient(3) == g₃(0)/6
                """)
    }

    /// With L₀ = ½θᵀAθ and L₁ = ½‖θ − c‖² it is (I − αA)((I − αA)θ − c).
    @Test func `on a quadratic they agree with the closed form`() throws {
        try Prompt().good(
            """
            A = [[2, 1], [1, 3]]; c = [1, -0.5]; θ = [0.7, -0.4]; α = 0.1
            L₀(θ) = ½ * (θ · (A @ θ)); L₁(θ) = ½ * ((θ - c) · (θ - c))
            g_MAML = ∇(θ -> L₁(θ - α * ∇L₀(θ)))(θ)
            claim taylor(g_MAML, α, at: 0, order: 3) == [θ - c, A @ c - 2*(A @ θ), A @ A @ θ, [0, 0]]
            """)
    }

    @Test func `three orders cost less than eight evaluations`() throws {
        let prompt = Prompt(seed: 2, libraries: .ofTheProject, tracing: .never)
        try prompt.good(Self.network + "g_MAML")
        let history = prompt.session.state.history
        let evaluator = prompt.session.evaluator(
            World(history: history, position: history.nodes.count), prompt.session.state.draws)
        let span = Span(Source(name: "test", text: "g_MAML"), 0..<6)
        let traced = try evaluator.trace(
            Expression(.name("g_MAML"), at: span), byBinding: "α", at: .number(0), nil, span)
        let once = traced.function.program.simplified().operationCount
        let series = traced.function.program.jet([0], order: 3).simplified().operationCount
        #expect(series < 8 * once, "\(Double(series) / Double(once)) evaluations")
        // It is no less than what the values and three products of it must cost.
        #expect(series > 2 * once)
    }
}
