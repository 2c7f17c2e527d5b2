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
    /// Acts on the prompt, given what was typed after the name.
    let action: @Sendable (Repl, String) -> Void
}
