import Testing

@testable import Lessons

@Suite struct ExerciseProofTests {
    /// What is wrong with an exercise whose body begins on line 6.
    private func messages(_ parts: String, head: String = "kind=value") throws -> [String] {
        let body = "```exercise {#e \(head)}\n?\n```\n\(parts)"
        return try CheckedLessons(["t.md": LessonText.lesson(body)]).messages()
    }

    @Test func `a sound exercise is proved`() throws {
        #expect(try messages("```solution\n2\n```\n```starter\n1 +\n```\n```wrong {say=\"half\"}\n1\n```") == [])
        #expect(
            try CheckedLessons([
                "t.md": LessonText.lesson("```loop setup\nα = 1; h = 2; s = 3\n```\n" + LessonText.exercise)
            ]).messages() == [])
    }

    @Test func `a starter that is right is a problem`() throws {
        #expect(
            try messages("```starter\n1 + 1\n```\n```solution\n2\n```") == [
                "t.md:9:4: error: the starter of exercise 'e' is right as it stands"
            ])
    }

    @Test func `a wrong answer that is right, that does not run, or that is another's is a problem`() throws {
        let solution = "```solution\n2\n```\n"
        #expect(
            try messages(solution + "```wrong {say=\"no\"}\n4/2\n```") == [
                "t.md:12:4: error: this wrong answer is right"
            ])
        #expect(
            try messages(solution + "```wrong {say=\"no\"}\nnope\n```").first?.hasPrefix(
                "t.md:12:4: error: this wrong answer does not run: t.md:13:1: error: unknown name nope") == true)
        #expect(
            try messages(solution + "```wrong {say=\"one\"}\n3\n```\n```wrong {say=\"two\"}\n6/2\n```") == [
                "t.md:15:4: error: this wrong answer gives what another does, and is met with 'one'"
            ])
    }

    @Test func `a solution that does not hold is a problem`() throws {
        let found = try messages("```solution\n0/0\n```")
        #expect(
            found == ["t.md:9:4: error: the solution of exercise 'e' is not right: it gives nan, NaN equals nothing"])
        let code = "```check\nclaim x == 2\n```\n```solution\nx = 1\n```"
        #expect(
            try messages(code, head: "kind=code name=x") == [
                "t.md:12:4: error: the solution of exercise 'e' is not right: after it 'claim x == 2' fails"
            ])
    }

    @Test func `a solution whose variables are not bound cannot be run, and the lesson says where`() throws {
        let found = try messages("```solution\ng = 2x\n```", head: "kind=expr name=g vars=\"x ~ randn()\"")
        #expect(found.count == 1 && found[0].hasPrefix("t.md:10:6: error: unknown name x"), "\(found)")
    }
}
