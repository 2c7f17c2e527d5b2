import Testing

@testable import Lessons

@Suite struct LessonCheckerLimitTests {
    /// In which column it was stopped depends on the machine.
    private func isStop(_ message: String?, atLine line: Int) -> Bool {
        guard let message else { return false }
        return message.hasPrefix("t.md:\(line):")
            && message.hasSuffix(": error: the lesson was stopped here: its time limit of 0.05 s was over")
    }

    @Test func `a lesson is stopped where it runs past its time limit, and the limit is named`() throws {
        let text =
            "---\n{format: 1, id: t, title: T, time-limit: 0.05}\n---\n\n## A\n```loop\nwhile true { x = 1 }\n```\n"
        let found = try CheckedLessons(["t.md": text]).messages()
        #expect(found.count == 1 && isStop(found.first, atLine: 7), "\(found)")
    }

    @Test func `a limit that ends in an exercise is named once`() throws {
        let exercise = "```exercise {#e kind=value}\n?\n```\n```solution\nanswer = { while true { x = 1 }; x }\n```"
        let text = "---\n{format: 1, id: t, title: T, time-limit: 0.05}\n---\n\n## A\n\(exercise)\n"
        let found = try CheckedLessons(["t.md": text]).messages()
        #expect(found.count == 1 && isStop(found.first, atLine: 10), "\(found)")
    }

    @Test func `an hour is enough for a lesson of a moment`() throws {
        let text = "---\n{format: 1, id: t, title: T, time-limit: 3600}\n---\n\n## A\n```loop\n1\n```\n"
        #expect(try CheckedLessons(["t.md": text]).messages().isEmpty)
    }
}
