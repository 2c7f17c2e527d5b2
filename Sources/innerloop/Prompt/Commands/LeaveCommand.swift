import Lessons

extension Command {
    static let leave = Command(name: "leave", summary: "close the lesson, keep the session") { repl, _ in
        guard let walk = repl.walk else {
            repl.terminal.report("no lesson is open\n")
            return
        }
        repl.walk = nil
        repl.terminal.write("left '\(walk.lesson.title)'\n")
    }
}
