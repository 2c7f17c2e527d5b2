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
            let words = line.dropFirst().split(whereSeparator: \.isWhitespace).map(String.init)
            guard let name = words.first, case .found(let command) = CommandTable.find(name) else {
                return Completion(candidates: [])
            }
            let arguments = command.arguments(repl).compactMap { next(of: $0, after: words.dropFirst()) }
            return Completion(candidates: beginning(word, arguments), appendsBlank: true)
        }
        guard !word.isEmpty else { return Completion(candidates: []) }
        return Completion(candidates: beginning(word, Set(repl.session.boundNames + Manual.names).sorted()))
    }

    /// The word of an argument that follows those typed already.
    private func next(of argument: String, after typed: ArraySlice<String>) -> String? {
        let words = argument.split(separator: " ").map(String.init)
        return words.count > typed.count && words.starts(with: typed) ? words[typed.count] : nil
    }

    /// Those that begin so, in Greek or as they are typed without it.
    private func beginning(_ word: String, _ words: [String]) -> [String] {
        words.filter { $0.hasPrefix(word) || Names.ascii($0).hasPrefix(word) }
    }
}
