import Testing

@testable import Lessons

@Suite struct OutputMatcherTests {
    private func agree(_ expected: String, _ printed: String, tolerance: Double = OutputMatcher.defaultTolerance)
        -> Bool
    {
        OutputMatcher(tolerance: tolerance).difference(expected: expected, printed: printed) == nil
    }

    @Test func `numbers agree to a relative error`() {
        #expect(agree("0.333333", "0.33333333333"))
        #expect(!agree("0.3333", "0.33333333333"))
        #expect(agree("0.33", "0.33333", tolerance: 0.02))
        #expect(agree("1e-3", "0.001") && agree("-2", "−2.0") && agree("0", "1e-17"))
        #expect(!agree("2", "-2") && !agree("0", "1e-3") && !agree("1", "nan") && agree("nan", "nan"))
    }

    @Test func `blanks do not count, words and lines do`() {
        #expect(agree("[1,  2]\n", "[1, 2]"))
        #expect(agree("a\n\nb  \n", "a\nb"))
        #expect(!agree("a b", "a\nb") && !agree("W1", "W2") && !agree("a", "") && !agree("", "a") && agree("", ""))
    }

    @Test func `an ellipsis in brackets stands for anything, lines too`() {
        #expect(
            agree("a [...] c", "a b b c") && agree("[...]", "") && agree("[...]\n", "x\ny")
                && agree("a\n[...]\nz", "a\nb\nc\nz"))
        #expect(agree("1 [...] 2 [...] 3", "1 2 2 9 3"))
        #expect(!agree("a [...] c", "a b b") && !agree("a [...] 2", "a 1 3"))
    }

    @Test func `the difference is told with its line`() {
        let difference = OutputMatcher(tolerance: 1e-6).difference(expected: "a\nb 1", printed: "a\nb 2")
        #expect(difference == OutputMatcher.Difference(line: 1, expected: "1", found: "2"))
        let missing = OutputMatcher(tolerance: 1e-6).difference(expected: "a\nb", printed: "a")
        #expect(missing == OutputMatcher.Difference(line: 0, expected: "the end of the line", found: "nothing more"))
    }
}
