import Lessons
import Sentences
import Typography

/// What the prompt says first.
extension Repl {
    func greet() {
        let greeting: [Sentence] = [
            .productName(version: Version.number), .lessonCount(count: library.paths.count), .whereHelpIs,
        ]
        let parts = greeting.map(\.text)
        // One line where the screen is wide enough, a line each where it is not.
        let line = parts.joined(separator: terminal.appearance.lettering.separator)
        let fits = DisplayWidth.of(line) <= terminal.appearance.columns
        terminal.write((fits ? line : parts.joined(separator: "\n")) + "\n\n")
    }
}
