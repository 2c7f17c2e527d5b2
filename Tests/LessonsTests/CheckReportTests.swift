import Foundation
import FoundationXML
import Formulas
import Testing

@testable import Lessons

@Suite struct CheckReportTests {
    private var report: CheckReport {
        var report = CheckReport()
        let source = Source(name: "b#<&>\".md", text: "ab")
        let problem = LessonProblem(Diagnostic(.evaluation, "it's <1> & \"2\"\u{7}\n3", at: Span(source, 1..<2)))
        report.entries = [
            CheckReport.Entry(path: "a.md", problems: [], seconds: 0.25),
            CheckReport.Entry(path: "b#<&>\".md", problems: [problem, problem], seconds: 1),
        ]
        return report
    }

    @Test func `TAP has a line for each lesson, and what is wrong in YAML`() {
        let problem = "    - 'b#<&>\".md:1:2: error: it''s <1> & \"2\"  3'"
        #expect(
            report.tap.split(separator: "\n").map(String.init) == [
                "TAP version 14", "1..2", "ok 1 - a.md", "not ok 2 - b\\#<&>\".md", "  ---", "  problems:", problem,
                problem, "  ...",
            ])
    }

    /// Gathers what a parser finds. A class, because the parser asks for one.
    private final class Reader: NSObject, XMLParserDelegate {
        var elements: [(name: String, attributes: [String: String])] = []
        var text = ""

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) { elements.append((name, attributes)) }

        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
    }

    @Test func `JUnit is valid XML that holds every character, with a failure for each problem`() throws {
        let reader = Reader()
        let parser = XMLParser(data: Data(report.junit.utf8))
        parser.delegate = reader
        #expect(parser.parse())
        #expect(
            reader.elements.map(\.name) == ["testsuites", "testsuite", "testcase", "testcase", "failure", "failure"])
        #expect(reader.elements[0].attributes["tests"] == "2" && reader.elements[0].attributes["failures"] == "1")
        #expect(reader.elements[0].attributes["time"] == "1.25")
        #expect(reader.elements[3].attributes["name"] == "b#<&>\".md")
        #expect(reader.elements[4].attributes["message"] == "it's <1> & \"2\"\u{FFFD}\n3")
        #expect(reader.text.contains("b#<&>\".md:1:2: error: it's <1> & \"2\""))
    }
}
