import Formulas

@testable import Lessons

/// A lesson with this body under a sound front matter of three lines and a blank one: the body begins on line 5.
func reading(_ body: String, name: String = "test.md") -> LessonReading {
    LessonReader.read(bytes: Array("---\n{format: 1, id: t, title: T}\n---\n\n\(body)".utf8), name: name)
}

/// What a compiler would print for each problem.
func messages(_ reading: LessonReading) -> [String] { reading.problems.map { LessonProblem($0).description } }
