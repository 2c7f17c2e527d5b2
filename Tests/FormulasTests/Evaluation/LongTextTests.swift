import Testing

@testable import Formulas

struct LongTextTests {
    @Test func `a string that nobody would read to its end is a diagnostic`() throws {
        let cells = try Session().run(
            Source(name: "cell", text: "s = \"a\"\nfor i in 1..40 { s = \"{s}{s}\" }\n"), keepGoing: true)
        #expect(cells.last?.diagnostic?.message == "a string of more than 4 MB")
    }
}
