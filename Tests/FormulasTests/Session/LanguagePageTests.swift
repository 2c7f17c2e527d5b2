import Testing

@testable import Formulas

/// The formulas that describe the language run as they are printed.
struct LanguagePageTests {
    private static let taste = """
        model(θ, x) = tanh(x @ θ.W1 + θ.b1) @ θ.W2 + θ.b2
        L(θ, D)     = mean((model(θ, D.x) - D.y)²)

        θ = {W1: randn(1, 40), b1: zeros(40), W2: randn(40, 1)/√40, b2: zeros(1)}
        τ = sinusoid(amplitude: 2, phase: 0.5)           # a task: support and query sets
        α = 0.01

        θ' = θ - α * ∇L(θ, τ.support)                     # records add, subtract and scale like vectors
        H  = ∇²L(θ, τ.support)                            # a linear operator; never stored as a matrix unless asked
        g_MAML = ∇(θ -> L(θ - α * ∇L(θ, τ.support), τ.query))(θ)

        claim g_MAML == (I - α*H) @ ∇L(θ', τ.query)
        claim g_MAML == ∇L(θ', τ.query) + O(α)
        plot(vary(α, logspace(-4, -1, 30), norm(g_MAML - ∇L(θ', τ.query))), log: "xy")
        """

    /// The same with a name for every symbol, as any keyboard types it.
    private static let ascii = """
        model(theta, x) = tanh(x @ theta.W1 + theta.b1) @ theta.W2 + theta.b2
        L(theta, D)     = mean((model(theta, D.x) - D.y)^2)
        theta = {W1: randn(1, 40), b1: zeros(40), W2: randn(40, 1)/sqrt(40), b2: zeros(1)}
        tau = sinusoid(amplitude: 2, phase: 0.5)
        alpha = 0.01
        theta' = theta - alpha * grad(L)(theta, tau.support)
        H  = hessian(L)(theta, tau.support)
        g_MAML = grad(theta -> L(theta - alpha * grad(L)(theta, tau.support), tau.query))(theta)
        claim g_MAML == (I - alpha*H) @ grad(L)(theta', tau.query)
        claim g_MAML == grad(L)(theta', tau.query) + O(alpha)
        """

    @Test(arguments: [taste, ascii])
    func `the taste of the language holds and plots`(_ text: String) throws {
        let prompt = Prompt(seed: 1, libraries: .ofTheProject)
        let cells = try prompt.cells(text, keepGoing: false)
        #expect(cells.allSatisfy { $0.isGood }, "\(cells.last?.diagnostic?.message ?? "a claim fails")")
        #expect(cells.flatMap(\.claims).count == 2)
        #expect(cells.flatMap(\.claims).allSatisfy { $0.holds })
        if text == Self.taste { #expect(cells.last?.figure != nil) }
    }

    @Test func `the derivation holds line by line`() throws {
        let prompt = Prompt(seed: 1, libraries: .ofTheProject)
        try prompt.good(
            """
            τ₀ = sinusoid(); τ₁ = sinusoid(); α = 0.01
            model(θ, x) = tanh(x @ θ.W1 + θ.b1) @ θ.W2 + θ.b2
            θ₀ = {W1: randn(1, 8), b1: zeros(8), W2: randn(8, 1)/√8, b2: zeros(1)}
            L₀(θ) = mean((model(θ, τ₀.support.x) - τ₀.support.y)²)
            L₁(θ) = mean((model(θ, τ₁.query.x) - τ₁.query.y)²)
            step(θ) = θ - α * ∇L₀(θ)
            θ₁ = step(θ₀)
            """)
        let outcomes = try prompt.derivation(
            """
            ∇(θ -> L₁(step(θ)))(θ₀)
              == (∂step(θ₀))ᵀ @ ∇L₁(θ₁)            -- chain rule
              == (I - α*∇²L₀(θ₀)) @ ∇L₁(θ₁)        -- ∂step = I − α∇²L₀, and a Hessian is symmetric
              == ∇L₁(θ₁) + O(α)                     -- drop the second derivatives: FOMAML
            """)
        #expect(outcomes.count == 3)
        #expect(outcomes.allSatisfy { $0.holds })
    }

    @Test(arguments: [
        ("∇(x -> x²)(3)", "6"), ("-3²", "-9"), ("√2² == √(2²)", "true"), ("2^-1", "0.5"), ("x = 4; 1/2x", "0.125"),
        ("α = 0.5; \"α = {α}, {{\"", "α = 0.5, {"), ("f(x, y = 1) = x + y; f(1, y: 2)", "3"),
        ("((a, b) -> a @ b)([1, 2], [3, 4])", "11"), ("r = {W: 1, b: 2}; {...r, b: 0}", "{W: 1, b: 0}"),
        ("A = [[1, 2], [3, 4]]; list(A[1, 0], A[:, 0], A[1][-1])", "list(3, [1, 3], 4)"),
        ("xs = [5, 6, 7, 8]; xs[1..3]", "[6, 7, 8]"), ("[i² for i in 1..4 if i > 2]", "[9, 16]"),
        (
            "H = [[2, 0], [0, 4]]; f(θ) = θ · (H @ θ)/2; matrix(prod(I - 0.1*∇²f([0, 0]) for i in 0..<2))",
            "[[0.64, 0], [0, 0.36]]"
        ),
        ("∇³(θ -> sum(θ³))([1, 2])[[1, 0], [1, 1]]", "[6, 0]"),
        ("taylor(exp, at: 0, order: 3)", "[1, 1, 0.5, 0.166667]"),
        ("‖[3, 4]‖ + Σ([1, 2]) + ∏([2, 3])", "14"), ("2e3 + 1", "2001"),
        (
            "reshape(1..4, 2, 2) == reshape(1..4, [2, 2])",
            "[[true, true], [true, true]]"
        ),
    ])
    func `what the page says of an expression is so`(_ formula: String, _ value: String) throws {
        #expect(try Prompt().shows(formula) == value)
    }
}
