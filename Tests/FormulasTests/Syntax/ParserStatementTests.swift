import Formulas
import Testing

struct ParserStatementTests {
    private func one(_ text: String) throws -> Statement.Kind {
        let statements = try Parser.parse(Source(name: "test", text: text))
        return try #require(statements.count == 1 ? statements[0].kind : nil, "\(statements.count) statements")
    }

    private func claim(_ text: String) throws -> Claim {
        guard case .claim(let claim) = try one(text) else { throw Unexpected() }
        return claim
    }

    private struct Unexpected: Error {}

    @Test func `a name and parentheses before an equals sign define a function`() throws {
        guard case .function(let name, _, let parameters, let body) = try one("f(x, y = 1) = x + y") else {
            throw Unexpected()
        }
        #expect(name == "f")
        #expect(parameters.map(\.name) == ["x", "y"])
        #expect(parameters[1].defaultValue.map(shape) == "1")
        #expect(shape(body) == "(+ x y)")
        #expect(try shape("f(x) == 3") == "(== (call f x) 3)")
    }

    @Test func `patterns unpack by field and by position`() throws {
        guard case .binding(.record(let names, _), _) = try one("{a, b} = r") else { throw Unexpected() }
        #expect(names.map(\.name) == ["a", "b"])
        guard case .binding(.list(let parts, _), _) = try one("[a, [theta, c]] = xs") else { throw Unexpected() }
        #expect(parts[1] == .list([.name("θ", parts.span), .name("c", parts.span)], parts.span))
    }

    @Test func `blocks end at their brace and newlines end their statements`() throws {
        guard case .function(_, _, _, let body) = try one("f(x) = {\n  y = x +\n   1\n  # why\n  y; y\n}"),
            case .block(let statements) = body.kind
        else { throw Unexpected() }
        #expect(statements.count == 3)
        guard case .forLoop(_, let sequence, let loop) = try one("for i in 1..5 { s = s + i; t = s; }") else {
            throw Unexpected()
        }
        #expect(shape(sequence) == "(.. 1 5)")
        #expect(loop.map(\.isSilent) == [false, true])
        guard case .whileLoop(_, let inner) = try one("while s > 1 {\n s = s / 2\n}") else { throw Unexpected() }
        #expect(inner.count == 1)
    }

    @Test func `else if is a conditional alone in the other branch`() throws {
        guard case .conditional(_, let then, let otherwise) = try one("if a { b } else if c { d } else {\n e\n f }"),
            case .conditional(_, _, let last) = otherwise.first?.kind
        else { throw Unexpected() }
        #expect(then.count == 1)
        #expect(otherwise.count == 1)
        #expect(last.count == 2)
        #expect(try shape("if a then b else c") == "(if a b c)")
    }

    @Test func `a semicolon silences only at the end of a line`() throws {
        let statements = try Parser.parse(Source(name: "test", text: "a; b; # quiet\nc"))
        #expect(statements.map(\.isSilent) == [false, true, false])
    }

    @Test func `use names a file as it is written`() throws {
        guard case .use(let name, _) = try one("use theta_0") else { throw Unexpected() }
        #expect(name == "theta_0")
        #expect(try shape("use") == "use")
    }

    @Test func `the forms of claims`() throws {
        #expect(try claim("claim a == b").form == claim("claim (a == b)").form)
        guard case .equal(_, _, let none) = try claim("claim a == b").form, none == nil else { throw Unexpected() }
        guard case .equal(_, _, let some) = try claim("refute a == b within 1e-6").form else { throw Unexpected() }
        #expect(some.map(shape) == "1e-06")
        guard case .approximately(_, _, let within) = try claim("claim a ≈ b within 5%").form else {
            throw Unexpected()
        }
        #expect(shape(within) == "0.05")
        guard case .order(_, let rest, let bound) = try claim("claim a == b - c + O(α*β + β²)").form else {
            throw Unexpected()
        }
        #expect(rest.map(shape) == "(- b c)")
        #expect(shape(bound) == "(+ (* α β) (^ β 2))")
        guard case .order(_, let nothing, _) = try claim("claim a == O(α)").form, nothing == nil else {
            throw Unexpected()
        }
        guard case .order(_, let middle, _) = try claim("claim a == b + O(α) - c").form else { throw Unexpected() }
        #expect(middle.map(shape) == "(- b c)")
        guard case .holds(let stated) = try claim("claim 1 < 2 and b").form else { throw Unexpected() }
        #expect(shape(stated) == "(and (< 1 2) b)")
        #expect(try claim("refute a == b").isRefuted)
    }

    @Test(arguments: [
        "for all θ ~ randn(like: θ₀), α ~ uniform(0, 0.1) for 20 draws: claim f(θ) == α",
        "for all theta ~ randn(like: theta_0), α ~ uniform(0, 0.1), for 20 draws:\n claim f(θ) == α",
    ])
    func `quantifiers and draws stand before a claim`(_ text: String) throws {
        let claim = try claim(text)
        #expect(claim.quantifiers.map(\.name) == ["θ", "α"])
        #expect(claim.quantifiers.map { shape($0.distribution) } == ["(call randn like:θ₀)", "(call uniform 0 0.1)"])
        #expect(claim.draws.map(shape) == "20")
        #expect(claim.span.text == text)
    }

    @Test func `all and draws are ordinary names elsewhere`() throws {
        #expect(try shape("all(draws > within)") == "(call all (> draws within))")
        guard case .forLoop(.name("all", _), _, _) = try one("for all in xs { all }") else { throw Unexpected() }
    }

    @Test func `a derivation goes on from line to line`() throws {
        let text = """

            ∇F(θ₀)
              == (∂step(θ₀))ᵀ @ ∇L₁(θ₁)     -- chain rule
              == a - -b +
                 c + O(α)   --  drop the rest: FOMAML  
              ≤ d
            # another
            p == q

            r
              == s within 1e-6
            """
        let statements = try Parser.parseDerivations(Source(name: "test", text: text))
        let derivations = statements.compactMap {
            if case .derivation(let derivation) = $0.kind { derivation } else { nil }
        }
        #expect(derivations.map(\.steps.count) == [3, 1, 1])
        let steps = derivations[0].steps
        #expect(steps.map(\.reason) == ["chain rule", "drop the rest: FOMAML", nil])
        #expect(steps[0].text == "== (∂step(θ₀))ᵀ @ ∇L₁(θ₁)")
        guard case .order(let left, let rest, _) = steps[1].claim.form, case .holds(let last) = steps[2].claim.form
        else {
            throw Unexpected()
        }
        #expect(left.span.text == "(∂step(θ₀))ᵀ @ ∇L₁(θ₁)")
        #expect(rest.map(shape) == "(+ (- a (- b)) c)")
        #expect(shape(last) == "(≤ (+ (- a (- b)) c) d)")
        #expect(derivations[1].span.text == "p == q")
    }
}

extension [Pattern] {
    /// A place for patterns made by hand: equality does not look at it.
    fileprivate var span: Span { Span(Source(name: "", text: ""), 0..<0) }
}
