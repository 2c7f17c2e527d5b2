import Testing

/// Tables of symbols and settings, and what is said to unknown words.
@Suite(.serialized) struct TableScreens {
    static let transcripts = [
        Transcript(
            "the symbols", columns: 40,
            #"""
            [1] ▸ :symbols
            Greek
              α  \alpha    β  \beta
              γ  \gamma    δ  \delta
              ε  \epsilon  ζ  \zeta
              η  \eta      θ  \theta
              ι  \iota     κ  \kappa
              λ  \lambda   μ  \mu
              ν  \nu       ξ  \xi
              π  \pi       ρ  \rho
              σ  \sigma    τ  \tau
              υ  \upsilon  φ  \phi
              χ  \chi      ψ  \psi
              ω  \omega    Γ  \Gamma
              Δ  \Delta    Θ  \Theta
              Λ  \Lambda   Ξ  \Xi
              Π  \Pi       Σ  \Sigma
              Υ  \Upsilon  Φ  \Phi
              Ψ  \Psi      Ω  \Omega
            signs
              ∇  \nabla          ∂  \partial
              Σ  \sum            ∏  \prod
              √  \sqrt           ·  \cdot
              ⊙  \odot           ⊗  \otimes
              ≤  \leq            ≤  \le
              ≥  \geq            ≥  \ge
              ≠  \neq            ≠  \ne
              ≈  \approx         ∈  \in
              →  \to             ↦  \mapsto
              ‖  \norm           ᵀ  \top
              ½  \half           ⅓  \third
              ⅔  \twothirds      ¼  \quarter
              ¾  \threequarters
            within names
              '  \prime  ℓ  \ell    x̂  \hat
              x̄  \bar    x̃  \tilde  ẋ  \dot
              ⁽  \^(     ⁾  \^)
            below the line
              ₀  \_0      ₁  \_1      ₂  \_2
              ₃  \_3      ₄  \_4      ₅  \_5
              ₆  \_6      ₇  \_7      ₈  \_8
              ₉  \_9      ₐ  \_a      ₑ  \_e
              ₕ  \_h      ᵢ  \_i      ⱼ  \_j
              ₖ  \_k      ₗ  \_l      ₘ  \_m
              ₙ  \_n      ₒ  \_o      ₚ  \_p
              ᵣ  \_r      ₛ  \_s      ₜ  \_t
              ᵤ  \_u      ᵥ  \_v      ₓ  \_x
              ᵦ  \_beta   ᵧ  \_gamma  ᵨ  \_rho
              ᵩ  \_phi    ᵪ  \_chi
            above the line
              ⁻  \^-  ⁰  \^0  ¹  \^1  ²  \^2
              ³  \^3  ⁴  \^4  ⁵  \^5  ⁶  \^6
              ⁷  \^7  ⁸  \^8  ⁹  \^9  ᵃ  \^a
              ᵇ  \^b  ᶜ  \^c  ᵈ  \^d  ᵉ  \^e
              ᶠ  \^f  ᵍ  \^g  ʰ  \^h  ⁱ  \^i
              ʲ  \^j  ᵏ  \^k  ˡ  \^l  ᵐ  \^m
              ⁿ  \^n  ᵒ  \^o  ᵖ  \^p  ʳ  \^r
              ˢ  \^s  ᵗ  \^t  ᵘ  \^u  ᵛ  \^v
              ʷ  \^w  ˣ  \^x  ʸ  \^y  ᶻ  \^z
            [1] ▸
            """#),
        Transcript(
            "the symbols", columns: 80,
            #"""
            [1] ▸ :symbols
            Greek
              α  \alpha    β  \beta     γ  \gamma    δ  \delta    ε  \epsilon  ζ  \zeta
              η  \eta      θ  \theta    ι  \iota     κ  \kappa    λ  \lambda   μ  \mu
              ν  \nu       ξ  \xi       π  \pi       ρ  \rho      σ  \sigma    τ  \tau
              υ  \upsilon  φ  \phi      χ  \chi      ψ  \psi      ω  \omega    Γ  \Gamma
              Δ  \Delta    Θ  \Theta    Λ  \Lambda   Ξ  \Xi       Π  \Pi       Σ  \Sigma
              Υ  \Upsilon  Φ  \Phi      Ψ  \Psi      Ω  \Omega
            signs
              ∇  \nabla          ∂  \partial        Σ  \sum            ∏  \prod
              √  \sqrt           ·  \cdot           ⊙  \odot           ⊗  \otimes
              ≤  \leq            ≤  \le             ≥  \geq            ≥  \ge
              ≠  \neq            ≠  \ne             ≈  \approx         ∈  \in
              →  \to             ↦  \mapsto         ‖  \norm           ᵀ  \top
              ½  \half           ⅓  \third          ⅔  \twothirds      ¼  \quarter
              ¾  \threequarters
            within names
              '  \prime  ℓ  \ell    x̂  \hat    x̄  \bar    x̃  \tilde  ẋ  \dot    ⁽  \^(
              ⁾  \^)
            below the line
              ₀  \_0      ₁  \_1      ₂  \_2      ₃  \_3      ₄  \_4      ₅  \_5
              ₆  \_6      ₇  \_7      ₈  \_8      ₉  \_9      ₐ  \_a      ₑ  \_e
              ₕ  \_h      ᵢ  \_i      ⱼ  \_j      ₖ  \_k      ₗ  \_l      ₘ  \_m
              ₙ  \_n      ₒ  \_o      ₚ  \_p      ᵣ  \_r      ₛ  \_s      ₜ  \_t
              ᵤ  \_u      ᵥ  \_v      ₓ  \_x      ᵦ  \_beta   ᵧ  \_gamma  ᵨ  \_rho
              ᵩ  \_phi    ᵪ  \_chi
            above the line
              ⁻  \^-  ⁰  \^0  ¹  \^1  ²  \^2  ³  \^3  ⁴  \^4  ⁵  \^5  ⁶  \^6  ⁷  \^7
              ⁸  \^8  ⁹  \^9  ᵃ  \^a  ᵇ  \^b  ᶜ  \^c  ᵈ  \^d  ᵉ  \^e  ᶠ  \^f  ᵍ  \^g
              ʰ  \^h  ⁱ  \^i  ʲ  \^j  ᵏ  \^k  ˡ  \^l  ᵐ  \^m  ⁿ  \^n  ᵒ  \^o  ᵖ  \^p
              ʳ  \^r  ˢ  \^s  ᵗ  \^t  ᵘ  \^u  ᵛ  \^v  ʷ  \^w  ˣ  \^x  ʸ  \^y  ᶻ  \^z
            [1] ▸
            """#),
        Transcript(
            "the symbols", columns: 120,
            #"""
            [1] ▸ :symbols
            Greek
              α  \alpha    β  \beta     γ  \gamma    δ  \delta    ε  \epsilon  ζ  \zeta     η  \eta      θ  \theta    ι  \iota
              κ  \kappa    λ  \lambda   μ  \mu       ν  \nu       ξ  \xi       π  \pi       ρ  \rho      σ  \sigma    τ  \tau
              υ  \upsilon  φ  \phi      χ  \chi      ψ  \psi      ω  \omega    Γ  \Gamma    Δ  \Delta    Θ  \Theta    Λ  \Lambda
              Ξ  \Xi       Π  \Pi       Σ  \Sigma    Υ  \Upsilon  Φ  \Phi      Ψ  \Psi      Ω  \Omega
            signs
              ∇  \nabla          ∂  \partial        Σ  \sum            ∏  \prod           √  \sqrt           ·  \cdot
              ⊙  \odot           ⊗  \otimes         ≤  \leq            ≤  \le             ≥  \geq            ≥  \ge
              ≠  \neq            ≠  \ne             ≈  \approx         ∈  \in             →  \to             ↦  \mapsto
              ‖  \norm           ᵀ  \top            ½  \half           ⅓  \third          ⅔  \twothirds      ¼  \quarter
              ¾  \threequarters
            within names
              '  \prime  ℓ  \ell    x̂  \hat    x̄  \bar    x̃  \tilde  ẋ  \dot    ⁽  \^(     ⁾  \^)
            below the line
              ₀  \_0      ₁  \_1      ₂  \_2      ₃  \_3      ₄  \_4      ₅  \_5      ₆  \_6      ₇  \_7      ₈  \_8
              ₉  \_9      ₐ  \_a      ₑ  \_e      ₕ  \_h      ᵢ  \_i      ⱼ  \_j      ₖ  \_k      ₗ  \_l      ₘ  \_m
              ₙ  \_n      ₒ  \_o      ₚ  \_p      ᵣ  \_r      ₛ  \_s      ₜ  \_t      ᵤ  \_u      ᵥ  \_v      ₓ  \_x
              ᵦ  \_beta   ᵧ  \_gamma  ᵨ  \_rho    ᵩ  \_phi    ᵪ  \_chi
            above the line
              ⁻  \^-  ⁰  \^0  ¹  \^1  ²  \^2  ³  \^3  ⁴  \^4  ⁵  \^5  ⁶  \^6  ⁷  \^7  ⁸  \^8  ⁹  \^9  ᵃ  \^a  ᵇ  \^b  ᶜ  \^c
              ᵈ  \^d  ᵉ  \^e  ᶠ  \^f  ᵍ  \^g  ʰ  \^h  ⁱ  \^i  ʲ  \^j  ᵏ  \^k  ˡ  \^l  ᵐ  \^m  ⁿ  \^n  ᵒ  \^o  ᵖ  \^p  ʳ  \^r
              ˢ  \^s  ᵗ  \^t  ᵘ  \^u  ᵛ  \^v  ʷ  \^w  ˣ  \^x  ʸ  \^y  ᶻ  \^z
            [1] ▸
            """#),
        Transcript(
            "settings", columns: 40,
            #"""
            [1] ▸ :set precision
            precision is double (single or double)
            [1] ▸ :set precison
            no setting 'precison'; did you mean
            'precision'?
            [1] ▸ :set digits 99
            digits can't be '99'; it is 1 to 17
            [1] ▸ :set color on
            color is chosen before the prompt
            begins, by --color or in the
            configuration file
            [1] ▸
            """#),
        Transcript(
            "settings", columns: 80,
            #"""
            [1] ▸ :set precision
            precision is double (single or double)
            [1] ▸ :set precison
            no setting 'precison'; did you mean 'precision'?
            [1] ▸ :set digits 99
            digits can't be '99'; it is 1 to 17
            [1] ▸ :set color on
            color is chosen before the prompt begins, by --color or in the configuration
            file
            [1] ▸
            """#),
        Transcript(
            "unknown words", columns: 40,
            #"""
            [1] ▸ :frobnicate
            no command ':frobnicate'; ':help' lists
            the commands
            [1] ▸ :help lerning
            no help on 'lerning'; ':help' lists what
            there is
            [1] ▸ :learn nothing
            no lesson 'nothing'
            [1] ▸ :l
            ':l' could be :lessons or :learn or
            :leave or :latex or :load
            [1] ▸ :hint
            no exercise is waiting here
            [1] ▸
            """#),
        Transcript(
            "unknown words", columns: 80,
            #"""
            [1] ▸ :frobnicate
            no command ':frobnicate'; ':help' lists the commands
            [1] ▸ :help lerning
            no help on 'lerning'; ':help' lists what there is
            [1] ▸ :learn nothing
            no lesson 'nothing'
            [1] ▸ :l
            ':l' could be :lessons or :learn or :leave or :latex or :load
            [1] ▸ :hint
            no exercise is waiting here
            [1] ▸
            """#),
    ]

    @Test(arguments: transcripts)
    func `tables and sentences are set for the screen`(_ transcript: Transcript) throws {
        try transcript.expectSame()
    }
}
