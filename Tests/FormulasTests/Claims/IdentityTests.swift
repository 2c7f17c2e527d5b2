import Testing

@testable import Formulas

/// What papers and textbooks say of gradients, as claims.
struct IdentityTests {
    private static let setting = """
        M = [[2, 1], [1, 3]]; c = [1, -0.5]; P = [[1, 2], [0.5, -1]]; u = [0.8, -1.3]; w = [2, 0.4]
        L₀(θ) = ½ * (θ · (M @ θ)) + sum(sin(θ)) + θ[0]² * θ[1]
        L₁(θ) = sum(exp(0.3θ)) + ½ * ((θ - c) · (θ - c)) + θ[0] * θ[1]²
        θ₀ = [0.7, -0.4]; α = 0.05; β = 0.03; t = 1.7; a = 0.6; λ = 0.9
        step(θ) = θ - α*∇L₀(θ)
        θ₁ = step(θ₀); θ₂ = step(θ₁)
        h₀ = ∇L₀(θ₀); h₁ = ∇L₀(θ₁); g₀ = ∇L₁(θ₀); g₁ = ∇L₁(θ₁); g₂ = ∇L₁(θ₂)
        H₀ = ∇²L₀(θ₀); H₁ = ∇²L₀(θ₁); K₀ = ∇²L₁(θ₀); K₁ = ∇²L₁(θ₁)
        warp(θ) = θ - α * (P @ ∇L₀(θ)); q₁ = warp(θ₀)
        r = [0.02, 0.07]; s = [0.3, -1.1, 0.5]; C = [[1, 0.5], [0.5, 2], [-1, 1]]; z = [0.2, 0.9]
        x = t; for i in 0..<3 { x = x - α * a * x }

        """

    @Test(arguments: [
        // MAML's chain rule (Finn, Abbeel & Levine 2017).
        "claim ∇(θ -> L₁(step(θ)))(θ₀) == (∂step(θ₀))ᵀ @ g₁",
        "claim ∇(θ -> L₁(step(θ)))(θ₀) == (I - α*H₀) @ g₁",
        "claim ∇(θ -> L₁(step(θ)))(θ₀) == g₁ - α*(H₀ @ g₁)",
        "claim ∇(θ -> L₁(step(step(θ))))(θ₀) == (I - α*H₀) @ (I - α*H₁) @ g₂",
        "claim ∇(θ -> L₁(warp(θ)))(θ₀) == ∇L₁(q₁) - α*(H₀ @ (Pᵀ @ ∇L₁(q₁)))",
        "claim ∇(θ -> L₁(step(θ)))(θ₀) == g₁ + O(α)",
        // Taylor expansions of FOMAML, MAML and Reptile (Nichol, Achiam & Schulman 2018).
        "claim g₁ == g₀ - α*(K₀ @ h₀) + O(α²)",
        "claim g₁ == g₀ - α*(K₀ @ h₀) + ½α²*∇³L₁(θ₀)[h₀, h₀] + O(α³)",
        "claim ∇(θ -> L₁(step(θ)))(θ₀) == g₀ - α*(K₀ @ h₀) - α*(H₀ @ g₀) + O(α²)",
        "claim (θ₀ - θ₂)/α == h₀ + h₁",
        "claim (θ₀ - θ₂)/α == 2h₀ - α*(H₀ @ h₀) + O(α²)",
        "claim ∇(θ -> ∇L₀(θ) · ∇L₁(θ))(θ₀) == H₀ @ g₀ + K₀ @ h₀",
        "claim L₁(θ₁) == L₁(θ₀) - α*(g₀ · h₀) + O(α²)",
        "claim L₁(θ₁) == L₁(θ₀) - α*(g₀ · h₀) + ½α²*(h₀ · (K₀ @ h₀)) + O(α³)",
        // Derivatives by the inner rate: Meta-SGD, hypergradients.
        "claim diff(L₁(θ₁), α) == -(h₀ · g₁)",
        "claim diff(g₁, α) == -(K₁ @ h₀)",
        "claim diff(θ₂, α) == -h₁ - (I - α*H₁) @ h₀",
        "claim ∇(v -> L₁(θ₀ - v ⊙ h₀))(r) == -(h₀ ⊙ ∇L₁(θ₀ - r ⊙ h₀))",
        "claim x == (1 - α*a)³ * t",
        "claim diff(x, α) == -3a*(1 - α*a)² * t",
        "claim x == t - 3α*a*t + O(α²)",
        "claim diff(λ*t/(a + λ), t) == 1/(1 + a/λ)",
        // Products, quotients, norms.
        "claim ∇(θ -> L₀(θ)*L₁(θ))(θ₀) == L₀(θ₀)*g₀ + L₁(θ₀)*h₀",
        "claim ∇(θ -> L₁(θ)/L₀(θ))(θ₀) == (g₀*L₀(θ₀) - L₁(θ₀)*h₀)/L₀(θ₀)²",
        "claim ∇norm(u) == u/norm(u)",
        "claim ∇(v -> v · (P @ v))(u) == P @ u + Pᵀ @ u",
        "claim (∂(v -> P @ v)(u))ᵀ @ w == Pᵀ @ w",
        "claim ∇³L₁(θ₀)[u, w] == jvp(θ -> ∇²L₁(θ) @ u, θ₀, w)",
        "claim hvp(L₀, θ₀, u) == M @ u - sin(θ₀)*u + 2*[θ₀[1]*u[0] + θ₀[0]*u[1], θ₀[0]*u[0]]",
        // Prototypical networks are linear (Snell, Swersky & Zemel 2017, section 2.4).
        "claim softmax([-‖z - p‖² for p in C]) == softmax(2(C @ z) - sum(C², axis: 1))",
        "claim ‖z - C[0]‖² == ‖z‖² - 2(z · C[0]) + ‖C[0]‖²",
        // Losses.
        "claim ∇(v -> -log(softmax(v)[1]))(s) == softmax(s) - one_hot(1, 3)",
        "claim ∇logsumexp(s) == softmax(s)",
        "claim ∇sigmoid(t) == sigmoid(t)*(1 - sigmoid(t))",
        "claim ∇tanh(t) == 1 - tanh(t)²",
        // Series.
        "claim exp(α) == 1 + α + ½α² + O(α³)",
        "claim sin(α) == α - α³/6 + O(α⁵)",
        "claim (1 + α)*(1 + β) == 1 + α + β + O(α*β)",
    ])
    func `an identity holds, neither trivially nor to a higher order`(_ claim: String) throws {
        let outcome = try Prompt().claim(Self.setting + claim)
        #expect(outcome.holds, "\(outcome.summary)")
        #expect(!outcome.summary.hasPrefix("trivially") && !outcome.summary.contains("stronger"), "\(outcome.summary)")
    }
}
