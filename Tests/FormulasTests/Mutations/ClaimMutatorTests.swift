import ClaimMutations
import Testing

@testable import Formulas

struct ClaimMutatorTests {
    private func mutants(_ text: String) throws -> [String] {
        let statement = try #require(try Parser.parse(Source(name: "test", text: text)).first)
        guard case .claim(let claim) = statement.kind else { throw NoClaim() }
        return ClaimMutator(claim).mutants().map(\.text)
    }

    private struct NoClaim: Error {}

    @Test func `an equality has its sign, its coefficient, its terms and its factors changed`() throws {
        #expect(
            try mutants("claim f(x) == A @ x - 2y") == [
                "claim f(x) == -(A @ x - 2y)", "claim f(x) == 1.001 * (A @ x - 2y)",
                "claim f(x) == 0.999 * (A @ x - 2y)", "claim f(x) == 1.000001 * (A @ x - 2y)",
                "claim f(x) == A - 2y", "claim f(x) == x @ A - 2y", "claim f(x) == x - 2y",
                "claim f(x) == A @ x - 4y", "claim f(x) == A @ x", "claim f(x) == A @ x + 2y",
                "claim f(x) == A @ x - 1.01 * (2y)",
            ])
    }

    @Test func `a tolerance is left behind`() throws {
        #expect(try mutants("claim a == b within 1%")[1] == "claim a == ((1.001) + 3 * (0.01)) * (b) within 0.01")
    }

    @Test func `the order of an order claim is raised, and the coefficients below it are made not 0`() throws {
        #expect(
            try mutants("claim f(α) == O(α²)") == [
                "claim f(α) == O(α * (α²))", "claim f(α) == O(α * (α * (α²)))",
                "claim (f(α)) + (0.001 * (α¹)) == O(α²)", "claim (f(α)) + (-0.001 * (α¹)) == O(α²)",
                "claim (f(α)) + (1) == O(α²)", "claim (f(α)) + (-1) == O(α²)",
            ])
    }

    @Test func `a comparison is turned round, negated and its sides swapped`() throws {
        #expect(
            try mutants("claim a < b") == [
                "refute a < b", "claim not (a < b)", "claim (a < b) and false", "claim a ≥ b", "claim a > b",
                "claim b < a", "claim -(a) < -(b)", "claim a < (a) + (-1)", "claim (b) + (1) < b",
            ])
    }

    @Test func `a refutation is claimed, and made of sides that are equal or nearly so`() throws {
        #expect(
            try mutants("refute a == b") == [
                "claim a == b", "refute a == a", "refute b == b", "refute a == 1.00000001 * (a)",
                "refute 1.00000001 * (b) == b",
            ])
    }

    @Test func `a claim for all keeps its draws`() throws {
        let all = try mutants("for all x ~ randn() for 3 draws: claim x == f(x)")
        #expect(all.count >= 4)
        #expect(all.allSatisfy { $0.hasPrefix("for all x ~ randn() for 3 draws: claim x == ") })
    }
}
