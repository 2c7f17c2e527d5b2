/// What was typed.
extension Repl {
    /// Keeps an entry for the arrow keys, for `:history`, and for later sessions.
    func remember(_ entry: String) {
        record.entries.append(entry)
        terminal.remember(entry)
    }

    /// What was typed in earlier sessions and in this one before the last entry, oldest first.
    func pastEntries() -> [String] {
        // What is typed goes to the file at once, where there is one.
        let filed = kept.history?.load() ?? []
        let entries = filed.isEmpty ? record.entries : filed
        return entries.last == record.entries.last ? entries.dropLast() : entries
    }
}
