import Formulas
import Lessons
import Sentences

/// The way from the prompt into a lesson for a reader who knows no command yet.
extension Repl {
    /// In a session in which nothing was typed: says what another Enter does, and at that opens the first lesson that is
    /// not done. Elsewhere Enter on an empty line does nothing.
    func offerLesson() {
        guard record.entries.isEmpty, session.nextCellNumber == 1, !record.isReplaying else { return }
        if let id = record.offeredLesson {
            // As if it had been typed, so that Up shows how to.
            remember(":learn \(id)")
            return open(id)
        }
        let progress = progress()
        let entries = library.entries()
        guard let entry = entries.first(where: { progress.firstNotDone(of: $0.lesson) != nil }) ?? entries.first
        else { return }
        record.offeredLesson = entry.id
        write(presenter.wrapped.lines("", Sentence.lessonOffered(id: entry.id).text))
    }
}
