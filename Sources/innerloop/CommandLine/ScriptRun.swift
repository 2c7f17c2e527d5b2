import CSignals
import Formulas
import Glibc
import Lessons
import Sentences
import Typography

/// Runs text that nobody sits before: results on standard output, diagnostics on standard error, a status at the end.
struct ScriptRun {
    let options: SessionOptions
    private let output: Output
    private let errors = Output(descriptor: STDERR_FILENO)
    private let session: Session
    private let presenter: CellPresenter
    private let errorPresenter: CellPresenter

    init(_ options: SessionOptions) {
        self.options = options
        // JSON is UTF-8 wherever it is read.
        output =
            options.json ? Output(descriptor: STDOUT_FILENO, lettering: .unicode) : Output(descriptor: STDOUT_FILENO)
        let figures = FigureScreen(searchPath: Environment.value("PATH") ?? "")
        session = .shipped(files: options.files.access, figures: figures)
        let configuration = ConfigurationFile.located()
        let start = options.apply(configuration)
        presenter = CellPresenter(appearance: start.appearance(of: STDOUT_FILENO), figures: figures)
        errorPresenter = CellPresenter(appearance: start.appearance(of: STDERR_FILENO))
        session.watch = options.watch(errors, start)
        signals_catch_one_interrupt()
        for problem in configuration.problems { report(problem) }
    }

    /// Runs a script, or a lesson where the name ends in `.md`.
    ///
    /// - Parameter isFull: whether the lesson is run at its full size.
    func run(path: String, isFull: Bool = false) throws {
        guard !isFull || path.hasSuffix(".md") else { throw Failure.usage(.fullSizeOfScript) }
        let source: Source
        do {
            source = try SourceFile.read(path)
            // An empty stream is a script of nothing; an empty file is hardly the one that was meant.
            if source.bytes.isEmpty && path != SourceFile.standardInput {
                throw Failure(.fileIsEmpty(file: path), status: 1)
            }
        } catch let failure as Failure {
            if options.json { output.write(ErrorObject.json(line: nil, column: nil, message: failure.message)) }
            throw failure
        }
        try finish(path.hasSuffix(".md") ? runLesson(path, isFull: isFull) : run(source))
    }

    /// Runs each formula in one session.
    func run(formulas: [String]) throws {
        var isWell = true
        for (index, formula) in formulas.enumerated() {
            let name = formulas.count == 1 ? "-e" : "-e #\(index + 1)"
            if !run(Source(name: name, text: formula)) {
                isWell = false
                if !options.keepGoing { break }
            }
        }
        try finish(isWell)
    }

    private func run(_ source: Source) -> Bool {
        var isWell = true
        do throws(Diagnostic) {
            try session.run(source, keepGoing: options.keepGoing) { cell in
                show(cell)
                if cell.hasFailed { isWell = false }
            }
        } catch {
            show(error)
            isWell = false
        }
        return isWell
    }

    private func runLesson(_ path: String, isFull: Bool) throws -> Bool {
        let reading = LessonReader.read(path: path)
        for problem in reading.problems { show(problem) }
        guard var lesson = reading.lesson, reading.problems.isEmpty else { return false }
        if isFull {
            guard lesson.hasFullSize else { throw Failure.usage(.fullSizeMissing(title: lesson.title)) }
            lesson = lesson.atFullSize
        }
        let runner = LessonRunner(
            printer: presenter.lessonPrinter, keepsGoing: options.keepGoing, drawing: presenter.draw,
            write: { if !options.json { output.write($0 + "\n") } })
        let result = runner.run(lesson, in: session) { if options.json { output.write($0.json + "\n") } }
        if !options.json { for problem in result.problems { report("\(problem)\n") } }
        return result.holds
    }

    private func show(_ cell: Cell) {
        if options.json {
            output.write(cell.json + "\n")
            return
        }
        output.write(presenter.text(of: cell))
        if let diagnostic = cell.diagnostic { report(diagnostic) }
        for claim in cell.claims where !claim.holds {
            let start = claim.span.start
            let text = claim.text.split(whereSeparator: \.isNewline).joined(separator: " ")
            let failure = Sentence.claimOfScriptFails(
                file: claim.span.source.name, line: start.line, column: start.column, claim: text)
            report("\(failure)\n")
        }
    }

    private func show(_ diagnostic: Diagnostic) {
        if options.json {
            let start = diagnostic.span?.start
            output.write(ErrorObject.json(line: start?.line, column: start?.column, message: diagnostic.message))
        } else {
            report(diagnostic)
        }
    }

    private func report(_ diagnostic: Diagnostic) {
        // An interrupted script ends by its signal, which says it.
        if diagnostic.kind != .interrupted { report(errorPresenter.diagnostic(diagnostic)) }
    }

    private func report(_ text: String) {
        output.flush()
        errors.write(text)
        errors.flush()
    }

    /// Ends as the shell expects it: by the signal that ended the script, or with a status.
    private func finish(_ isWell: Bool) throws {
        output.flush()
        presenter.figures?.close()
        if signals_interrupted() { signals_end_by(SIGINT) }
        if output.failure != 0 {
            throw Failure(.resultsNotWritten(reason: String(cString: strerror(output.failure))), status: 1)
        }
        if !isWell { throw Failure.reported }
    }
}

extension Cell {
    /// Whether it met an error or a claim of it fails.
    var hasFailed: Bool { diagnostic != nil || claims.contains { !$0.holds } }
}
