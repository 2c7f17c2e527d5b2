import Formulas
import Lessons

/// Walking a lesson at the prompt: Enter runs the code on the page, and turns the page after the last.
extension Repl {
    /// Opens a lesson, given by its id or its path, at its first step.
    func open(_ name: String) {
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
        walk = LessonWalk(lesson, in: session)
        showStep()
    }

    /// Runs the code that waits, or goes on; without a lesson, does nothing.
    func enter() {
        guard let advance = walk?.enter() else { return }
        show(advance)
    }

    /// Shows where the lesson has come to.
    func show(_ advance: LessonWalk.Advance) {
        switch advance {
        case .ran(let run):
            write(presenter.lessonPrinter.lines(of: run, drawing: presenter.draw))
            if run.diagnostic?.kind == .interrupted {
                terminal.write("the step begins again\n")
                walk?.resetStep()
                showStep()
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

    /// Moves within the lesson, and shows the step it has come to.
    func move(_ action: (inout LessonWalk) -> Void) {
        guard var moved = walk else {
            terminal.report("no lesson is open; ':learn' opens one\n")
            return
        }
        action(&moved)
        walk = moved
        if moved.isOver { finish() } else { showStep() }
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
            terminal.report("a part of the lesson that runs unseen fails:\n")
            write(printer.lines(of: run, drawing: presenter.draw))
        }
        terminal.write("\n")
        let lines = printer.lines(of: stop)
        write(lines)
        if !lines.isEmpty { terminal.write("\n") }
        write(printer.invitation(to: stop))
    }

    private func finish() {
        guard let lesson = walk?.lesson else { return }
        walk = nil
        terminal.write("\n" + terminal.appearance.paint("\(lesson.title): done.", .strong) + "\n")
    }
}
