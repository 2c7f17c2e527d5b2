import Testing

@testable import Formulas

/// A binding remembers its formula: `vary`, `diff`, `taylor` by a binding.
struct BindingTests {
    @Test(arguments: [
        ("α = 2; y = α²; vary(α, [1, 2, 3], y)", "[1, 4, 9]"),
        ("α = 2; y = α²; z = y + 1; vary(α, 1..3, z)", "[2, 5, 10]"),
        ("α = 2; vary(α, list([1, 2], [3]), sum(α))", "[3, 3]"),
        ("α = 2; vary(α, [1, 2], {a: α})", "list({a: 1}, {a: 2})"),
        ("α = 2; f(x) = α * x; y = f(3); vary(α, [1, 10], y + f(1))", "[4, 40]"),
        ("α = 2; f(x) = α * x; g(x) = f(x) + 1; vary(α, [1, 10], g(1))", "[2, 11]"),
        ("α = 1; x = 8; for i in 0..<3 { x = x - α }; vary(α, [1, 2], x)", "[5, 2]"),
        ("α = 1; x = 8; x = x - α; x = x - α; vary(α, [1, 2], x)", "[6, 4]"),
        ("x = 1; x = x + 1; x = x * 10; vary(x, [5], x)", "[5]"),
        ("x = 1; y = 2x; x = x + 1; z = x + y; vary(x, [10], z)", "[12]"),
        ("α = 2; [p, q] = [α, α²]; vary(α, [3], p + q)", "[12]"),
        ("α = 2; {p, q} = {p: α, q: α²}; vary(α, [3], p + q)", "[12]"),
        ("α = 2; xs = [α * i for i in 0..2]; vary(α, [3], sum(xs))", "[9]"),
        ("α = 2; y = { t = α; t² }; vary(α, [3], y)", "[9]"),
        ("α = 2; if α > 2 { y = 1 } else { y = 0 }; vary(α, [1, 3], y)", "[0, 1]"),
        ("α = 1; n = 0; x = 1; while x < 10 { x = x + α; n = n + 1 }; vary(α, [1, 3], n)", "[9, 3]"),
        ("α = 2; y = α; α = 5; vary(α, [7], y)", "[2]"), ("α = 2; y = α²; y = 100; vary(α, [7], y)", "[100]"),
        ("α = 3; x = 7; if α > 2 { x = 1 }; vary(α, [1, 3], x)", "[7, 1]"),
        ("α = 3; x = 2α; if α > 2 { x = 1 }; y = x + 1; vary(α, [1, 4], y)", "[3, 2]"),
        ("f(x) = 2x; y = f(3); vary(f, list(x -> x, x -> x²), y)", "[3, 9]"),
        ("α = 2; a = α; b = a; c = b; d = c; vary(a, [9], d + α)", "[11]"),
        ("α = 2; y = α²; f() = vary(α, [1, 3], y); f()", "[1, 9]"),
        ("α = 2; f(k) = vary(α, [1, 3], α * k); f(10)", "[10, 30]"),
        ("α = 2; y = α²; [vary(α, [k], y)[0] for k in 0..2]", "[0, 1, 4]"),
    ])
    func `what derives from a varied binding is recomputed`(_ program: String, _ expected: String) throws {
        #expect(try Prompt().shows(program) == expected)
    }

    @Test(arguments: [
        ("t = 3; u = t²; diff(u, t)", "6"), ("t = 3; u = t²; v = u²; diff(v, t)", "108"),
        ("t = 3; diff(t² + 1, t)", "6"),
        ("t = 3; diff(5, t)", "0"), ("t = [1, 2]; u = sum(t³); diff(u, t)", "[3, 12]"),
        ("t = 3; diff([t, t²], t)", "[1, 6]"),
        ("t = {a: 2, b: [3]}; diff(t.a * sum(t.b), t)", "{a: 3, b: [2]}"),
        ("t = [1, 2]; matrix(diff(t², t))", "[[2, 0], [0, 4]]"),
        ("t = 3; diff({a: t², b: [1, t]}, t)", "{a: 6, b: [0, 1]}"),
        ("t = 2; x = 1; for i in 1..3 { x = x * t }; diff(x, t)", "12"),
        ("t = 2; x = 1; x = x * t; x = x * t; diff(x, t)", "4"),
        ("t = 2; f(x) = t * x²; y = f(3); diff(y, t)", "9"), ("t = 2; f(x) = t * x²; diff(∇f(3), t)", "6"),
        ("t = 2; [a, b] = [t², t³]; diff(a * b, t)", "80"), ("t = 2; xs = [t^i for i in 0..3]; diff(sum(xs), t)", "17"),
        ("t = 2; y = t; t = 5; diff(y, t)", "0"), ("t = 2; t = t²; diff(t³, t)", "48"),
        ("s = 2; t = s²; s = 7; diff(t, s)", "0"), ("t = 2; y = stop(t) * t; diff(y, t)", "2"),
        ("t = 2; u = t³; diff(diff(u, t), t)", "12"), ("t = 2; u = t³; d = diff(u, t); diff(d, t)", "12"),
        ("s = 2; t = 3; u = s² * t³; diff(diff(u, s), t)", "108"), ("s = 2; t = s²; u = t²; diff(diff(u, t), s)", "8"),
        ("t = 2; u = t³; f(x) = x * diff(u, t); ∇f(5)", "12"), ("t = 2; f(x) = diff(x * t², t); ∇f(5)", "4"),
        ("a = 3; t = 2; u = a * t³; vary(a, [1, 2], diff(u, t))", "[12, 24]"),
        ("a = 3; u = a²; diff(vary(a, [1, 2], u), a)", "[0, 0]"),
        ("a = 3; b = 2; u = a² * b; diff(vary(b, [1, 10], u), a)", "[6, 60]"),
        ("a = 1; b = 1; u = 10a + b; vary(a, [1, 2], vary(b, [3, 4], u))", "[[13, 14], [23, 24]]"),
        ("a = 1; u = a²; vary(a, [1, 2], vary(a, [3, 4], u))", "[[9, 16], [9, 16]]"),
        ("t = 1; u = exp(2t); taylor(u, t, at: 0, order: 3)", "[1, 2, 2, 1.33333]"),
        ("t = 1; u = t³; taylor(u, t, order: 3)", "[1, 3, 3, 1]"),
        ("t = 1; x = 1; for i in 0..<3 { x = x * t }; taylor(x, t, at: 2, order: 3)", "[8, 12, 6, 1]"),
        ("t = 1; u = t²; diff(taylor(u, t, at: 3, order: 2), t)", "[0, 0, 0]"),
        ("s = 2; t = 1; u = s² * t²; diff(taylor(u, t, at: 3, order: 2), s)", "[36, 24, 4]"),
        ("s = 2; t = 1; u = s² * t²; taylor(diff(u, t), s, at: 0, order: 2)", "[0, 0, 2]"),
        ("t = 4; f(x) = if x > 3 then x² else x; u = f(t); diff(u, t)", "8"),
        ("k = 2; t = 3; u = t^k; [diff(u, t), vary(k, [3], diff(u, t))[0]]", "[6, 27]"),
    ])
    func `derivatives by a binding go through everything between`(_ program: String, _ expected: String) throws {
        #expect(try Prompt().shows(program) == expected)
    }

    @Test(arguments: [
        "vary(α, [5, 6], y)", "diff(y, α)", "taylor(y, α, at: 0, order: 2)", "claim y == α² + O(α³)",
        "claim y == 0 + O(α²)",
        "for all α ~ uniform(0, 1): claim y == α²", "vary(α, [5], vary(w, [1], y))", "vary(α, [\"a\"], y)",
        "vary(x, [1, 2], x)",
        "vary(α, [1, 2], [y, randn()])", "diff(unknown, α)",
    ])
    func `the session is afterwards as it was before`(_ form: String) throws {
        let prompt = Prompt()
        try prompt.good("α = 3; w = 1; y = α²; x = 10; for i in 0..<3 { x = x - α }; f(u) = u * α")
        let before = try prompt.shows("[α, w, y, x, f(1)]")
        let names = prompt.session.boundNames
        _ = try prompt.cells(form)
        #expect(try prompt.shows("[α, w, y, x, f(1)]") == before)
        #expect(prompt.session.boundNames == names)
    }

    @Test(arguments: [
        ("vary(3, [1], 2)", "vary takes the name of a top-level binding, found 3"),
        ("vary(β, [1], 2)", "unknown name β"),
        ("f(a) = vary(a, [1], a); f(1)", "a is a local name here, and vary takes a top-level binding"),
        ("f(a) = diff(a², a); f(1)", "a is a local name here, and diff takes a top-level binding"),
        ("[diff(a, a) for a in 0..1]", "a is a local name"), ("α = 1; diff(α)", "diff takes 2 arguments, found 1"),
        ("α = 1; diff(α, α + 1)", "diff takes the name of a top-level binding, found α + 1"),
        ("α = 1; vary(α, [1])", "vary takes 3 arguments, found 2"),
        ("α = 1; vary(α, [1], α, by: 2)", "vary has no parameter by"),
        ("α = 1; taylor(α, α)", "taylor needs its order"),
        ("taylor(exp, order: 2)", "taylor needs its point"), ("taylor(exp, at: 0, order: -1)", "order is 0 to 64"),
        ("taylor(exp, at: 0, order: 1.5)", "order is a whole number"),
        ("taylor(3, at: 0, order: 2)", "taylor expands a function"),
        ("taylor(x -> sum(x), at: [1, 2], order: 2)", "taylor expands by one number"),
        ("α = 1; O(α)", "O(…) stands at the end of a claim"),
        ("α = 1; x = 1 + O(α²)", "O(…) stands at the end of a claim"),
        ("α = 1; vary(α, 5, α)", "a number has no items to go through"),
        ("α = \"a\"; diff(α, α)", "a derivative is taken by numbers"), ("diff(sin, sin)", "unknown name sin"),
        ("vary", "unknown name vary"),
        ("α = 1; vary(α, [1] for i in 0..1, α)", ""), ("d = diff", "unknown name diff"),
    ])
    func `a misused form is a diagnostic`(_ program: String, _ message: String) throws {
        let prompt = Prompt()
        if message.isEmpty {
            #expect(throws: Diagnostic.self) { try prompt.good(program) }
        } else {
            #expect(try prompt.failure(program).message.contains(message))
        }
    }

    @Test func `only what is needed is recomputed`() throws {
        let prompt = Prompt()
        try prompt.good("α = 1; y = 2α; z = [5, 6, 7][α]; w = [1, 2][α - 1]; u = z + w; f() = w")
        #expect(try prompt.shows("vary(α, [1, 10], y)") == "[2, 20]")
        #expect(try prompt.shows("vary(α, [0, 2], z)") == "[5, 7]")
        #expect(try prompt.claim("claim y == O(α)").summary == "order 1.00, coefficient 2")
        #expect(try prompt.failure("vary(α, [7], f())").message.contains("index 6 lies outside"))
        #expect(try prompt.failure("vary(α, [7], u)").message.contains("index"))
        // A long chain of bindings, each from the one before.
        try prompt.good("x = 1" + String(repeating: "; x = x + α", count: 300))
        #expect(try prompt.shows("vary(α, [2, 3], x)") == "[601, 901]")
    }

    @Test func `varied values draw what was drawn before`() throws {
        let prompt = Prompt()
        try prompt.good("s = 1; x = s * randn(3); y = x + randn(3)")
        #expect(try prompt.shows("all(vary(s, [1, 1], y) == [y, y])") == "true")
        #expect(try prompt.shows("all(vary(s, [2], y - x)[0] == y - x)") == "false")
        #expect(areClose(try prompt.numbers("vary(s, [2], x)[0]"), try prompt.numbers("2x")))
        #expect(try prompt.shows("v = vary(s, [0, 0], s + randn(2)); all(v[0] == v[1])") == "true")
    }

    @Test func `what is drawn under a varied binding is not drawn again by what follows`() throws {
        let prompt = Prompt()
        try prompt.good("s = 1; a = vary(s, [1], randn(3))[0]; b = randn(3)")
        #expect(try prompt.shows("any(a == b)") == "false")
        #expect(
            try prompt.shows(
                "c = [vary(s, [1], randn())[0], randn(), vary(s, [1], randn())[0]]; c[0] in c[1..2] or c[1] == c[2]")
                == "false")
        try prompt.good("t = diff(s * randn(), s); u = randn()")
        #expect(try prompt.shows("t == u") == "false")
    }

    @Test(arguments: [
        "for i in 1..2 { α = i; y = α²; z = diff(y, α) }", "α = 1; for i in 1..2 { y = α * i; z = diff(y, α) }",
        "α = 1; for i in 1..2 { y = α * i; z = vary(α, [1, 2], y) }",
        "α = 0.1; for i in 1..2 { y = α * i; claim y == 0 + O(α) }",
    ])
    func `what the same statement has computed is refused, not taken for constant`(_ program: String) throws {
        let error = try #require(try Session().run(Source(name: "test", text: program)).last?.diagnostic)
        #expect(error.message.contains("how y depends on α is not known here"))
    }

    @Test func `a loop may vary what was bound before it`() throws {
        #expect(try Prompt().shows("α = 2; y = α²; s = 0; for i in 1..3 { s = s + diff(y * i, α) }; s") == "24")
    }
}
