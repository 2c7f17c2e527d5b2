import Testing

@testable import Formulas

struct DiagnosticTopicTests {
    /// Texts with a mistake of each kind that names a topic by what it met.
    private static let mistakes = [
        "[1] + [1, 2] + [1, 2, 3]", "{a: 1} + {b: 1}", "I + 1", "sin + 1", "plot([1]) + 3", "ones(2, 3) @ ones(2, 3)",
        "I @ \"a\"", "{a: 1} · 3", "\"a\" ⊗ 1", "\"a\"ᵀ", "-sin", "√\"a\"", "‖\"a\"‖", "1 ≈ 2", "∇3", "∇sin([1, 2])",
        "grad((x, y) -> x, wrt: 3)(1)", "[1, 2][2]", "list(1)[0, 1]", "{a: 1}[0]", "for i in 3 { }", "0..1e12",
        "if 3 then 1 else 2", "f(x) = { y = x }; f(1)", "{a, b} = 3", "sin = 3", "π = 3",
        "vary(3, 1, 2)", "O(3)", "sum([1], axis: 1)", "∇(A -> svd(A).S[0])([[1, 2], [3, 4]])",
    ]

    @Test(arguments: mistakes) func `help has the topic that a diagnostic names`(_ text: String) throws {
        let diagnostic = try #require(try Session().run(Source(name: "cell", text: text)).last?.diagnostic)
        let topic = try #require(diagnostic.topic)
        let isKnown = Manual.topic(topic) != nil || Manual.symbol(topic) != nil || Manual.entry(of: topic) != nil
        #expect(isKnown, "\(topic)")
    }

    @Test func `a built-in is the topic of what is wrong with its arguments, and not of what its function does`() throws
    {
        func topic(_ text: String) throws -> String? {
            try #require(try Session().run(Source(name: "cell", text: text)).last?.diagnostic).topic
        }
        #expect(try topic("sum([1, 2], axis: 2)") == "sum")
        #expect(try topic("map(3, [1, 2])") == "map")
        #expect(try topic("map(x -> x + nothing_there, [1, 2])") == nil)
        #expect(try topic("sum(nothing_there)") == nil)
    }

    @Test func `topics are typed as pages, the rest as names`() {
        #expect(Manual.command(for: "gradients") == ":help gradients")
        #expect(Manual.command(for: "sum") == "?sum")
        #expect(Manual.command(for: "@") == "?@")
    }
}
