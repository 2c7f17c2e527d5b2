import Testing

@testable import Formulas

/// Code that has been traced gives what the interpreter gives.
struct TracedCodeTests {
    @Test(arguments: 1...60)
    func `random programs give the same numbers interpreted and traced`(_ seed: UInt64) throws {
        var program = RandomProgram(seed: seed)
        let texts = program.texts()
        let plain = Prompt(seed: seed, tracing: .never)
        let others = [Prompt(seed: seed, tracing: .automatic), Prompt(seed: seed, tracing: .eager)]
        for text in texts {
            let expected = try Self.numbers(text, plain)
            for prompt in others {
                let found = try Self.numbers(text, prompt)
                #expect(areClose(found, expected, within: 1e-9), "\(found) for \(expected):\n\(texts[0])\n\(text)")
            }
        }
    }

    @Test(arguments: [
        ("f(x) = x² + c; [f(x) for x in [1, 2, 3]]", "[2, 5, 10]"),
        ("[sum(x * i for i in 1..2) for x in [1, 2]]", "[3, 6]"),
        ("sum({a: x, b: [x, x²]} for x in [1, 2])", "{a: 3, b: [3, 5]}"),
        ("mean(∇(t.loss)(c) for t in list(task(1), task(3)))", "4"),
        ("[∇(x -> x³)(x) for x in [1, 2]]", "[3, 12]"),
        ("[x + y for x in [1, 2] for y in [10, 20]]", "[11, 21, 12, 22]"),
        ("[x² for x in [1, -2, 3] if x > 0]", "[1, 9]"),
        ("[x.a * x.b for x in list({a: 1, b: 2}, {a: 3, b: 4})]", "[2, 12]"),
        ("[u · v for [u, v] in zip([[1, 2], [3, 4]], [[1, 1], [2, 0]])]", "[3, 6]"),
    ])
    func `a comprehension over items of one form runs at once, and its trace is found again`(
        _ text: String, _ value: String
    ) throws {
        let prompt = Prompt()
        #expect(
            try prompt.shows(
                "c = 1; task(w) = {loss: θ -> w * θ²}; ask() = { \(text.split(separator: "; ").joined(separator: "\n")) }; ask()"
            ) == value)
        #expect(prompt.session.cache.counts.plain == 0)
        let hits = prompt.session.cache.counts.hits
        #expect(try prompt.shows("ask()") == value)
        #expect(prompt.session.cache.counts.hits > hits)
    }

    @Test(arguments: [
        ("[(if x > 1 then x else -x) for x in [1, 2, 3]]", "[-1, 2, 3]"), ("[sum(0..n) for n in 1..3]", "[1, 3, 6]"),
        ("[zeros(n) for n in 1..2]", "list([0], [0, 0])"), ("[f(2) for f in list(x -> x, x -> x³)]", "[2, 8]"),
        ("[{f: y -> x * y} for x in [1, 2]][1].f(4)", "8"), ("[\"{x}\" for x in [1, 2]]", "list(\"1\", \"2\")"),
        ("prod(∇²(θ -> c * θ · θ)([x, x]) for x in [1, 2])", "a linear operator"),
    ])
    func `items that take different ways are interpreted one by one`(_ formula: String, _ value: String) throws {
        #expect(try Prompt().shows("c = 1; \(formula)").hasPrefix(value))
    }

    @Test func `a list that stays is not looked through again, and one that changes is`() throws {
        let prompt = Prompt(tracing: .eager)
        try prompt.good("tasks = [{x: i * [1, 2]} for i in 1..3]; f(k) = k * sum(sum(t.x) for t in tasks)")
        #expect(try prompt.shows("f(1)") == "18")
        #expect(try prompt.shows("f(2)") == "36")
        #expect(try prompt.shows("f(1)") == "18")
        #expect(try prompt.shows("tasks = list(tasks[0], tasks[1], {x: [0, 0]}); f(1)") == "9")
        #expect(try prompt.shows("f(2)") == "18")
        #expect(try prompt.shows("tasks = list(tasks[0], tasks[1]); f(1)") == "9")
        #expect(try prompt.shows("tasks = list({x: [1, 2, 3]}, {x: [0, 0, 0]}); f(2)") == "12")
        #expect(try prompt.shows("tasks = list({x: 1}, {x: [7, 8]}); f(2)") == "32")
    }

    @Test(arguments: [CodeCache.Policy.automatic, .eager])
    func `what a function reads is an input of its trace, not a part of it`(_ policy: CodeCache.Policy) throws {
        let prompt = Prompt(tracing: policy)
        try prompt.good("α = 1; k = 2; r = {a: 3}; f(x) = α * x^k + r.a; n = 0; for i in 1..4 { n = n + f(i) }")
        #expect(try prompt.shows("f(2)") == "7")
        #expect(try prompt.shows("α = 10; f(2)") == "43")
        #expect(try prompt.shows("r = {a: 0}; f(2)") == "40")
        #expect(try prompt.shows("k = 3; f(2)") == "80")
        #expect(try prompt.shows("α = [1, 2]; f(2)") == "[8, 16]")
        #expect(try prompt.shows("f(x) = x; f(2)") == "2")
        #expect(try prompt.shows("σ(0)") == "0.5")
        #expect(try prompt.shows("g(x) = σ(x); g(0); g(0); g(0); g(0)") == "0.5")
        #expect(try prompt.shows("σ = x -> 7; g(0)") == "7")
    }

    @Test(arguments: [CodeCache.Policy.automatic, .eager, .never])
    func `what prints, prints every time`(_ policy: CodeCache.Policy) throws {
        let prompt = Prompt(tracing: policy)
        let cells = try prompt.cells(
            """
            f(x) = { print(x)
              2x }
            for i in 1..6 { f(i) }
            [f(x) for x in [7, 8, 9]]
            ∇f(3)
            """)
        #expect(cells.map(\.outputs.count) == [0, 6, 3, 1])
        #expect(cells[2].lines == ["7", "8", "9"])
    }

    @Test func `an error in one item is the error that a loop would meet`() throws {
        let text = "xs = [4, 1, 0]; ys = [5, 6]\n[ys[xs[i] / 4] for i in 0..2]"
        let traced = try Prompt().failure(text)
        let plain = try Prompt(tracing: .never).failure(text)
        #expect(traced.message == plain.message)
        #expect(traced.span?.range == plain.span?.range)
        #expect(traced.message.contains("0.25"))
    }

    @Test func `a seed set inside a function is set at every call`() throws {
        let text = "f(n) = { seed(n); randn() }; list([f(3), f(3), f(3), f(3)], [f(i) for i in 0..2], randn())"
        let plain = try Prompt(tracing: .never).numbers(text)
        #expect(Set(plain).count == 8)
        for policy in [CodeCache.Policy.automatic, .eager] {
            #expect(try Prompt(tracing: policy).numbers(text) == plain)
        }
    }

    @Test func `a hundred thousand items run in parts`() throws {
        let total = try Prompt().numbers("A = eye(20); sum(sum(A * x) for x in linspace(0, 1, 100000))")
        #expect(areClose(total, [1e6], within: 1e-9))
    }

    @Test func `a contraction is traced once, too`() throws {
        let prompt = Prompt()
        try prompt.good("f(θ) = sum(θ⁴); v = [1, 0]")
        #expect(try prompt.shows("∇³f([1, 2])[v, v]") == "[24, 0]")
        #expect(try prompt.shows("∇³f([3, 2])[v, [1, 1]]") == "[72, 0]")
        #expect(try prompt.shows("g(θ) = ∇³f(θ)[v, v]; g([1, 2]); g([1, 2]); g([1, 2]); g([2, 2])") == "[48, 0]")
        #expect(try prompt.failure("∇³f([1, 2])[v]").message.contains("contracted with 2 or 3"))
    }

    @Test func `a trace is used again under a varied binding`() throws {
        let prompt = Prompt()
        try prompt.good("α = 0.1; L(θ) = θ · θ; g = ∇(θ -> L(θ - α * ∇L(θ)))([1, 2])")
        let codes = prompt.session.cache.counts.codes
        #expect(try prompt.shows("vary(α, [0, 0.25, 0.5], g[0])") == "[2, 0.5, 0]")
        #expect(prompt.session.cache.counts.codes == codes)
        #expect(prompt.session.cache.counts.hits == 3)
    }

    /// The numbers of a text; where it fails, what it said.
    private static func numbers(_ text: String, _ prompt: Prompt) throws -> [Double] {
        do {
            return try prompt.numbers(text)
        } catch let diagnostic as Diagnostic {
            Issue.record("\(diagnostic.message) at \(diagnostic.span?.text ?? "")\n\(text)")
            return []
        }
    }
}
