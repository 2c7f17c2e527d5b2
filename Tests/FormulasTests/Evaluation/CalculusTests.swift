import Testing

@testable import Formulas

struct CalculusTests {
    @Test(arguments: [
        ("∇(x -> x³)(2)", "12"), ("∇∇(x -> x³)(2)", "12"), ("∇∇∇(x -> x³)(2)", "6"), ("∇∇∇∇(x -> x³)(2)", "0"),
        ("∇²(x -> x³)(2)", "12"), ("∇³(x -> x⁴)(2)", "48"), ("∇⁴(x -> x⁵)(1)", "120"), ("∇⁸(x -> x⁸)(3)", "40320"),
        ("∂(x -> x²)(3)", "6"), ("∂∂(x -> x³)(3)", "18"), ("∇∂(x -> x³)(3)", "18"), ("∂∇(x -> x³)(3)", "18"),
        ("∂(x -> [x, x²])(3)", "[1, 6]"), ("∂(x -> {a: x², b: [x, 1]})(3)", "{a: 6, b: [1, 0]}"),
        ("grad(x -> x²)(3)", "6"), ("f(x) = x²; ∇f(3)", "6"), ("∇(sin)(0)", "1"), ("∇sin(0)", "1"),
        ("f(x, y) = x² * y; ∇f(3, 5)", "30"), ("f(x, y) = x² * y; grad(f, wrt: 1)(3, 5)", "9"),
        ("f(x, y) = x² * y; grad(f, wrt: \"y\")(3, 5)", "9"), ("f(x, y) = x² * y; grad(f, wrt: \"y\")(3, y: 5)", "9"),
        ("f(x, y) = x² * y; grad(f, wrt: \"x\")(y: 5, x: 3)", "30"), ("f(x, y) = x² * y; ∇f(y: 5, x: 3)", "30"),
        ("f(x, y) = x² * y; grad(f, wrt: 1)(y: 5, x: 3)", "9"),
        ("f(x, y) = x² * y; grad(grad(f, wrt: 1), wrt: 0)(3, 5)", "6"),
        ("f(x, y) = x² * y; grad(∇f, wrt: 1)(3, 5)", "6"),
        ("f(W, p) = sum(W) * p.γ²; grad(f, wrt: 1)([1, 2], {γ: 3, β: 1})", "{γ: 18, β: 0}"),
        ("f(x) = 5; ∇f(3)", "0"), ("∇(x -> x[0] * x[1])([2, 3])", "[3, 2]"),
        ("∇(r -> r.a² * sum(r.b))({a: 3, b: [1, 2]})", "{a: 18, b: [9, 9]}"),
        ("∇(p -> p[0] * sum(p[1]))(list(2, [3, 4]))", "list(7, [2, 2])"),
        ("∇(r -> r.x.y²)({x: {y: 3}, z: 1})", "{x: {y: 6}, z: 0}"),
        ("∇(X -> sum(X @ X))([[1, 2], [3, 4]])", "[[7, 11], [9, 13]]"),
        ("∇(x -> stop(x) * x)(3)", "3"), ("∇(x -> stop(x²) * x)(3)", "9"), ("∇∇(x -> stop(x) * x²)(3)", "6"),
        ("∇(r -> stop(r).a * r.b)({a: 2, b: 3})", "{a: 0, b: 2}"),
        ("∇(x -> 2)(1)", "0"), ("∇(x -> sum([x, 2x, 3]))(1)", "3"),
    ])
    func `derivatives of every order are exact`(_ formula: String, _ expected: String) throws {
        #expect(try Prompt().shows(formula) == expected)
    }

    @Test(arguments: [
        // d/dx [x · d/dy (x + y)] = 1, the classic (Siskind & Pearlmutter 2005).
        ("∇(x -> x * ∇(y -> x + y)(1))(1)", "1"), ("∇(x -> x * ∇(y -> x * y)(2))(3)", "6"),
        ("∇(x -> ∇(y -> x * y²)(x))(3)", "12"), ("∇(x -> ∇(x -> x³)(x))(2)", "12"),
        ("∇(x -> x * ∇(y -> ∇(z -> x * y * z²)(y))(x))(2)", "48"),
        ("f(x) = ∇(y -> x² * y³)(2); ∇f(3)", "72"), ("c = 5; ∇(x -> c * ∇(y -> c * x * y)(1))(2)", "25"),
        ("∇(x -> jvp(y -> x * y², x, 1))(3)", "12"), ("∇(x -> jvp(y -> y² * x, 1, x))(3)", "12"),
        ("∇(x -> vjp(y -> x * y, 2, x))(3)", "6"), ("∇(x -> ∂(y -> x * y²)(1))(5)", "2"),
        // A closure made outside the inner derivative and called inside it (Manzyuk et al. 2019).
        ("s(g) = ∇(x -> g(x))(1); ∇(x -> s(y -> x * y))(2)", "1"),
        ("shift(f) = h -> ∇(x -> f(x + h))(0); shift(shift(exp))(0) == 1", "true"),
        ("d = x -> y -> x * y; ∇(x -> ∇(y -> d(x)(y))(7))(3)", "1"),
        ("∇(θ -> sum((θ - 0.1 * ∇(φ -> sum(φ³))(θ))²))([1])", "[0.56]"),
        ("∇(x -> sum(taylor(y -> x * exp(y), at: 0, order: 2)))(3)", "2.5"),
        ("∇(x -> ∇(y -> stop(x) * x * y)(1))(3)", "3"),
    ])
    func `what an inner derivative captured is constant to it and live to the outer one`(
        _ formula: String, _ expected: String
    ) throws {
        #expect(try Prompt().shows(formula) == expected)
    }

    @Test(arguments: [
        ("∇(x -> x²)([1, 2])", "∇ needs a function with one number as its result", "∂ gives"),
        ("f(x) = x²; ∇∇f([1, 2])", "∇ needs", "∂"), ("f(x) = sum(x²); ∇∇f([1, 2])", "∇ needs", "∇²f"),
        ("∇(x -> {a: x})(1)", "∇ needs", "∂ gives"), ("f(x) = x; ∇f(true)", "found truth values", ""),
        ("∇(x -> \"a\")(1)", "a string has no derivative", ""), ("∇(x -> x > 1)(2)", "∇ needs", ""),
        ("x = 3; ∇x(2)", "a derivative is taken of a function, found a number", "diff(e, α)"),
        ("f(x) = x; grad(f, wrt: 3)(1)", "differentiated by an argument it is not given", "its parameters: x"),
        ("f(x) = x; grad(f, wrt: \"y\")(1)", "differentiated by an argument it is not given", "its parameters: x"),
        ("f(x) = x; grad(f, wrt: -1)(1)", "counted from 0", ""), ("f(x) = x; ∇f({a: \"s\"})", "taken by numbers", ""),
        ("f(x) = x; ∇f()", "differentiated by an argument it is not given", ""),
        ("jvp(x -> x, [1, 2], 3)", "a direction has the shape of the point, [2]; found a number", ""),
        ("vjp(x -> sum(x), [1, 2], [1, 2])", "a direction has the shape", ""),
        ("∇³(x -> sum(x³))([1, 2])[[1, 0]]", "contracted with 2 or 3 directions, found 1", ""),
        ("H = ∇²(x -> sum(x³))([1, 2]); H * [1, 0]", "* does not work on a linear operator", "A @ v"),
        ("H = ∇²(x -> sum(x³))([1, 2]); H @ [1, 0, 0]", "the operator applies to [2], found [3]", ""),
        ("H = ∇²(x -> sum(x³))([1, 2]); H + 1", "+ does not work", ""), ("matrix(I)", "I fits any space", "eye(n)"),
        ("A = ∂(x -> [x[0], x[1], 1])([1, 2]); A @ A", "the left operator applies to [2], the right one gives [3]", ""),
        ("A = ∂(x -> [x[0], x[1], 1])([1, 2]); A + Aᵀ", "have no sum", ""),
        ("H = ∇²(x -> sum(x³))([1, 2]); H^0.5", "whole powers", ""),
    ])
    func `a derivative that can't be taken says what to do instead`(
        _ program: String, _ message: String, _ help: String
    ) throws {
        let failure = try Prompt().failure(program)
        #expect(failure.message.contains(message))
        #expect(help.isEmpty || failure.help?.contains(help) == true, "\(failure.help ?? "no help")")
    }

    @Test(arguments: [
        ("∇abs(0)", "0"), ("∇relu(0)", "0"), ("∇(x -> max(x, 0))(0)", "1"), ("∇(x -> max(0, x))(0)", "0"),
        ("∇(x -> max(x))([2, 2])", "[1, 0]"), ("∇(x -> min(x))([3, 1, 1])", "[0, 1, 0]"), ("∇norm([0, 0])", "[0, 0]"),
        ("∇(x -> ‖x‖)([3, 4])", "[0.6, 0.8]"),
        ("∇(x -> sum(where(x > 0, log(x), x)))([1, -1])", "[1, 1]"), ("∇(x -> if x > 0 then x² else -x)(-3)", "-1"),
        ("∇(x -> if x > 0 then x² else -x)(3)", "6"), ("∇(x -> { y = x; while y < 100 { y = y² }; y })(3)", "17496"),
        ("f(x, n) = if n == 0 then x else x * f(x, n - 1); ∇f(2, 3)", "32"),
        ("∇(x -> { s = 0; for i in 1..3 { if x > i { s = s + x^i } }; s })(2.5)", "6"),
        ("∇∇(x -> { for i in 0..<2 { x = x² }; x })(2)", "48"), ("∇(x -> prod([x, x, 0]))(3)", "0"),
        ("∇(x -> prod(x))([2, 0, 4])", "[0, 8, 0]"), ("∇(x -> x^0)(0)", "0"), ("∇(x -> x²)(0)", "0"),
        ("∇(x -> sign(x) * x)(-2)", "-1"),
    ])
    func `derivatives go along the path taken, and at kinks along the selected branch`(
        _ formula: String, _ expected: String
    ) throws {
        #expect(try Prompt().shows(formula) == expected)
    }
}
