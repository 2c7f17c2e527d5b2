import Figures
import Formulas
import Testing

@testable import Lessons

@Suite struct MarkdownExporterTests {
    private func exported(_ body: String, picture: MarkdownExporter.Picture = .text("(chart)")) throws -> String {
        let lesson = try #require(reading(body).lesson)
        let result = MarkdownExporter(picture: { _ in picture }).export(lesson, in: Session())
        #expect(result.problems.isEmpty)
        return result.markdown
    }

    @Test func `outputs are what the code gives, and prose stays as it was`() throws {
        let markdown = try exported(
            "## A\n\nSome $x_1$ *prose*.\n\n```loop\n1 + 1\n```\n\n```output\n2\n```\n\nMore.\n")
        #expect(
            markdown == "# T\n\n## A\n\nSome $x_1$ *prose*.\n\n```loop\n1 + 1\n```\n\n```text\n2\n```\n\nMore.\n")
    }

    @Test func `a derivation stands with its marks, and what is hidden is left out`() throws {
        let markdown = try exported(
            "## A\n\n```loop hidden\na = 2\n```\n\n```derivation\na * a\n  == 4 -- squared\n```\n")
        #expect(!markdown.contains("a = 2"))
        #expect(markdown.contains("```text\na * a\n  == 4   ✓"))
        #expect(markdown.contains("squared"))
        #expect(!markdown.contains("derivation"))
    }

    @Test func `a figure is an image where there is a file, else a chart, and has its caption`() throws {
        let body = "## A\n\n```plot\nplot([1, 2, 3])\n```\n\n*A line*\n"
        #expect(try exported(body, picture: .file("a b-1.svg")).contains("![A line](a%20b-1.svg)\n\n*A line*\n"))
        #expect(try exported(body).contains("```text\n(chart)\n```\n\n*A line*\n"))
    }

    @Test func `what fails is in the text, and told`() throws {
        let lesson = try #require(reading("## A\n\n```loop\nclaim 1 == 2\n```\n").lesson)
        let result = MarkdownExporter(picture: { _ in .text("") }).export(lesson, in: Session())
        #expect(result.markdown.contains("✗ fails"))
        #expect(result.problems.count == 1)
    }
}
