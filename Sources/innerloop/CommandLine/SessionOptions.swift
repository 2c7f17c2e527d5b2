import ArgumentParser

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

    @OptionGroup var files: FileOptions

    func refuseJSON() throws {
        if json { throw ValidationError("--json is for scripts, not for the prompt") }
    }
}

extension Appearance.ColorChoice: ExpressibleByArgument {}
