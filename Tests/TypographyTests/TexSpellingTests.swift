import Testing
import Typography

@Suite struct TexSpellingTests {
    @Test(arguments: [
        ("loss", "loss"),
        ("\\input{x}", "\\textbackslash{}input\\{x\\}"),
        ("$ & # % _ ^ ~", "\\$ \\& \\# \\% \\_ \\textasciicircum{} \\textasciitilde{}"),
        ("^^5cinput", "\\textasciicircum{}\\textasciicircum{}5cinput"),
        ("[rotate=90]", "{[}rotate=90{]}"),
        ("a--b", "a-{}-{}b"),
        ("θ′₀", "$\\theta ^{\\prime }_{0}$"),
        ("‖∇L‖²", "$\\|\\nabla $L$\\|^{2}$"),
        ("10⁻³ ≤ α", "10$^{-3}$ $\\leq $ $\\alpha $"),
        ("θ̂ŷ", "$\\hat{\\theta }$\\^{y}"),
        ("x̂", "$\\hat{x}$"),
        ("A ⊂ Β", "A $\\subset $ $\\mathrm{B}$"),
        ("ℝ ℒ", "$\\mathbf{R}$ $\\mathcal{L}$"),
        ("café", "caf\\'{e}"),
        ("漢🙂", "??"),
        ("a < b | c", "a $<$ b $|$ c"),
    ])
    func `a text comes out as what it shows`(text: String, tex: String) {
        #expect(TexSpelling.of(text) == tex)
    }

    @Test func `no character has two scripts of a kind, at which TeX stops`() {
        #expect(TexSpelling.of("x²′") == "x$^{2\\prime }$")
        #expect(TexSpelling.of("x²₀³") == "x$^{2}_{0}{}^{3}$")
        #expect(TexSpelling.of("°²") == "${}^{\\circ}{}^{2}$")
        #expect(TexSpelling.of("²\u{302}") == "$^{2}$")
    }

    @Test func `only ASCII comes out, in balanced braces, and no command but ours`() {
        let known = Set(
            TexSpelling.of(String(String.UnicodeScalarView((0x20...0x2FFF).compactMap(Unicode.Scalar.init))))
                .matches(of: /\\[a-zA-Z]+/).map { String($0.output) })
        #expect(!known.contains("\\input") && !known.contains("\\write") && known.contains("\\nabla"))
        for text in ["\\write18{touch x}", "}\\input{/etc/passwd}{", "$\\def\\x{}$", "%\n\\input x", "\\\\\\", "{{{"] {
            let tex = TexSpelling.of(text)
            #expect(tex.utf8.allSatisfy { $0 < 0x80 })
            #expect(Set(tex.matches(of: /\\[a-zA-Z]+/).map { String($0.output) }).isSubset(of: known), "\(tex)")
            let plain = tex.replacing(/\\[{}]/, with: "")
            #expect(plain.count { $0 == "{" } == plain.count { $0 == "}" }, "\(tex)")
        }
    }
}
