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
        discussion: "Of a folder with a curriculum.yaml, also that all is shown which that lists. "
            + "Exits with 0 only if every one of them is right.")

    /// How the outcome is written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, tap, junit
    }

    @ArgumentParser.Argument(
        help: "Lessons, by name, as files or folders; without any, all there are.", completion: .lessons)
    var lessons: [String] = []

    @Flag(help: "Rewrite output blocks that differ to what is printed, and COVERAGE.md where it is out of date.")
    var fix = false

    @Flag(
        help:
            "Check lessons that have a full size at that, without a time limit; ways through them not, which are long.")
    var full = false

    @Option(help: "How the outcome is written: text, tap or junit.")
    var format = Format.text

    @OptionGroup var files: FileOptions

    func run() throws {
        let library = LessonLibrary.shipped()
        let checked = try CheckedPaths(lessons, in: library)
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
            library: library, isFull: full, plainDrawing: { figure, _ in plain.text(of: figure, in: narrow) },
            makeTrialSession: { .shipped(files: FileAccess(output: trial.path, mayReplace: true), figures: figures) },
            makeSession: { .shipped(files: access, figures: figures) })
        var total = LessonChecker.Result()
        var report = CheckReport()
        func take(_ entry: CheckReport.Entry, _ counts: Sentence) {
            for problem in entry.problems { errors.write("\(problem)\n") }
            errors.flush()
            report.entries.append(entry)
            guard format == .text else { return }
            let outcome: Sentence =
                entry.problems.isEmpty
                ? .lessonPassed(path: entry.path, counts: counts) : .lessonFailed(path: entry.path, counts: counts)
            output.write("\(outcome)\n")
            output.flush()
        }
        for path in checked.paths {
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
            result.add(checked.problems(ofLessonAt: path))
            total += result
            let seconds = (ContinuousClock().now - start) / .seconds(1)
            take(CheckReport.Entry(path: path, problems: result.problems, seconds: seconds), Self.counts(result))
        }
        for check in checked.curricula {
            let start = ContinuousClock().now
            var result = check.result()
            if fix, let page = result.page {
                do throws(FileFailure) {
                    try check.write(page: page)
                } catch {
                    throw Failure(.fileNotWritten(file: check.pagePath, reason: error.reason), status: 1)
                }
                errors.write("\(Sentence.pageWritten(path: check.pagePath))\n")
                result = check.result()
            }
            let seconds = (ContinuousClock().now - start) / .seconds(1)
            take(
                CheckReport.Entry(path: check.path, problems: result.problems, seconds: seconds),
                .curriculumCounts(truths: result.truths, errors: result.errors))
        }
        let failed = report.entries.count { !$0.problems.isEmpty }
        switch format {
        case .text:
            output.write("\(Sentence.lessonsChecked(count: total.lessons, counts: Self.counts(total)))\n")
            output.write("\(Sentence.checkOutcome(passed: report.entries.count - failed, failed: failed))\n")
        case .tap: output.write(report.tap)
        case .junit: output.write(report.junit)
        }
        output.flush()
        if failed > 0 { throw Failure.reported }
    }

    private static func counts(_ result: LessonChecker.Result) -> Sentence {
        .checkCounts(
            claims: result.claims, lines: result.derivationLines, refutes: result.refutes,
            exercises: result.exercises, quizzes: result.quizzes)
    }
}
