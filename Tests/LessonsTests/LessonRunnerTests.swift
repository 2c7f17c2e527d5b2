import Formulas
import Testing

@testable import Lessons

@Suite struct LessonRunnerTests {
    @Test func `a lesson is written as text, step after step`() throws {
        let text = """
            ---
            {format: 1, id: t, title: A lesson, minutes: 3}
            ---
            Before $\\theta_0$.

            ## One

            First.

            ```loop norun
            x = 1
            ```

            ## Two

            Second.
            """
        let lesson = try #require(LessonReader.read(bytes: Array(text.utf8), name: "t.md").lesson)
        var lines: [String] = []
        let printer = LessonPrinter(width: 40, usesColour: false)
        let runner = LessonRunner(printer: printer, drawing: { _, _ in nil }, write: { lines.append($0) })
        let result = runner.run(lesson, in: Session())
        #expect(result.holds && result.claims == 0)
        let wanted = """
            A lesson             step 1 of 2 · 3 min
              One

              Before θ₀.

              First.

              │ x = 1

            Two                          step 2 of 2
              
              Second.
            """
        #expect(
            lines == wanted.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).trimmedEnd() })
    }

    @Test func `a block that fails ends the run, unless it is to go on`() throws {
        let text = "## A\n\n```loop\nclaim 1 == 2\n```\n\n```loop\nclaim 1 == 1\n```\n\n```loop\n)\n```\n"
        let lesson = try #require(reading(text).lesson)
        let printer = LessonPrinter(width: 80, usesColour: false)
        for (keepsGoing, claims, problems) in [(false, 1, 0), (true, 2, 1)] {
            let runner = LessonRunner(
                printer: printer, keepsGoing: keepsGoing, drawing: { _, _ in nil }, write: { _ in })
            let result = runner.run(lesson, in: Session())
            #expect(!result.holds && result.failedClaims == 1)
            #expect(result.claims == claims && result.problems.count == problems)
        }
    }
}
