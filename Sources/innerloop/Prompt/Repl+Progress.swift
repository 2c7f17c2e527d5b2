import Files
import Lessons
import Sentences

/// Which steps of which lessons are done, from one session to the next.
extension Repl {
    /// As the file has it now; another session may have added to it.
    func progress() -> Progress {
        withProgress(Progress()) { file throws(StateFileProblem) in try file.read() }
    }

    func markDone(step: Int, of lesson: Lesson) {
        withProgress(()) { file throws(StateFileProblem) in try file.markDone(step: step, of: lesson) }
    }

    /// Does something with the file; where that can't be done, says so once, and the session goes on.
    func withProgress<R>(_ otherwise: R, _ action: (ProgressFile) throws(StateFileProblem) -> R) -> R {
        // What is done again was marked when it was done.
        guard let file = kept.progress, !record.isReplaying else { return otherwise }
        do throws(StateFileProblem) {
            return try action(file)
        } catch {
            if !record.hasReportedProgress { terminal.report(.progressNotKept(problem: error)) }
            record.hasReportedProgress = true
            return otherwise
        }
    }
}
