import Testing

@testable import Formulas

/// `:check`: every claim again, in an overlay with what has been bound anew.
struct RecheckTests {
    private func held(_ program: String) throws -> [Bool] {
        let prompt = Prompt()
        _ = try prompt.cells(program)
        return prompt.session.checkAgain().flatMap(\.claims).map(\.holds)
    }

    @Test func `a claim is checked at the new value, with what derives from it recomputed`() throws {
        #expect(try held("α = 0.1; y = α²; claim y < 0.5; α = 2") == [false])
        #expect(try held("α = 2; y = α²; claim y < 0.5; α = 0.1") == [true])
        #expect(try held("α = 0.1; y = α²; claim y == α²; claim y == 0.01; α = 2") == [true, false])
        #expect(try held("f(x) = x²; claim f(3) == 9; f(x) = x³") == [false])
        #expect(try held("α = 1; x = 8; for i in 0..<3 { x = x - α }; claim x == 5; α = 2") == [false])
    }

    @Test func `a name that moved on is not the earlier one with another value`() throws {
        #expect(try held("θ = 1; claim θ == 1; θ = θ - 0.5; claim θ == 0.5; θ = θ - 0.25") == [true, true])
        #expect(try held("θ = 1; claim θ == 1; for i in 0..<3 { θ = θ / 2 }") == [true])
        #expect(try held("α = 1; θ = 4; claim θ == 4; θ = θ - α; claim θ == 3; α = 2") == [true, false])
    }

    @Test func `a name bound anew from what was computed with it has moved on`() throws {
        #expect(
            try held("α = 0.25; θ = 4; claim θ == 4; g = 2θ; θ' = θ - α*g; claim θ' == θ - α*g; θ = θ'; claim θ == 2")
                == [true, true, true])
        #expect(
            try held("θ = 4; before = θ²; claim θ² == before; θ' = θ / 2; θ = θ'; claim θ² < before") == [true, true])
        #expect(try held("α = 1; θ = 4; claim θ == 4; θ' = θ - α; θ = θ'; claim θ == 3; α = 2") == [true, false])
        #expect(try held("θ = 4; claim θ == 4; θ' = 5; θ = θ'") == [false])
    }

    @Test func `a name bound anew to what is itself stale is recomputed first`() throws {
        #expect(try held("α = 1; y = 2α; claim y < 5; β = 1; α = β; β = 3") == [false])
        #expect(try held("α = 1; y = 2α; claim y == 6; β = 1; α = β; β = 3") == [true])
        #expect(
            try held("v = [1, 2]; i = 0; α = 1; claim α == 1; claim i == 0; k = 0; α = v[k]; k = 1") == [false, true])
    }

    @Test func `a stale name that can't be recomputed fails only the claims that it matters to`() throws {
        let prompt = Prompt()
        _ = try prompt.cells("α = 1; b = α; claim α == 1; claim b == 1; claim 1 == 1; k = 0; α = [1, 2][k]; k = 7")
        let cells = prompt.session.checkAgain()
        #expect(cells.map { $0.diagnostic != nil } == [true, true, false])
    }

    @Test func `what has been refreshed is what is checked`() throws {
        let prompt = Prompt()
        try prompt.good("α = 1; θ = 8; θ = θ - α; claim θ == 7; θ = θ - α; claim θ == 6; α = 2")
        #expect(prompt.session.checkAgain().flatMap(\.claims).map(\.holds) == [false, false])
        try prompt.session.refresh()
        #expect(prompt.session.checkAgain().flatMap(\.claims).map(\.holds) == [false, false])
        try prompt.good("α = 1")
        #expect(prompt.session.checkAgain().flatMap(\.claims).map(\.holds) == [true, true])
    }

    @Test func `nothing changes in the session, and a claim that draws draws the same`() throws {
        let prompt = Prompt()
        try prompt.good(
            "α = 0.1; y = α; x = randn(3); claim norm(x - randn(3)) > 0; for all β ~ uniform(0, 1): claim β + y == y + β"
        )
        let first = prompt.session.checkAgain()
        #expect(first.map(\.isGood) == [true, true])
        #expect(prompt.session.checkAgain().flatMap(\.claims).map(\.summary) == first.flatMap(\.claims).map(\.summary))
        #expect(prompt.session.boundNames == ["x", "y", "α"])
        #expect(prompt.session.nextCellNumber == 6)
    }

    @Test func `a claim that can no longer be evaluated is a diagnostic and the others go on`() throws {
        let prompt = Prompt()
        try prompt.good("v = [1, 2]; α = 1; claim sum(v * [3, 1]) == 5; claim α == 1; v = [1, 2, 3]")
        let cells = prompt.session.checkAgain()
        #expect(cells.map { $0.diagnostic != nil } == [true, false])
        #expect(cells[1].isGood)
    }

    @Test func `derivations are checked again line by line`() throws {
        let prompt = Prompt()
        try prompt.good("α = 1")
        #expect(try prompt.derivation("α + α\n  == 2α\n  == 2").map(\.holds) == [true, true])
        try prompt.good("α = 3")
        #expect(prompt.session.checkAgain().flatMap(\.claims).map(\.holds) == [true, false])
    }
}
