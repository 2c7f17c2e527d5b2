import Testing

@testable import Formulas

struct StalenessTests {
    @Test(arguments: [
        ("α = 1; y = 2α; α = 3", "y: α"), ("α = 1; y = 2α; z = y + 1; w = 5; α = 3", "y: α; z: α"),
        ("α = 1; β = 2; y = α + β; α = 3; β = 4", "y: α β"), ("α = 1; y = α; y = 5; α = 2", ""),
        ("α = 1; y = α; z = y; y = 5", "z: y"), ("α = 1; y = α", ""), ("α = 1; y = α; α = 2; y = α", ""),
        ("α = 1; y = α; z = y; α = 2; y = α", "z: y"),
        ("α = 1; y = α; α = 2; z = y", "y: α; z: α"), ("x = 1; {a, b} = {a: x, b: 2x}; x = 2", "a: x; b: x"),
    ])
    func `what was computed from a name bound anew is stale`(_ program: String, _ expected: String) throws {
        #expect(try stale(program) == expected)
    }

    @Test(arguments: [
        ("L(θ) = θ²; α = 0.1; θ = 3; g = ∇L(θ); θ = θ - α*g", ""),
        ("L(θ) = θ²; α = 0.1; θ = 3; θ' = θ - α*∇L(θ); θ = θ'", ""),
        ("θ = 3; y = θ²; θ = θ - 1", "y: θ"), ("θ = 3; for i in 0..<3 { θ = θ / 2 }", ""),
        ("θ = 3; y = θ²; for i in 0..<3 { θ = θ / 2 }; z = θ²", "y: θ"),
    ])
    func `a name bound anew from what was computed with it is the next state`(
        _ program: String, _ expected: String
    ) throws {
        #expect(try stale(program) == expected)
    }

    @Test(arguments: [
        ("α = 1; θ = 3; g = 2θ; θ = θ - α*g; α = 2", "θ: α"), ("s = 1; θ = 3s; θ = θ - 1; θ = θ - 1; s = 2", "θ: s"),
        ("L(θ) = θ²; α = 1; θ = 3; g = ∇L(θ); θ = θ - α*g; L(θ) = θ³", "g: L; θ: L"),
        ("α = 1; θ = 8; n = 0; for i in 0..<3 { θ = θ - α; n = i }; α = 2", "n: α; θ: α"),
        ("α = 1; θ = 8; θ = θ - α; θ = 5; α = 2", ""),
    ])
    func `a binding that updates itself is stale by what else it read and by its predecessor`(
        _ program: String, _ expected: String
    ) throws {
        #expect(try stale(program) == expected)
    }

    @Test(arguments: [
        ("f(x) = 2x; y = f(3); f(x) = 3x", "y: f"), ("k = 2; f(x) = k * x; y = f(3); k = 5", "y: k"),
        ("f(x) = 2x; g(x) = f(x); y = g(3); f(x) = 3x", "y: f"), ("f(x) = 2x; g(x) = f(x); f(x) = 3x", ""),
        ("f(x, k = a) = k * x; a = 2; y = f(3); a = 3", "y: a"), ("y = σ(0); σ = 3", "y: σ"),
    ])
    func `calling a function reads what it reads`(_ program: String, _ expected: String) throws {
        #expect(try stale(program) == expected)
    }

    @Test func `a variation reads at its own time what it recomputes`() throws {
        #expect(try stale("α = 1; y = 2α; z = vary(α, [1, 2], y); α = 5") == "y: α; z: α")
        #expect(try stale("a = 1; y = a; a = 2; α = 1; w = α * y; z = vary(α, [1, 2], w)") == "w: a; y: a; z: a")
    }

    @Test func `a long chain is walked without recursion`() throws {
        let prompt = Prompt()
        try prompt.good("α = 1; x = 0" + String(repeating: "; x = x + α", count: 1000))
        #expect(prompt.session.staleNames == [])
        try prompt.good("α = 2")
        #expect(prompt.session.staleNames == ["x"])
        #expect(try prompt.session.refresh() == ["x"])
        #expect(try prompt.shows("x") == "2000")
    }

    /// The stale names and why.
    private func stale(_ program: String) throws -> String {
        let prompt = Prompt()
        try prompt.good(program)
        return prompt.session.staleNames.map { name in
            "\(name): \(prompt.session.staleness(of: name).joined(separator: " "))"
        }.joined(separator: "; ")
    }
}
