import Formulas
import Testing

@testable import Lessons

@Suite struct LessonPathsTests {
    private let body = """
        ## A
        ```loop
        x = randn(3)
        f(a) = a * x
        ```
        \(LessonText.exercise.replacing("g = (1", with: "α = 1; h = 2; s = 3; g = (1"))

        ## B
        ```loop
        x = f(2)
        y = {a: [x, x], b: "t", c: ∇(z -> z · z)}
        ```
        """

    @Test func `skipping and coming back give what walking does`() throws {
        let lesson = try #require(reading(body).lesson)
        let pass = LessonPass(lesson, in: Session())
        #expect(pass.states.count == 3 && pass.problems.map(\.description) == [])
        #expect(LessonPaths(lesson).problems(walked: pass.states, in: Session()).map(\.description) == [])
    }

    @Test func `a way that leads elsewhere is named, with its step and the names that differ`() throws {
        let lesson = try #require(reading(body).lesson)
        let pass = LessonPass(lesson, in: Session())
        let other = Session()
        try other.run(Source(name: "[1]", text: "extra = 1"))
        let found = LessonPaths(lesson).problems(walked: pass.states, in: other).map(\.description)
        #expect(found.first == "test.md:5:1: error: beginning again to step 'A' gives another extra than walking there")
        #expect(
            found.contains("test.md:32:1: error: skipping to step 'B' gives another extra than walking there"),
            "\(found)")
        #expect(found.contains("test.md:32:1: error: going on to the end gives another extra than walking there"))
    }
}
