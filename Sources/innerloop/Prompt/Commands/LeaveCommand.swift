import Lessons
import Sentences

extension Command {
    static let leave = Command(
        name: "leave", summary: "close the lesson, keep the session", changesSession: true
    ) { repl, _ in
        guard let walk = repl.walk else {
            repl.terminal.report(.lessonNotOpenToLeave)
            return
        }
        repl.walk = nil
        repl.record.saved.begin(Sentence.sessionTitle.text)
        repl.terminal.write(.lessonLeft(title: walk.lesson.title))
    }
}
