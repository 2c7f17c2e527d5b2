import Formulas
import Testing

@testable import Lessons

@Suite struct CurriculumReaderTests {
    private func reading(_ text: String) throws -> (curriculum: Curriculum?, messages: [String]) {
        var reader = CurriculumReader(try LessonFile(bytes: Array(text.utf8), name: "c.yaml"))
        let curriculum = reader.read()
        return (curriculum, reader.problems.map { LessonProblem($0).description })
    }

    @Test func `truths and errors are kept in their order, with their places`() throws {
        let text = """
            # A comment
            format: 1
            lessons:
              maml:
                truths:
                  zeta: "Zeta: α"
                  alpha: Alpha
                errors:
                  product-order: wrong
              other:
                errors: {e1: one}
            """
        let (found, messages) = try reading(text)
        #expect(messages == [])
        let curriculum = try #require(found)
        #expect(curriculum.entries.map(\.id) == ["maml", "other"])
        #expect(curriculum.entries[0].truths.map(\.id) == ["zeta", "alpha"])
        #expect(curriculum.entries[0].truths[0].text == "Zeta: α")
        #expect(curriculum.entries[0].errors[0].span.start == Position(line: 9, column: 7))
        #expect(curriculum.entries[1].truths.isEmpty && curriculum.entries[1].errors.map(\.text) == ["one"])
    }

    @Test(arguments: [
        ("format: 1", "1:1: error: the curriculum lacks 'lessons'"),
        ("lessons: {a: {truths: {t: x}}}", "1:1: error: the curriculum lacks 'format'"),
        ("# nothing", "1:1: error: the curriculum is empty"),
        ("format: 2\nlessons: {a: {truths: {t: x}}}", "1:9: error: the curriculum has format 2; this version reads"),
        ("format: x\nlessons: {a: {truths: {t: x}}}", "1:9: error: 'format' must be a whole number, not 'x'"),
        ("format: 1\nlesons: {}", "2:1: error: unknown key 'lesons'; did you mean 'lessons'?"),
        ("format: 1\nlessons:\n  - maml", "3:3: error: 'lessons' must be lesson ids with what each shows, not a list"),
        ("format: 1\nlessons:\n  maml: x", "3:9: error: 'maml' must be 'truths' and 'errors', not 'x'"),
        ("format: 1\nlessons:\n  maml:\n    truth: {a: x}", "4:5: error: unknown key 'truth'; did you mean 'truths'?"),
        ("format: 1\nlessons:\n  maml:\n    truths: {a: [x]}", "4:17: error: 'a' must be a text, not a list"),
        ("format: 1\nlessons:\n  maml:\n    truths: {a: }", "4:17: error: 'a' must be a text, not nothing"),
        ("format: 1\nlessons:\n  maml:\n    truths: {a_b: x}", "4:14: error: an id is made of letters, digits and '-'"),
        (
            "format: 1\nlessons:\n  maml:\n    truths: {a: x}\n    errors: {a: x}",
            "5:14: error: 'a' is both a truth and an error"
        ),
        ("format: 1\nlessons:\n  maml: {}", "3:3: error: the lesson 'maml' is listed with nothing to show"),
        ("format: 1\nlessons: {a", "2:12: error: the curriculum is not YAML: "),
        (
            "format: 1\nlessons:\n  a:\n    truths:\n      t: x\n      u: x\n      t: y",
            "7:7: error: the key 't' is given twice"
        ),
        ("- a", "1:1: error: 'the curriculum' must be keys with values, not a list"),
    ])
    func `what is not right is named at its place`(text: String, message: String) throws {
        let (curriculum, messages) = try reading(text)
        #expect(curriculum == nil)
        #expect(messages.contains { $0.hasPrefix("c.yaml:" + message) }, "\(messages)")
    }
}
