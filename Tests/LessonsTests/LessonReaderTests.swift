import Formulas
import Testing

@testable import Lessons

@Suite struct LessonReaderTests {
    @Test func `every second-level heading begins a step, and its id is made from it`() throws {
        let lesson = try #require(
            reading("Before.\n\n## The Chain Rule!\n\nOne.\n\n### Within\n\n## The chain rule\n").lesson)
        #expect(lesson.steps.map(\.title) == ["The Chain Rule!", "The chain rule"])
        #expect(lesson.steps.map(\.id) == ["the-chain-rule", "the-chain-rule-2"])
        #expect(lesson.steps.map(\.line) == [7, 13])
        #expect(lesson.opening.count == 1)
        #expect(lesson.blocks(ofStep: 0).count == 2)
        #expect(lesson.blocks(ofStep: 1).isEmpty)
    }

    @Test func `a block's first line is the file's own line`() throws {
        let lesson = try #require(reading("## A\n\nText.\n\n```loop\n\nx = 1\n  y = 2\n```\n").lesson)
        guard case .code(let block) = try #require(lesson.steps[0].blocks.last) else { Issue.record("no code"); return }
        #expect(block.line == 9)
        #expect(block.source.name == "test.md")
        #expect(block.source.text == "\nx = 1\n  y = 2\n")
        #expect(block.source.position(of: 3).line == 11)
        #expect(block.source.line(12) == "  y = 2")
    }

    @Test func `flags say what is shown, what is run, and which error is wanted`() throws {
        let body = """
            ## A
            ```loop setup
            a
            ```
            ```loop hidden
            a
            ```
            ```loop norun
            a
            ```
            ```loop expect-error="shapes differ"
            a
            ```
            ~~~derivation
            a == b
            ~~~
            """
        let lesson = try #require(reading(body).lesson)
        let blocks = lesson.steps[0].blocks.compactMap { block in
            if case .code(let code) = block { code } else { nil }
        }
        #expect(blocks.map(\.visibility) == [.codeOnly, .nothing, .whole, .whole, .whole])
        #expect(blocks.map(\.isRun) == [true, true, false, true, true])
        #expect(blocks.map(\.expectedError) == [nil, nil, nil, "shapes differ", nil])
        #expect(blocks.map(\.kind) == [.loop, .loop, .loop, .loop, .derivation])
    }

    @Test func `the emphasised paragraph after a plot is its caption, and not prose`() throws {
        let lesson = try #require(
            reading("## A\n\n```plot\nplot(xs)\n```\n\n*A line of slope $\\alpha$.*\n\nMore.\n").lesson)
        guard case .code(let plot) = lesson.steps[0].blocks[0] else { Issue.record("no plot"); return }
        #expect(plot.caption == "A line of slope α.")
        #expect(lesson.steps[0].blocks.count == 2)
    }

    @Test func `an output block keeps its tolerance and its line`() throws {
        let lesson = try #require(reading("## A\n```loop\n1\n```\n```output tol=1e-2\n1\n```\n").lesson)
        guard case .output(let output) = lesson.steps[0].blocks[1] else { Issue.record("no output"); return }
        #expect(output.tolerance == 1e-2)
        #expect(output.line == 9)
        #expect(output.text == "1\n")
    }

    @Test func `an unknown kind is named with its place, and what was meant`() {
        #expect(
            messages(reading("## A\n\n```lop\nx\n```\n")) == [
                "test.md:7:4: error: unknown block kind 'lop'; did you mean 'loop'?"
                    + " (a block without a kind is shown as it stands)"
            ])
    }

    @Test(arguments: [
        ("```loop setp\nx\n```", "test.md:6:9: error: a 'loop' block has no flag 'setp'; did you mean 'setup'?"),
        ("```loop setup=1\nx\n```", "test.md:6:9: error: 'setup' takes no value"),
        ("```loop expect-error\nx\n```", "test.md:6:9: error: 'expect-error' needs the text that the error contains"),
        ("```loop expect-error=\"a\nx\n```", "test.md:6:22: error: the text that starts here is not closed with '\"'"),
        ("```output tol=x\n1\n```", "test.md:6:11: error: 'tol' must be a number that is not negative, like 1e-3"),
        ("```output\n1\n```", "test.md:6:4: error: an 'output' block stands right after the block that prints it"),
        ("```loop\n \n```", "test.md:6:4: error: the 'loop' block is empty"),
        ("```plot\nx\n```", "test.md:6:1: error: a plot needs a caption: a paragraph in '*…*' right after it"),
        ("```loop\nx = 1", "test.md:6:1: error: the block that opens here is never closed"),
        ("```loop\nx\n\n```loop\ny\n```", "test.md:6:1: error: the block that opens here is not closed before line 9"),
        ("- a\n\n  ```loop\n  x\n  ```", "test.md:8:6: error: a 'loop' block stands at the margin"),
    ])
    func `a block that is not right is named at its place`(block: String, message: String) {
        let found = messages(reading("## A\n" + block + "\n"))
        #expect(found.first?.hasPrefix(message) == true, "\(found)")
        #expect(found.count == 1)
    }

    @Test func `a block without a kind and an indented one are prose`() throws {
        let lesson = try #require(reading("## A\n\n```\nas it *is* $5$\n```\n\n    more\n").lesson)
        guard case .prose(let prose) = lesson.steps[0].blocks[0] else { Issue.record("no prose"); return }
        #expect(prose.blocks == [.code("as it *is* $5$\n"), .code("more\n")])
    }

    @Test func `all problems of a file are found at once`() {
        #expect(messages(reading("## A\n\n```lop\n```\n\n```quiz\n```\n")).count == 2)
    }
}
