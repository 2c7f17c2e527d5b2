import Lessons

/// What the prompt remembers of its session beyond the bindings.
struct SessionRecord {
    /// What `:save` writes.
    var saved = SavedSession()
    /// What a later session could restore this one from; nil before there is anything, and where none can be written.
    var journal: Journal?
    /// Whether a journal is being done again, which notes nothing anew.
    var isReplaying = false
    /// What was run, with the numbers of the cells it became; none for what could not be read.
    var entered: [(cells: Range<Int>, text: String)] = []
    /// What was typed, oldest first.
    var entries: [String] = []
    /// A failure to keep progress is said once.
    var hasReportedProgress = false
    /// The lesson that Enter opens in a session in which nothing was typed yet, once that was said.
    var offeredLesson: String?
}
