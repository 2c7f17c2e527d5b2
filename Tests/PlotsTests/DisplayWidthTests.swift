import Testing

@testable import Plots
import Typography

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("漢字", 4), ("e\u{301}", 1), ("θ̂", 1), ("\u{200B}", 0), ("10⁻³", 4), ("🙂", 2),
    ])
    func `wide characters take two columns and marks none`(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }
}
