import Testing

@testable import Formulas

struct AtomicityTests {
    @Test(arguments: [
        "x = [1, 2] @ [1, 2, 3]", "[x, y] = [5]", "if true { x = 9; y = 9; nonsense }", "{x, q} = {x: 3}", "x = f(1)",
        "[x, sin] = [1, 2]", "while true { x = x + 1; y = nonsense }", "for i in 0..<3 { x = nonsense }", "x = 1/0..3",
        "vary(x, [1, nonsense], y)", "claim (x + nonsense) == 1",
    ])
    func `a statement that fails leaves every binding as it was`(_ statement: String) throws {
        let prompt = Prompt()
        try prompt.good("x = 1; y = 2; f(x) = { z = x; z + nonsense }")
        let names = prompt.session.boundNames
        #expect(try prompt.failure(statement).message.isEmpty == false)
        #expect(try prompt.shows("[x, y]") == "[1, 2]")
        #expect(prompt.session.boundNames == names)
    }

    @Test(arguments: [
        ("x = 0; for i in 0..<5 { x = x + 1; y = i; [1, 2, 3][i] }", "[3, 2]"),
        ("x = 0; y = 7; for i in 0..<5 { if i == 2 { nonsense }; x = x + 1; y = i }", "[2, 1]"),
        ("x = 0; y = 7; while true { x = x + 1; [1, 2][x]; y = x }", "[1, 1]"),
        ("x = 0; y = 7; for i in 0..<2 { for j in 0..<3 { x = x + 1; [0, 0, 0, 0][x] }; y = i }", "[3, 0]"),
        ("x = 5; y = 6; for i in 0..<2 { y = 0; nonsense }", "[5, 6]"),
    ])
    func `a top-level loop keeps each whole iteration`(_ program: String, _ expected: String) throws {
        let prompt = Prompt()
        _ = try prompt.failure(program)
        #expect(try prompt.shows("[x, y]") == expected)
    }

    @Test func `a loop in a function keeps nothing`() throws {
        let prompt = Prompt()
        _ = try prompt.failure("x = 0; f() = { for i in 0..<5 { x = i; [0, 0][i] } }; y = f()")
        #expect(try prompt.shows("x") == "0")
        #expect(prompt.session.value(of: "y") == nil)
    }

    @Test func `what does not parse runs nothing`() throws {
        let prompt = Prompt()
        #expect(throws: Diagnostic.self) { try prompt.cells("x = 1\ny = = 2") }
        #expect(prompt.session.boundNames.isEmpty)
        #expect(prompt.session.nextCellNumber == 1)
    }

    @Test func `a run stops at the first error or failed claim unless told to go on`() throws {
        let prompt = Prompt()
        #expect(try prompt.cells("a = 1; nonsense; b = 2", keepGoing: false).count == 2)
        #expect(try prompt.cells("claim 1 == 2; b = 2", keepGoing: false).count == 1)
        #expect(try prompt.cells("claim 1 == 2; nonsense; b = 2").count == 3)
        #expect(prompt.session.boundNames == ["a", "b"])
        #expect(prompt.session.nextCellNumber == 7)
    }

    @Test func `a semicolon at the end silences and a binding shows nothing`() throws {
        let cells = try Prompt().cells("x = 3\nx\nx;\nprint(\"hi\")\nclaim x == 3")
        #expect(cells.map(\.showsValue).prefix(3) == [false, true, false])
        #expect(cells.map { $0.rendering(width: 80) }[1] == "3")
        #expect(cells[3].lines == ["hi"])
        #expect(cells[4].claims.count == 1)
    }

    @Test func `restoring a state keeps the user's own names`() throws {
        let prompt = Prompt()
        try prompt.session.drawing(from: DrawPosition(seed: 1, stream: "step 1"), isOfLesson: true) { () throws in
            _ = try prompt.good("a = 1")
        }
        let saved = prompt.session.state
        try prompt.session.drawing(from: DrawPosition(seed: 1, stream: "step 2"), isOfLesson: true) { () throws in
            _ = try prompt.good("b = 2; a = 5")
        }
        try prompt.good("mine = a")
        prompt.session.restore(saved)
        #expect(prompt.session.boundNames == ["a", "mine"])
        #expect(try prompt.shows("[a, mine]") == "[1, 5]")
    }
}
