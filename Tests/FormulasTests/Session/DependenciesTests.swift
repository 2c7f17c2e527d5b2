import Testing

@testable import Formulas

struct DependenciesTests {
    @Test func `what was computed from what is a tree of statements`() throws {
        #expect(
            try tree("α = 1; f(x) = α * x; y = f(3); z = y + 1; w = z; α = 2", "z") == """
                z = y + 1 [stale by α]
                  y = f(3) [stale by α]
                    f(x) = α * x
                    α = 1 [then α = 2]
                """)
    }

    @Test func `a binding that updates itself shows its predecessors, cut where it is deep`() throws {
        #expect(
            try tree("θ = 8; for i in 0..<3 { θ = θ - 1 }; θ = θ / 2; θ = θ + 1; θ = θ + 2; θ = θ + 3", "θ") == """
                θ = θ + 3
                  θ = θ + 2
                    θ = θ + 1
                      θ = θ / 2
                        for i in 0..<3 { θ = θ - 1 } [cut]
                """)
    }

    @Test func `what stands above is not repeated, nor is the next state another value`() throws {
        #expect(
            try tree("θ = 2; g = 3θ; h = g + 1; k = g + h; θ = θ - k", "k") == """
                k = g + h
                  g = 3θ
                    θ = 2
                  h = g + 1
                    g = 3θ [cut]
                """)
    }

    @Test func `what derives from a name is counted by present values, a refreshed one included`() throws {
        let prompt = Prompt()
        try prompt.good("α = 1; y = 2α; z = y; w = 3; f(x) = α; θ = y; θ = θ + 1")
        #expect(prompt.session.dependencies(of: "y")?.dependents == ["z", "θ"])
        #expect(prompt.session.dependencies(of: "α")?.dependents == ["y", "z", "θ"])
        #expect(prompt.session.dependencies(of: "w")?.dependents == [])
        #expect(prompt.session.dependencies(of: "sin") == nil)
        try prompt.good("α = 2")
        #expect(prompt.session.dependencies(of: "α")?.dependents == [])
        try prompt.session.refresh()
        #expect(prompt.session.dependencies(of: "α")?.dependents == ["y", "z", "θ"])
        #expect(prompt.session.dependencies(of: "θ")?.binding.inputs.first?.inputs.first?.causes == [])
    }

    @Test func `bindings are summed up by kind, value, and signature`() throws {
        let prompt = Prompt()
        try prompt.good("v = [1, 2]; f(x, k = 2v) = k * x; g = x -> x²; r = {a: v}; v = [3, 4]")
        let summaries = prompt.session.bindings.map { "\($0.name) | \($0.kind) | \($0.text) | \($0.causes)" }
        #expect(
            summaries == [
                "f | a function | f(x, k = 2v) | []", "g | a function | x -> x² | []",
                "r | a record | {a: [1, 2]} | [\"v\"]", "v | a vector of 2 | [3, 4] | []",
            ])
    }

    private func tree(_ program: String, _ name: String) throws -> String {
        let prompt = Prompt()
        try prompt.good(program)
        return lines(try #require(prompt.session.dependencies(of: name)).binding).joined(separator: "\n")
    }

    private func lines(_ version: Dependencies.Version) -> [String] {
        let marks = [
            version.causes.isEmpty ? "" : " [stale by \(version.causes.joined(separator: " "))]",
            version.successor.map { " [then \($0)]" } ?? "", version.isCut ? " [cut]" : "",
        ]
        return [version.statement + marks.joined()] + version.inputs.flatMap { lines($0).map { "  " + $0 } }
    }
}
