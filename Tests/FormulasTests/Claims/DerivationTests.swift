import Testing

@testable import Formulas

struct DerivationTests {
    private let setting = """
        L₀(θ) = ½ * (θ · (M @ θ)) + sum(sin(θ)); L₁(θ) = sum(exp(θ)) + θ[0] * θ[1]²
        M = [[2, 1], [1, 3]]; θ₀ = [0.7, -0.4]; α = 0.05
        step(θ) = θ - α*∇L₀(θ); θ₁ = step(θ₀)
        """

    @Test func `each line is checked against the line before it and keeps its reason`() throws {
        let prompt = Prompt()
        try prompt.good(setting)
        let lines = try prompt.derivation(
            """
            ∇(θ -> L₁(step(θ)))(θ₀)
              == (∂step(θ₀))ᵀ @ ∇L₁(θ₁)            -- chain rule
              == (I - α*∇²L₀(θ₀)) @ ∇L₁(θ₁)        -- a Hessian is symmetric
              == ∇L₁(θ₁) + O(α)                     -- FOMAML
            """)
        #expect(lines.map(\.holds) == [true, true, true])
        #expect(lines.map(\.reason) == ["chain rule", "a Hessian is symmetric", "FOMAML"])
        #expect(lines.map(\.derivationStart) == ["∇(θ -> L₁(step(θ)))(θ₀)", nil, nil])
        #expect(
            lines.map(\.text) == ["== (∂step(θ₀))ᵀ @ ∇L₁(θ₁)", "== (I - α*∇²L₀(θ₀)) @ ∇L₁(θ₁)", "== ∇L₁(θ₁) + O(α)"])
        #expect(lines[2].summary.hasPrefix("order 1.00"))
    }

    @Test func `the line that is wrong fails and those after it go on from it`() throws {
        let lines = try Prompt().derivation("1 + 2\n  == 3\n  == 4  -- wrong\n  == 2 + 2\n  < 5")
        #expect(lines.map(\.holds) == [true, false, true, true])
        #expect(lines[1].reason == "wrong")
        #expect(lines[1].details.first == "left:  3")
    }

    @Test func `after an order line the chain goes on without its O term`() throws {
        let prompt = Prompt()
        try prompt.good("α = 0.1")
        #expect(try prompt.derivation("exp(α)\n  == 1 + α + O(α²)\n  == 1.1").map(\.holds) == [true, true])
    }

    @Test func `several derivations are several cells and an error stops its own`() throws {
        let prompt = Prompt()
        let cells = try prompt.session.runDerivation(
            Source(name: "test", text: "1\n  == 1\n\n2\n  == nonsense\n\n3\n  == 3"), keepGoing: true)
        #expect(cells.map { $0.diagnostic?.message } == [nil, "unknown name nonsense", nil])
        #expect(cells.map { $0.claims.map(\.holds) } == [[true], [], [true]])
    }
}
