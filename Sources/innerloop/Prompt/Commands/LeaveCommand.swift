import Lessons

extension Command {
    static let leave = Command(
        name: "leave", summary: "close the lesson, keep the session", changesSession: true
    ) { repl, _ in
        guard let walk = repl.walk else {
            repl.terminal.report("no lesson is open\n")
            return
        }
        repl.walk = nil
        repl.record.saved.begin("Session")
        repl.terminal.write("left '\(walk.lesson.title)'\n")
    }
}
