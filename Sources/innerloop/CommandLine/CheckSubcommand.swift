import ArgumentParser
import CSignals
import Glibc
import Lessons

/// `innerloop check`: lessons as tests.
struct CheckSubcommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Prove lessons: every claim, derivation and output in them.",
        discussion: "Exits with 0 only if every one of them is right.")

    @Argument(help: "Lessons, by name or as files; without any, all there are.")
    var lessons: [String] = []

    @OptionGroup var files: FileOptions

    func run() throws {
        let library = LessonLibrary.shipped()
        let paths = try lessons.isEmpty ? library.paths : lessons.map { try library.existingPath(of: $0) }
        guard !paths.isEmpty else { throw Failure.usage(LessonLibrary.noneFound) }
        signals_catch_one_interrupt()
        let output = Output(descriptor: STDOUT_FILENO)
        let errors = Output(descriptor: STDERR_FILENO)
        let figures = FigureScreen(searchPath: Environment.value("PATH") ?? "")
        defer { figures.close() }
        let access = files.access
        let checker = LessonChecker(
            library: library, makeSession: { .shipped(files: access, figures: figures) })
        var failed = 0
        for path in paths {
            let result = checker.check(paths: [path])
            if signals_interrupted() {
                output.flush()
                signals_end_by(SIGINT)
            }
            for problem in result.problems { errors.write("\(problem)\n") }
            errors.flush()
            if !result.holds { failed += 1 }
            let counts = "\(result.claims) claims, \(result.derivationLines) lines of derivations"
            output.write("\(path): \(result.holds ? "passed" : "failed") (\(counts))\n")
            output.flush()
        }
        output.write("\(paths.count - failed) passed, \(failed) failed\n")
        output.flush()
        if failed > 0 { throw Failure.reported }
    }
}
