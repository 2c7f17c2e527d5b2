extension Appearance {
    /// What stands for the rest of a text that is cut.
    var ellipsis: String { unicode ? "…" : "..." }
}
