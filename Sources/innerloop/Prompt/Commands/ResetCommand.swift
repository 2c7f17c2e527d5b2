import Formulas
import Lessons

extension Command {
    static let reset = Command(name: "reset", summary: "forget all bindings; an open lesson begins again") { repl, _ in
        repl.session.state = repl.beginning
        if let lesson = repl.walk?.lesson {
            repl.walk = LessonWalk(lesson, in: repl.session)
            repl.showStep()
        } else {
            repl.terminal.write("all bindings are forgotten\n")
        }
    }
}
