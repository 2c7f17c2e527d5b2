import Testing

@testable import Formulas

struct NamesASCIITests {
    @Test(arguments: [
        ("θ₁₀", "theta_10"), ("g₁⁽²⁾", "g_1__2"), ("θ'", "theta'"), ("x₀", "x_0"), ("rate", "rate"),

        ("gᵢ⁽ᵏ⁾", "g_i__k"), ("日", "日"),
    ])
    func `a name is spelt as any keyboard types it, and read again as the same`(_ name: String, _ typed: String) {
        #expect(Names.ascii(name) == typed)
        #expect(Names.canonical(typed) == Names.canonical(name))
    }

    @Test func `a Greek subscript is spelt out, though only a stem is read so`() {
        #expect(Names.ascii("Ωᵦ") == "Omega_beta")
        #expect(Names.canonical("Omega_β") == "Ωᵦ")
    }
}
