import ArgumentParser
import Kernels

/// The options that all commands share.
struct SessionOptions: ParsableArguments {
    @Flag(help: "Print one JSON object for each cell.")
    var json = false

    @Flag(help: "Go on after an error or a failed claim; the status is 1 all the same.")
    var keepGoing = false

    @Option(help: "Colour: auto, always or never.")
    var color = Appearance.ColorChoice.auto

    @Flag(help: "Neither read nor write the history of entries.")
    var noHistory = false

    @Option(help: ArgumentHelp("The most memory that a computation may make the program take.", valueName: "500M|4G"))
    var memory: ByteCount?

    @OptionGroup var files: FileOptions

    /// What holds for the whole process.
    func apply() {
        if let memory { MemoryLimit.bytes = memory.bytes }
    }

    func refuseJSON() throws {
        if json { throw ValidationError("--json is for scripts, not for the prompt") }
    }
}

extension Appearance.ColorChoice: ExpressibleByArgument {}
