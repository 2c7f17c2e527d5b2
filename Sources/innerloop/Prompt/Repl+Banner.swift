import Lessons

/// What the prompt says first.
extension Repl {
    func greet() {
        let dot = terminal.appearance.unicode ? " · " : " | "
        let count = library.paths.count
        let lessons = count == 1 ? "1 lesson" : "\(count) lessons"
        let parts = ["InnerLoop \(Version.number)", lessons, ":help for help, :lessons for the list"]
        terminal.write(parts.joined(separator: dot) + "\n\n")
    }
}
