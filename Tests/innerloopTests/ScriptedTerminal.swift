@testable import innerloop

/// A terminal whose reader types what a test says, and then leaves.
final class ScriptedTerminal: Terminal {
    private var inputs: [TerminalInput]
    /// Everything shown: prompts with what was typed after them, results, diagnostics.
    private(set) var screen = ""
    private(set) var remembered: [String] = []
    var appearance = Appearance(color: false, unicode: true, columns: 80, rows: 24)
    var completer: (any Completing)?

    init(_ inputs: [TerminalInput]) {
        self.inputs = inputs
    }

    convenience init(typing lines: String...) {
        self.init(lines.map { .line($0) })
    }

    func readLine(prompt: String) -> TerminalInput {
        let input = inputs.isEmpty ? .end : inputs.removeFirst()
        screen += prompt
        if case .line(let line) = input { screen += line + "\n" }
        if input == .interrupted { screen += "^C\n" }
        return input
    }

    func remember(_ entry: String) { remembered.append(entry) }
    func write(_ text: String) { screen += text }
    func report(_ text: String) { screen += WrappedText(appearance: appearance).fitted(text) }
}
