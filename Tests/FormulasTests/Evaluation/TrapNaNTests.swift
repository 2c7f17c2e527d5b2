import Testing

@testable import Formulas

struct TrapNaNTests {
    private func diagnostic(_ text: String) throws -> Diagnostic? {
        let session = Session()
        session.trapsNaN = true
        return try session.run(Source(name: "test", text: text), keepGoing: true).compactMap(\.diagnostic).first
    }

    @Test(arguments: [
        ("x = 0; 1 + x / x * 2", "x / x * 2"), ("f(x) = log(x - 2) + 1; f(1)", "log(x - 2)"),
        ("∇(x -> x / x)(0)", "∇(x -> x / x)(0)"), ("{a: 1, b: [1, 0 / 0]}", "0 / 0"),
        ("sum(0 / i for i in 0..3)", "0 / i"),
    ])
    func `a NaN is an error at the innermost formula that makes it`(_ text: String, _ place: String) throws {
        let error = try #require(try diagnostic(text))
        #expect(error.message == "\(place) is not a number (NaN)")
        #expect(error.span?.text == place)
    }

    @Test(arguments: ["1 / 0", "where(0 < 1, 2, 0 * 1)", "x = [1, 2]; x / 2", "\"a\"", "for i in 1..3 { y = i }"])
    func `what makes none passes`(_ text: String) throws {
        #expect(try diagnostic(text) == nil)
    }

    @Test func `without the trap a NaN is a number like others`() throws {
        let cells = try Session().run(Source(name: "test", text: "0 / 0"))
        #expect(cells[0].isGood && cells[0].value?.inlineText == "nan")
    }
}
