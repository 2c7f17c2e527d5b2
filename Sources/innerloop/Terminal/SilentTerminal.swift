/// A terminal that shows nothing, for what is done again unseen. A class, because every terminal is one.
final class SilentTerminal: Terminal {
    let appearance: Appearance
    var completer: (any Completing)?

    init(like terminal: any Terminal) {
        appearance = terminal.appearance
    }

    func readLine(prompt: String) -> TerminalInput { .end }
    func remember(_ entry: String) {}
    func write(_ text: String) {}
    func report(_ text: String) {}
}
