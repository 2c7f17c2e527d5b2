extension Manual {
    static let calculusTopics = [
        Topic(
            "gradients", "derivatives gradient calculus jacobian hessian nabla", "Derivatives of every order",
            .text(
                "∇f is the gradient of f by its first argument, a function again; the result of f must be a number. The argument may be a tree: its gradient has the same fields. grad(f, wrt: \"D\") takes another argument."
            ),
            .examples(
                ("L(θ, x) = sum((θ.w * x + θ.b)²)", ""), ("∇L({w: 1, b: 0}, [1, 2])", "{w: 10, b: 6}"),
                ("grad(L, wrt: \"x\")({w: 1, b: 0}, [1, 2])", "[2, 4]")),
            .text(
                "Derivatives nest: what an inner one captured is constant to it and live to the outer one. That is all MAML needs."
            ),
            .examples(
                ("f(x) = x³", ""), ("α = 0.1", ""), ("∇(x -> f(x - α * ∇f(x)))(1)", "0.588"), ("∇∇∇f(5)", "6"),
                ("∇(x -> stop(x) * x)(3)", "3")),
            .text(
                "∇²f(θ) and ∂f(θ) are linear operators, applied without a matrix ever being made; ∇³f(θ)[u, v] contracts the third derivative. At a kink the derivative is that of the branch taken; relu's at 0 is 0."
            ),
            .examples(
                ("q(x) = x[0]² * x[1]", ""), ("∇²q([1, 3]) @ [1, 0]", "[6, 2]"),
                ("matrix(∇²q([1, 3]))", "[[6, 2], [2, 0]]"))),
        Topic(
            "operators", "linear matrices adjoint eigenvalues matrix", "Linear operators: Hessians and Jacobians",
            .text(
                "I, ∇²f(θ) and ∂f(θ) are linear operators. They are applied, composed, added, scaled, raised to powers and transposed without a matrix; matrix(A) writes one out, eigenvalues(A) gives a symmetric one's, ascending."
            ),
            .examples(
                ("f(x) = x[0]² + 3 * x[0] * x[1]", ""), ("H = ∇²f([1, 1])", ""),
                ("(I - 0.1 * H) @ [1, 1]", "[0.5, 0.7]"),
                ("matrix(H @ H)", "[[13, 6], [6, 9]]"),
                ("matrix(∂(x -> [x[0] * x[1], x[1]])([2, 3])ᵀ)", "[[3, 0], [2, 1]]")),
            .text("H * v is no product; it is written H @ v.")),
        Topic(
            "expansions", "taylor series", "Taylor expansions",
            .text(
                "taylor gives all coefficients up to an order in one pass, 1/k! included: of a function at a point, or of a formula by a binding, through everything computed from it."
            ),
            .examples(
                ("taylor(x -> exp(x), at: 0, order: 3)", "[1, 1, 0.5, 0.166667]"), ("α = 0.1", ""), ("y = sin(α)", ""),
                ("taylor(y², α, at: 0, order: 2)", "[0, 0, 1]"))),
        Topic(
            "claims", "equality order refute check quantifiers", "Claims: formulas that are checked",
            .text(
                "claim a == b holds where the sides agree to nine digits, leaf by leaf; against 0, below 1e-12; within says another bound. ≈ needs one. refute holds where the claim clearly does not. A claim that fails says where the sides differ most."
            ),
            .examples(
                ("f(x) = x³", ""), ("claim ∇f(2) == 12", "claim ∇f(2) == 12   ✓ exactly"),
                ("refute ∇f(2) == 11", "refute ∇f(2) == 11   ✓ apart by 8e-02")),
            .text(
                "O(α²) stands for terms of that order in a binding: the Taylor coefficients below it must vanish, and the measured slope must agree. The line says the coefficient that leads, and when the truth is stronger."
            ),
            .examples(
                ("α = 0.1", ""),
                ("claim sin(α) == α + O(α³)", "claim sin(α) == α + O(α³)   ✓ order 3.00, coefficient 0.166667"),
                (
                    "for all x ~ randn(3): claim ‖x‖² == x · x",
                    "for all x ~ randn(3): claim ‖x‖² == x · x   ✓ 5 draws, at worst 2e-16"
                )),
            .text(":check evaluates all claims so far again, with everything they were computed from.")),
    ]
}
