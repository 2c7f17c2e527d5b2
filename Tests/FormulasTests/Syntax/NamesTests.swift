import Formulas
import Testing

struct NamesTests {
    @Test(arguments: [
        ("theta", "θ"), ("theta_0", "θ₀"), ("theta'", "θ'"), ("theta_0'", "θ₀'"), ("Sigma", "Σ"), ("pi", "π"),
        ("lambda_k", "λₖ"), ("x_0", "x₀"), ("θ_k", "θₖ"), ("g_1__1", "g₁⁽¹⁾"), ("g__12", "g⁽¹²⁾"), ("g__k", "g⁽ᵏ⁾"),
        ("xₜᵣₐᵢₙ", "x_train"), ("topₖ", "top_k"), ("loss_0", "loss₀"), ("x_βeta", "x_βeta"), ("x_β", "xᵦ"),
        ("g⁽ᵏʲ⁾", "g__kj"),
    ])
    func `both spellings are one name`(_ ascii: String, _ unicode: String) {
        #expect(Names.canonical(ascii) == unicode)
        #expect(Names.canonical(unicode) == unicode)
    }

    @Test(arguments: [
        "alphabet", "x0", "theta0", "thetas", "top_k", "one_hot", "log_softmax", "cross_entropy", "x_train", "g_MAML",
        "_", "_x", "x_", "a__b_c", "a___b", "θ'", "x''", "Ελλάς", "∏", "√",
    ])
    func `a name that is no whole Greek stem stays`(_ name: String) {
        #expect(Names.canonical(Names.canonical(name)) == Names.canonical(name))
        if name != "a__b_c" { #expect(Names.canonical(name) == name) }
    }

    @Test func `digits right after the stem are not a subscript`() {
        #expect(Names.canonical("x0") != Names.canonical("x₀"))
        #expect(Names.canonical("x_1_2") != Names.canonical("x_12"))
    }

    @Test(arguments: [
        ("ϕ", "φ"), ("\u{B5}", "μ"), ("ϵ", "ε"), ("\u{2126}", "Ω"), ("∑", "Σ"), ("\u{2206}x", "Δx"), ("x″", "x''"),
    ])
    func `variants of a character fold`(_ variant: String, _ plain: String) {
        #expect(Names.canonical(variant) == plain)
    }
}
