import CSignals
import Formulas
import Glibc
import Lessons

/// The prompt on a real terminal.
struct InteractiveRun {
    let options: SessionOptions

    init(_ options: SessionOptions) {
        self.options = options
    }

    /// Talks until the reader leaves, with a lesson open where one is named.
    func run(lesson: String?) throws {
        let configuration = ConfigurationFile.located()
        let start = options.apply(configuration)
        signals_catch_interrupts()
        let output = Output(descriptor: STDOUT_FILENO)
        let errors = Output(descriptor: STDERR_FILENO)
        let kept = KeptState(
            history: start.keepsHistory ? History.located() : nil, progress: .located(), journals: .located())
        let terminal = ReadlineTerminal(
            output: output, errors: errors, color: start.color ?? .auto, isPlain: start.isPlain, history: kept.history)
        let figures = FigureScreen(searchPath: Environment.value("PATH") ?? "")
        figures.place = .auto
        figures.ask = { terminal.ask() }
        let repl = Repl(
            terminal: terminal, session: .shipped(files: options.files.access, figures: figures), library: .shipped(),
            figures: figures, kept: kept)
        repl.session.watch = options.watch(errors, start)
        configuration.apply(to: repl)
        repl.session.precision = options.precision ?? repl.session.precision
        for problem in configuration.problems { repl.show(problem) }
        repl.greet()
        repl.offerToRestore()
        if let lesson { repl.open(lesson) }
        repl.run()
        figures.close()
        output.flush()
    }
}
