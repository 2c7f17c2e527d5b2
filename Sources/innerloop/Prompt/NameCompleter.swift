import Formulas

/// Completes commands after `:`, their arguments, `\theta` to θ, and the names that are bound or built in.
struct NameCompleter: Completing {
    let repl: Repl

    func completion(of word: String, after before: String) -> Completion {
        if word.hasPrefix("\\") { return Completion(candidates: Symbols.completions(of: word)) }
        let line = before.trimmed
        if line == ":" {
            return Completion(candidates: CommandTable.names(beginning: word), appendsBlank: true)
        }
        if line.hasPrefix(":") {
            guard case .found(let command) = CommandTable.find(String(line.dropFirst())) else {
                return Completion(candidates: [])
            }
            return Completion(candidates: command.arguments(repl).filter { $0.hasPrefix(word) }, appendsBlank: true)
        }
        guard !word.isEmpty else { return Completion(candidates: []) }
        let names = Set(repl.session.boundNames + Manual.names).sorted()
        return Completion(candidates: names.filter { $0.hasPrefix(word) || Symbols.ascii($0).hasPrefix(word) })
    }
}
