import ArgumentParser
import Formulas
import Glibc
import Kernels

/// The options that all commands share.
struct SessionOptions: ParsableArguments {
    @Flag(help: "Print one JSON object for each cell.")
    var json = false

    @Flag(help: "Go on after an error or a failed claim; the status is 1 all the same.")
    var keepGoing = false

    @Option(help: "Colour: auto, always or never.")
    var color = Appearance.ColorChoice.auto

    @Flag(
        name: .customLong("plain"),
        help: "No colours, no bars, nothing drawn over, figures in words; so does INNERLOOP_PLAIN=1.")
    var asksForPlain = false

    @Flag(help: "Neither read nor write the history of entries.")
    var noHistory = false

    @Option(help: ArgumentHelp("The most memory that a computation may make the program take.", valueName: "500M|4G"))
    var memory: ByteCount?

    @OptionGroup var files: FileOptions

    /// Whether the screen is to be plain, as the command line or the environment says.
    var isPlain: Bool { asksForPlain || !["0", nil].contains(Environment.value("INNERLOOP_PLAIN")) }

    func appearance(of descriptor: Int32) -> Appearance {
        .of(descriptor: descriptor, color: color, isPlain: isPlain)
    }

    /// What is told of the progress of long work, and shows it on standard error; nil where the screen is to be plain.
    func watch(_ errors: Output) -> ProgressWatch? {
        guard !isPlain else { return nil }
        let screen = ProgressScreen(
            isTerminal: isatty(STDERR_FILENO) == 1, appearance: { appearance(of: STDERR_FILENO) },
            write: { text in
                errors.write(text)
                errors.flush()
            })
        return screen.watch()
    }

    /// What holds for the whole process.
    func apply() {
        if let memory { MemoryLimit.bytes = memory.bytes }
    }

    func refuseJSON() throws {
        if json { throw ValidationError("--json is for scripts, not for the prompt") }
    }
}

extension Appearance.ColorChoice: ExpressibleByArgument {}
