import Lessons
import Sentences
import Typography

extension Command {
    static let toc = Command(
        name: "toc", summary: "the steps of the open lesson, which are done and where you are; ':step 3' goes to one"
    ) { repl, _ in
        guard let walk = repl.openWalk() else { return }
        let progress = repl.progress()
        let appearance = repl.terminal.appearance
        let widest = String(walk.lesson.steps.count).count
        repl.write(
            walk.lesson.steps.enumerated().flatMap { index, step in
                let isHere = index == walk.stepIndex
                let pointer = isHere ? (appearance.unicode ? "▸ " : "> ") : "  "
                let here = isHere ? " \(Sentence.stepIsHere)" : ""
                let isDone = progress.isDone(step: index, of: walk.lesson)
                return repl.presenter.wrapped.lines(
                    pointer + "\(index + 1)".padded(toEndAt: widest) + "  ", step.title + here,
                    mark: repl.presenter.doneMark(isDone, before: "  "))
            })
    }
}
