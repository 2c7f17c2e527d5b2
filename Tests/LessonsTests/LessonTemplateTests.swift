import Testing

@testable import Lessons

@Suite struct LessonTemplateTests {
    @Test(arguments: ["new", "my-second_lesson2", "größe"])
    func `a new lesson passes the check as it stands`(id: String) throws {
        let lessons = try CheckedLessons(["\(id).md": try #require(LessonTemplate.text(id: id))])
        let result = lessons.result()
        #expect(result.problems.map(\.description) == [])
        #expect(result.claims == 2 && result.refutes == 1 && result.derivationLines == 1)
        #expect(result.exercises == 1 && result.quizzes == 1)
        #expect(LessonReader.read(path: lessons.paths[0]).lesson?.id == id)
    }

    @Test(arguments: ["", "a b", "../a", "A", "12", "a.md", "a\"", "a\nb"])
    func `what can be no id is refused`(id: String) {
        #expect(LessonTemplate.text(id: id) == nil)
    }
}
