import Testing

@testable import innerloop

@Suite struct ErrorObjectTests {
    @Test func `quotes, backslashes and control characters are escaped, and other text is kept`() {
        let json = ErrorObject.json(line: 2, column: 5, message: "found \"\\θ\"\n\u{1B}")
        #expect(json.hasSuffix(#""error": {"line": 2, "column": 5, "message": "found \"\\θ\"\n\u001b"}}"# + "\n"))
        #expect(json.split(separator: "\n").count == 1)
    }

    @Test func `without a place line and column are null`() {
        #expect(ErrorObject.json(line: nil, column: nil, message: "").contains(#"{"line": null, "column": null, "#))
    }
}
