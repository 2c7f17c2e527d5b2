import Testing

@testable import Formulas

/// Code that has been traced gives what the interpreter gives.
struct TracedCodeTests {
    @Test(arguments: 1...40)
    func `random programs give the same numbers interpreted and traced`(_ seed: UInt64) throws {
        try Self.compare(seed, .double, within: 1e-9)
    }

    /// Single precision rounds at 6e-8, and these programs magnify what it leaves.
    @Test(arguments: 101...108)
    func `so they do in single precision`(_ seed: UInt64) throws {
        try Self.compare(seed, .single, within: 2e-3)
    }

    @Test func `a range among the numbers of a comprehension's items stays what it is`() throws {
        let session = Session()
        for _ in 1...3 {
            let cells = try session.run(
                Source(name: "test", text: "xs = [{x: randn(2), y: 0..<4} for i in 1..3]; [size(xs), xs[2].y[3]]"))
            #expect(cells.allSatisfy { $0.diagnostic == nil })
            #expect(cells.last?.value?.inlineText == "[3, 3]")
        }
    }

    private static func compare(_ seed: UInt64, _ precision: Precision, within tolerance: Double) throws {
        var program = RandomProgram(seed: seed)
        let texts = program.texts()
        let plain = Prompt(seed: seed, tracing: .never)
        let others = [Prompt(seed: seed, tracing: .automatic), Prompt(seed: seed, tracing: .eager)]
        for prompt in [plain] + others { prompt.session.precision = precision }
        for text in texts {
            let expected = try numbers(text, plain)
            for prompt in others {
                let found = try numbers(text, prompt)
                #expect(areClose(found, expected, within: tolerance), "\(found) for \(expected):\n\(texts[0])\n\(text)")
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

    @Test(arguments: [CodeCache.Policy.automatic, .eager, .never])
    func `what is traced in a statement that has drawn does not count as a draw elsewhere`(
        _ policy: CodeCache.Policy
    ) throws {
        let prompt = Prompt(tracing: policy)
        try prompt.good("f(x) = 2x; p = 0; for i in 1..9 { p = randn() + f(p) }")
        let next = try prompt.shows("y = f(1); y = f(2); y = f(3); randn()")
        #expect(try next == Prompt().shows("p = randn(); randn()"))
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

    @Test func `the values of a varied binding run at once, and the trace is found again`() throws {
        let prompt = Prompt()
        try prompt.good("α = 0.1; c = 3; L(θ) = θ · θ; g = ∇(θ -> L(θ - α * ∇L(θ)))([1, 2]); h = g * c")
        let text = "vary(α, [0, 0.25, 0.5], h[0])"
        #expect(try prompt.shows(text) == "[6, 1.5, 0]")
        let counts = prompt.session.cache.counts
        #expect(counts.plain == 0)
        #expect(try prompt.shows(text) == "[6, 1.5, 0]")
        #expect(try prompt.shows("vary(α, [0, 0.5], h[0])") == "[6, 0]")
        #expect(prompt.session.cache.counts.hits == counts.hits + 2)
        #expect(try prompt.shows("h = g; \(text)") == "[2, 0.5, 0]")
        #expect(try prompt.shows("α = 7; \(text)") == "[1.28, 1.28, 1.28]")
    }

    @Test(arguments: [
        ("x = 1; y = x²; vary(x, [1, 2, 3], if y > 2 then y else -y)", "[-1, 4, 9]"),
        ("n = 2; xs = zeros(n); vary(n, 1..3, xs)", "list([0], [0, 0], [0, 0, 0])"),
        ("x = 1; f(y) = x * y; vary(f, list(y -> y, y -> 2y), f(3))", "[3, 6]"),
        ("x = 1; f(y) = x * y; vary(x, [2, 3], y -> f(y))[1](5)", "5"),
        ("x = 1; y = {print(x); 2x}; vary(x, [2, 3], y)", "[4, 6]"),
        ("x = 1; for i in 1..3 { x = 2x }; y = x; vary(x, [1, 2], y + 1)", "[2, 3]"),
        ("z = 1; x = z; for i in 1..3 { x = 2x }; y = x; vary(z, [1, 2], y + 1)", "[9, 17]"),
        ("x = 1; y = randn() * x; norm(vary(x, [1, 2, 4], y) / y - [1, 2, 4]) < 1e-12", "true"),
        ("x = 1; norm(vary(x, [1, 2, 4], randn(3) * x)[1] - 2 * vary(x, [1, 2], randn(3))[0]) > 0.1", "true"),
        ("x = 1; A = vary(x, [1, 2], randn(3)); norm(A[0] - A[1])", "0"),
        ("x = 1; f(c) = { d = 2c; vary(x, [1, 2], x * d) }; list(f(1), f(2), f(3), f(4), f(5))[4]", "[10, 20]"),
        ("x = 1; y = 2; vary(x, [1, 2], vary(y, [10, 20], x * y))", "[[10, 20], [20, 40]]"),
        ("x = 1; y = x; vary(x, [3, 4], diff(y², x))", "[6, 8]"),
        ("x = 1; z = 1; y = x; vary(x, [3, -4], if y > 0 then vary(z, [1, 2], z * y) else y)", "list([3, 6], -4)"),
        ("x = 1; z = 1; y = if x > 3 then x else -x; vary(x, [3, 4], vary(z, [1, 2], z * y))", "[[-3, -6], [4, 8]]"),
    ])
    func `what varies is the same whether it runs at once or not`(_ text: String, _ value: String) throws {
        for policy in [CodeCache.Policy.automatic, .eager, .never] {
            #expect(try Prompt(tracing: policy).shows(text) == value)
        }
    }

    @Test(arguments: [
        ("x = 0; for i in 1..50 { x = x + i }; x", "1275"),
        ("x = 1; for i in 1..20 { y = x; x = 2y }; list(x, y)", "list(1048576, 524288)"),
        ("f(n) = { t = 0; for i in 1..n { t = t + i²\n u = i }; t + u }; f(20)", "2890"),
        ("f(y) = x * y; x = 1; for i in 1..10 { x = f(2) }; x", "1024"),
        ("f() = { t = 1; g = y -> y * t; for i in 1..10 { t = g(2) }; t }; f()", "1024"),
        ("f() = { t = 1; g = y -> y * t; for i in 1..10 { t = t + 1; u = g(1) }; u }; f()", "11"),
        ("x = 0; for i in 1..9 { for j in 1..9 { x = x + i * j } }; x", "2025"),
        ("x = 0; i = 7; for i in 1..9 { i = 2i; x = x + i }; list(x, i)", "list(90, 7)"),
        (
            "r = {a: 0, b: [0, 0]}; for [u, v] in zip(1..9, 2..10) { r = {a: r.a + u, b: r.b + [u, v]} }; r",
            "{a: 45, b: [45, 54]}"
        ),
        ("x = 1; while x < 1000 { x = 2x }; x", "1024"),
        ("x = [1]; for i in 1..7 { x = concat(list(x, [i])) }; sum(x)", "29"),
        (
            "x = 0; for i in 1..100 { if i - 10 * floor(i / 10) == 0 { x = x + 1 } else { z = i } }; list(x, z)",
            "list(10, 99)"
        ),
        ("f = y -> 2y; x = 1; for i in 1..10 { x = f(x); f = if i == 5 then (y -> 3y) else f }; x", "7776"),
        ("x = 0; for i in 1..12 { x = x + prod(j for j in 1..3) * i }; x", "468"),
        ("α = 1; x = 0; for i in 1..9 { x = x + α; α = 2 }; x", "17"),
    ])
    func `a loop comes to the same whether the interpreter runs it or not`(_ text: String, _ value: String) throws {
        for policy in [CodeCache.Policy.automatic, .eager, .never] {
            #expect(try Prompt(tracing: policy).shows(text) == value)
        }
    }

    @Test func `a loop's body is traced once`() throws {
        let prompt = Prompt()
        try prompt.good(
            "L(θ) = θ · θ; θ = [1, 2]; for i in 1..100 { g = ∇L(θ); θ = θ - 0.1 * g }; claim θ == 0.8^100 * [1, 2]")
        #expect(prompt.session.cache.counts.plain == 0)
        #expect(prompt.session.cache.counts.hits >= 96)
    }

    @Test(arguments: [CodeCache.Policy.automatic, .eager, .never])
    func `an iteration that fails says where, and keeps those before it`(_ policy: CodeCache.Policy) throws {
        let prompt = Prompt(tracing: policy)
        let failure = try prompt.failure("x = 0; for i in 0..9 { x = x + 1; y = inverse(eye(2) * (7 - i)) }")
        let plain = try Prompt(tracing: .never).failure(
            "x = 0; for i in 0..9 { x = x + 1; y = inverse(eye(2) * (7 - i)) }")
        #expect(failure.message == plain.message)
        #expect(failure.span?.range == plain.span?.range)
        #expect(try prompt.shows("x") == "7")
    }

    @Test(arguments: [CodeCache.Policy.automatic, .eager, .never])
    func `a loop prints what it prints`(_ policy: CodeCache.Policy) throws {
        let cells = try Prompt(tracing: policy).cells(
            "x = 0; for i in 1..100 { x = x + i; if i == 25 * floor(i / 25) { print(x) } }")
        #expect(cells[1].lines == ["325", "1275", "2850", "5050"])
    }

    @Test func `a loop that is recomputed reads and writes what it did`() throws {
        for policy in [CodeCache.Policy.automatic, .eager, .never] {
            let prompt = Prompt(tracing: policy)
            try prompt.good("α = 0.5; x = 1; for i in 1..20 { x = α * x + i }; y = x")
            #expect(try prompt.shows("vary(α, [0, 1], y)") == "[20, 211]")
            #expect(try prompt.shows("α = 0; norm(vary(α, [0, 1], y) - y)") == "0")
        }
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
