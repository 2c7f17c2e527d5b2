internal import Formulas
internal import Typography

/// What lessons are to show: for each its truths, and the errors in the literature that it meets.
struct Curriculum {
    /// One truth, or one error.
    struct Item {
        /// What blocks name it by; unique in its lesson.
        let id: String
        let text: String
        let span: Span
    }

    struct Entry {
        /// Of the lesson.
        let id: String
        let span: Span
        let truths: [Item]
        let errors: [Item]

        var items: [Item] { truths + errors }
    }

    /// The format of the file that this version reads.
    static let supportedFormat = 1

    let entries: [Entry]

    func entry(of lesson: Lesson) -> Entry? { entries.first { $0.id == lesson.id } }

    /// A problem for each id that a lesson shows, and that is not listed for it.
    func unlisted(in lesson: Lesson) -> [LessonProblem] {
        let known = entry(of: lesson)?.items.map(\.id) ?? []
        return lesson.allBlocks.flatMap(\.shows).filter { !known.contains($0.id) }.map { shown in
            LessonProblem(
                "the curriculum lists no '\(shown.id)' for lesson '\(lesson.id)'"
                    + Spelling.question(shown.id, in: known), at: shown.span)
        }
    }
}

extension Lesson {
    /// The blocks of all steps.
    var allBlocks: [LessonBlock] { steps.indices.flatMap { blocks(ofStep: $0) } }
}
