import Testing

@testable import Lessons

@Suite struct QuizReaderTests {
    private let body =
        "```quiz {#q}\nWhich is $x$?\n\n- [ ] `a` :: no: $1$\n- [x] b :: yes\n- [X] c :: yes too :: really\n```"

    private func quiz() throws -> Quiz? {
        let found = reading("## A\n\(body)\n")
        #expect(messages(found) == [])
        guard case .quiz(let quiz)? = found.lesson?.steps[0].blocks.first else { return nil }
        return quiz
    }

    @Test func `a quiz has its question, and options with their feedback`() throws {
        let quiz = try #require(try quiz())
        #expect(quiz.id == "q" && quiz.options.map(\.isRight) == [false, true, true])
        #expect(quiz.question == [.paragraph([.text("Which is "), .math("x"), .text("?")])])
        #expect(quiz.options[0].text == [.paragraph([.code("a")])])
        #expect(quiz.options[2].feedback == [.paragraph([.text("yes too :: really")])])
        #expect(quiz.rightLetters == "bc")
    }

    @Test func `letters are judged in any order, and all that are right are wanted`() throws {
        let quiz = try #require(try quiz())
        for entry in ["bc", "cb", "b, c", " c b"] { #expect(quiz.verdict(on: entry)?.isRight == true, "\(entry)") }
        for entry in ["a", "b", "abc", "c"] { #expect(quiz.verdict(on: entry)?.isRight == false, "\(entry)") }
        for entry in ["", "d", "bb", "x + 1", "B", "ab c d"] { #expect(quiz.verdict(on: entry) == nil, "\(entry)") }
    }

    @Test(arguments: [
        ("?\n- [x] a :: b", "6:1: error: a quiz has two options at least"),
        ("?\n- [ ] a :: b\n- [ ] c :: d", "6:1: error: no option of the quiz is right"),
        ("?\n- [x] a\n- [ ] c :: d", "8:1: error: the option has no feedback: it follows '::'"),
        ("?\n- [x] a :: \n- [ ] c :: d", "8:1: error: the option has no feedback after '::'"),
        ("?\n- [x] :: b\n- [ ] c :: d", "8:1: error: the option says nothing before '::'"),
        ("?\n- [y] a :: b\n- [ ] c :: d", "8:1: error: an option of a quiz begins with"),
        ("?\n- [x] a :: b\nmore\n- [ ] c :: d", "9:1: error: an option of a quiz is one line"),
        ("- [x] a :: b\n- [ ] c :: d", "6:1: error: the quiz asks nothing"),
    ])
    func `a quiz that is not right is named at its line`(body: String, message: String) {
        let found = messages(reading("## A\n```quiz\n\(body)\n```\n"))
        #expect(found.first?.hasPrefix("test.md:" + message) == true, "\(found)")
        #expect(found.count == 1)
    }

    @Test func `a quiz has no attributes but its id`() {
        #expect(
            messages(reading("## A\n```quiz kind=one\n?\n```\n")) == [
                "test.md:6:9: error: a quiz has no attribute 'kind' (it may have an id, and say what it"
                    + " shows: quiz {#order shows=\"chain\"})"
            ])
    }
}
