@testable import Formulas
import Testing

struct LexerTests {
    private func kinds(_ text: String, reasons: Bool = false) -> [Token.Kind] {
        Lexer(Source(name: "test", text: text), hasReasons: reasons).tokens.map(\.kind)
    }

    private func texts(_ text: String) -> [String] {
        let source = Source(name: "test", text: text)
        return Lexer(source).tokens.dropLast().map { source.text(of: $0.range) }
    }

    @Test(arguments: [
        ("2e3", ["2e3"]), ("2e", ["2", "e"]), ("2.5e10", ["2.5e10"]), ("2e-3x", ["2e-3", "x"]),
        ("1..3", ["1", "..", "3"]),
        ("0..<k", ["0", "..<", "k"]), ("1.5.x", ["1.5", ".", "x"]), ("½x", ["½", "x"]), ("x²y", ["x", "²", "y"]),
        ("x⁻¹", ["x", "⁻¹"]), ("g₁⁽¹⁾²", ["g₁⁽¹⁾", "²"]), ("Aᵀ", ["A", "ᵀ"]), ("x'ᵀ", ["x'", "ᵀ"]),
        ("∇²f", ["∇", "²", "f"]),
        ("a<=b", ["a", "<=", "b"]), ("x->-x", ["x", "->", "-", "x"]), ("a−b", ["a", "−", "b"]),
        ("∏(x)", ["∏", "(", "x", ")"]),
        ("a#b\nc", ["a", "\n", "c"]), ("...r", ["...", "r"]), ("a\u{A0}b", ["a", "b"]),
    ])
    func `text is cut into tokens`(_ text: String, _ expected: [String]) {
        #expect(texts(text) == expected)
    }

    @Test func `variants of operators are one token`() {
        #expect(kinds("− ⋅ → ∈ ≠ ~= ≈ ≤ <=") == kinds("- · -> in != ≈ ~= <= ≤"))
    }

    @Test func `a string is its text and the formulas in braces`() {
        #expect(
            kinds("\"a{{ {b} c\"") == [
                .quote, .text, .interpolationStart, .name, .interpolationEnd, .text, .closingQuote, .end,
            ])
        #expect(texts("\"{f({a: \"}\"})}\"").joined() == "\"{f({a:\"}\"})}\"")
    }

    @Test func `an unclosed string is marked from its own quotation mark`() {
        let failure = Lexer(Source(name: "test", text: "x = \"a {f(\"b\")} c\ny = 1")).failure
        #expect(failure?.span?.text == "\"a {f(\"b\")} c")
    }

    @Test func `brackets know their partners`() {
        let tokens = Lexer(Source(name: "test", text: "(a[1], {b}) (")).tokens
        #expect(tokens[0].partner == 9)
        #expect(tokens[2].partner == 4)
        #expect(tokens[6].partner == 8)
        #expect(tokens[10].partner == 0)
    }

    @Test func `two minuses start a reason only in a derivation`() {
        #expect(kinds("a --b") == [.name, .minus, .minus, .name, .end])
        #expect(kinds("a --b\n", reasons: true) == [.name, .reason, .newline, .end])
    }

    @Test(arguments: [
        "\u{0}", "a\u{1}", "\u{1B}[31m", "a\rb", "x \u{FFFD}", "\u{202E}x", "\"a\u{7}\"", "💥", "1_000", "⁽", "x⁽y⁾",
        "⁻", "xⁿ", "$",
    ])
    func `what is no token ends the tokens with a reason`(_ text: String) throws {
        let lexer = Lexer(Source(name: "test", text: text))
        #expect(lexer.tokens.last?.kind == .invalid)
        let failure = try #require(lexer.failure)
        #expect(failure.kind == .syntax)
        #expect(failure.span?.range.isEmpty == false)
    }
}
