import Formulas
import Testing

@testable import innerloop

@Suite struct WrappedTextTests {
    private func wrapped(_ columns: Int, color: Bool = false, unicode: Bool = true) -> WrappedText {
        WrappedText(appearance: Appearance(color: color, unicode: unicode, columns: columns))
    }

    @Test func `what fits stays as it is, blanks too, and what does not goes on below itself`() {
        #expect(wrapped(30).lines("  1  ", "two  blanks") == ["  1  two  blanks"])
        #expect(
            wrapped(30).lines("  1  ", "as many words as there are here") == [
                "  1  as many words as there", "     are here",
            ])
    }

    @Test func `where one meaning has no room beside the longest term, all stand below`() {
        let entries =
            [("a", "short", []), ("a-long-term", "what takes more than is left", [])]
            as [(String, String, [WrappedText.Piece])]
        #expect(wrapped(60).list(entries).count == 2)
        #expect(
            wrapped(30).list(entries) == [
                "  a", "      short", "  a-long-term", "      what takes more than is", "      left",
            ])
    }

    @Test func `a mark keeps its ink and takes no columns for it`() {
        let mark = [WrappedText.Piece("  "), WrappedText.Piece("done", .good)]
        #expect(wrapped(10, color: true).lines("", "four", mark: mark) == ["four  \u{1B}[32mdone\u{1B}[0m"])
    }

    @Test func `a sentence is broken at words, and what is painted is left as it was laid out`() {
        #expect(wrapped(20).fitted("one two three four five\n") == "one two three four\nfive\n")
        let painted = "\u{1B}[31mone two three four five\u{1B}[0m\n"
        #expect(wrapped(20).fitted(painted) == painted)
    }

    @Test func `where there is only ASCII, the columns are those of the spelling`() {
        #expect(wrapped(9, unicode: false).lines("", "θ₀ and θ₁") == ["theta_0", "and", "theta_1"])
    }
}
