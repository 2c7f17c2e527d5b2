import Testing

@testable import Formulas

@Suite struct HighlightingTests {
    private func kinds(_ text: String) -> [String: Highlighting.Kind] {
        Dictionary(Highlighting.pieces(of: text).map { ($0.text, $0.kind) }) { first, _ in first }
    }

    @Test func `each part of a formula is known for what it is`() {
        let kinds = kinds("for i in 1..3 { x = sum(1.5, k) } # why # so")
        #expect(kinds["for"] == .keyword)
        #expect(kinds["in"] == .keyword)
        #expect(kinds["sum"] == .builtIn)
        #expect(kinds["1.5"] == .number)
        #expect(kinds["# why # so"] == .comment)
        #expect(self.kinds("∇f(x) == 2")["∇"] == .sign)
        #expect(self.kinds("∇f(x) == 2")["=="] == .sign)
        #expect(self.kinds("print(\"a # {b + 1} c\")")["\"a # "] == .string)
        #expect(self.kinds("Σ(x)")["Σ"] == .builtIn)
    }

    @Test(arguments: [
        "", "  ", "# only", "x = \"not closed # 5", "a ? b", "[1, 2", "θ₀' = ½x² # ∇", "\"{\"{1}\"}\"", "1..", "\r\n\t",
        "for all x ~ randn(): claim f(-x) == f(x) within 1e-9", "x\u{0}y", "=> @@ $",
    ])
    func `the pieces together are the text, right or not`(_ text: String) {
        #expect(Highlighting.pieces(of: text).map(\.text).joined() == text)
    }

    @Test func `what follows a mistake is plain`() {
        #expect(Highlighting.pieces(of: "x = \"not closed # 5").last?.kind == .plain)
    }
}
