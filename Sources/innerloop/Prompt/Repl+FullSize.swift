import Formulas
import Lessons
import Sentences

/// The two sizes of the open lesson.
extension Repl {
    /// Runs the full sizes of the way so far, again what is derived from them, and the step up to where it is.
    func goToFullSize() {
        guard var moved = walk else { return }
        let change: LessonWalk.FullSizeChange
        do throws(Diagnostic) {
            change = try moved.goToFullSize()
        } catch {
            show(error)
            return terminal.report(.fullSizeFailed)
        }
        walk = moved
        // Only now: what failed, or was stopped, has changed nothing.
        note(.command(":full"))
        guard change.hasRun else {
            terminal.write(.fullSizeAhead)
            return
        }
        record.saved.lessonGoesBack(toStep: moved.stepIndex)
        for run in change.earlier {
            record.saved.append(run, of: moved.lesson, seed: seed, precision: session.precision)
        }
        record.saved.lessonRefreshed(change.refreshed.asked)
        keepLessonRuns()
        record.saved.lessonRefreshed(change.refreshedAfter.asked)
        let first = change.refreshed.names
        let refreshed = first + change.refreshedAfter.names.filter { !first.contains($0) }
        if !refreshed.isEmpty { write(bindingPrinter.listing(.refreshedNames, refreshed)) }
        for run in change.again { write(presenter.lessonPrinter.lines(of: run, drawing: presenter.draw)) }
        terminal.write(.fullSizeReached)
        showStop()
    }
}
