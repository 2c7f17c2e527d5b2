import Formulas
import Lessons
import Sentences

extension Command {
    static let full = Command(
        name: "full", parameters: "[off]",
        summary: "run the open lesson at its full size, and again what came of the quick one; or go back to that",
        arguments: { _ in ["off"] }
    ) { repl, argument in
        guard let walk = repl.openWalk() else { return }
        guard walk.lesson.hasFullSize else {
            return repl.terminal.report(.fullSizeMissing(title: walk.lesson.title))
        }
        switch (argument, walk.lesson.isFullSize) {
        case ("", false): repl.goToFullSize()
        case ("", true): repl.terminal.report(.fullSizeIsThere)
        case ("off", true):
            repl.note(.command(":full off"))
            repl.terminal.write(.fullSizeLeft)
            repl.move { $0.goToQuickSize() }
        case ("off", false): repl.terminal.report(.quickSizeIsThere)
        default: repl.terminal.report(.fullWanted)
        }
    }
}
