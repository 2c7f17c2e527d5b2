import Lessons

extension Command {
    static let export = Command(
        name: "export", parameters: "[FILE.md [over]]",
        summary: "write the open lesson, or else the session, as Markdown with all that it gives; without a name, "
            + "the lesson's own; 'over' lets it write over a file that is there"
    ) { repl, argument in
        let name = argument.isEmpty ? (repl.walk?.lesson.id ?? "session") + ".md" : argument
        if let path = repl.target(name) { repl.export(to: path) }
    }
}
