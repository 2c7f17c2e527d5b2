internal import SeededNumbers

/// Programs of the language, drawn at random: functions of a number and a vector, and what is made of them by
/// comprehensions, derivatives, branches, loops and draws.
struct RandomProgram {
    private var generator: SplitMix64

    init(seed: UInt64) { generator = SplitMix64(seed: seed) }

    private mutating func one(of choices: [String]) -> String {
        choices[Int(generator.next() % UInt64(choices.count))]
    }

    /// A smooth number made of the number `x`, the vector `v` and what is bound at top level.
    private mutating func number(_ depth: Int) -> String {
        if depth == 0 { return one(of: ["x", "s", "v[0]", "v[-1]", "sum(v)", "a · v", "0.5", "D.w", "x²"]) }
        switch generator.next() % 11 {
        case 0: return "(\(number(depth - 1)) + \(number(depth - 1)))"
        case 1: return "(\(number(depth - 1)) * \(number(depth - 1)))"
        case 2: return "tanh(\(number(depth - 1)))"
        case 3: return "sin(\(number(depth - 1)))"
        case 4: return "((\(vector(depth - 1))) · (\(vector(depth - 1))))"
        case 5: return "log(1 + (\(number(depth - 1)))²)"
        case 6: return "logsumexp(\(vector(depth - 1)))"
        case 7:
            return "(if \(one(of: ["k > 1", "s > 0.5", "k == 3"])) then \(number(depth - 1)) else \(number(depth - 1)))"
        case 8: return "where(x > 0.3, \(number(depth - 1)), \(number(depth - 1)))"
        case 9: return "sum(\(number(depth - 1)) / (i + 1) for i in 0..k)"
        default: return "mean(\(vector(depth - 1)))"
        }
    }

    private mutating func vector(_ depth: Int) -> String {
        if depth == 0 { return one(of: ["v", "a", "x * v", "v + s", "D.u", "W[0]"]) }
        switch generator.next() % 9 {
        case 0: return "(\(vector(depth - 1)) - \(vector(depth - 1)))"
        case 1: return "(\(number(depth - 1)) * \(vector(depth - 1)))"
        case 2: return "(W @ (\(vector(depth - 1))))"
        case 3: return "softmax(\(vector(depth - 1)))"
        case 4: return "tanh(\(vector(depth - 1)))"
        case 5: return "[\(number(depth - 1)) * (i + 1) for i in 0..2]"
        case 6: return "∇(u -> u · u * \(one(of: ["s", "x"])) + sum(sin(u)))(\(vector(depth - 1)))"
        case 7: return "cumsum(\(vector(depth - 1)))"
        default: return "sort(\(vector(depth - 1)))"
        }
    }

    /// Something made of `f` and `g` that asks for many values at once.
    private mutating func collection() -> String {
        one(of: [
            "[f(x, a) for x in xs]", "sum(f(x, v) for x in xs for v in V)", "[g(s, v) for v in V]",
            "[f(x, v) for [x, v] in zip(xs, V)]", "mean(∇f(x, a) for x in xs)", "[∇(v -> f(x, v))(a) for x in xs]",
            "∇(s -> sum(f(s * x, a) for x in xs))(s)", "∇(v -> mean(f(x, v)² for x in xs))(a)",
            "[f(x, a) for x in xs if x > 0.2]", "[(if x > 0.4 then f(x, a) else -x) for x in xs]",
            "[sum(f(s * i, v) for i in 1..2) for v in V]", "[sum(f(s * i, a) for i in 0..n) for n in 0..2]",
            "sum(t.loss(s, t.v) for t in tasks)", "[∇(x -> t.loss(x, t.v))(s) for t in tasks]",
            "[f(uniform(), randn(3)) for i in 0..3]", "sum(randn(3) * f(x, a) for x in xs)",
            "∇(x -> sum(f(x, randn(3)) for i in 0..2))(s)", "[∇²(v -> f(x, v))(a) @ D.u for x in xs]",
            "max(f(x, a) for x in xs)", "prod(1 + f(x, a)² for x in xs)", "[map(f2, list(x, x²))[1] for x in xs]",
            "mean({p: f(x, a), q: g(x, a)} for x in xs)", "leaves(sum({p: x, q: g(x, a)} for x in xs))[1]",
            "hvp(v -> f(s, v), a, D.u)", "{ t = s; for x in xs { t = t - 0.1 * f(t, a) * x }; t }",
            "{ c = 0; while c² < 2 { c = c + 0.5 + f(s, a)² }; c }",
            "[norm([f(x, v) for v in V]) for x in xs]", "∂(v -> g(s, v))(a) @ D.u",
        ])
    }

    /// A loop at top level that computes `p`, or a function of a loop that does.
    private mutating func loop() -> String {
        let form = one(of: [
            "p = s; for i in 1..12 { p = tanh(BODY) + 0.1 * i }",
            "p = 0 * a; for x in xs { p = 0.5 * tanh(p + g(x, p)) }",
            "p = s; c = 0; for i in 0..9 { p = tanh(BODY); c = c + p; t = i * c }; p = [p, c, t]",
            "m = {w: s, u: a}; for i in 0..9 { m = 0.9 * m - 0.1 * ∇(t -> tanh(f(tanh(t.w), t.u)))(m) }; p = m",
            "p = 0; for i in 1..10 { p = p + 0.1 * randn() * tanh(BODY) + uniform() }",
            "p = s; for i in 1..10 { if p > 0.55 { p = p - 0.5 - tanh(BODY)² } else { p = p + 0.3 } }",
            "p = s; for i in 1..10 { p = tanh(BODY); if i == 6 { print(p) } }",
            "p = [s]; for i in 1..6 { p = concat(list(p, [tanh(BODY2) * i])) }",
            "p = s; for i in 1..5 { for j in 1..4 { p = tanh(BODY + 0.1 * i * j) }; c = p }; p = p + c",
            "p = s; for i in 1..5 { for j in 1..i { p = tanh(BODY + 0.1 * i * j) + 0.01 * randn() } }",
            "p = 0; while p < 3 { p = p + 0.3 + (BODY2)² }",
            "p = s; c = 0; while c < 8 and p < 40 { p = p + tanh(BODY)²; c = c + 1 }; p = [p, c]",
            "p = s; for [x, v] in zip(xs, V) { p = tanh(p + f(x, v)) }",
            "p = s; h(y) = y * p + k; for i in 1..8 { p = tanh(h(p) + BODY) }",
            "w(n) = { t = s; h = y -> y * t; for i in 1..n { t = tanh(h(t) + 0.2 * i); c = h(i) }; [t, c] }; p = w(7)",
            "w(n) = { t = {b: s}; for i in 1..n { e = i * t.b; t = {b: tanh(e + f(t.b, a))} }; t.b }; p = [w(9), w(4)]",
            "w(n) = { t = s; for i in 1..n { if i > 3 { z = 2 }; t = tanh(t + randn()) }; t * z }; p = [w(9), w(5)]",
            "w = list(task(1), task(2)); p = s; for i in 1..3 { for t in w { p = tanh(p + t.loss(p, t.v)) } }",
            "p = s; for i in 1..6 { h = y -> y * p; p = tanh(h(2) + BODY) }",
            "p = s; for i in 1..8 { p = tanh(sum(f(x * p, a) for x in xs) / 9) + mean([p, i]) }",
        ])
        return form.replacing("BODY2", with: one(of: ["f(s, a)", "sum(g(s, a))"])).replacing(
            "BODY", with: one(of: ["f(p, a)", "p + f(s, a)", "p * k + f2(p)", "f(p, D.u) - p"]))
    }

    /// The results so far under other values of what they were computed from.
    private mutating func variation() -> String {
        let asked = one(of: [
            "r0", "r1", "list(r2, p)", "p", "q(s)", "list(p, f(s, a))", "sum(leaves(p))", "{p: p, q: q(x₀)}",
        ])
        return one(of: [
            "vary(s, [0.2, 0.5, 0.9], ASKED)", "vary(s, [0.2, 0.25], ASKED)", "vary(s, linspace(0.1, 0.9, 7), ASKED)",
            "vary(a, list([0.1, 0.2, -0.3], [0.4, 0, 0.1], [0.3, -0.6, 0.2]), ASKED)", "vary(k, 1..3, ASKED)",
            "vary(xs, list([0.2, 0.8, 0.6], [0.9, 0.1, 0.4]), ASKED)",
            "vary(s, [0.3, 0.6], vary(x₀, [0.1, 0.2], ASKED))",
            "vary(D, list({w: 0.1, u: [0.1, 0.2, 0.3]}, {w: 0.2, u: [0, 0.2, 0.1]}), ASKED)", "vary(s, [], ASKED)",
            "[sum(leaves(vary(x₀, [i, 2], q(x₀) * i))) for i in 1..3]", "vary(V, list(V, 2V, V - 1), ASKED)",
            "{ l = 3; vary(x₀, [0.1, 0.2, 0.4], q(x₀) * l) }",
        ]).replacing("ASKED", with: asked)
    }

    /// The program: its first text binds, each of the others asks and then binds something anew.
    mutating func texts() -> [String] {
        let setting = """
            s = 0.7; k = 2; a = [0.3, -0.6, 0.2]; W = [[0.4, -0.2, 0.1], [0.3, 0.2, -0.5], [0, 0.1, 0.6]]
            D = {w: 0.8, u: [0.1, 0.5, -0.4]}
            xs = [0.9, 0.1, 0.45, -0.7]; V = [[0.1, 0.2, 0.3], [-0.5, 0.4, 0.6], [0.2, -0.1, 0.9], [0.7, 0.3, -0.2]]
            f(x, v) = \(number(3))
            f2(x) = f(x, a)
            g(x, v) = \(vector(3))
            task(c) = {v: c * a, loss: (x, v) -> f(c * x, v)}
            tasks = [task(c) for c in [0.5, -1, 2]]
            x₀ = 0.3
            s
            """
        let asked = (0..<4).map { _ in collection() }
        let query = asked.enumerated().map { "r\($0) = \($1)" }.joined(separator: "\n")
        let all = """
            \(query)
            q(x) = f(x, a) + f(x, 2a)
            \(loop())
            p₀ = p
            \(loop())
            varied = list(\(variation()), \(variation()))
            list(r0, r1, r2, r3, q(s), q(0.2), q(0.3), q(0.4), q(s), p₀, p, varied, randn())
            """
        return [
            setting, all, "s = 0.4; D = {w: -0.3, u: [0.2, 0.2, 0.1]}\n" + all, "k = 3\n" + all,
            "xs = [0.2, 0.8, 0.6]; V = V[0..2]; a = [0.5, 0.1, -0.9]\n" + all, "f(x, v) = \(number(2))\n" + all, all,
        ]
    }
}
