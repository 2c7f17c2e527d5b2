import Files
import Formulas
import Lessons
import Sentences

extension Command {
    static let reset = Command(
        name: "reset", parameters: "[step|lesson|progress]",
        summary:
            "forget all bindings and begin the open lesson again; or begin the step or the lesson anew and take back "
            + "that it is done; or forget what is done of all lessons",
        arguments: { _ in ["step", "lesson", "progress"] }, changesSession: true
    ) { repl, argument in
        switch argument {
        case "": forgetBindings(repl)
        case "step":
            guard let walk = repl.openWalk() else { return }
            repl.withProgress(()) { file throws(StateFileProblem) in
                try file.forget(step: walk.stepIndex, of: walk.lesson)
            }
            repl.move { $0.resetStep() }
        case "lesson":
            guard let walk = repl.openWalk() else { return }
            repl.withProgress(()) { file throws(StateFileProblem) in try file.forget(walk.lesson) }
            repl.move { $0.resetLesson() }
        case "progress":
            repl.withProgress(()) { file throws(StateFileProblem) in try file.forgetAll() }
            repl.terminal.write(.progressForgotten)
        default: repl.terminal.report(.resetWanted)
        }
    }

    private static func forgetBindings(_ repl: Repl) {
        repl.session.state = repl.beginning
        repl.record.saved = SavedSession()
        if let lesson = repl.walk?.lesson {
            repl.walk = LessonWalk(lesson, in: repl.session)
            repl.record.saved.begin(lesson.title)
            repl.keepLessonRuns()
            repl.showStep()
        } else {
            repl.terminal.write(.bindingsForgotten)
        }
    }
}
