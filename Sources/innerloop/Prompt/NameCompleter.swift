import Formulas

/// Completes commands after `:`, their arguments, `\theta` to θ, names, fields, parameters and paths, and says of each
/// candidate what it is.
struct NameCompleter: Completing {
    let repl: Repl

    func completion(of word: String, after before: String) -> Completion {
        if word.hasPrefix("\\") {
            return Completion(candidates: Symbols.completions(of: word), summaries: Symbols.summaries)
        }
        let line = before.trimmed
        if line == ":" {
            return Completion(
                candidates: CommandTable.names(beginning: word), summaries: CommandTable.summaries, appendsBlank: true)
        }
        if line.hasPrefix(":"), let (name, rest) = Self.command(before),
            case .found(let command) = CommandTable.find(name)
        {
            return command.takesEntry
                ? formula(word, after: rest) : arguments(of: command, word, after: rest)
        }
        return line.hasPrefix(":") ? Completion(candidates: []) : formula(word, after: before)
    }

    /// The name of a command, and what follows it.
    private static func command(_ line: String) -> (name: String, rest: String)? {
        let text = line.drop { $0.isWhitespace }.dropFirst()
        let name = text.prefix { !$0.isWhitespace }
        return name.isEmpty ? nil : (String(name), String(text.dropFirst(name.count)))
    }

    private func arguments(of command: Command, _ word: String, after rest: String) -> Completion {
        let typed = rest.split(whereSeparator: \.isWhitespace).map(String.init)
        let words = beginning(word, command.arguments(repl).compactMap { next(of: $0, after: typed[...]) })
        let summaries = Dictionary(
            uniqueKeysWithValues: Set(words).compactMap { word in command.argumentSummary(repl, word).map { (word, $0) }
            })
        if words.isEmpty, command.parameters.contains("FILE") || command.parameters.contains("file") {
            // A path may hold blanks, but `:plot save FILE` has a word before it.
            let path = rest.drop { $0.isWhitespace }.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
            return Completion(candidates: FileCompletion.candidates(for: path + word, endingIn: word))
        }
        return Completion(candidates: words, summaries: summaries, appendsBlank: true)
    }

    /// What may stand in a formula.
    private func formula(_ word: String, after before: String) -> Completion {
        let context = CallContext(before)
        if let path = context.string {
            guard ["read", "write"].contains(context.function) else { return Completion(candidates: []) }
            return Completion(candidates: FileCompletion.candidates(for: path + word, endingIn: word))
        }
        if let dot = word.lastIndex(of: ".") { return fields(of: String(word[..<dot]), word) }
        var summaries: [String: String] = [:]
        if let function = context.function {
            for parameter in repl.session.parameters(of: function) {
                summaries[parameter.name + ":"] = parameter.takes
            }
        }
        let parameters = beginning(word, summaries.keys.sorted())
        guard !word.isEmpty else { return Completion(candidates: parameters, summaries: summaries) }
        let names = beginning(word, Set(repl.session.boundNames + Manual.names).sorted())
        for name in names { summaries[name] = summary(of: name) }
        var results: [String] = []
        if word.hasPrefix("_") {
            results = beginning(word, repl.session.resultNames)
            for name in results { summaries[name] = repl.session.kind(of: name) }
        }
        if parameters.isEmpty, names.isEmpty, results.isEmpty, let name = Symbols.name(of: word) {
            return Completion(candidates: ["\\" + name])
        }
        return Completion(candidates: parameters + names + results, summaries: summaries)
    }

    private func summary(of name: String) -> String? {
        repl.session.kind(of: name) ?? Manual.entry(of: name)?.summary ?? Manual.symbol(name)?.summary
    }

    private func fields(of path: String, _ word: String) -> Completion {
        let fields = repl.session.fields(of: path).map { (name: path + "." + $0.name, kind: $0.kind) }
        let summaries = Dictionary(fields.map { ($0.name, $0.kind) }) { first, _ in first }
        return Completion(candidates: beginning(word, fields.map(\.name)), summaries: summaries)
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
