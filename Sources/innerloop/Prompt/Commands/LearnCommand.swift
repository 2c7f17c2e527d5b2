import Lessons
import Sentences

extension Command {
    static let learn = Command(
        name: "learn", parameters: "[lesson]", summary: "walk through a lesson; without a name, the first",
        arguments: { $0.library.entries().map(\.id) },
        argumentSummary: { repl, id in repl.library.entries().first { $0.id == id }?.title }
    ) { repl, argument in
        if !argument.isEmpty {
            repl.open(argument)
        } else if let first = repl.library.paths.first {
            repl.open(first)
        } else {
            repl.terminal.report(.lessonsMissing)
        }
    }
}
