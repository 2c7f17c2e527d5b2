/// What a reader's key strokes came to.
enum TerminalInput: Equatable, Sendable {
    /// A line, or several where they were pasted together; without the last line end.
    case line(String)
    /// Ctrl-C at the prompt.
    case interrupted
    /// Ctrl-D on an empty line, or the terminal has gone.
    case end
}

/// Where the prompt talks to its reader: GNU readline on a real terminal, a list of lines in a test.
protocol Terminal: AnyObject {
    /// What can be shown just now; a window may change its size.
    var appearance: Appearance { get }
    /// Asked for what a half-typed word could become.
    var completer: (any Completing)? { get set }
    /// Shows the prompt and waits for an entry.
    func readLine(prompt: String) -> TerminalInput
    /// Keeps an entry for the arrow keys and for later sessions.
    func remember(_ entry: String)
    /// Writes results.
    func write(_ text: String)
    /// Writes results that may be longer than the screen.
    func page(_ text: String)
    /// Writes diagnostics.
    func report(_ text: String)
}

extension Terminal {
    func page(_ text: String) { write(text) }
}

/// Knows what a half-typed word could become.
protocol Completing {
    /// - Parameters:
    ///   - word: what is to be completed.
    ///   - before: the line up to it.
    func completion(of word: String, after before: String) -> Completion
}

/// What a word could become.
struct Completion: Equatable, Sendable {
    var candidates: [String]
    /// What a candidate is, in a few words, for those of which there is something to say.
    var summaries: [String: String] = [:]
    /// Whether a blank follows when only one is left.
    var appendsBlank = false
}
