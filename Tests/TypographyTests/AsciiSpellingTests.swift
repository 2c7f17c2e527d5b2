import Testing

@testable import Typography

@Suite struct AsciiSpellingTests {
    @Test(arguments: [
        ("loss of θ′₀", "loss of theta'_0"), ("λ² Λ Δ", "lambda^2 Lambda Delta"), ("‖∇L‖ ≤ 1", "||grad L|| <= 1"),
        ("plain ASCII", "plain ASCII"), ("漢", "?"), ("x₁₂ · y⁻¹", "x_12 . y^-1"),
        ("∇(f)(2), √2, √(2)", "grad(f)(2), sqrt 2, sqrt(2)"),
        ("∇²L", "grad^2L"), ("α∇L, αx, 2α, α2, xθ", "alpha grad L, alpha x, 2alpha, alpha 2, x theta"),
        ("½(x), ¾", "0.5(x), 0.75"), ("2⅓ g⁽²⁾, xᵦ", "2(1/3) g^(2), x_beta"),
        ("θ̂ₜ, Aᵀ, 𝔼, ℝⁿ", "theta_hat_t, A^T, E, R^n"), ("│ ✓ ─ •", "| ok: - *"),
    ])
    func `a text has a spelling in ASCII`(text: String, spelling: String) {
        #expect(AsciiSpelling.of(text) == spelling)
    }

    @Test func `what has no spelling is kept where it is the reader's own`() {
        #expect(Lettering.ascii.text("漢 θ") == "漢 theta")
        #expect(Lettering.unicode.text("漢 θ") == "漢 θ")
    }

    @Test func `every sign that names are made of is spelled`() {
        for letter in "αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΦΨΩ₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹∇∂√·⊙⊗≤≥≠≈‖½ᵀ" {
            let spelled = AsciiSpelling.of(String(letter))
            #expect(spelled.utf8.allSatisfy { $0 < 0x80 } && !spelled.contains("?"), "\(letter)")
        }
    }
}
