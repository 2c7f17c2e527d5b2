import ArgumentParser
import Formulas

/// What lessons may write. Formulas that the user wrote go where the user may.
struct FileOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The folder beneath which lessons write files.", valueName: "folder"),
        completion: .directory)
    var output = FileAccess.defaultOutput

    @Flag(help: "Let lessons write over files that are there.")
    var allowWrite = false

    var access: FileAccess { FileAccess(output: output, mayReplace: allowWrite) }
}
