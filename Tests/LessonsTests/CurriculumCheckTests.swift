import Formulas
import TemporaryFolders
import Testing

@testable import Lessons

@Suite struct CurriculumCheckTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private let curriculum = """
        format: 1
        lessons:
          one:
            truths:
              sum: "1 + 1 = 2, in Z_{ℕ}"
            errors:
              three: "1 + 1 = 3"
        """

    private let body = """
        ```loop shows="sum"
        claim 1 + 1 == 2
        ```
        ```loop shows="three"
        refute 1 + 1 == 3
        ```
        """

    /// Writes a lesson `one` with this body, which begins on line 6, and the curriculum.
    private func check(_ body: String, _ curriculum: String) throws -> CurriculumCheck {
        try folder.write("---\n{format: 1, id: one, title: One}\n---\n\n## A\n\(body)\n", to: "01-one.md")
        try folder.write(curriculum, to: "curriculum.yaml")
        return try #require(CurriculumCheck(folder: folder.path))
    }

    private func messages(_ problems: [LessonProblem]) -> [String] {
        problems.map { $0.description.replacing(folder.path + "/", with: "") }
    }

    /// What is wrong, but for the page.
    private func gaps(_ body: String, _ curriculum: String) throws -> [String] {
        messages(try check(body, curriculum).result().problems).filter { !$0.hasPrefix("COVERAGE.md") }
    }

    @Test func `what is shown and listed, and a page that says so, is right`() throws {
        let check = try check(body, curriculum)
        let before = check.result()
        #expect(
            messages(before.problems) == [
                "COVERAGE.md:1:1: error: the page of what the lessons show can't be read: there is no such file"
                    + " ('innerloop check --fix' writes it)"
            ])
        #expect(before.truths == 1 && before.errors == 1)
        try check.write(page: try #require(before.page))
        #expect(messages(check.result().problems) == [] && check.result().page == nil)
    }

    @Test func `the page has links to what is shown, and counts`() throws {
        let second =
            "---\n{format: 1, id: two, title: 'Two | *more*'}\n---\n\n## A\n```quiz\nWhich?\n- [x] a :: b\n- [ ] c :: d\n```\n"
        try folder.write(second, to: "02 two.md")
        let page = try #require(try check(body, curriculum).result().page)
        #expect(page.hasPrefix("# Coverage\n"))
        let counts = """
            | lesson | claims | derivation lines | refutes | exercises | quizzes |
            |---|---:|---:|---:|---:|---:|
            | [One](01-one.md) | 2 | 0 | 1 | 0 | 0 |
            | [Two \\| \\*more\\*](02%20two.md) | 0 | 0 | 0 | 0 | 1 |
            | all | 2 | 0 | 1 | 0 | 1 |

            ## One

            | truth | where |
            |---|---|
            | 1 + 1 = 2, in Z\\_{ℕ} | [01-one.md:6](01-one.md?plain=1#L6) |

            | error | where |
            |---|---|
            | 1 + 1 = 3 | [01-one.md:9](01-one.md?plain=1#L9) |

            """
        #expect(page.hasSuffix(counts), "\(page)")
    }

    @Test func `a page that is out of date is named at the first line that differs`() throws {
        let check = try check(body, curriculum)
        let page = try #require(check.result().page)
        try check.write(page: page.replacing("1 + 1 = 3", with: "1 + 1 = 4"))
        let result = check.result()
        let line = page.split(separator: "\n", omittingEmptySubsequences: false).count - 1
        #expect(
            messages(result.problems) == [
                "COVERAGE.md:\(line):1: error: this is not what the lessons show now ('innerloop check --fix' writes it)"
            ])
        #expect(result.page == page)
    }

    @Test(arguments: [
        ("```loop\nclaim 1 == 1\n```", "curriculum.yaml:5:7: error: no block of lesson 'one' shows 'sum'"),
        (
            "```loop shows=\"sum\"\nx = 1\n```",
            "01-one.md:6:16: error: 'sum': no block that shows it holds a claim, an output, an announced error"
        ),
        (
            "```loop shows=\"three\"\nclaim 1 == 1\n```",
            "01-one.md:6:16: error: 'three': no block that meets it holds a refute"
        ),
        (
            "```loop shows=\"sun\"\nclaim 1 == 1\n```",
            "01-one.md:6:16: error: the curriculum lists no 'sun' for lesson 'one'; did you mean 'sum'?"
        ),
    ])
    func `a gap is named at its place`(body: String, message: String) throws {
        let found = try gaps(body, curriculum)
        #expect(found.contains { $0.hasPrefix(message) }, "\(found)")
    }

    @Test func `one block of several is enough`() throws {
        let found = try gaps("```loop shows=\"sum three\"\nx = 1\n```\n" + body, curriculum)
        #expect(found == [])
    }

    @Test func `a listed lesson that is not there is named, and what was meant`() throws {
        let found = try gaps(body, curriculum.replacing("  one:", with: "  ones:"))
        #expect(found.first == "curriculum.yaml:3:3: error: there is no lesson 'ones'; did you mean 'one'?")
        #expect(found.contains("01-one.md:6:16: error: the curriculum lists no 'sum' for lesson 'one'"))
    }

    @Test func `a lesson that can't be read leaves open what is shown`() throws {
        #expect(try gaps("```loop\n", curriculum).first?.hasPrefix("curriculum.yaml:1:1: error: what the less") == true)
    }

    @Test func `a lesson by itself is held to what is listed`() throws {
        let check = try check(body + "\n```loop shows=\"more\"\n1\n```", curriculum)
        let path = "\(folder.path)/01-one.md"
        #expect(
            messages(check.problems(ofLessonAt: path)) == [
                "01-one.md:12:16: error: the curriculum lists no 'more' for lesson 'one'"
            ])
        #expect(CurriculumCheck(folder: "\(folder.path)/none") == nil)
    }
}
