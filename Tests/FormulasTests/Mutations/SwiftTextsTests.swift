import Testing

@testable import Formulas

struct SwiftTextsTests {
    @Test func `literals are read as Swift reads them, test by test`() {
        let file = SwiftTexts(
            """
            let setting = "a = \\"1\\"\\n"  // "not this"
            @Test(arguments: [#"raw \\n"#]) func `nor "this`() {
                claim(setting + "claim " + formula, "x \\(f("y")) \\u{3b1}", \"\"\"
                    long
                      indented
                    \"\"\")
            }
            """)
        #expect(file.unclosed.isEmpty)
        #expect(
            file.regions.map { $0.literals.map(\.text) } == [
                ["a = \"1\"\n"], ["raw \\n", "claim ", "x \(SwiftTexts.hole) α", "long\n  indented"],
            ])
        #expect(file.regions[1].literals.map(\.isJoined) == [false, true, false, false])
        #expect(file.regions[1].literals.map(\.line) == [2, 3, 3, 3])
    }

    @Test func `a quote that does not end on its line is reported`() {
        #expect(SwiftTexts("let a = \"b\nlet c = 1").unclosed == [1])
    }
}
