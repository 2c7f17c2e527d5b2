import Sentences

extension Command {
    static let history = Command(
        name: "history", parameters: "[number|text]",
        summary: "the last 20 entries of all sessions, as many as a number says, or those with a text in them"
    ) { repl, argument in
        let entries = repl.pastEntries()
        let found: ArraySlice<String>
        if let count = Int(argument) {
            guard count > 0 else { return repl.terminal.report(.historyWanted) }
            found = entries.suffix(count)
        } else if argument.isEmpty {
            found = entries.suffix(usualCount)
        } else {
            found = entries.filter { $0.lowercased().contains(argument.lowercased()) }[...]
        }
        guard !found.isEmpty else {
            return repl.terminal.report(argument.isEmpty ? .historyEmpty : .historyWithout(text: argument))
        }
        repl.write(found.map { "  " + $0.replacing("\n", with: "\n    ") })
    }

    private static let usualCount = 20
}
