import Formulas
import Testing

@testable import Lessons

@Suite struct NarrowScreenTests {
    private func problems(_ body: String, drawing: @escaping LessonPrinter.Drawing = { _, _ in nil }) throws -> [String]
    {
        let lesson = try #require(reading("## A\n\(body)\n").lesson)
        let pass = LessonPass(lesson, in: Session())
        return NarrowScreen(drawing: drawing).problems(of: lesson, pass).map(\.description)
    }

    @Test func `exercises, quizzes and long code fit on a narrow screen`() throws {
        let quiz =
            "```quiz\nA question that is rather long for so narrow a screen, is it not?\n\n- [x] an option that is long as well, and goes on :: with feedback that is no shorter than that\n- [ ] b :: c\n```"
        let code = "```loop setup\nα = 1; h = 2; s = 3 # and a comment that does not fit on the screen\n```\n"
        #expect(try problems(code + LessonText.exercise + "\n" + quiz) == [])
    }

    @Test func `a figure that is too wide is named with its block`() throws {
        let found = try problems("```plot\nplot([1, 2])\n```\n\n*A line.*") { _, _ in String(repeating: "x", count: 41)
        }
        #expect(found.count == 1)
        #expect(
            found.first?.hasPrefix("test.md:6:4: error: this shows a line of 41 columns on a screen of 40: 'x") == true)
    }
}
