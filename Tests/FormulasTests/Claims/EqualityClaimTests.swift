import Testing

@testable import Formulas

struct EqualityClaimTests {
    @Test(arguments: [
        // Relative, of norms: 1e-9 of the larger.
        ("1 == 1 + 0.99e-9", true), ("1 == 1 + 1.01e-9", false), ("1e6 == 1e6 + 0.99e-3", true),
        ("1e6 == 1e6 + 1.01e-3", false),
        ("1e-20 == 1.1e-20", false), ("1e-20 == 1e-20 + 0.99e-29", true), ("-1 == -1 - 0.99e-9", true),
        ("-1 == 1", false),
        ("[3, 4] == [3, 4 + 4.9e-9]", true), ("[3, 4] == [3, 4 + 5.1e-9]", false),
        ("1e200 == 1e200 * (1 + 0.9e-9)", true), ("[1e200, 1] == [1e200, 2]", true),
        // Another tolerance.
        ("1 == 1.0099 within 0.01", true), ("1 == 1.0102 within 0.01", false), ("1 == 1.009 within 1%", true),
        ("100 == 100.1 within 1e-3", true),
        ("100 == 100.11 within 1e-3", false), ("1 == 1 + 1e-15 within 1e-16", false), ("1 == 1 within 1e-300", true),
        // Against zero: absolute.
        ("0.99e-12 == 0", true), ("1.01e-12 == 0", false), ("-0.99e-12 == 0", true), ("0 == 0.99e-12", true),
        ("0 == 1.01e-12", false),
        ("[0.7e-12, 0.7e-12] == zeros(2)", true), ("[0.8e-12, 0.8e-12] == zeros(2)", false), ("1e-13 == zeros()", true),
        ("{a: 1e-13, b: [1e-13, 0]} == 0", true), ("{a: 1e-13, b: [1e-11, 0]} == 0", false),
        ("0 == {a: 1e-13, b: [1e-13, 0]}", true),
        ("{a: 1e-13} == zeros(like: {a: 1})", true), ("[1e-13, 0] == 0", true), ("0 == [1e-13, 0]", true),
        ("1e-13 == (0)", true), ("1e-5 == 0 within 1e-4", true),
        ("1e-13 == 1 - 1", false), ("1e-13 == 0.0", true),
        // Per leaf, but no leaf is held to more than 10⁻³ of the tree's norm.
        ("{a: 1000, b: 1} == {a: 1000, b: 1 + 0.99e-9}", true), ("{a: 1000, b: 1} == {a: 1000, b: 1 + 1.01e-9}", false),
        ("{a: 1000, b: 1e-3} == {a: 1000, b: 1e-3 + 0.99e-9}", true),
        ("{a: 1000, b: 1e-3} == {a: 1000, b: 1e-3 + 1.01e-9}", false),
        ("{a: 1000, b: 0} == {a: 1000, b: 0.99e-9}", true), ("[1000, 1e-3] == [1000, 1e-3 + 0.9e-6]", true),
        // Structures.
        ("{a: 1, b: 2} == {b: 2, a: 1}", true), ("list(1, [2]) == list(1, [2])", true), ("\"a\" == \"a\"", true),
        ("\"a\" == \"b\"", false),
        ("true == true", true), ("[true, false] == [true, true]", false), ("(0..2) == [0, 1, 2]", true),
        ("(x -> x) == (x -> x)", false),
        // Single precision.
        ("single(1) == single(1.00009)", true), ("single(1) == single(1.00011)", false), ("single(0.1) == 0.1", true),
    ])
    func `an equality holds to its tolerance and no further`(_ claim: String, _ holds: Bool) throws {
        let outcome = try Prompt().claim("claim " + claim)
        #expect(outcome.holds == holds, "\(outcome.summary)")
        #expect(holds || !outcome.details.isEmpty)
    }

    @Test(arguments: [
        "0/0 == 0/0", "0/0 == 0", "0/0 == 1", "[1, 0/0] == [1, 0/0]", "1/0 == 1/0", "1/0 == 1", "1/0 == -1/0",
        "{a: 1, b: 1/0} == {a: 1, b: 1/0}",
        "1 == 1/0", "0 == 1/0", "[] == []", "{} == {}", "list() == list()", "zeros(0, 3) == zeros(0, 3)",
        "{a: []} == {a: []}", "[] == 0",
        "[1, 1] == 1", "1 == [1, 1]", "[[1, 1]] == [1, 1]", "[1] == 1", "zeros(2, 1) == zeros(1, 2)",
        "[0, 0] == zeros(3)", "zeros(2) == zeros(2, 1)",
        "{a: 1} == 1", "{a: 1} == {b: 1}", "{a: 1, b: 1} == {a: 1}", "list(1, 1) == list(1)",
        "list(1, 1) == {a: 1, b: 1}", "{a: [1, 1]} == {a: 1}",
        "0/0 ≈ 0/0 within 5%", "1/0 ≈ 1/0 within 5%", "[] ≈ [] within 5%", "[1, 1] ≈ 1 within 5%",
        "1 ≈ 0/0 within 100%",
        "zeros(2) == 5", "zeros(2) == 1e-13", "5 == zeros(2)", "[1, 1] < [[2, 2], [2, 2]]", "I == I", "0/0 < 1",
        "1 > 0/0", "[] < 1", "0/0 != 1", "{a: 0/0} != {a: 1}", "1/(0/0) ≥ 0 or 0/0 > 1",
    ])
    func `a claim never passes on NaN, on infinities, on nothing, or on shapes that only broadcast`(_ claim: String)
        throws
    {
        #expect(try Prompt().claim("claim " + claim).holds == false)
    }

    @Test(arguments: [
        "0/0 == 0/0", "0/0 == 1", "[] == []", "[1, 1] == 1", "{a: 1} == {b: 1}", "0/0 ≈ 1 within 5%",
        "[] ≈ [] within 1%", "[1, 1] ≈ 5 within 1%",
        "1/0 == 1/0", "0/0 < 1", "0/0 > 1", "[] < 1", "I == I",
        "zeros(2) == 5", "[1, 1] > [[2, 2], [2, 2]]",
    ])
    func `nor does a refutation`(_ claim: String) throws {
        #expect(try Prompt().claim("refute " + claim).holds == false)
    }

    @Test(arguments: [
        ("1 == 1 + 0.9e-6", false), ("1 == 1 + 1.1e-6", true), ("1 == 1", false), ("1 == 1 + 1e-8", false),
        ("0.9e-9 == 0", false),
        ("1.1e-9 == 0", true), ("1 == 1.9 within 1e-3", false), ("1 == 2.1 within 0.5e-3", true),
        ("[1, 2] == [2, 1]", true),
        ("{a: 1000, b: 0} == {a: 1000, b: 0.9e-6}", false), ("{a: 1000, b: 0} == {a: 1000, b: 1.1e-6}", true),
        ("\"a\" == \"b\"", true), ("\"a\" == \"a\"", false), ("1 > 2", true), ("1 < 2", false),
        ("1 ≈ 1.2 within 5%", true), ("1 ≈ 1.01 within 5%", false),
        ("false", true), ("[1, 2] < [2, 1]", true),
    ])
    func `a refutation needs the sides a thousand tolerances apart`(_ claim: String, _ holds: Bool) throws {
        #expect(try Prompt().claim("refute " + claim).holds == holds)
    }

    @Test(arguments: [
        ("1.04 ≈ 1 within 5%", true), ("1.06 ≈ 1 within 5%", false), ("105 ≈ 100 within 5%", true),
        ("0.3 ≈ 0.29 within 0.05", true),
        ("[1, 2] ≈ [1.05, 2] within 3%", true), ("{a: 1} ≈ {a: 1.2} within 10%", false), ("1 < 2", true),
        ("2 < 1", false), ("[1, 2] < [2, 3]", true),
        ("[1, 2] < [2, 1]", false), ("[1, 2] < 3", true), ("1 ≤ 1", true), ("true", true), ("1 == 1 and 2 == 2", true),
        ("[true, false]", false), ("3 in 1..5", true),
        ("not 1 == 2", true), ("1 != 2", true), ("all([1, 2] > 0)", true), ("(1 == 1)", true), ("1/0 > 5", true),
    ])
    func `other forms hold as they say`(_ claim: String, _ holds: Bool) throws {
        #expect(try Prompt().claim("claim " + claim).holds == holds)
    }

    @Test func `zero on both sides is called trivial, and no difference at all exact`() throws {
        #expect(try Prompt().claim("claim zeros(2) == zeros(2)").summary == "trivially: both sides are 0")
        #expect(try Prompt().claim("claim 0 == 0").summary == "trivially: both sides are 0")
        #expect(try Prompt().claim("claim ∇²(x -> x[0] + x[1])([1, 2]) @ [1, 1] == 0").summary.hasPrefix("trivially"))
        #expect(try Prompt().claim("claim 3 == 3").summary == "exactly")
        #expect(try Prompt().claim("claim 1 == 1 + 2e-16").summary == "2e-16")
        #expect(try Prompt().claim("claim \"a\" == \"a\"").summary == "exactly")
    }

    @Test func `a failing claim shows both sides, where they differ most, and by how much`() throws {
        let outcome = try Prompt().claim("claim {W: [[1, 2], [3, 4]], b: 1} == {W: [[1, 2], [3.5, 4.1]], b: 1}")
        #expect(outcome.details.count == 3)
        #expect(outcome.details[0] == "left:  {W: [[1, 2], [3, 4]], b: 1}")
        #expect(outcome.details[1] == "right: {W: [[1, 2], [3.5, 4.1]], b: 1}")
        #expect(outcome.details[2].hasPrefix("largest at .W[1, 0]: 3 and 3.5, apart by 9e-02; below 1e-09 was wanted"))
        #expect(
            try Prompt().claim("claim list(1, [5, 6]) == list(1, [5, 7])").details[2].hasPrefix(
                "largest at [1][1]: 6 and 7"))
        #expect(try Prompt().claim("claim 1 == 2").details[2].hasPrefix("1 and 2, apart by 5e-01"))
        #expect(try Prompt().claim("claim 1 > 2").details == ["left:  1", "right: 2"])
        #expect(try Prompt().claim("claim [1, 1] == 1").summary == "the sides have different shapes: [2] and a number")
    }

    @Test(arguments: [
        ("A == A", true), ("A == Aᵀ", false), ("H == Hᵀ", true), ("A @ B == (Bᵀ @ Aᵀ)ᵀ", true),
        ("A @ B == B @ A", false), ("A + B == B + A", true),
        ("A == A + 1e-8*B", false), ("A == A + 1e-12*B", true), ("I @ A == A", true), ("A == I", false),
        ("A == R", false), ("A^2 == A @ A", true), ("A == matrix(A)", false),
        ("I - A == -(A - I)", true), ("S == Sᵀ", false), ("2*A - A == A", true),
    ])
    func `operators are equal where they and their transposes agree`(_ claim: String, _ holds: Bool) throws {
        let outcome = try Prompt().claim(
            """
            f(v) = [v[0]² + v[1], v[0] * v[1]]; g(v) = [sin(v[1]), v[0]]; h(v) = v[0]² * v[1]
            A = ∂f([1, 2]); B = ∂g([1, 2]); H = ∇²h([1, 2]); S = ∂(v -> [v[0], v[1], v[0]])([1, 2]); R = ∂f([1, 3])
            claim \(claim)
            """)
        #expect(outcome.holds == holds, "\(outcome.summary)")
    }

    @Test(arguments: [
        ("claim 3", "a claim is true or false, found a number"),
        ("claim {a: 1}", "a claim is true or false, found a record"),
        ("claim 1 == 1 within \"a\"", "a tolerance is a number"), ("claim [1, 2] + [1, 2, 3] == 3", "[2]"),
        ("claim nonsense == 1", "unknown name nonsense"),
        ("claim 1 == 1 within [1, 2]", "a tolerance is a number"), ("claim 1 < \"a\"", "does not compare"),
    ])
    func `a claim that means nothing is a diagnostic`(_ claim: String, _ message: String) throws {
        #expect(try Prompt().failure(claim).message.contains(message))
    }

    @Test func `a claim evaluates its sides once`() throws {
        let cell = try Prompt().good("f(x) = { print(\"f\"); x }; claim f(1) < 2")
        #expect(cell.lines == ["f"])
        let outcome = try Prompt().claim("claim randn() > 100")
        let number = try Prompt().shows("randn()")
        #expect(outcome.details == ["left:  \(number)", "right: 100"])
    }

    @Test func `claims inside functions and loops are the cell's`() throws {
        let cells = try Prompt().cells("f(x) = { claim x > 0; x }; for i in 0..2 { f(i) }; y = f(1)")
        #expect(cells.map { $0.claims.map(\.holds) } == [[], [false, true, true], [true]])
    }
}
