import Testing
import Typography

struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("θ₀'²", 4), ("‖∇²L‖", 5), ("x\u{302}", 1), ("日本", 4), ("ｘ", 2), ("한글", 4),
        ("\u{1112}\u{1161}\u{11AB}", 2), ("🎲", 2),
        ("👩‍🔬", 2), ("🇩🇪", 2), ("❤\u{FE0F}", 2), ("❤", 1), ("\u{200B}", 0), ("é", 1),
    ])
    func `columns are counted as a terminal does`(_ text: String, _ width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }
}
