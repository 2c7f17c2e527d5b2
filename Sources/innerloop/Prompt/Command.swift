import Formulas

/// A command of the prompt, like `:learn maml`.
struct Command: Sendable {
    /// Without its colon.
    let name: String
    /// Its parameters as help shows them: `[lesson]`.
    var parameters = ""
    /// What it does, in one line.
    let summary: String
    /// What its argument may be, for completion, a word at a time.
    var arguments: @Sendable (Repl) -> [String] = { _ in [] }
    /// What is said of a word of its argument in a list of candidates: a lesson's title.
    var argumentSummary: @Sendable (Repl, String) -> String? = { repl, word in repl.session.kind(of: word) }
    /// What is said where nothing was typed after the name; nil where nothing need be.
    var wanted: String?
    /// Whether its argument is a formula, which completes as at the prompt.
    var takesEntry: Bool { ["entry", "formula"].contains(parameters) }
    /// Whether the session is another afterwards, so that restoring it does the command again.
    var changesSession = false
    /// Acts on the prompt, given what was typed after the name. A diagnostic is shown.
    let action: @Sendable (Repl, String) throws(Diagnostic) -> Void
}
