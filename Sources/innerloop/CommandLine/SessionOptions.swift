import ArgumentParser
import Formulas
import Glibc
import Kernels
import Sentences

/// The options that all commands share.
struct SessionOptions: ParsableArguments {
    @Flag(help: "Print one JSON object for each cell.")
    var json = false

    @Flag(help: "Go on after an error or a failed claim; the status is 1 all the same.")
    var keepGoing = false

    @Option(help: "Colour: auto, always or never; auto is on a terminal that has it.")
    var color: Appearance.ColorChoice?

    @Flag(
        name: .customLong("plain"),
        help: "No colours, no bars, nothing drawn over, figures in words; so does INNERLOOP_PLAIN=1.")
    var asksForPlain = false

    @Flag(help: "Neither read nor write the history of entries.")
    var noHistory = false

    @Option(help: ArgumentHelp("The most memory that a computation may make the program take.", valueName: "500M|4G"))
    var memory: ByteCount?

    @Option(
        help: ArgumentHelp(
            "What numbers are held in; claims compute in double in any case.", valueName: "double|single"),
        completion: .list(Precision.allCases.map(\.rawValue)), transform: Self.precision)
    var precision: Precision?

    @OptionGroup var files: FileOptions

    /// What is told of the progress of long work, and shows it on standard error; nil where the screen is to be plain.
    func watch(_ errors: Output, _ start: StartChoices) -> ProgressWatch? {
        guard !start.isPlain else { return nil }
        let screen = ProgressScreen(
            isTerminal: isatty(STDERR_FILENO) == 1, appearance: { start.appearance(of: STDERR_FILENO) },
            write: { text in
                errors.write(text)
                errors.flush()
            })
        return screen.watch()
    }

    /// What holds for the whole process: what the configuration says, and then the options.
    func apply(_ configuration: ConfigurationFile) -> StartChoices {
        var start = configuration.start()
        start.isPlain = start.isPlain(option: asksForPlain)
        if let memory { MemoryLimit.bytes = memory.bytes }
        start.color = start.color(option: color)
        // Where the environment says which history, or that there is none, the configuration does not.
        start.keepsHistory = !noHistory && (start.keepsHistory || Environment.isSet("INNERLOOP_HISTORY"))
        return start
    }

    private static func precision(_ text: String) throws -> Precision {
        guard let precision = Precision(rawValue: text) else {
            let setting = Setting.all.first { $0.option == "--precision" }
            throw ValidationError(setting?.complaint(about: text) ?? text)
        }
        return precision
    }

    func refuseJSON() throws {
        if json { throw ValidationError(Sentence.jsonAtPrompt.text) }
    }
}

extension Appearance.ColorChoice: ExpressibleByArgument {}
