import Formulas
import Glibc
import Lessons
import Sentences

/// Walking a lesson at the prompt: Enter runs the code on the page, and turns the page after the last.
extension Repl {
    /// Opens a lesson, given by its id or its path, at a step, or else at the first one that is not done.
    func open(_ name: String, atStep step: Int? = nil) {
        let path: String
        do throws(Failure) {
            path = try library.existingPath(of: name)
        } catch {
            terminal.report(error.message + "\n")
            return
        }
        let reading = LessonReader.read(path: path)
        for problem in reading.problems { show(problem) }
        guard let lesson = reading.lesson else { return }
        let start = min(step ?? progress().firstNotDone(of: lesson) ?? 0, lesson.steps.count - 1)
        note(.lesson(path: absolute(path), step: start))
        record.saved.begin(lesson.title)
        walk = LessonWalk(lesson, in: session, atStep: start)
        keepLessonRuns()
        if start > 0 { terminal.write("\n\(Sentence.lessonContinues(step: start + 1))\n") }
        showStep()
    }

    /// Runs the code that waits, or goes on; without a lesson, offers one to a reader who has not begun.
    func enter() {
        guard let before = walk else { return offerLesson() }
        record.saved.lessonGoesOn()
        guard let advance = walk?.enter() else { return }
        keepLessonRuns()
        keep(advance, from: before)
        show(advance)
    }

    /// Shows where the lesson has come to.
    func show(_ advance: LessonWalk.Advance) {
        switch advance {
        case .ran(let run):
            write(presenter.lessonPrinter.lines(of: run, drawing: presenter.draw))
            if run.diagnostic?.kind == .interrupted {
                terminal.write(.stepBeginsAgain)
                move { $0.resetStep() }
            } else {
                showStop()
            }
        case .passed: showStop()
        case .unsolved:
            if let stop = walk?.stop { write(presenter.lessonPrinter.reminder(of: stop)) }
        case .nextStep: showStep()
        case .finished: finish()
        }
    }

    /// Notes that the lesson went on, and that a step is done, before anything else is seen of it.
    func keep(_ advance: LessonWalk.Advance, from before: LessonWalk) {
        switch advance {
        case .unsolved: return
        // The step begins again then.
        case .ran(let run) where run.diagnostic?.kind == .interrupted: return note(.command(":step"))
        case .ran, .passed:
            note(.enter)
            if walk?.isStepDone != true { return }
        case .nextStep, .finished: note(.enter)
        }
        markDone(step: before.stepIndex, of: before.lesson)
    }

    /// Moves within the lesson, and shows the step it has come to.
    func move(_ action: (inout LessonWalk) -> Void) {
        guard let before = openWalk() else { return }
        var moved = before
        action(&moved)
        if moved.stepIndex > before.stepIndex {
            record.saved.lessonGoesOn()
        } else {
            record.saved.lessonGoesBack(toStep: moved.earliestStep)
        }
        walk = moved
        keepLessonRuns()
        if moved.isOver { finish() } else { showStep() }
    }

    /// The open lesson; where there is none, says so.
    func openWalk() -> LessonWalk? {
        if walk == nil { terminal.report(.lessonNotOpen) }
        return walk
    }

    /// The step's title, then what its stop shows.
    func showStep() {
        guard let walk else { return }
        terminal.write("\n")
        write(presenter.lessonPrinter.title(of: walk.lesson, step: walk.stepIndex))
        showStop()
    }

    /// What the stop shows, and what may be done there.
    func showStop() {
        guard let walk, let stop = walk.stop else { return }
        let printer = presenter.lessonPrinter
        for run in walk.silentFailures {
            terminal.report(.unseenPartFails)
            write(printer.lines(of: run, drawing: presenter.draw))
        }
        terminal.write("\n")
        let lines = printer.lines(of: stop)
        write(lines)
        if !lines.isEmpty { terminal.write("\n") }
        write(printer.invitation(to: stop))
    }

    /// A path that another session, in another folder, finds too.
    func absolute(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private func finish() {
        guard let lesson = walk?.lesson else { return }
        walk = nil
        record.saved.begin(Sentence.sessionTitle.text)
        let done = Sentence.lessonIsDone(title: lesson.title).text
        terminal.write("\n")
        write(presenter.wrapped.lines("", "", mark: [.init(done, .strong)]))
    }
}
