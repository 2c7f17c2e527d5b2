import ArgumentParser
import Glibc
import Sentences

/// `innerloop` without a subcommand: formulas, a file, or else the prompt; a script where standard input is no terminal.
struct PlainInvocation: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "script", shouldDisplay: false)

    @OptionGroup var options: SessionOptions
    @OptionGroup var plain: PlainOptions

    @Argument(
        help: "A script to run; '-' is standard input.", completion: .file(extensions: SourceFile.suffixes))
    var file: String?

    func run() throws {
        if !plain.formulas.isEmpty {
            guard file == nil else { throw Failure.usage(.formulaWithFile) }
            try ScriptRun(options).run(formulas: plain.formulas)
        } else if let file {
            try ScriptRun(options).run(path: checked(file))
        } else if isatty(STDIN_FILENO) == 1 {
            try options.refuseJSON()
            try InteractiveRun(options).run(lesson: nil)
        } else {
            try ScriptRun(options).run(path: SourceFile.standardInput)
        }
    }

    /// A word that is no file may be a misspelt subcommand.
    private func checked(_ file: String) throws -> String {
        if file != SourceFile.standardInput, access(file, F_OK) != 0, let near = RootCommand.suggestion(for: file) {
            throw Failure.usage(.fileOrSubcommandUnknown(file: file, near: near))
        }
        return file
    }
}

/// What can be asked for without a subcommand.
struct PlainOptions: ParsableArguments {
    @Option(
        name: .customShort("e"), parsing: .unconditionalSingleValue,
        help: ArgumentHelp("Evaluate a formula; may be repeated, all in one session.", valueName: "formula"))
    var formulas: [String] = []

    @Flag(name: [.customShort("V"), .customLong("version")], help: "Show the version.")
    var showsVersion = false
}
