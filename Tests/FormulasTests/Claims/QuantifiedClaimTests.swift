import Testing

@testable import Formulas

struct QuantifiedClaimTests {
    @Test func `a claim for all holds for every draw, in one outcome`() throws {
        let outcome = try Prompt().claim("for all x ~ randn(3), a ~ uniform(1, 2): claim ‖a*x‖ == a*‖x‖")
        #expect(outcome.holds)
        #expect(outcome.summary.hasPrefix("5 draws, at worst "))
        #expect(
            try Prompt().claim("for all x ~ randn() for 20 draws: claim x² ≥ 0").summary == "20 draws, at worst true")
        #expect(try Prompt().claim("for all x ~ randn() for 1 draws: refute x == x + 1").holds)
    }

    @Test func `every draw is another, and one that fails fails the claim`() throws {
        // Under a fair coin each, twenty draws agree once in 500 000 times; the seed settles which.
        #expect(try Prompt().claim("for all x ~ randn() for 20 draws: claim x > 0").holds == false)
        #expect(try Prompt().claim("for all x ~ randn() for 20 draws: claim x < 0").holds == false)
        #expect(try Prompt().claim("for all x ~ randn() for 20 draws: refute x < 0").holds == false)
    }

    @Test func `a failure prints the draw`() throws {
        let outcome = try Prompt().claim("α = 1; for all α ~ uniform(2, 3), x ~ randn(2): claim α == 0")
        #expect(!outcome.holds)
        let draw = try #require(outcome.details.last)
        #expect(draw.hasPrefix("at draw 1 of 5: α = 2."))
        #expect(draw.contains(", x = ["))
    }

    @Test func `dependents recompute, and the session is left alone`() throws {
        let prompt = Prompt()
        try prompt.good("α = 1; y = α²; f(x) = α * x; z = 8; for i in 0..<2 { z = z - α }")
        #expect(try prompt.claim("for all α ~ uniform(2, 3): claim y == α²").holds)
        #expect(try prompt.claim("for all α ~ uniform(2, 3): claim f(2) == 2α").holds)
        #expect(try prompt.claim("for all α ~ uniform(2, 3): claim z == 8 - 2α").holds)
        #expect(try prompt.claim("for all α ~ uniform(2, 3): claim y == 1").holds == false)
        #expect(try prompt.claim("for all unbound ~ uniform(2, 3): claim unbound > 2").holds)
        #expect(try prompt.shows("[α, y, f(1), z]") == "[1, 1, 1, 6]")
        #expect(prompt.session.value(of: "unbound") == nil)
        #expect(try prompt.claim("for all θ ~ randn(like: {a: 1, b: [1, 2]}): claim θ + θ == 2 * θ").holds)
        #expect(try prompt.claim("for all α ~ uniform(0.1, 0.2): claim exp(α) == 1 + α + O(α²)").holds)
    }

    @Test func `the draws are the same again in a fresh session and under another check`() throws {
        let program = "for all x ~ randn(): claim x == 0"
        #expect(try Prompt(seed: 2).claim(program).details == Prompt(seed: 2).claim(program).details)
        #expect(try Prompt(seed: 2).claim(program).details != Prompt(seed: 3).claim(program).details)
        let prompt = Prompt()
        let first = try prompt.claim(program)
        #expect(try prompt.claim(program).details != first.details)
        #expect(prompt.session.checkAgain().first?.claims.first?.details == first.details)
    }

    @Test(arguments: [
        ("for all x ~ randn() for 0 draws: claim x == x", "at least one draw"),
        ("for all x ~ randn() for 1.5 draws: claim x == x", "whole number"),
        ("for all x ~ nonsense: claim x == x", "unknown name nonsense"),
        ("for all x ~ randn(): claim x", "a claim is true or false"),
        ("for all x ~ randn() for -1 draws: claim x == x", "at least one draw"),
    ])
    func `a claim for all that means nothing is a diagnostic`(_ program: String, _ message: String) throws {
        #expect(try Prompt().failure(program).message.contains(message))
    }

    @Test func `NaN in any draw fails`() throws {
        #expect(try Prompt().claim("for all x ~ randn() for 20 draws: claim √x == √x").holds == false)
    }
}
