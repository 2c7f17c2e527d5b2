import Testing

@testable import Lessons

@Suite struct TeXToUnicodeTests {
    @Test(arguments: [
        (#"\theta_{k-1}"#, "θₖ₋₁"),
        (#"\theta_1 = \theta_0 - \alpha \nabla L_0(\theta_0)"#, "θ₁ = θ₀ − α∇L₀(θ₀)"),
        (#"\theta\leftarrow\theta-\beta g"#, "θ ← θ − βg"),
        (#"g_{\text{MAML}}"#, "g_MAML"),
        (#"\mathcal{L}^{(1)}(\theta_k)"#, "ℒ⁽¹⁾(θₖ)"),
        (#"\mathbb{E}_\tau[\mathbf{x}]"#, "𝔼_τ[x]"),
        (#"\sum_{i=1}^{k} x_i^2"#, "∑ᵢ₌₁ᵏ xᵢ²"),
        (#"\prod_{i=1}^k (I - \alpha H_{i-1})"#, "∏ᵢ₌₁ᵏ (I − αHᵢ₋₁)"),
        (#"\frac{1}{2}x^2"#, "½x²"),
        (#"\frac{a}{b+c}"#, "a/(b + c)"),
        (#"\frac{a+b}{c}"#, "(a + b)/c"),
        (#"\frac{ab}{cd}"#, "ab/(cd)"),
        (#"\sqrt{x+1} + \sqrt2"#, "√(x+1) + √2"),
        (#"H^\top v, A^{T}, f'(x), x^{\prime}"#, "Hᵀv, Aᵀ, f′(x), x′"),
        (#"\nabla_{\theta_0} L - g_{\text{MAML}} - x"#, "∇_θ₀ L − g_MAML − x"),
        (#"1 - \alpha L_0'', f'''"#, "1 − αL₀″, f‴"),
        (#"\hat{\theta} + \tilde x + \bar{y}"#, "θ̂ + x̃ + ȳ"),
        (#"\|x\|^2 \le \left\| y \right\|"#, "‖x‖² ≤ ‖y‖"),
        (#"-x \cdot (-y) \times -2"#, "−x · (−y) × −2"),
        (#"\log p(x) \approx \log \sigma(x)"#, "log p(x) ≈ log σ(x)"),
        (#"\arg\min_\theta L(\theta)"#, "arg min_θ L(θ)"),
        (#"x \in \{1, \dots, k\}"#, "x ∈ {1, …, k}"),
        (#"e^{-x/2}, x^{a+b}, x_{\theta}, x^{Q}, x_{a,b}"#, "e^(−x/2), xᵃ⁺ᵇ, x_θ, x^Q, x_(a,b)"),
        (#"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}"#, "[1 2; 3 4]"),
        (#"\text{the loss of } f"#, "the loss of f"),
        (#"a \not= b"#, "a ≠ b"),
        (#"\unknown{x} + \foo"#, #"\unknown x + \foo"#),
        (#"\frac"#, "/"),
        ("x_", "x"),
        ("{x", "x"),
        ("x}", "x}"),
        ("", ""),
        ("\\", "\\"),
    ])
    func `TeX becomes Unicode`(tex: String, wanted: String) {
        #expect(TeXToUnicode.render(tex) == wanted)
    }

    @Test func `the rows of a display are aligned at their ampersands`() {
        let tex = #"\begin{aligned} g &= \nabla L(\theta_k) \\[2mm] &= \prod_i (I - \alpha H_i) \end{aligned}"#
        #expect(TeXToUnicode.renderDisplay(tex) == ["g = ∇L(θₖ)", "  = ∏ᵢ (I − αHᵢ)"])
    }

    @Test func `deep and long input ends`() {
        let deep = String(repeating: "{", count: 5_000)
        #expect(TeXToUnicode.render(deep + "x").hasSuffix("x"))
        #expect(!TeXToUnicode.render(String(repeating: #"\frac{"#, count: 3_000)).isEmpty)
        #expect(!TeXToUnicode.render(String(repeating: "_", count: 3_000) + "x").isEmpty)
        #expect(!TeXToUnicode.render(String(repeating: #"\left"#, count: 3_000) + "(").isEmpty)
    }

    @Test func `every raised and lowered sign stands for one of its own`() {
        #expect(TeXSymbols.superscripts["n"] == "ⁿ" && TeXSymbols.superscripts["⊤"] == "ᵀ")
        #expect(TeXSymbols.superscripts["∗"] == "*" && TeXSymbols.subscripts["χ"] == "ᵪ")
        #expect(TeXSymbols.letter("Z", alphabet: "mathcal") == "𝒵" && TeXSymbols.letter("a", alphabet: "mathbb") == "𝕒")
    }
}
