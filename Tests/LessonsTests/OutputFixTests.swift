import Files
import Testing

@testable import Lessons

@Suite struct OutputFixTests {
    private let text = LessonText.lesson(
        "```loop\nprint(1)\nprint(2)\n```\n```output\n1\n[...]\n```\n```loop\n3\n4\n```\n```output\n3\n5\n6\n```\nAfter."
    )

    @Test(arguments: ["\n", "\r\n"])
    func `only the blocks that differ are rewritten, and no other byte`(ending: String) throws {
        let lessons = try CheckedLessons(["t.md": text.replacing("\n", with: ending)])
        let result = lessons.result()
        #expect(result.fixes.count == 1)
        try OutputFix.apply(result.fixes, to: lessons.paths[0])
        #expect(
            try lessons.text(of: "t.md") == text.replacing("3\n5\n6\n", with: "3\n4\n").replacing("\n", with: ending))
        #expect(lessons.messages() == [])
    }

    @Test func `an output that would close its own block is left to the author`() throws {
        let text = LessonText.lesson("```loop\nprint(\"```\")\n```\n```output\n1\n```")
        let lessons = try CheckedLessons(["t.md": text])
        #expect(throws: FileFailure.self) { try OutputFix.apply(lessons.result().fixes, to: lessons.paths[0]) }
        #expect(try lessons.text(of: "t.md") == text)
    }

    @Test func `a block that ends in an error gives nothing to write`() throws {
        let lessons = try CheckedLessons(["t.md": LessonText.lesson("```loop\nprint(1)\nnope\n```\n```output\n2\n```")])
        #expect(lessons.result().fixes.isEmpty)
    }
}
