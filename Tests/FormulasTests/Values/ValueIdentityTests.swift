import Formulas
import Testing

@Suite struct ValueIdentityTests {
    /// The names of `x`, `y`, … that differ between two sessions.
    private func differing(_ a: String, _ b: String) throws -> [String] {
        let (one, other) = (Session(), Session())
        try one.run(Source(name: "a", text: a))
        try other.run(Source(name: "b", text: b))
        return one.state.namesThatDiffer(from: other.state)
    }

    @Test(arguments: [
        "1/3", "[[1, 2], [3, 0/0]]", "{a: 1, b: [\"t\", list(1, [2])]}", "0..<3", "x -> x²", "sin", "∇(v -> v · v)",
        "∇²(v -> v · v)([1, 2])", "2 * I", "true", "plot([1, 2])", "{ k = randn(2); z -> k * z }", "randn(3)",
    ])
    func `a value made alike is the same to the bit`(formula: String) throws {
        #expect(try differing("x = \(formula)", "x = \(formula)") == [])
    }

    @Test(arguments: [
        ("1", "1 + 2e-16 * 2"), ("0", "-0.0 * 1"), ("1", "[1]"), ("1", "single(1)"), ("{a: 1, b: 2}", "{b: 2, a: 1}"),
        ("[1, 2]", "list(1, 2)"), ("0..<3", "0..<4"), ("x -> x", "x -> x + 0"), ("sin", "cos"),
        ("∇(v -> v · v)", "∂(v -> v · v)"), ("∇²(v -> v · v)([1, 2])", "∇²(v -> 2v · v)([1, 2])"), ("2 * I", "3 * I"),
        ("{ k = 1; z -> k * z }", "{ k = 2; z -> k * z }"), ("\"a\"", "\"b\""), ("plot([1, 2])", "plot([1, 3])"),
    ])
    func `a value that differs in anything differs`(one: String, other: String) throws {
        #expect(try differing("x = \(one)", "x = \(other)") == ["x"])
    }

    @Test func `a name that only one has differs`() throws {
        #expect(try differing("a = 1; b = 2", "b = 2; c = 3") == ["a", "c"])
    }
}
