import Lessons
import Typography

/// What the prompt says first.
extension Repl {
    func greet() {
        let count = library.paths.count
        let lessons = count == 1 ? "1 lesson" : "\(count) lessons"
        let parts = ["InnerLoop \(Version.number)", lessons, ":help for help, :lessons for the list"]
        // One line where the screen is wide enough, a line each where it is not.
        let line = parts.joined(separator: terminal.appearance.lettering.separator)
        let fits = DisplayWidth.of(line) <= terminal.appearance.columns
        terminal.write((fits ? line : parts.joined(separator: "\n")) + "\n\n")
    }
}
