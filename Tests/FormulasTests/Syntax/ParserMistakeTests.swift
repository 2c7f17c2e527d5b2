import Formulas
import Testing

struct ParserMistakeTests {
    @Test(arguments: [
        "(", "f(1,", "[1, 2", "{a: 1", "{a: 1,\n", "f(x) = {", "for i in xs {\n s = 1\n", "a +", "a + # more", "a and",
        "not",
        "x =", "f(x) =", "x ->", "∇", "√", "-", "claim", "for", "if", "if a then b else", "a..", "x^", "while x {",
        "if a {", "a ==",
        "for all x ~ randn(3):", "for all x ~", "f(x\n", "(a\n", "{ a\n", "if a { b } else {", "[x for",
        "[x for x in xs",
    ])
    func `an open bracket or a trailing operator is incomplete`(_ text: String) {
        let found = mistake(text)
        #expect(found?.kind == .incomplete, "\(text): \(found?.message ?? "no mistake")")
    }

    @Test(arguments: [
        ")", "(a]", "a b", "a +* b", "\"abc", "\"{a", "x.", "for i in xs", "if a", "if a then b", "while x", "1 2",
        "{a: 1, a: 2}",
        "a < b < c", "x²^2", "f(x, x) = 1", "claim a = b", "claim a ≈ b", "claim a < b within 1", "‖x", "()", "(1, 2)",
        "x[]",
        "1 + if a then b else c", "a == not b", "f(x for x in xs, 1)", "f(1, x for x in xs)", "x[0] = 1", "r.f = 1",
        "a, b = 1, 2",
        "in = 3", "for = 1", "1e999", "∂²f", "∇⁰f", "x y", "2 x", "x ** 2", "a && b", "a || b", "!a", "|x|", "a % b",
        "x += 1", "x(2 3)",
        "if a { b }\nelse { c }", "\"\\q\"", "claim a == b - O(α)", "claim a ≈ b + O(α) within 1", "a\n== b", "[1, 2,]",
        "x = y = 1",
        "a ~ b", "x := 1", "'a'", "1...3", "x[1:3]", ".5", "use maml now", "for all x ~ d: x == 1", "} ", "a = 1 }",
        "1..2..3", "+1",
    ])
    func `anything else is wrong, with its place`(_ text: String) throws {
        let found = try #require(mistake(text), "\(text) is no mistake")
        #expect(found.kind == .syntax, "\(text): \(found.message)")
        #expect(found.span != nil)
    }

    @Test(arguments: [
        ("|x|", "the absolute value of x is `abs(x)`, its norm `‖x‖` or `norm(x)`"),
        ("x**2", "a power is `x^2` or `x²`"),
        ("claim a = b", "equality is `==`"), ("in = 3", "`in` is a word of the language and cannot be a name"),
        ("r.for", "`for` is a word of the language and cannot be a name"),
        ("{ a\n", "`{` of line 1, column 1 is not closed"), ("a && b", "write `and`"),
        ("!a", "write `not p`; unequal is `!=`"),
        ("1 < 2 < 3", "write `1 < 2 and 2 < …`"), ("r.f = 1", "a value does not change: write `r = {...r, f: e}`"),
        ("(a]", "`(` of line 1, column 1 is closed by `)`"),
        ("x[1:3]", "a range of items is `x[1..3]`, or `x[1..<3]` without the last"),
        ("a b", "a call is written `f(x)`, a product `a * b`"),
    ])
    func `a misreading is told what was meant`(_ text: String, _ help: String) {
        #expect(mistake(text)?.help == help)
    }

    @Test func `a mistake in nested prefixes needs no operand to be told`() {
        #expect(mistake(String(repeating: "-", count: 1000))?.kind == .syntax)
        #expect(mistake(String(repeating: "∇", count: 1000))?.kind == .syntax)
    }

    @Test func `the first mistake is the one that is told`() {
        #expect(mistake("a = 2 + * 3\nb = $")?.message == "found `*`, wanted an expression")
        #expect(mistake("a = 2\nb = $\n)")?.message == "`$` is not part of a formula")
    }

    @Test(arguments: ["b", "== c", "a\n  == O(α)\n  == b", "a == b c"])
    func `a derivation that is none is refused`(_ text: String) {
        #expect(throws: Diagnostic.self) { try Parser.parseDerivations(Source(name: "test", text: text)) }
    }

    @Test(arguments: [
        "(", "[", "{x = ", "{x: ", "f(", "f(a, b: ", "2^", "not ", "if a then b else ", "if a { ", "x -> ", "‖", "\"{",
        "x[", "[1 for x in ",
        "a or not b == 1..2 + 3*4^(",
    ])
    func `a hundred thousand levels are a diagnostic`(_ opening: String) throws {
        let found = try #require(mistake(String(repeating: opening, count: 100_000)))
        #expect(found.message == "this is nested more than 400 levels deep")
    }

    @Test(arguments: [("-", "x", ""), ("∇", "f", ""), ("√", "2", ""), ("", "f", "(1)"), ("", "x", ".a")])
    func `a tower that grows upwards is a diagnostic too`(_ before: String, _ ground: String, _ after: String) throws {
        let text =
            String(repeating: before, count: before.isEmpty ? 0 : 100_000) + ground
            + String(repeating: after, count: after.isEmpty ? 0 : 100_000)
        #expect(try #require(mistake(text)).message == "this is nested more than 400 levels deep")
    }

    @Test(arguments: [("(", ")"), ("f(", ")"), ("{a: ", "}"), ("{x = ", "}"), ("-(", ")"), ("if a { ", " }")])
    func `a tree almost as deep as allowed is read`(_ opening: String, _ closing: String) {
        let count = opening == "-(" || opening == "{x = " ? 199 : 398
        #expect(
            mistake(String(repeating: opening, count: count) + "1" + String(repeating: closing, count: count)) == nil)
    }

    private static let program = """
        L(θ, D) = mean((tanh(D.x @ θ.W₁ᵀ) - D.y)²)  # a loss
        {u, v} = {u: "a {x + 1} {{b}}", ...r}; [a, b] = [½, 2e-3x]
        for i in 0..<3 { if i in xs and not p { y = x[i, :] } else { z = ‖θ‖ } }
        for all x ~ uniform(0, 1) for 3 draws: claim ∇²f(x)[1] == 2√x + O(α²)
        g = (a, b = 1) -> if a ≤ b then sum(-i^2 for i in 1..n if i > 2) else ∂f(a, y: 2)
        """

    @Test func `every beginning of a program parses or is a diagnostic inside it`() {
        let bytes = Array(Self.program.utf8)
        #expect(mistake(Self.program) == nil)
        for end in bytes.indices {
            let text = String(decoding: bytes[..<end], as: UTF8.self)
            guard let found = mistake(text) else { continue }
            #expect((found.span?.range.upperBound ?? .max) <= text.utf8.count)
            #expect(!DiagnosticRenderer(color: false, unicode: true).render(found).isEmpty)
        }
    }

    @Test func `noise in a program parses or is a diagnostic inside it`() {
        var state: UInt64 = 7
        func draw(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        for _ in 0..<3000 {
            var bytes = Array(Self.program.utf8)
            for _ in 0...draw(4) {
                let place = draw(bytes.count)
                switch draw(3) {
                case 0: bytes[place] = UInt8(draw(256))
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + draw(9)))
                default: bytes.insert(contentsOf: bytes[draw(place + 1)...].prefix(draw(9)), at: place)
                }
            }
            let text = String(decoding: bytes, as: UTF8.self)
            for found in [mistake(text), derivationMistake(text)].compactMap(\.self) {
                #expect((found.span?.range.upperBound ?? .max) <= text.utf8.count)
                #expect(!DiagnosticRenderer(color: false, unicode: true).render(found).isEmpty)
            }
        }
    }

    private func derivationMistake(_ text: String) -> Diagnostic? {
        do throws(Diagnostic) {
            _ = try Parser.parseDerivations(Source(name: "test", text: text))
            return nil
        } catch {
            return error
        }
    }

    @Test func `a long chain is one level deep`() throws {
        let statements = try Parser.parse(Source(name: "test", text: "1" + String(repeating: " + 2*x", count: 100_000)))
        guard case .expression(let sum) = statements[0].kind, case .chain(_, let links) = sum.kind else {
            Issue.record("not a chain")
            return
        }
        #expect(links.count == 100_000)
    }
}
