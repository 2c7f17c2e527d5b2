/// The one list of mutants that are true claims. A number stands in it as a mutant prints it: `1000000` for `1e6`.
extension Equivalent {
    /// Those of the lessons' claims.
    public static let inLessons: [Equivalent] = [
        Equivalent(
            "∇(v -> target(move(v)))(v₀) == (eye(2) - α * M) @ ∇target(v₁)", ["swap the factors at ∇target(v₁)"],
            "M is symmetric: vᵀ(I − αM) is (I − αM)v"),
        chainRule,
        Equivalent(
            "g.MAML == (eye(2) - α * M) @ g.FOMAML", ["swap the factors at g.FOMAML"],
            "M is symmetric: gᵀ(I − αM) is (I − αM)g"),
        Equivalent(
            "∇(θ -> 0.5 * ‖θ - project(θ)‖²)(θ₀) == (I - ∂project(θ₀))ᵀ @ (θ₀ - project(θ₀))",
            [
                "drop a transpose", "drop the term ∂project(θ₀)", "change the sign of ∂project(θ₀)",
                "1.01 times ∂project(θ₀)", "drop the first factor",
            ], nearestPoint),
        Equivalent(
            "(I - ∂project(θ₀))ᵀ @ (θ₀ - project(θ₀)) == (θ₀ - project(θ₀)) - (∂project(θ₀))ᵀ @ (θ₀ - project(θ₀))",
            [
                "drop a transpose", "drop the term (∂project(θ₀))ᵀ @ (θ₀ - project(θ₀))",
                "change the sign of (∂project(θ₀))ᵀ @ (θ₀ - project(θ₀))",
                "1.01 times (∂project(θ₀))ᵀ @ (θ₀ - project(θ₀))",
            ], nearestPoint),
        Equivalent("(∂project(θ₀))ᵀ @ residual == zeros(2)", ["left: drop a transpose"], nearestPoint),
        Equivalent("J(both_ways) == J(both_ways)ᵀ", ["drop a transpose"], "J = J"),
        Equivalent("always(MAML) == always(MAML)ᵀ", ["drop a transpose"], "J = J"),
    ]

    private static let nearestPoint =
        "the residual is normal to what the nearest point moves along: (∂project)ᵀ on it is 0, whatever stands before; "
        + "and ∂project is symmetric, as project(θ) is the gradient of ½‖θ‖² − ½dist²"

    /// Those of the tests' claims.
    public static let inTests: [Equivalent] =
        [chainRule] + tolerances + conditions + orders + identityOperators + symmetries + derivatives

    private static let chainRule = Equivalent(
        "∇(θ -> L₁(step(θ)))(θ₀) == (∂step(θ₀))ᵀ @ ∇L₁(θ₁)", ["drop a transpose"],
        "∂step is I − α∇²L₀, and a Hessian is symmetric")

    /// What lies within the tolerance that a claim is to show.
    private static let tolerances = [
        Equivalent(
            "1000000 == 1000000 + 0.00099",
            ["drop the term 0.00099", "change the sign of 0.00099", "1.01 times 0.00099"],
            "0.00099 is less than 1e-9 of 1e6, the tolerance"),
        Equivalent(
            "1e+200 == 1e+200 * (1 + 9e-10)", ["drop the factor (1 + 9e-10)"], "the factor is 1 within the tolerance"),
        Equivalent(
            "[1e+200, 1] == [1e+200, 2]", ["2.0 made 4.0", "left: 1.0 made 2.0"],
            "a leaf is compared as a whole, and beside 1e200 a one is nothing"),
        Equivalent("-9.9e-13 == 0", ["left: drop a minus"], "|−x| = |x|, and 0 is compared with absolutely"),
        Equivalent(
            "{a: 1e-13} == zeros(like: {a: 1})", ["1.0 made 2.0"], "zeros(like: …) takes the shape, not the values"),
        Equivalent(
            "single(1) == single(1.00009)", ["a coefficient of 1.000001"], "single precision is held to 1e-4"),
        Equivalent(
            "x == [0.1, 0.2] * (1 + 1e-05)",
            [
                "a coefficient of 1.000001", "drop the term 1e-05", "change the sign of 1e-05", "1.01 times 1e-05",
                "drop the factor (1 + 1e-05)",
            ], "x is single(…), which is held to 1e-4"),
        Equivalent("single(0.1) == 0.1", ["a coefficient of 1.000001"], "single precision is held to 1e-4"),
    ]

    private static let conditions = [
        Equivalent("1 ≤ 1", ["say ≥", "change both signs"], "1 = 1, so 1 ≥ 1 and −1 ≤ −1"),
        Equivalent(
            "refute [1, 2] < [2, 1]", ["say not", "say ≥", "say >", "swap the sides", "change both signs"],
            "neither of the two vectors is below the other: each is in one place"),
    ]

    /// Bounds that a term of any coefficient is within, and residuals of a higher order than is claimed.
    private static let orders = [
        Equivalent("sin(α) == α + O(α²)", ["raise the order"], "sin is odd: its series has no α²"),
        Equivalent(
            "(1 + α)² == 1 + 2α + α² + O(α³)", ["raise the order", "raise the order by two"],
            "the square is the polynomial: the residual is 0"),
        Equivalent(
            "α == α + O(α)",
            [
                "raise the order", "raise the order by two", "change the sign", "a coefficient of 1.001",
                "a coefficient of 0.999", "a coefficient of 1.000001",
            ], "α − α is 0, of every order, and cα is O(α) for every c"),
        Equivalent("α² * v == O(α²)", ["left: 2.0 made 4.0", "left: drop the factor v"], "α⁴v and α² are O(α²) too"),
        Equivalent(
            "α * β + β² == O(α * β + β²)",
            [
                "left: 2.0 made 4.0", "left: drop the term β²", "left: change the sign of β²", "left: 1.01 times β²",
                "left: drop the first term",
            ], "every monomial of order 2 or more is O(αβ + β²), whatever its coefficient"),
        Equivalent(
            "α * β² == O(α * β)", ["raise the order", "left: 2.0 made 4.0", "left: drop the first factor"],
            "αβ² is of order 3; αβ⁴ and β² are of order 2 or more"),
        Equivalent(
            "sin(α) / α == 1 + O(α²)", ["left: swap the factors at α"], "1/(1 − α²/6 + …) is 1 + α²/6 + …"),
        Equivalent("2α == O(2α)", ["left: 2.0 made 4.0"], "cα is O(α) for every c"),
        Equivalent("α³ == O(α² * α)", ["left: 3.0 made 6.0"], "α⁶ is O(α³)"),
        Equivalent(
            "y == α² + O(α³)", ["raise the order", "raise the order by two"], "y is α²: the residual is 0"),
        Equivalent(
            "exp(α * randn()) == 1 + O(α)", ["left: drop the factor randn()"], "exp(cα) is 1 + O(α) for every c"),
    ]

    private static let identityOperators = [
        Equivalent("I @ A == A", ["left: swap the factors at A", "left: drop the first factor"], "IA = AI = A"),
        Equivalent("I @ u == u", ["left: drop the first factor"], "Iu = u"),
        Equivalent("(I @ I) @ u == u", ["left: drop the factor I", "left: drop the first factor"], "II = I, Iu = u"),
        Equivalent("Iᵀ @ u == u", ["left: drop a transpose", "left: drop the first factor"], "Iᵀ = I, Iu = u"),
        Equivalent("I @ H == H", ["left: swap the factors at H", "left: drop the first factor"], "IH = HI = H"),
        Equivalent("H @ I == H", ["left: swap the factors at I", "left: drop the factor I"], "IH = HI = H"),
        Equivalent("(3I) @ H == 3H", ["left: swap the factors at H"], "a multiple of I commutes with every operator"),
        Equivalent(
            "matrix(H^0 @ H) == M", ["left: swap the factors at H", "left: drop the first factor"],
            "H⁰ = I, and IH = HI = H"),
    ]

    private static let symmetries = [
        Equivalent("H == Hᵀ", ["drop a transpose"], "H = H"),
        Equivalent(
            "∇(θ -> L₁(step(θ)))(θ₀) == (∂step(θ₀))ᵀ @ g₁", ["drop a transpose"],
            "∂step is I − α∇²L₀, and a Hessian is symmetric"),
        Equivalent(
            "hvp(L₀, θ₀, u) == M @ u - sin(θ₀) * u + 2 * [θ₀[1] * u[0] + θ₀[0] * u[1], θ₀[0] * u[0]]",
            ["swap the factors at u"], "M is symmetric: uᵀM is Mu"),
        Equivalent("H @ u == M @ u", ["swap the factors at u"], "M is symmetric: uᵀM is Mu"),
        Equivalent("(J @ H) @ u == N @ (M @ u)", ["swap the factors at u"], "M is symmetric: uᵀM is Mu"),
        Equivalent(
            "(I - 0.1 * H) @ u == u - 0.1 * (M @ u)", ["swap the factors at u"], "M is symmetric: uᵀM is Mu"),
        Equivalent("H @ K == (Kᵀ @ Hᵀ)ᵀ", ["drop a transpose (3)"], "H is a Hessian, and symmetric"),
        Equivalent(
            "prod(I - 0.1i * H for i in 1..3) == (I - 0.1 * H) @ (I - 0.2 * H) @ (I - 0.3 * H)",
            ["swap the factors at (I - 0.2 * H)", "swap the factors at (I - 0.3 * H)"],
            "polynomials in one operator commute"),
        Equivalent(
            "taylor(g_MAML, α, at: 0, order: 3) == [θ - c, A @ c - 2 * (A @ θ), A @ A @ θ, [0, 0]]",
            ["swap the factors at c", "swap the factors at θ", "swap the factors at θ (2)"],
            "A is symmetric: cᵀA is Ac, and (Aθ)ᵀA is A(Aθ)"),
    ]

    /// Derivatives that do not depend on where they are taken.
    private static let derivatives = [
        Equivalent(
            "∇²(x -> x[0] + x[1])([1, 2]) @ [1, 1] == 0",
            ["left: 1.0 made 2.0", "left: 2.0 made 4.0", "left: 1.0 made 2.0 (2)", "left: 1.0 made 2.0 (3)"],
            "the Hessian of a linear function is 0 everywhere"),
        Equivalent(
            "∇(a -> ∇²(v -> a * g(v))(x) @ u · w)(3) == H @ u · w", ["left: 3.0 made 6.0"],
            "what is linear in a has the same derivative at every a"),
        Equivalent(
            "∇(a -> sum((I - a * ∇²g(x)) @ u))(0.1) == -sum(H @ u)", ["left: 0.1 made 1.1"],
            "what is linear in a has the same derivative at every a"),
    ]
}
