import ClaimMutations
import Testing

@testable import Formulas

struct MutationTrialTests {
    private func trial(_ program: String, _ equivalents: [Equivalent] = []) throws -> MutationTrial {
        var trial = MutationTrial(equivalents)
        try trial.run(Source(name: "test", text: program), in: Session())
        return trial
    }

    @Test func `a weak claim lets its mutants survive`() throws {
        let trial = try trial("α = 0.1; claim α² == O(α)")
        #expect(trial.caught < trial.mutants)
        #expect(
            trial.survivors == [
                "'α² == O(α)', raise the order: claim α² == O(α * (α))",
                "'α² == O(α)', left: 2.0 made 4.0: claim α⁴ == O(α)",
            ])
    }

    @Test func `a claim that little can be changed of has too few mutants`() throws {
        let program = "s = \"a\"; claim s == s"
        #expect(try trial(program).tooFew == ["s == s (0)"])
    }

    @Test func `a mutant must be listed to hold, and must hold to be listed`() throws {
        let claim = "I @ A == A"
        let program = "A = ∂(v -> [v[0]², v[0] * v[1]])([1, 2]); claim \(claim)"
        let listed = Equivalent(claim, ["left: swap the factors at A", "left: drop the first factor"], "IA = AI = A")
        let good = try trial(program, [listed])
        #expect(good.problems.isEmpty && good.caught == good.mutants && good.equivalent == 2)
        #expect(try trial(program).survivors.count == 2)
        let wrong = try trial(program, [listed, Equivalent(claim, ["change the sign", "drop a term"], "none")])
        #expect(wrong.falselyListed == ["'I @ A == A', change the sign"])
        #expect(wrong.unmet == ["'I @ A == A', drop a term"])
    }

    @Test func `a sample tries one of so many mutants, whichever claim they are of`() throws {
        let program = Source(name: "test", text: "x = 3; claim x == 3; claim 2x == 6; claim x² == 9")
        var (all, some) = (MutationTrial([]), MutationTrial([], oneOf: 3))
        try all.run(program, in: Session())
        try some.run(program, in: Session())
        #expect(some.claims == 3 && some.mutants == all.mutants / 3 && some.caught == some.mutants)
        #expect(some.problems.isEmpty)
    }

    @Test func `a claim in a loop is tried in the loop alone`() throws {
        let session = Session()
        var trial = MutationTrial([])
        let program = Source(name: "test", text: "n = 2; n = n + 1; for k in [1, 2] { claim k * n == 3k }")
        let statements = try Parser.parse(program)
        var (index, before) = (0, session.state)
        try session.run(program, keepGoing: true) { cell in
            trial.take(cell, of: statements[index], from: before, in: session)
            (index, before) = (index + 1, session.state)
        }
        #expect(trial.claims == 1 && trial.mutants >= MutationTrial.leastMutants && trial.problems.isEmpty)
    }

    @Test func `mutants that mean nothing count neither way`() throws {
        let trial = try trial("A = [[1, 2, 3], [4, 5, 6]]; x = [1, 0, 2]; claim A @ x == [7, 16]")
        #expect(trial.problems.isEmpty)
        // Of the left side's factors, none can be dropped or swapped: 4 changes of the right side, and its 2 numbers.
        #expect(trial.mutants == 6)
    }

    @Test func `the session is left as the program leaves it, and each claim is tried where it stands`() throws {
        let session = Session()
        var trial = MutationTrial([])
        try trial.run(Source(name: "test", text: "x = 2; claim x == 2; x = 3; claim x == 3; claim x == 4"), in: session)
        #expect(trial.claims == 2 && trial.problems.isEmpty)
        #expect(trial.failingClaims == ["claim x == 4"])
        #expect(session.value(of: "x")?.inlineText == "3")
    }

    @Test func `what a program draws after a claim does not depend on its mutants`() throws {
        let program = "x = randn(); claim x != randn()"
        let session = Session(seed: 7)
        var trial = MutationTrial([])
        try trial.run(Source(name: "test", text: program), in: session)
        #expect(trial.problems.isEmpty)
        let again = Session(seed: 7)
        try again.run(Source(name: "test", text: program))
        let next = Source(name: "test", text: "y = randn()")
        try again.run(next)
        try session.run(next)
        #expect(session.value(of: "y")?.inlineText == again.value(of: "y")?.inlineText)
    }

    @Test func `claims in functions and loops are tried in their places`() throws {
        let trial = try trial("f(x) = { claim x² == x * x; x }; for i in 1..3 { f(i) }")
        #expect(trial.claims == 1 && trial.mutants > 4)
        #expect(trial.survivors.isEmpty, "\(trial.survivors)")
    }

    @Test func `each line of a derivation is tried alone`() throws {
        var trial = MutationTrial([])
        try trial.runDerivations(Source(name: "test", text: "1 + 2\n  == 3\n  == 2 + 1  -- turned"), in: Session())
        #expect(trial.claims == 2 && trial.problems.isEmpty && trial.caught == trial.mutants)
    }
}
