import Formulas
import Testing

@testable import Lessons

@Suite struct ExerciseDraftTests {
    private func exercise(_ body: String) throws -> Exercise {
        let found = reading("## A\n" + body + "\n")
        #expect(messages(found) == [])
        let blocks = try #require(found.lesson).steps[0].blocks
        for case .exercise(let exercise) in blocks { return exercise }
        throw Missing()
    }

    private struct Missing: Error {}

    @Test func `an exercise is read with all its parts, at its place among the blocks`() throws {
        let body = "Before.\n\n\(LessonText.exercise)\n\nAfter.\n"
        let exercise = try exercise(body)
        #expect(exercise.id == "g" && exercise.kind == .expr && exercise.name == "g")
        #expect(exercise.variables.map(\.name) == ["α", "h", "s"])
        #expect(exercise.starter?.source.text == "g = s\n")
        #expect(exercise.hints.count == 2 && exercise.wrongs.map(\.say) == ["that is FOMAML", "a minus was wanted"])
        #expect(exercise.solution.code.source.firstLine == 21)
        #expect(exercise.line == 8)
        let blocks = try #require(reading("## A\n" + body).lesson).steps[0].blocks
        guard blocks.count == 3, case .prose = blocks[0], case .exercise = blocks[1], case .prose = blocks[2] else {
            Issue.record("the exercise is not between its neighbours")
            return
        }
    }

    @Test func `a prompt is Markdown with formulas`() throws {
        #expect(
            try exercise(LessonText.exercise).prompt == [
                .paragraph([
                    .text("The "), .emphasis([.text("MAML")]), .text(" gradient "), .math("g"), .text("?"),
                ])
            ])
    }

    @Test func `a part is of the exercise before it, or of the one it names`() throws {
        let body = """
            ```exercise {#one kind=value}
            1?
            ```
            ```exercise {#two kind=value}
            2?
            ```
            ```solution
            2
            ```
            ```solution for=one
            1
            ```
            """
        #expect(try exercise(body).solution.code.source.text == "1\n")
    }

    @Test func `an answer binds the name, or is a formula where values are asked for`() throws {
        let exercise = try exercise(LessonText.exercise)
        func isAnswer(_ text: String) throws -> Bool {
            exercise.answer(try Parser.parse(Source(name: "", text: text))) != nil
        }
        for text in ["g = 1", "s", "h = 2; g = h", "g(x) = x", "[g, k] = [1, 2]"] {
            #expect(try isAnswer(text), "\(text)")
        }
        for text in ["k = 1", "claim g == 1", "s; s", "", "for i in 0..1 { g = i }"] {
            #expect(try !isAnswer(text), "\(text)")
        }
    }

    private static let solution = "```solution\n1\n```"

    @Test(arguments: [
        ("```exercise {kind=value}\n?\n```", "6:4: error: an exercise needs an id"),
        ("```exercise {#a}\n?\n```", "6:4: error: exercise 'a' needs its kind: one of value, expr, function, code"),
        ("```exercise {#a kind=valu}\n?\n```", "6:17: error: no kind of exercise 'valu'; did you mean 'value'?"),
        ("```exercise {#a! kind=value}\n?\n```", "6:14: error: an id is made of letters, digits and '-'"),
        (
            "```exercise {#a kind=value nme=x}\n?\n```",
            "6:28: error: an exercise has no attribute 'nme'; did you mean 'name'?"
        ),
        ("```exercise {#a kind=value name=2}\n?\n```", "6:28: error: 'name' must be a name that can be bound, not '2'"),
        ("```exercise {#a kind=value tol=x}\n?\n```", "6:28: error: 'tol' must be a number that is not negative"),
        ("```exercise {#a kind=value vars=\"x ~ randn()\"}\n?\n```", "6:28: error: a value has no variables"),
        (
            "```exercise {#a kind=expr}\n?\n```",
            "6:4: error: exercise 'a' asks for an expression, and needs the variables"
        ),
        ("```exercise {#a kind=expr vars=\"\"}\n?\n```", "6:27: error: 'vars' needs variables"),
        ("```exercise {#a kind=expr vars=\"x ~ \"}\n?\n```", "6:36: error: the text ends"),
        ("```exercise {#a kind=expr vars=\"x randn()\"}\n?\n```", "6:35: error: "),
        ("```exercise {#a kind=expr vars=\"x ~ 1, x ~ 2\"}\n?\n```", "6:40: error: the variable 'x' is given twice"),
        (
            "```exercise {#a kind=function vars=\"x ~ 1\"}\n?\n```",
            "6:4: error: exercise 'a' asks for a function, and needs the name"
        ),
        ("```exercise {#a kind=code}\n?\n```", "6:4: error: exercise 'a' asks for code, and needs the name"),
        ("```exercise {#a kind=value}\n \n```", "6:4: error: the 'exercise' block is empty"),
        ("```exercise {#a kind=value}\n?\n```", "6:4: error: exercise 'a' has no 'solution' block"),
        (
            "```exercise {#a kind=code name=x}\n?\n```\n```solution\nx = 1\n```",
            "6:4: error: exercise 'a' asks for code, and has no 'check'"
        ),
        (
            "```exercise {#a kind=value}\n?\n```\n\(solution)\n\(solution)",
            "12:4: error: exercise 'a' has a 'solution' block already"
        ),
        (
            "```exercise {#a kind=value}\n?\n```\n```solution\nx = 1\n```",
            "9:4: error: the 'solution' block does not bind 'answer'"
        ),
        ("```exercise {#a kind=value}\n?\n```\n```solution\n1 +\n```", "10:4: error: "),
        (
            "```exercise {#a kind=value}\n?\n```\n\(solution)\n```wrong\n2\n```",
            "12:4: error: a 'wrong' block needs what is said"
        ),
        (
            "```exercise {#a kind=value}\n?\n```\n```solution\n1\n```\n```check\nclaim 1 == 1\n```",
            "12:4: error: a 'check' block judges code"
        ),
        (
            "```exercise {#a kind=value}\n?\n```\n```solution sy=\"x\"\n1\n```",
            "9:13: error: a 'solution' block has no attribute 'sy'"
        ),
        (
            "```exercise {#a kind=value}\n?\n```\n\(solution)\n```hint for=b\nx\n```",
            "12:9: error: no exercise 'b' before this in the step"
        ),
        (
            "```hint\nx\n```",
            "6:4: error: a 'hint' block belongs to an exercise, and none stands before it in this step"
        ),
        (
            "```exercise {#a kind=value}\n?\n```\n\(solution)\n\n## B\n```hint\nx\n```",
            "14:4: error: a 'hint' block belongs to an exercise"
        ),
        (
            "```exercise {#a kind=value}\n?\n```\n\(solution)\n## B\n```exercise {#a kind=value}\n?\n```\n\(solution)",
            "13:14: error: the lesson has an exercise 'a' already"
        ),
        (
            "```loop\n1\n```\n```exercise {#a kind=value}\n?\n```\n\(solution)\n```output\n1\n```",
            "15:4: error: an 'output' block stands right after"
        ),
    ])
    func `an exercise that is not right is named at its place, once`(body: String, message: String) {
        let found = messages(reading("## A\n" + body + "\n"))
        #expect(found.first?.hasPrefix("test.md:" + message) == true, "\(found)")
        #expect(found.count == 1, "\(found)")
    }
}
