import Formulas
import Testing

@testable import Lessons

@Suite struct ShownOutputTests {
    @Test func `what a block shows is set before its value, figures drawn`() throws {
        let text = "## A\n\n```loop\n{ show(plot([1, 2])); show([[1, 2], [3, 4]]); print(5); 7 }\n```\n"
        let lesson = try #require(reading(text).lesson)
        guard case .code(let block) = try #require(lesson.blocks(ofStep: 0).last) else {
            Issue.record("the block is code")
            return
        }
        let run = lesson.run(block, ofStep: 0, in: Session())
        let printer = LessonPrinter(width: 40, usesColour: false)
        let lines = printer.lines(of: run) { _, caption in "drawn \(caption ?? "without a caption")" }
        #expect(lines == ["drawn without a caption", "  [[1, 2],", "   [3, 4]]", "  5", "  7"])
        #expect(run.printed(width: 80) == "[[1, 2],\n [3, 4]]\n5\n7")
    }
}
