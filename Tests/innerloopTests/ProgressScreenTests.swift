import Formulas
import Testing

@testable import innerloop

@Suite struct ProgressScreenTests {
    /// Everything written while a statement tells of its progress at given seconds, and then ends.
    private func written(at seconds: [Double], isTerminal: Bool) -> [String] {
        var written: [String] = []
        let screen = ProgressScreen(
            isTerminal: isTerminal, appearance: { Appearance(columns: 60) }, write: { written.append($0) })
        for second in seconds { screen.show(Progress(seconds: second)) }
        screen.end()
        return written
    }

    @Test func `work of less than a second is not spoken of`() {
        #expect(written(at: [0.1, 0.5, 0.9], isTerminal: true).isEmpty)
        #expect(written(at: [0.1, 0.5, 0.9], isTerminal: false).isEmpty)
    }

    @Test func `on a terminal one line is drawn over, and taken away at the end`() {
        let lines = written(at: [0.9, 1, 605], isTerminal: true)
        #expect(lines.first == "\rrunning for 0:01")
        #expect(lines.dropFirst().first == "\rrunning for 10:05")
        // The mark of Ctrl-C may stand behind it.
        #expect(lines.last == "\r" + String(repeating: " ", count: 19) + "\r")
        #expect(lines.count == 3)
    }

    @Test func `elsewhere a line stays every ten seconds`() {
        let lines = written(at: [1, 9, 10, 12, 19, 21, 25, 31], isTerminal: false)
        #expect(lines == ["running for 0:10\n", "running for 0:21\n", "running for 0:31\n"])
    }
}
