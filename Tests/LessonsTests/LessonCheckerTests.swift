import Foundation
import Formulas
import Testing

@testable import Lessons

@Suite struct LessonCheckerTests {
    /// Checks a lesson with this body, which begins on line 5.
    private func check(_ body: String) throws -> [String] {
        let folder = NSTemporaryDirectory() + "check-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let text = "---\n{format: 1, id: t, title: T}\n---\n\n## A\n\(body)\n"
        try text.write(toFile: folder + "/t.md", atomically: true, encoding: .utf8)
        let result = LessonChecker(library: LessonLibrary(candidates: [])).check(paths: [folder + "/t.md"])
        return result.problems.map { $0.description.replacing(folder + "/", with: "") }
    }

    @Test func `what holds has no problems`() throws {
        let body =
            "```loop\nx = 1/3\nx\n```\n```output\n0.333333\n```\n```loop expect-error=\"unknown\"\nnope + 1\n```\n"
        #expect(try check(body + "```derivation\n2x\n  == x + x -- twice\n```").isEmpty)
    }

    @Test func `a claim that fails is named with the lesson's own line`() throws {
        let found = try check("```loop\nx = 1\nclaim x == 2\nclaim x == 3\n```")
        #expect(found.count == 2)
        #expect(found.first?.hasPrefix("t.md:8:") == true, "\(found)")
        #expect(found.last?.hasPrefix("t.md:9:") == true, "\(found)")
    }

    @Test func `an output that differs is named with its own line`() throws {
        let found = try check("```loop\nprint(1)\nprint(2)\n```\n```output\n1\n3\n```")
        #expect(
            found == [
                "t.md:12:1: error: the block before prints '2' where this says '3'"
                    + " ('innerloop check --fix' rewrites the block)"
            ])
    }

    @Test func `an error that is not announced, and an announced one that does not come, are problems`() throws {
        #expect(try check("```loop\nx = 1\nx + nope\n```").first?.hasPrefix("t.md:8:5: error: ") == true)
        #expect(
            try check("```loop expect-error=\"e\"\nx = 1\n```").first?.hasPrefix("t.md:6:4: error: the block gave no")
                == true)
    }

    @Test func `a plot block must end in a figure`() throws {
        #expect(
            try check("```plot\nx = 1\n```\n\n*Nothing*") == [
                "t.md:6:4: error: the plot block does not end in a figure"
            ])
    }

    @Test func `what is counted is what the lesson holds`() throws {
        let body = """
            ```loop
            claim 1 == 1
            refute 1 == 2
            ```
            ```derivation
            1 + 1
              == 2
            ```
            ```exercise {#e kind=value}
            One?
            ```
            ```solution
            1
            ```
            ```quiz
            Which?
            - [x] this :: yes
            - [ ] that :: no
            ```
            """
        let result = try CheckedLessons(["t.md": LessonText.lesson(body)]).result()
        #expect(result.problems.map(\.description) == [])
        #expect(result.lessons == 1 && result.claims == 2 && result.refutes == 1 && result.derivationLines == 1)
        #expect(result.exercises == 1 && result.quizzes == 1)
    }
}
