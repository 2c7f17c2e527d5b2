import Testing

@testable import Formulas

@Suite struct SourcePositionTests {
    @Test(arguments: ["a = 1; b = 22", "θ₀ = 1; α = 2", "a\r\nb = 2\r\n", "é\u{301}x", "a\rb", ""])
    func `a column counts characters, at every offset where one begins`(text: String) {
        let source = Source(name: "test", text: text)
        var (line, column, offset) = (1, 1, 0)
        for character in text {
            #expect(source.position(of: offset) == Position(line: line, column: column))
            offset += String(character).utf8.count
            let isEnd = character == "\n" || character == "\r\n"
            (line, column) = isEnd ? (line + 1, 1) : (line, column + 1)
        }
        #expect(source.position(of: offset) == Position(line: line, column: column))
    }

    @Test func `an offset past the end is at the end`() {
        #expect(Source(name: "test", text: "ab").position(of: 99) == Position(line: 1, column: 3))
    }
}
