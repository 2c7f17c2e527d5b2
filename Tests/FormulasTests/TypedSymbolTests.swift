import Testing

@testable import Formulas

/// The table of `\name` and Tab.
struct TypedSymbolTests {
    private static let symbols = Manual.typedSymbols.flatMap(\.symbols)

    @Test func `no two symbols have one name`() {
        #expect(Set(Self.symbols.map(\.name)).count == Self.symbols.count)
    }

    @Test(arguments: symbols.map(\.symbol))
    func `there is help on every symbol`(_ symbol: String) throws {
        let page =
            Manual.symbol(symbol)?.markdown() ?? Manual.entry(of: symbol)?.markdown() ?? Manual.letterPage(symbol)
        #expect(try #require(page).hasPrefix("# `"))
    }

    @Test func `whatever the language reads beyond ASCII can be typed`() {
        let typed = Set(Self.symbols.map(\.symbol))
        let scalars = Manual.symbols.flatMap(\.spellings).joined().unicodeScalars.filter { !$0.isASCII }
        // The prime of papers is the apostrophe that every keyboard has.
        for scalar in scalars where scalar != "′" { #expect(typed.contains(String(scalar)), "\(scalar)") }
        for letter in Names.greek.values { #expect(typed.contains(letter)) }
        for script in [Scripts.lowered, Scripts.raised].flatMap(\.values) { #expect(typed.contains(String(script))) }
    }

    @Test func `a name's symbol and a symbol's name are told`() {
        #expect(Manual.typing(of: "θ") == "\\theta")
        #expect(Manual.typing(of: "≤") == "\\leq")
        #expect(Manual.typing(of: "x") == nil)
        #expect(Manual.letterPage("ₖ")?.contains("`\\_k` and Tab") == true)
        #expect(Manual.letterPage("x") == nil)
    }
}
