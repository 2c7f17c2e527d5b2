import ArgumentParser
import Glibc
import Lessons

/// `innerloop run`: a script or a lesson, from its first line to its last.
struct RunSubcommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run a script (.loop) or a lesson (.md) and print what it gives.")

    @OptionGroup var options: SessionOptions

    @Flag(help: "Run a lesson at its full size, not at the quick one that it is checked at.")
    var full = false

    @Argument(
        help: "The file, or a lesson's name; '-' is standard input.",
        completion: .file(extensions: SourceFile.suffixes))
    var file: String

    func run() throws {
        // A file comes before a lesson of the same name.
        let isFile = file == SourceFile.standardInput || access(file, F_OK) == 0
        let lesson = isFile ? nil : LessonLibrary.shipped().path(of: file)
        try ScriptRun(options).run(path: lesson ?? file, isFull: full)
    }
}
