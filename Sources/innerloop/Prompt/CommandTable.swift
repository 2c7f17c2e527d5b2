import Typography

/// All commands of the prompt.
enum CommandTable {
    /// In the order that `:help` lists them.
    static let all: [Command] = [
        .help, .lessons, .learn, .next, .back, .skip, .hint, .solution, .step, .toc, .full, .leave, .progress, .check,
        .vars,
        .deps, .refresh, .source, .latex, .edit, .time, .program, .profile, .plot, .symbols, .set, .reset, .history,
        .save, .load, .export, .restore, .quit,
    ]

    enum Finding {
        case found(Command)
        case ambiguous([String])
        case unknown(nearest: String?)
    }

    /// The command of that name, or the only one whose name begins so.
    static func find(_ word: String) -> Finding {
        if let command = all.first(where: { $0.name == word }) { return .found(command) }
        let beginning = word.isEmpty ? [] : all.filter { $0.name.hasPrefix(word) }
        if let only = beginning.first, beginning.count == 1 { return .found(only) }
        if !beginning.isEmpty { return .ambiguous(beginning.map(\.name)) }
        return .unknown(nearest: Spelling.nearest(to: word, in: all.map(\.name)))
    }

    /// What each does, by its name.
    static let summaries = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0.summary) })

    static func names(beginning word: String) -> [String] {
        all.map(\.name).filter { $0.hasPrefix(word) }
    }
}
