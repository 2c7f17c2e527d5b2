import ArgumentParser
import CSignals
import Files
import Formulas
import Glibc
import Lessons
import Sentences

/// `innerloop check`: lessons as tests.
struct CheckSubcommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Prove lessons: every claim, derivation and output, every exercise, every way through.",
        discussion: "Exits with 0 only if every one of them is right.")

    /// How the outcome is written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, tap, junit
    }

    @ArgumentParser.Argument(
        help: "Lessons, by name, as files or folders; without any, all there are.", completion: .lessons)
    var lessons: [String] = []

    @Flag(help: "Rewrite output blocks that differ to what is printed; nothing else in a file changes.")
    var fix = false

    @Option(help: "How the outcome is written: text, tap or junit.")
    var format = Format.text

    @OptionGroup var files: FileOptions

    func run() throws {
        let library = LessonLibrary.shipped()
        let paths = try lessons.isEmpty ? library.allPaths : lessons.flatMap { try Self.paths(of: $0, in: library) }
        guard !paths.isEmpty else { throw Failure.usage(.lessonsMissing) }
        signals_catch_one_interrupt()
        let output = Output(descriptor: STDOUT_FILENO)
        let errors = Output(descriptor: STDERR_FILENO)
        let figures = FigureScreen(searchPath: Environment.value("PATH") ?? "")
        let plain = FigureScreen(searchPath: "")
        let trial = try TrialFolder()
        defer {
            figures.close()
            trial.remove()
        }
        let access = files.access
        let narrow = Appearance(color: false, unicode: true, columns: LessonChecker.narrowWidth, rows: 24)
        let checker = LessonChecker(
            library: library, plainDrawing: { figure, _ in plain.text(of: figure, in: narrow) },
            makeTrialSession: { .shipped(files: FileAccess(output: trial.path, mayReplace: true), figures: figures) },
            makeSession: { .shipped(files: access, figures: figures) })
        var total = LessonChecker.Result()
        var report = CheckReport()
        for path in paths {
            let start = ContinuousClock().now
            var result = checker.check(paths: [path])
            if signals_interrupted() {
                output.flush()
                trial.remove()
                signals_end_by(SIGINT)
            }
            if fix, !result.fixes.isEmpty {
                do throws(FileFailure) {
                    try OutputFix.apply(result.fixes, to: path)
                } catch {
                    throw Failure(.fileUnreadable(file: path, reason: error.reason), status: 1)
                }
                errors.write("\(Sentence.outputsRewritten(path: path, count: result.fixes.count))\n")
                result = checker.check(paths: [path])
            }
            let seconds = (ContinuousClock().now - start) / .seconds(1)
            for problem in result.problems { errors.write("\(problem)\n") }
            errors.flush()
            if format == .text {
                let counts = Self.counts(result)
                let outcome: Sentence =
                    result.holds
                    ? .lessonPassed(path: path, counts: counts) : .lessonFailed(path: path, counts: counts)
                output.write("\(outcome)\n")
                output.flush()
            }
            total += result
            report.entries.append(CheckReport.Entry(path: path, problems: result.problems, seconds: seconds))
        }
        let failed = report.entries.count { !$0.problems.isEmpty }
        switch format {
        case .text:
            output.write("\(Sentence.lessonsChecked(count: total.lessons, counts: Self.counts(total)))\n")
            output.write("\(Sentence.checkOutcome(passed: paths.count - failed, failed: failed))\n")
        case .tap: output.write(report.tap)
        case .junit: output.write(report.junit)
        }
        output.flush()
        if failed > 0 { throw Failure.reported }
    }

    /// A folder stands for the lessons in it.
    private static func paths(of name: String, in library: LessonLibrary) throws -> [String] {
        var status = stat()
        guard stat(name, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            return [try library.existingPath(of: name)]
        }
        let found = LessonLibrary(candidates: [name]).paths
        guard !found.isEmpty else { throw Failure.usage(.folderWithoutLessons(folder: name)) }
        return found
    }

    private static func counts(_ result: LessonChecker.Result) -> Sentence {
        .checkCounts(
            claims: result.claims, lines: result.derivationLines, refutes: result.refutes,
            exercises: result.exercises, quizzes: result.quizzes)
    }
}
