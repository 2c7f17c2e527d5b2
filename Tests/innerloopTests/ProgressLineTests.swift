import Formulas
import Testing
import Typography

@testable import innerloop

@Suite struct ProgressLineTests {
    private let progress = Progress(
        seconds: 5, iterations: 50, count: 200, loss: Progress.Loss(name: "loss", value: 0.123456))
    private let losses = {
        var losses = Sparkline()
        for value in [3.0, 2, 1] { losses.append(value) }
        return losses
    }()

    private func line(_ progress: Progress, columns: Int = 80, unicode: Bool = true) -> String {
        ProgressLine(columns: columns, unicode: unicode).text(of: progress, losses: losses)
    }

    @Test func `a loop of known length has a bar, its loss and the course of that, a rate, and the time left`() {
        #expect(line(progress) == "━━━━━─────────────── 50/200 · loss 0.123 █▅▁ · 10/s · 0:15 left")
    }

    @Test func `a loop of unknown length says how long it has run`() {
        let progress = Progress(seconds: 65, iterations: 13)
        #expect(line(progress) == "13 iterations · 5 s each · 1:05")
    }

    @Test func `what is no loop says that it runs`() {
        #expect(line(Progress(seconds: 3.2)) == "running for 0:03")
    }

    @Test func `without Unicode the line is ASCII`() {
        let progress = Progress(seconds: 5, iterations: 50, count: 200, loss: Progress.Loss(name: "θ", value: 2))
        #expect(line(progress, unicode: false) == "#####............... 50/200 | theta 2 | 10/s | 0:15 left")
    }

    @Test(arguments: Array(10...80))
    func `the line fits, and the iterations come first`(columns: Int) {
        let text = line(progress, columns: columns)
        #expect(DisplayWidth.of(text) <= columns)
        #expect(columns < 20 || text.contains("50/200"))
        #expect(columns < 36 || text.contains("loss 0.123"))
    }

    @Test func `where lines stay, one says it all in words`() {
        #expect(
            ProgressLine.sentence(of: progress) == "iteration 50 of 200, loss 0.123, 10/s, 0:15 left")
        #expect(
            ProgressLine.sentence(of: Progress(seconds: 3700, iterations: 1))
                == "iteration 1, 3700 s each, after 1:01:40")
    }
}
