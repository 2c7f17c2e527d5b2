import ArgumentParser
import Glibc
import Lessons
import Sentences

/// `innerloop learn`: the prompt, with a lesson open; the whole lesson at once where there is no one to press Enter.
struct LearnSubcommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn", abstract: "Walk through a lesson.",
        discussion: "Where standard input is no terminal, the lesson is run through.")

    @OptionGroup var options: SessionOptions

    @Argument(help: "The lesson's name; without it, the first.", completion: .lessons)
    var lesson: String?

    func run() throws {
        let library = LessonLibrary.shipped()
        guard let name = lesson ?? library.paths.first else { throw Failure.usage(.lessonsMissing) }
        let path = try library.existingPath(of: name)
        if isatty(STDIN_FILENO) == 1 {
            try options.refuseJSON()
            try InteractiveRun(options).run(lesson: path)
        } else {
            try ScriptRun(options).run(path: path)
        }
    }
}

extension CompletionKind {
    /// The lessons' names, asked from the program itself.
    static let lessons = CompletionKind.custom { _, _, _ in LessonLibrary.shipped().entries().map(\.id) }
}
