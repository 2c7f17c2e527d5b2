import Testing

@testable import Formulas

struct OrderClaimTests {
    private let setting = "α = 0.1; β = 0.2; v = [1, 2]; ε = 0; "

    @Test(arguments: [
        ("exp(α) == 1 + α + O(α²)", "order 2.00, coefficient 0.5"), ("exp(α) == 1 + O(α)", "order 1.00, coefficient 1"),
        ("exp(α) == O(α) + 1", "order 1.00, coefficient 1"), ("sin(α) == O(α)", "order 1.00, coefficient 1"),
        ("sin(α) == α + O(α²)", "order 3.00 (stronger than claimed)"),
        ("cos(α) == 1 - ½α² + O(α⁴)", "order 4.00, coefficient 0.0416667"),
        ("(1 + α)² == 1 + 2α + α² + O(α³)", "exactly equal"), ("α == α + O(α)", "exactly equal"),
        ("exp(α)*v == v + α*v + O(α²)", "order 2.00, coefficient 1.11803"),
        ("{a: exp(α), b: v} == {a: 1 + α, b: v} + O(α²)", "order 2.00, coefficient 0.5"),
        ("α² * v == O(α²)", "order 2.00, coefficient 2.23607"), ("(1 + α)*(1 + β) == 1 + α + β + O(α*β)", "order 2.00"),
        ("α*β + β² == O(α*β + β²)", "order 2.00"), ("exp(α + β) == 1 + α + β + O(α² + β²)", "order 2.00"),
        ("α*β² == O(α*β)", "order 3.00 (stronger"),
        ("exp(ε) == 1 + ε + O(ε²)", "order 2.00, coefficient 0.5"),
        ("sin(α)/α == 1 + O(α²)", "order 2.00, by slope (no value at 0)"),
        ("log(1 + α) == α - ½α² + O(α³)", "order 3.00, coefficient 0.333333"),
        ("diff(exp(2α), α) == 2 + O(α)", "order 1.00, coefficient 4"), ("2α == O(2α)", "order 1.00"),
        ("α == O(α/2)", "order 1.00"), ("α³ == O(α²*α)", "order 3.00"),
    ])
    func `an order is measured, and its coefficient`(_ claim: String, _ summary: String) throws {
        let outcome = try Prompt().claim(setting + "claim " + claim)
        #expect(outcome.holds, "\(outcome.summary)")
        #expect(outcome.summary.hasPrefix(summary), "\(outcome.summary)")
    }

    @Test(arguments: [
        ("exp(α) == 1 + α + O(α³)", "the coefficient of order 2 is 0.5, not 0"),
        ("exp(α) == O(α)", "the coefficient of order 0 is 1, not 0"),
        ("exp(α) == 2 + O(α)", "the coefficient of order 0 is 1, not 0"),
        ("1 == 1 + 1e-6 + O(α²)", "the coefficient of order 0"),
        ("exp(α) == 1 + 0.999α + O(α²)", "the coefficient of order 1 is 0.001, not 0"),
        ("sin(α)/α == 1 + O(α³)", "order 2.00, 3 was claimed"),
        ("√α == O(α)", "order 0.50, 1 was claimed"), ("α^1.5 == O(α²)", "order 1.50, 2 was claimed"),
        ("(1 + α)*(1 + β) == 1 + α + β + O(α*β²)", "the coefficient of order 2"),
        ("α*0/0 == O(α)", "the residual is not a number"), ("[] == O(α)", "there is nothing to compare"),
        ("1/α == O(α)", "order -1.00"),
        ("abs(α - 0.05) == 0.05 + O(α²)", "the coefficient of order 1"),
        ("{a: exp(α), b: α} == {a: 1 + α, b: 0} + O(α²)", "the coefficient of order 1 is 1"),
    ])
    func `a claim of too high an order fails`(_ claim: String, _ summary: String) throws {
        let outcome = try Prompt().claim(setting + "claim " + claim)
        #expect(!outcome.holds)
        #expect(outcome.summary.contains(summary), "\(outcome.summary)")
    }

    @Test(arguments: [
        // The residual, of order 12, sinks into rounding after two halvings.
        "α = 0.15; claim 1 + α¹² == 1 + O(α¹²)", "α = 0.3; claim 1 + α²⁰ == 1 + O(α¹⁹)",
    ])
    func `an order that rounding hides is undecided and fails`(_ program: String) throws {
        let outcome = try Prompt().claim(program)
        #expect(!outcome.holds)
        #expect(outcome.summary.hasPrefix("undecided"), "\(outcome.summary)")
    }

    @Test(arguments: [
        ("exp(α) == 1 + α + O(α³)", true), ("exp(α) == 1 + α + O(α²)", false), ("sin(α) == α + O(α²)", false),
        ("exp(α) == 1 + 1.00000001α + O(α²)", false),
        ("exp(α) == 1 + 1.000001α + O(α²)", true), ("1 == 1 + O(α)", false), ("exp(α) == 2 + O(α)", true),
    ])
    func `an order is refuted by a coefficient clearly not zero`(_ claim: String, _ holds: Bool) throws {
        #expect(try Prompt().claim(setting + "refute " + claim).holds == holds)
    }

    @Test(arguments: [
        ("claim γ == O(γ)", "unknown name γ"), ("claim α == O(sin(α))", "monomials"),
        ("claim α == O(α^0.5)", "monomials"), ("claim α == O(1)", "monomials"),
        ("claim v == O(v)", "v is a number"), ("f(γ) = { claim γ == O(γ); γ }; f(1)", "γ is a local name"),
        ("claim \"a\" == O(α)", "an order is claimed of numbers"),
        ("claim v == 1 + O(α)", "the sides of a claim have different shapes"), ("claim α == O(β/α)", "monomials"),
    ])
    func `an order that means nothing is a diagnostic`(_ program: String, _ message: String) throws {
        #expect(try Prompt().failure(setting + program).message.contains(message))
    }

    @Test func `an order claim goes through bindings and leaves them alone`() throws {
        let prompt = Prompt()
        try prompt.good(
            """
            α = 0.1; θ = [1, 2]; L(θ) = sum(θ³); step = θ - α * ∇L(θ); x = θ
            for i in 0..<2 { x = x - α * ∇L(x) }
            claim step == θ + O(α)
            claim L(step) == L(θ) - α * ‖∇L(θ)‖² + O(α²)
            claim x == θ - 2α * ∇L(θ) + O(α²)
            """)
        #expect(try prompt.shows("α") == "0.1")
        #expect(try prompt.shows("step") == "[0.7, 0.8]")
    }

    @Test func `a claim of an order draws the same at every α`() throws {
        try Prompt().good(
            "α = 0.1; claim exp(α * randn()) == 1 + O(α); x = randn(3); y = exp(α * x); claim y == ones(3) + α * x + O(α²)"
        )
    }
}
