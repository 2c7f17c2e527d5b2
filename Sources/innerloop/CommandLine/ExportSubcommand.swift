import ArgumentParser
import CSignals
import Files
import Glibc
import Lessons
import Sentences

/// `innerloop export`: a lesson to be read elsewhere.
struct ExportSubcommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a lesson with all that it gives, to be read elsewhere.",
        discussion: "Figures are SVG files beside the output file where gnuplot is there, else text.")

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case md
    }

    @Argument(help: "The lesson's name, or its file.")
    var lesson: String

    @Option(help: ArgumentHelp("What to write: md, which is Markdown.", valueName: "format"))
    var to: Format

    @Option(
        name: .customShort("o"),
        help: ArgumentHelp("The file to write; without it, standard output.", valueName: "file"))
    var file: String?

    @OptionGroup var files: FileOptions

    func run() throws {
        let path = try LessonLibrary.shipped().existingPath(of: lesson)
        let reading = LessonReader.read(path: path)
        for problem in reading.problems { RootCommand.say("\(LessonProblem(problem))", to: STDERR_FILENO) }
        guard let lesson = reading.lesson else { throw Failure.reported }
        signals_catch_one_interrupt()
        let figures = FigureScreen(searchPath: Environment.value("PATH") ?? "")
        defer { figures.close() }
        let pictures = ExportedPictures(figures, beside: file)
        let exporter = MarkdownExporter(picture: pictures.picture)
        let result = exporter.export(lesson, in: .shipped(files: files.access, figures: figures))
        if signals_interrupted() { signals_end_by(SIGINT) }
        for problem in result.problems { RootCommand.say("\(problem)", to: STDERR_FILENO) }
        try write(result.markdown)
        if !result.problems.isEmpty { throw Failure.reported }
    }

    private func write(_ text: String) throws {
        guard let file else {
            let output = Output(descriptor: STDOUT_FILENO)
            output.write(text)
            output.flush()
            guard output.failure == 0 else {
                throw Failure(.lessonNotWritten(reason: String(cString: strerror(output.failure))), status: 1)
            }
            return
        }
        do throws(FileFailure) {
            try ReplacedFile.write(Array(text.utf8), to: file)
        } catch {
            throw Failure(.fileNotWritten(file: file, reason: error.reason), status: 1)
        }
    }
}
