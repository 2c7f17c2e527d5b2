import Formulas
import Testing
import Typography

struct DiagnosticRendererTests {
    private func screen(_ text: String, name: String = "cell", firstLine: Int = 1, unicode: Bool = true) -> String {
        do throws(Diagnostic) {
            _ = try Parser.parse(Source(name: name, text: text, firstLine: firstLine))
            return "no mistake"
        } catch {
            return DiagnosticRenderer(color: false, unicode: unicode).render(error)
        }
    }

    @Test func `the span is underlined where it stands`() {
        #expect(
            screen("a = 1\nb = 2 + * 3", name: "lesson.md", firstLine: 12) == """
                lesson.md:13:9: error: found `*`, wanted an expression
                   13 │ b = 2 + * 3
                      │         ^

                """)
    }

    @Test func `help stands under the line`() {
        #expect(
            screen("y = |x|", unicode: false) == """
                cell:1:5: error: `|` is not an operator here
                    1 | y = |x|
                      |     ^
                      = help: the absolute value of x is `abs(x)`, its norm `||x||` or `norm(x)`

                """)
    }

    @Test func `wide and combining characters and tabs keep the columns`() {
        #expect(
            screen("\t\"日本\" + x\u{302} + θ === 1") == """
                cell:1:15: error: `===` is not an operator here
                    1 │     "日本" + x\u{302} + θ === 1
                      │                    ^^^
                      = help: equality is `==`

                """)
    }

    @Test func `the end of the text is marked after its last character`() {
        #expect(
            screen("a = (1 +\n   2\n") == """
                cell:2:5: error: the text ends where `)` was wanted
                    2 │    2
                      │     ^
                      = help: `(` of line 1, column 5 is not closed

                """)
    }

    @Test func `a span of several lines is underlined on its first`() {
        #expect(
            screen("r = f(x for x in [1,\n  2], 3)") == """
                cell:1:7: error: found a further argument beside `e for x in xs`
                    1 │ r = f(x for x in [1,
                      │       ^^^^^^^^^^^^^^
                      = help: put it in brackets: `[e for x in xs]`

                """)
    }

    @Test func `control characters are escaped`() {
        #expect(
            screen("x = \"a\u{1B}[31m\"", name: "a\u{7}b") == """
                a\\u{7}b:1:7: error: a control character (U+001B): this is not text
                    1 │ x = "a\\u{1B}[31m"
                      │       ^^^^^^

                """)
    }

    @Test func `a very long line is cut round the span`() throws {
        let text = "x = " + String(repeating: "1 + ", count: 250_000) + "* 2" + String(repeating: " + 1", count: 1000)
        let lines = screen(text).split(separator: "\n")
        #expect(lines[0] == "cell:1:1000005: error: found `*`, wanted an expression")
        #expect(DisplayWidth.of(String(lines[1])) <= 120)
        #expect(lines[1].hasPrefix("    1 │ …"))
        #expect(lines[1].hasSuffix("…"))
        let column = try #require(Array(lines[2]).firstIndex(of: "^"))
        #expect(Array(lines[1])[column] == "*")
    }

    @Test func `calls follow, a long chain without its middle`() {
        let source = Source(name: "cell", text: "f(1)")
        var diagnostic = Diagnostic(.evaluation, "shapes [2] and [3] do not fit", at: Span(source, 0..<4))
        diagnostic.calls = (0..<30).map { Diagnostic.Label(span: Span(source, 2..<3), text: "in f\($0), called") }
        let lines = DiagnosticRenderer(color: false, unicode: true).render(diagnostic).split(separator: "\n")
        #expect(lines[2] == "      │ ^^^^")
        #expect(lines[3] == "  in f0, called at cell:1:3")
        #expect(lines[11] == "  … 20 more calls")
        #expect(lines[13] == "  in f29, called at cell:1:3")
        #expect(lines.count == 14)
    }

    @Test func `a diagnostic without a place is one line`() {
        let diagnostic = Diagnostic(.evaluation, "cannot read `a.loop`", at: nil)
        #expect(DiagnosticRenderer(color: false, unicode: true).render(diagnostic) == "error: cannot read `a.loop`\n")
        #expect(
            DiagnosticRenderer(color: true, unicode: true).render(diagnostic).contains("\u{1B}[1;31merror:\u{1B}[0m"))
    }

    private static let line = "f(\"日本👩‍🔬🇯🇵\", x\u{302}) + wieght\t* θ\u{302}₀ + \"日本語日本語\" + one + two + three + four"

    /// A screen of an error at `marked`, somewhere in a line of characters of all widths.
    private func lines(marking marked: String, columns: Int) throws -> [String] {
        let source = Source(name: "cell", text: Self.line)
        let start = try #require(Self.line.firstRange(of: marked)).lowerBound
        let offset = Self.line[..<start].utf8.count
        var diagnostic = Diagnostic(
            .evaluation, "a message that is by far too long for one line of a narrow terminal and goes on",
            at: Span(source, offset..<offset + marked.utf8.count), help: "help that goes on in further lines as well",
            topic: "gradients")
        diagnostic.calls = [.init(span: Span(source, 0..<1), text: "in a_function_of_a_long_name_indeed, called")]
        let text = DiagnosticRenderer(color: false, unicode: true, columns: columns).render(diagnostic)
        return text.split(separator: "\n").map(String.init)
    }

    @Test(arguments: ["wieght", "日本👩‍🔬🇯🇵", "x\u{302}", "θ\u{302}₀", "日本語日本語", "four"], [24, 30, 40, 53, 80, 100])
    func `at every width the underline stands under what it marks`(marked: String, columns: Int) throws {
        let lines = try lines(marking: marked, columns: columns)
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= columns })
        let row = try #require(lines.firstIndex { $0.contains("^") })
        let underline = lines[row]
        let carets = underline.filter { $0 == "^" }.count
        var before = DisplayWidth.of(String(underline.prefix { $0 != "^" }))
        // The characters above the underline.
        var above = ""
        for character in lines[row - 1] {
            let width = DisplayWidth.of(character)
            if before > 0 {
                before -= width
            } else if DisplayWidth.of(above) < carets {
                above.append(character)
            }
        }
        #expect(before == 0)
        #expect(marked.hasPrefix(above) && !above.isEmpty)
        #expect(carets == DisplayWidth.of(above))
    }

    @Test func `what goes on in a further line is indented beneath`() throws {
        #expect(
            try lines(marking: "wieght", columns: 40) == [
                "cell:1:16: error: a message that is by",
                "  far too long for one line of a narrow",
                "  terminal and goes on",
                "    1 │ …本👩‍🔬🇯🇵\", x\u{302}) + wieght    * θ\u{302}₀ +…",
                "      │                ^^^^^^",
                "      = help: help that goes on in",
                "              further lines as well",
                "      = see :help gradients",
                "  in a_function_of_a_long_name_indeed,",
                "    called at cell:1:1",
            ])
    }

    @Test func `a diagnostic without a place names its topic`() {
        let diagnostic = Diagnostic(.evaluation, "nothing is drawn", at: nil, help: "draw", topic: "plot")
        #expect(
            DiagnosticRenderer(color: false, unicode: true).render(diagnostic) == """
                error: nothing is drawn
                help: draw
                see ?plot

                """)
    }
}
