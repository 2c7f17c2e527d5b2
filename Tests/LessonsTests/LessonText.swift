import Formulas

@testable import Lessons

/// A lesson with this body under a sound front matter of three lines and a blank one: the body begins on line 5.
func reading(_ body: String, name: String = "test.md") -> LessonReading {
    LessonReader.read(bytes: Array("---\n{format: 1, id: t, title: T}\n---\n\n\(body)".utf8), name: name)
}

/// What a compiler would print for each problem.
func messages(_ reading: LessonReading) -> [String] { reading.problems.map { LessonProblem($0).description } }

enum LessonText {
    /// A lesson's whole text, with this body in its one step, which begins on line 5.
    static func lesson(_ body: String) -> String { "---\n{format: 1, id: t, title: T}\n---\n\n## A\n\(body)\n" }

    /// An exercise that asks for (1 − α·h)·s, with a starter and two misconceptions; it has 21 lines.
    static let exercise = """
        ```exercise {#g kind=expr name=g vars="α ~ uniform(0, 1), h ~ randn(), s ~ randn()"}
        The *MAML* gradient $g$?
        ```
        ```starter
        g = s
        ```
        ```hint
        Two factors.
        ```
        ```hint
        One of them is $s$.
        ```
        ```solution
        g = (1 - α * h) * s
        ```
        ```wrong {say="that is FOMAML"}
        g = s
        ```
        ```wrong {say="a minus was wanted"}
        g = (1 + α * h) * s
        ```
        """
}
