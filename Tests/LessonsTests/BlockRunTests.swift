import Formulas
import Testing

@testable import Lessons

@Suite struct BlockRunTests {
    private func block(_ flags: String) throws -> CodeBlock {
        let lesson = try #require(reading("## A\n\n```loop \(flags)\nx\n```\n").lesson)
        guard case .code(let block) = try #require(lesson.steps[0].blocks.first) else { throw Unexpected() }
        return block
    }

    private struct Unexpected: Error {}

    private func run(_ flags: String, error: String?) throws -> BlockRun {
        let block = try block(flags)
        let span = Span(block.source, 0..<1)
        return BlockRun(block: block, cells: [], diagnostic: error.map { Diagnostic(.evaluation, $0, at: span) })
    }

    @Test func `a block that announces an error must end in it`() throws {
        let flags = "expect-error=\"shapes differ\""
        #expect(try run(flags, error: "the shapes differ: [2], [3]").holds)
        #expect(try run("", error: nil).holds)
        let none = try run(flags, error: nil)
        #expect(!none.holds)
        #expect(
            none.problem?.description
                == "test.md:7:4: error: the block gave no error; one with 'shapes differ' is announced")
        let other = try run(flags, error: "unknown name 'x'")
        #expect(!other.holds)
        #expect(other.problem?.position == Position(line: 8, column: 1))
        #expect(try run("", error: "unknown name 'x'").problem?.description == "test.md:8:1: error: unknown name 'x'")
    }

    @Test func `the printer tells an announced error from one that is not`() throws {
        let printer = LessonPrinter(width: 60, usesColour: false)
        let announced = try run("expect-error=\"differ\"", error: "shapes differ")
        #expect(printer.lines(of: announced) { _, _ in nil } == ["  error, as announced: shapes differ"])
        let other = try run("", error: "shapes differ")
        #expect(printer.lines(of: other) { _, _ in nil } == ["  ✗ test.md:8:1: error: shapes differ"])
        #expect(printer.lines(of: try run("setup", error: nil)) { _, _ in nil }.isEmpty)
        #expect(!printer.lines(of: try run("hidden", error: "no")) { _, _ in nil }.isEmpty)
    }
}
