import Testing
import Typography

struct LineWrapperTests {
    private struct Piece: StyledRun, Equatable {
        var text: String
        let style: Bool

        init(_ text: String, _ style: Bool) {
            self.text = text
            self.style = style
        }
    }

    private func wrap(_ text: String, _ width: Int) -> [String] {
        LineWrapper(width: width).wrap([Piece(text, false)]).map { $0.map(\.text).joined() }
    }

    @Test func `lines break at spaces and never exceed the width`() {
        #expect(wrap("one two three", 8) == ["one two", "three"])
        #expect(wrap("one  two", 7) == ["one two"])
        #expect(wrap("", 5) == [""])
    }

    @Test func `a word longer than a line is cut`() {
        #expect(wrap("ab abcdefghij k", 4) == ["ab", "abcd", "efgh", "ij k"])
    }

    @Test func `wide characters take two columns and may end a line`() {
        #expect(wrap("元学习是什么", 6) == ["元学习", "是什么"])
        #expect(wrap("元学习。是", 6) == ["元学", "习。是"])
        #expect(wrap("a元b", 3) == ["a元", "b"] || wrap("a元b", 3) == ["a", "元b"])
    }

    @Test func `combining marks take no column`() {
        #expect(DisplayWidth.of("θ̂x̃") == 2)
        #expect(DisplayWidth.of("é") == 1 && DisplayWidth.of("元") == 2 && DisplayWidth.of("👩‍🔬") == 2)
        #expect(DisplayWidth.of("✓ ∇²θ₀ᵀ") == 7)
    }

    @Test func `styles survive the break`() {
        let lines = LineWrapper(width: 5).wrap([Piece("ab c", false), Piece("d ef", true)])
        #expect(
            lines == [[Piece("ab c", false), Piece("d", true)], [Piece("ef", true)]])
    }

    @Test(arguments: 1...30)
    func `no line is wider than the width, unless a character is`(width: Int) {
        for line in wrap("The step's derivative 是一个 matrix $I−αM$, averyveryverylongwordindeed. θ̂", width) {
            #expect(DisplayWidth.of(line) <= max(2, width))
        }
    }
}
