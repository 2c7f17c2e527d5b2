import Testing

@testable import Formulas

/// Jacobians, Hessians and contracted higher derivatives, against closed forms and against each other.
struct OperatorTests {
    private let setting = """
        f(v) = [v[0]² * v[1], sin(v[1]), v[0]]
        g(v) = v[0]³ * v[1]² + sum(exp(v))
        x = [2, 0.5]; u = [1, -2]; w = [0.3, 4]; y = [1, 2, -1]
        J = ∂f(x); H = ∇²g(x); K = ∂(v -> [v[1]², v[0] * v[1]])(x)
        N = [[2x[0]*x[1], x[0]²], [0, cos(x[1])], [1, 0]]
        M = [[6x[0]*x[1]² + exp(x[0]), 6x[0]² * x[1]], [6x[0]² * x[1], 2x[0]³ + exp(x[1])]]

        """

    @Test(arguments: [
        "matrix(J) == N", "matrix(H) == M", "J @ u == N @ u", "Jᵀ @ y == Nᵀ @ y", "matrix(Jᵀ) == Nᵀ",
        "matrix(Jᵀᵀ) == N",
        "H @ u == M @ u", "H == Hᵀ", "matrix(Jᵀ @ J) == Nᵀ @ N", "(J @ H) @ u == N @ (M @ u)", "matrix(J @ H) == N @ M",
        "matrix((J @ H)ᵀ) == M @ Nᵀ", "matrix(H²) == M @ M", "matrix(H^0 @ H) == M", "matrix(H³) == M @ M @ M",
        "matrix(I - 0.1*H) == eye(2) - 0.1M", "(I - 0.1*H) @ u == u - 0.1 * (M @ u)", "matrix(2H + H/2) == 2.5M",
        "matrix(-H) == -M",
        "matrix(H - H) == zeros(2, 2)", "I @ u == u", "(I @ I) @ u == u", "Iᵀ @ u == u", "(2I) @ u == 2u",
        "(I + I) @ {a: 1, b: u} == {a: 2, b: 2u}",
        "I @ H == H", "H @ I == H", "(3I) @ H == 3H", "H @ K == (Kᵀ @ Hᵀ)ᵀ",
        "prod(I - 0.1i*H for i in 1..3) == (I - 0.1*H) @ (I - 0.2*H) @ (I - 0.3*H)",
        "prod(A for A in list(H, K)) == H @ K",
        "J @ u == jvp(f, x, u)", "Jᵀ @ y == vjp(f, x, y)", "H @ u == hvp(g, x, u)", "H @ u == ∇(v -> ∇g(v) · u)(x)",
        "y · (J @ u) == (Jᵀ @ y) · u", "hessian(g)(x) == H", "jacobian(f)(x) == J", "H == ∂(∇g)(x)",
        "∇³g(x)[u, w] == jvp(v -> ∇²g(v) @ u, x, w)", "∇³g(x)[u, w] == hvp(v -> jvp(g, v, u), x, w)",
        "∇³g(x)[u, w] == ∇³g(x)[w, u]", "∇³g(x)[u, w, u] == ∇³g(x)[u, w] · u",
        "∇³g(x)[u, u, w] == jvp(v -> jvp(p -> jvp(g, p, u), v, u), x, w)",
        // ∂³g: xxx 6y² + eˣ, xxy 12xy, xyy 6x², yyy eʸ.
        "∇³g(x)[[1, 0], [0, 1]] == [12x[0]*x[1], 6x[0]²]", "∇³g(x)[[1, 0], [1, 0], [1, 0]] == 6x[1]² + exp(x[0])",
        "∇³g(x)[[0, 1], [0, 1]] == [6x[0]², exp(x[1])]", "∇⁴g(x)[[1, 0], [1, 0], [0, 1], [0, 1]] == 12x[0]",
        "∇⁴g(x)[[1, 0], [1, 0], [0, 1]] == [12x[1], 12x[0]]",
        "∇(v -> ∇³g(v)[u, u, u])(x) == ∇⁴g(x)[u, u, u]", "∇(a -> ∇²(v -> a * g(v))(x) @ u · w)(3) == H @ u · w",
        "∇(v -> norm(∇²g(v) @ u)²)(x) == 2∇³g(x)[u, H @ u]",
        "∇(v -> sum(matrix(∇²g(v))))(x) == ∇³g(x)[ones(2), ones(2)]",
        "∇(a -> sum((I - a*∇²g(x)) @ u))(0.1) == -sum(H @ u)",
    ])
    func `operators compute what their matrices would`(_ claim: String) throws {
        try Prompt().good(setting + "claim " + claim)
    }

    @Test func `a matrix of many columns, made in parts, is the operator`() throws {
        try Prompt().good(
            """
            W = randn(700, 700) / 30; x = randn(700); v = randn(700)
            A = ∂(x -> tanh(W @ tanh(W @ x)))(x)
            claim matrix(A) @ v == A @ v
            """)
    }

    @Test(arguments: [
        "∂p(r) @ d == {a: 2r.a * d.a, b: d.a * r.b + r.a * d.b}", "(∂p(r))ᵀ @ d == ∇(q -> p(q) · d)(r)",
        "∇²s(r) @ d == jvp(∇s, r, d)", "matrix(∇²s(r)) == [[2, 2, 4], [2, 4, 0], [4, 0, 4]]",
        "∇²s(r) @ {b: d.b, a: d.a} == ∇²s(r) @ d", "∇³s(r)[d, d] == jvp(v -> ∇²s(v) @ d, r, d)",
        "(I - 0.1*∇²s(r)) @ d == d - 0.1 * hvp(s, r, d)",
        "matrix(I - 0.1*∇²s(r)) == eye(3) - 0.1 * matrix(∇²s(r))",
        "matrix((∂p(r))ᵀ @ ∂p(r)) == matrix(∂p(r))ᵀ @ matrix(∂p(r))",
        "∂(l -> l[0] * l[1])(list(2, [3, 4])) @ list(1, [1, 1]) == [5, 6]",
        "(∂(l -> l[0] * l[1])(list(2, [3, 4])))ᵀ @ [1, 1] == list(7, [2, 2])",
    ])
    func `operators apply to records and lists`(_ claim: String) throws {
        let setting = """
            r = {a: 2, b: [1, 2]}; d = {a: 0.5, b: [-1, 3]}
            p(q) = {a: q.a², b: q.a * q.b}; s(q) = q.a² + q.a * sum(q.b²)

            """
        try Prompt().good(setting + "claim " + claim)
    }

    @Test(arguments: [
        ("exp", "0", "[1, 1, 1/2, 1/6, 1/24, 1/120, 1/720, 1/5040, 1/40320]"),
        ("sin", "0", "[0, 1, 0, -1/6, 0, 1/120, 0, -1/5040, 0]"),
        ("cos", "0", "[1, 0, -1/2, 0, 1/24, 0, -1/720, 0, 1/40320]"),
        ("tanh", "0", "[0, 1, 0, -1/3, 0, 2/15, 0, -17/315, 0]"),
        ("tan", "0", "[0, 1, 0, 1/3, 0, 2/15, 0, 17/315, 0]"),
        ("x -> log(1 + x)", "0", "[0, 1, -1/2, 1/3, -1/4, 1/5, -1/6, 1/7, -1/8]"),
        ("x -> 1/(1 - x)", "0", "ones(9)"), ("x -> 1/(1 - x)", "0.5", "[2^(k + 1) for k in 0..8]"),
        ("x -> √(1 + x)", "0", "[1, 1/2, -1/8, 1/16, -5/128, 7/256, -21/1024, 33/2048, -429/32768]"),
        ("x -> (1 + x)^2.5", "0", "[1, 2.5, 1.875, 0.3125, -5/128, 3/256, -5/1024, 5/2048, -45/32768]"),
        ("x -> (1 + x)^7", "0", "[1, 7, 21, 35, 35, 21, 7, 1, 0]"),
        ("sigmoid", "0", "[1/2, 1/4, 0, -1/48, 0, 1/480, 0, -17/80640, 0]"),
        ("softplus", "0", "[log(2), 1/2, 1/8, 0, -1/192, 0, 1/2880, 0, -17/645120]"),
        ("erf", "0", "2/√π * [0, 1, 0, -1/3, 0, 1/10, 0, -1/42, 0]"),
        ("x -> exp(-x²)", "0", "[1, 0, -1, 0, 1/2, 0, -1/6, 0, 1/24]"),
        ("x -> x³ + 2x", "1", "[3, 5, 3, 1, 0, 0, 0, 0, 0]"),
        ("x -> exp(x) * sin(x)", "0", "[0, 1, 1, 1/3, 0, -1/30, -1/90, -1/630, 0]"),
        ("x -> logsumexp([x, 0])", "0", "[log(2), 1/2, 1/8, 0, -1/192, 0, 1/2880, 0, -17/645120]"),
        ("x -> norm([3 + 3x, 4 + 4x])", "0", "[5, 5, 0, 0, 0, 0, 0, 0, 0]"),
        ("x -> ([[1, x], [x, 1]] @ [[1, 2x], [0, 1]])[1, 1]", "0", "[1, 0, 2, 0, 0, 0, 0, 0, 0]"),
        ("x -> { for i in 0..<3 { x = x² }; x }", "1", "[1, 8, 28, 56, 70, 56, 28, 8, 1]"),
        ("x -> ∇(y -> exp(x * y))(1)", "0", "[0, 1, 1, 1/2, 1/6, 1/24, 1/120, 1/720, 1/5040]"),
    ])
    func `Taylor coefficients are those of the closed form`(_ function: String, _ point: String, _ expected: String)
        throws
    {
        let prompt = Prompt()
        let found = try prompt.numbers("taylor(\(function), at: \(point), order: 8)")
        #expect(areClose(found, try prompt.numbers(expected), within: 1e-13), "\(found)")
    }

    @Test func `a Taylor series of a tree is a tree of series`() throws {
        #expect(
            try Prompt().shows("taylor(x -> {a: x², b: [x, 1]}, at: 1, order: 2)")
                == "{a: [1, 2, 1], b: [[1, 1], [1, 0], [0, 0]]}")
    }
}
