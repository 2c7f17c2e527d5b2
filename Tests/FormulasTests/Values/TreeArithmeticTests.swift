import Testing

@testable import Formulas

struct TreeArithmeticTests {
    @Test(arguments: [
        ("{a: 1, b: [2, 3]} + {a: 10, b: [20, 30]}", "{a: 11, b: [22, 33]}"),
        ("{a: 1, b: [2, 3]} - {a: 10, b: [20, 30]}", "{a: -9, b: [-18, -27]}"),
        ("{a: 2, b: [3, 4]} * {a: 5, b: [6, 7]}", "{a: 10, b: [18, 28]}"),
        ("{a: 2, b: [3, 4]} / {a: 4, b: [6, 8]}", "{a: 0.5, b: [0.5, 0.5]}"),
        ("{a: 2, b: [3, 4]} ^ {a: 3, b: [2, 0]}", "{a: 8, b: [9, 1]}"),
        ("{a: 2, b: {c: [3, 4]}}²", "{a: 4, b: {c: [9, 16]}}"),
        ("-{a: 1, b: list(2, [3, 4])}", "{a: -1, b: list(-2, [-3, -4])}"),
        ("√{a: 4, b: [9, 16]}", "{a: 2, b: [3, 4]}"),
        ("{a: 1, b: 2} + {b: 20, a: 10}", "{a: 11, b: 22}"),
        ("{a: 1, b: [2, 3]} + 1", "{a: 2, b: [3, 4]}"), ("1 - {a: 1, b: [2, 3]}", "{a: 0, b: [-1, -2]}"),
        ("(2 * {a: 1, b: [2, 3]}).b", "[4, 6]"), ("6 / {a: 2, b: 3}", "{a: 3, b: 2}"), ("{a: 3} / 2", "{a: 1.5}"),
        ("list(1, [2, 3]) + list(10, [20, 30])", "list(11, [22, 33])"), ("2 * list(1, [2, 3])", "list(2, [4, 6])"),
        ("list(1, [2, 3]) / 2", "list(0.5, [1, 1.5])"),
        ("{a: 1, b: [2, 3]} · {a: 10, b: [20, 30]}", "140"), ("list(1, [2, 2]) · list(3, [4, 5])", "21"),
        ("{a: 1, b: 2} · {b: 20, a: 10}", "50"), ("‖{a: 3, b: [4]}‖", "5"), ("norm(list(2, [3, 6]))", "7"),
    ])
    func `trees compute leaf by leaf`(_ formula: String, _ expected: String) throws {
        #expect(try Prompt().shows(formula) == expected)
    }

    @Test(arguments: [
        ("list(1, 2) + list(3, 4)", "list(4, 6)"), ("2 * list(1, 2)", "list(2, 4)"), ("list(1, 2)²", "list(1, 4)"),
        ("list(4, 2) / 2", "list(2, 1)"), ("-list(1, 2)", "list(-1, -2)"), ("list(1, 2, 3)[0..1]", "list(1, 2)"),
        ("{p: list(1, 2)} - {p: list(1, 1)}", "{p: list(0, 1)}"), ("∇(p -> p[0]² + p[1])(list(3, 2))", "list(6, 1)"),
        ("p = list(3, 2); p - 0.5 * ∇(q -> q[0]² + q[1])(p)", "list(0, 1.5)"),
    ])
    func `a list made not to stack stays a list under arithmetic`(_ formula: String, _ expected: String) throws {
        #expect(try Prompt().shows(formula) == expected)
    }

    @Test(arguments: [
        ("{a: 1} + {b: 1}", "records with fields a and b do not fit for +"),
        ("{a: 1, b: 2} * {a: 1}", "records with fields a, b and a do not fit for *"),
        ("list(1, 2) - list(1)", "lists of 2 and 1 items do not fit for -"),
        ("{a: 1} + list(1)", "+ does not work on a record and a list"),
        ("\"a\" + 1", "+ does not work on a string and a number"),
        ("{a: \"x\"} * 2", "* does not work on a string and a number"),
        ("(x -> x) + 1", "+ does not work on a function and a number"),
        ("[1, 2] + [1, 2, 3]", "[2]"),
    ])
    func `trees that do not fit are a diagnostic`(_ formula: String, _ message: String) throws {
        #expect(try Prompt().failure(formula).message.contains(message))
    }

    @Test(arguments: [
        ("[1, 2]", "[1, 2]"), ("[[1, 2], [3, 4]]", "[[1, 2], [3, 4]]"), ("[1, [2, 3]]", "list(1, [2, 3])"),
        ("[[1], [2, 3]]", "list([1], [2, 3])"), ("[{a: 1}, {a: 2}]", "list({a: 1}, {a: 2})"),
        ("[1, true]", "list(1, true)"), ("[true, false]", "[true, false]"), ("[0..1, 2..3]", "[[0, 1], [2, 3]]"),
        ("[\"a\", \"b\"]", "list(\"a\", \"b\")"), ("list([1, 2], [3, 4])", "list([1, 2], [3, 4])"),
        ("[i² for i in 0..3]", "[0, 1, 4, 9]"), ("[[i, j] for i in 0..1 for j in 0..1 if i != j]", "[[0, 1], [1, 0]]"),
        ("[{a: i} for i in 0..1]", "list({a: 0}, {a: 1})"), ("shape([])", "[0]"),
        ("[a * b for [a, b] in [[1, 2], [3, 4]]]", "[2, 12]"), ("[u - v for {v, u} in list({u: 3, v: 1})]", "[2]"),
    ])
    func `items of one shape stack and others make a list`(_ formula: String, _ expected: String) throws {
        #expect(try Prompt().shows(formula) == expected)
    }

    @Test(arguments: [
        ("{a: 1, ...{b: 2, c: 3}}", "{a: 1, b: 2, c: 3}"), ("{...{a: 1, b: 2}, b: 5}", "{a: 1, b: 5}"),
        ("{b: 5, ...{a: 1, b: 2}}", "{b: 2, a: 1}"), ("{}", "{}"), ("r = {a: {b: [1, 2]}}; r.a.b[1]", "2"),
        ("r = {f: x -> x + 1}; r.f(2)", "3"), ("{a: 1, b: \"x\"}", "{a: 1, b: \"x\"}"),
        ("{a, b} = {b: 2, a: 1, c: 3}; [a, b]", "[1, 2]"), ("[a, [b, c]] = list(1, [2, 3]); a + b + c", "6"),
    ])
    func `records keep their fields in the order written`(_ formula: String, _ expected: String) throws {
        #expect(try Prompt().shows(formula) == expected)
    }

    @Test func `a missing field names the fields there are`() throws {
        let failure = try Prompt().failure("{weights: 1, bias: 2}.bais")
        #expect(failure.message == "the record has no field bais")
        #expect(failure.help?.contains("did you mean bias?") == true)
        #expect(try Prompt().failure("{a, z} = {a: 1}").message == "the record has no field z")
        #expect(try Prompt().failure("[a, b] = [1, 2, 3]").message == "2 names for 3 items")
    }
}
