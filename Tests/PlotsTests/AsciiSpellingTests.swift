import Testing

@testable import Plots

@Suite struct AsciiSpellingTests {
    @Test(arguments: [
        ("loss of θ′₀", "loss of theta'_0"), ("λ² Λ Δ", "lambda^2 Lambda Delta"), ("‖∇L‖ ≤ 1", "||grad L|| <= 1"),
        ("plain ASCII", "plain ASCII"), ("漢", "?"),
    ])
    func `a text has a spelling in ASCII`(text: String, spelling: String) {
        #expect(AsciiSpelling.of(text) == spelling)
    }
}
