public import Formulas

/// What a block says that it shows to be true, or which error in the literature it meets: an id of the curriculum.
public struct ShownTruth: Sendable {
    /// Letters, digits and hyphens.
    public let id: String
    /// Where the block says so.
    public let span: Span
}

extension LessonBlock {
    /// What the block says that it shows.
    var shows: [ShownTruth] {
        switch self {
        case .code(let code): code.shows
        case .exercise(let exercise): exercise.shows
        case .quiz(let quiz): quiz.shows
        case .prose, .output: []
        }
    }
}
