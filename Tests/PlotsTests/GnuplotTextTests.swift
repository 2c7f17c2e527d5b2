import Testing

@testable import Plots

@Suite struct GnuplotTextTests {
    @Test func `a quote stands outside the quotes and nothing else is special`() {
        #expect(GnuplotText.quoted("it's") == #"'it'."\047".'s'"#)
        #expect(GnuplotText.quoted("''") == #"''."\047".''."\047".''"#)
        #expect(GnuplotText.quoted("`touch x` \"< ls\" \\n @a") == "'`touch x` \"< ls\" \\n @a'")
    }

    @Test func `a quote or a per cent sign under an accent is one all the same`() {
        #expect(
            Array(GnuplotText.quoted("'\u{302}; !ls").unicodeScalars)
                == Array("''.\"\\047\".'\u{302}; !ls'".unicodeScalars))
        #expect(
            Array(TextForm.plain.quotedTick("5%\u{301}n").unicodeScalars) == Array("'5%%\u{301}n'".unicodeScalars))
    }

    @Test func `a text stays on its line`() {
        #expect(GnuplotText.quoted("a\nb\r\nc\td\u{1B}[31m\u{0}\u{2028}e") == "'a b  c d [31m  e'")
        #expect(GnuplotText.quoted("a\u{202E}b") == "'ab'")
    }

    @Test func `a long text is cut`() {
        let text = GnuplotText.shown(String(repeating: "'", count: 10_000))
        #expect(text == String(repeating: "'", count: 199) + "…")
        #expect(GnuplotText.shown(String(repeating: "x", count: 200)) == String(repeating: "x", count: 200))
    }
}
