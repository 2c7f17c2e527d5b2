import Testing

@testable import Formulas

struct ValueTests {
    @Test(arguments: [
        ("0..3", "0..<4"), ("0..<3", "0..<3"), ("3..1", "3..<3"), ("(1..3) * 2", "[2, 4, 6]"),
        ("1 + 1..2 * 2", "2..<5"),
        ("-1..1", "-1..<2"), ("sum(1..4)", "10"), ("3 in 0..3", "true"), ("3 in 0..<3", "false"),
        ("2.5 in 0..3", "false"),
        ("(0..4)[-1]", "4"), ("(0..4)[1..2]", "[1, 2]"), ("[i for i in 5..7]", "[5, 6, 7]"),
        ("k = 2; [i for i in 0..<k]", "[0, 1]"), ("shape(0..<0)", "[0]"),
    ])
    func `a range holds the whole numbers between its ends`(_ formula: String, _ expected: String) throws {
        #expect(try Prompt().shows(formula) == expected)
    }

    @Test(arguments: ["(0..1e14) + 1", "x = 0..1e14; x", "[0..1e14]", "vec({a: 0..1e14})", "sum(0..1e14)", "0..1e300"])
    func `a range too long for memory is a diagnostic`(_ formula: String) throws {
        let cells = try Prompt().cells(formula)
        #expect(cells.last?.diagnostic != nil)
        #expect(cells.allSatisfy { !$0.json.isEmpty })
    }

    @Test(arguments: ["0..1.5", "[1]..2", "true..3", "0..\"a\"", "0..0/0", "0..1/0"])
    func `a range has whole bounds`(_ formula: String) throws {
        #expect(try Prompt().failure(formula).message.contains("a range's bound is a whole number"))
    }

    @Test(arguments: [
        ("α = 0.5; \"α = {α}\"", "α = 0.5"), ("\"{1 + 1} {{x}}\"", "2 {x}"), ("\"{[1, 2]} {true}\"", "[1, 2] true"),
        ("\"{ {a: \"q\"} }\"", "{a: \"q\"}"), ("\"{\"in\"}ner\"", "inner"), ("\"\\u{3B8}\\t\" == \"θ\\u{9}\"", "true"),
        ("\"bell\\u{7}\"", "bell\\u{7}"), ("\"\\u{1B}[31m\"", "\\u{1b}[31m"),
    ])
    func `strings interpolate and show control characters escaped`(_ formula: String, _ expected: String) throws {
        #expect(try Prompt().shows(formula) == expected)
    }

    @Test(arguments: [
        ("true and false", "false"), ("true or false", "true"), ("not true", "false"),
        ("[true, false] and [true, true]", "[true, false]"), ("[true, false] or [false, false]", "[true, false]"),
        ("not [1, 2] == [1, 3]", "[false, true]"), ("false and 1/0 > nonsense", "false"),
        ("true or nonsense", "true"), ("if 1 < 2 then 3 else nonsense", "3"), ("1 < 2 and 2 < 3", "true"),
    ])
    func `truth values connect and stop as soon as the outcome is certain`(_ formula: String, _ expected: String) throws
    {
        #expect(try Prompt().shows(formula) == expected)
    }

    @Test(arguments: [
        ("1 and true", "and needs truth values, found a number"),
        ("false or \"a\"", "or needs truth values, found a string"),
        ("if 1 then 2 else 3", "a condition is a truth value, found a number"),
        ("if [true, true] then 2 else 3", "a condition is a truth value"), ("not 1", "truth"),
        ("while \"x\" { }", "a condition is a truth value"),
    ])
    func `a condition is a truth value and nothing else`(_ formula: String, _ message: String) throws {
        #expect(try Prompt().failure(formula).message.contains(message))
    }

    @Test(arguments: [
        ("[1, 2, 3] == [1, 5, 3]", "[true, false, true]"), ("[1, 2] < 2", "[true, false]"),
        ("[1, 2] != [1, 3]", "[false, true]"),
        ("{a: [1, 2]} == {a: [1, 2]}", "true"), ("{a: [1, 2]} == {a: [1, 3]}", "false"),
        ("{a: 1, b: 2} == {b: 2, a: 1}", "true"), ("{a: 1} == {b: 1}", "false"), ("{a: 1} != {a: 2}", "true"),
        ("list(1, [2]) == list(1, [2])", "true"), ("list(1) == list(1, 2)", "false"), ("\"a\" == \"a\"", "true"),
        ("\"a\" == 1", "false"), ("(0..2) == [0, 1, 2]", "[true, true, true]"),
        ("0.1 + 0.2 == 0.3", "false"), ("2 in [1, 2]", "true"), ("[1, 2] in list([1, 2], [3])", "true"),
        ("\"a\" in list(\"a\", 1)", "true"), ("3 in list(1, [3])", "false"),
        ("0/0 == 0/0", "false"), ("0/0 != 0/0", "true"), ("{a: 0/0} == {a: 0/0}", "false"), ("0/0 in [0/0]", "false"),
        ("1/0 == 1/0", "true"), ("-1/0 < 1/0", "true"), ("0/0 < 1", "false"),
    ])
    func `comparisons are elementwise on tensors and one truth value on trees`(_ formula: String, _ expected: String)
        throws
    {
        #expect(try Prompt().shows(formula) == expected)
    }

    @Test(arguments: [
        ("1/0", "inf"), ("-1/0", "-inf"), ("0/0", "nan"), ("log(0)", "-inf"), ("√-1", "nan"), ("exp(1000)", "inf"),
        ("[1, 0/0, 1/0]", "[1, nan, inf]"), ("0^0", "1"), ("1/0 - 1/0", "nan"),
    ])
    func `numbers overflow to infinity and NaN without an error`(_ formula: String, _ expected: String) throws {
        #expect(try Prompt().shows(formula) == expected)
    }

    @Test(arguments: [
        ("x = 3; 2x²", "18"), ("x = 4; 1/2x", "0.125"), ("x = 3; -x²", "-9"), ("2^3^2", "512"), ("2^-1", "0.5"),
        ("√3²", "3"), ("x = 4; 2√x", "4"), ("2(1 + 2)", "6"), ("½(2 + 4)", "3"), ("x = 3; 2x * x", "18"),
        ("-2^2", "-4"), ("x = 2; x^-x²", "0.0625"), ("6/2*3", "9"), ("1 - 2 - 3", "-4"), ("2e3", "2000"),
        ("f(x) = x²; 2f(3)", "18"), ("2∇(x -> x²)(3)", "12"), ("1 + 2 == 3 and 4 > 3", "true"), ("not 1 == 2", "true"),
        ("[1, 2] @ [3, 4] + 1", "12"), ("[[1, 2], [3, 4]]ᵀ²", "[[1, 9], [4, 16]]"),
        ("[1, 2] ⊗ [3, 4]", "[[3, 4], [6, 8]]"),
        ("[1, 2] ⊙ [3, 4]", "[3, 8]"), ("x = 5; x - 1..x", "4..<6"), ("if true then 1 else 2 + 3", "1"),
        ("(x -> x + 1)(2)", "3"), ("3 ≤ 3", "true"), ("10 -\n 4", "6"),
    ])
    func `operators bind as the table says when evaluated`(_ formula: String, _ expected: String) throws {
        #expect(try Prompt().shows(formula) == expected)
    }

    @Test func `scalars are weak and mixed tensors promote to float64`() throws {
        // 0.1 in float32 is 0.100000001490116…
        let single = Double(Float(0.1))
        #expect(try Prompt().numbers("single([0.1])") == [single])
        #expect(try Prompt().numbers("single([0.1]) * 3") == [Double(Float(0.1) * 3)])
        #expect(try Prompt().numbers("0.1 + single([0.1])") == [Double(Float(0.1) + Float(0.1))])
        #expect(try Prompt().numbers("single([0.1]) + [0.1]") == [single + 0.1])
        #expect(try Prompt().numbers("single({a: [0.1]}).a * [1]") == [single])
        #expect(try Prompt().numbers("∇(x -> sum(x³))(single([0.1]))") == [Double(3 * (Float(0.1) * Float(0.1)))])
    }
}
