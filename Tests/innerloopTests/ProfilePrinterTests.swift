import Testing
import Typography

@testable import innerloop

/// The screen of `:profile`, whose times are another at every run.
struct ProfilePrinterTests {
    private static let setting = "W = [[1, 2], [3, 4]]; f(x) = sum(tanh(W @ x)²)"

    private func answer(_ formula: String, columns: Int = 80, unicode: Bool = true) -> String {
        let terminal = ScriptedTerminal(typing: Self.setting, ":profile \(formula)")
        terminal.appearance.columns = columns
        terminal.appearance.unicode = unicode
        return screen(terminal)
    }

    @Test func `what a run takes, by operation and by part of the formula`() {
        let shown = answer("∇f([1, 2])")
        #expect(shown.contains(" a run, the median of "))
        #expect(shown.contains("tanh float64[2]"))
        #expect(shown.contains("share  count  operation\n"))
        #expect(shown.contains("share  count  formula\n"))
        #expect(shown.contains("  tanh(W @ x)\n"))
        #expect(shown.contains("FLOP/s\n"))
    }

    @Test func `no line is wider than the terminal, and without Unicode all is ASCII`() {
        for line in answer("∇f([1, 2])", columns: 40).split(separator: "\n").drop(while: { !$0.contains("median") }) {
            #expect(DisplayWidth.of(line) <= 40, "\(line)")
        }
        #expect(!answer("f([1, 2])", unicode: false).contains("µ"))
    }

    @Test func `what can't be profiled says why, and the session goes on`() {
        #expect(answer("").contains("a formula was wanted"))
        #expect(answer("print(1)").contains("there is no program of this"))
        #expect(answer("g(1)").contains("unknown name g"))
    }
}
