import ArgumentParser
import Glibc
import Sentences
import Typography

/// The command line: its subcommands, and the options that may stand before or after them.
struct RootCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "innerloop",
        abstract: "A notebook in the terminal for learning meta-learning.",
        usage: """
            innerloop [options]                 the prompt; a script where standard input is no terminal
            innerloop [options] -e FORMULA ...  each formula's result
            innerloop [options] FILE            the same as 'innerloop run FILE'
            innerloop learn|run|check|export|new|reference|data ...
            """,
        discussion: "The exit status is 0 when all is well, 1 for a failed claim or evaluation, 2 for wrong usage.",
        subcommands: [
            LearnSubcommand.self, RunSubcommand.self, CheckSubcommand.self, ExportSubcommand.self, NewSubcommand.self,
            ReferenceSubcommand.self, DataSubcommand.self, ManSubcommand.self, PlainInvocation.self,
        ],
        defaultSubcommand: PlainInvocation.self)

    // Those of the plain invocation, declared here too, so that they may stand anywhere and help lists them.
    @OptionGroup var options: SessionOptions
    @OptionGroup var plain: PlainOptions

    /// Of a command line, the part before its subcommand is this one's: a version is asked for with any of them.
    func validate() throws {
        if plain.showsVersion { throw CleanExit.message(Sentence.productName(version: Version.number).text) }
    }

    /// The subcommand that a word may have meant.
    static func suggestion(for word: String) -> String? {
        let names = configuration.subcommands.filter { $0.configuration.shouldDisplay }
        return Spelling.nearest(to: word, in: names.compactMap { $0.configuration.commandName })
    }

    /// Parses and runs a command line. Says what is wrong with one that can't be parsed.
    static func status(of arguments: [String]) -> Int32 {
        do {
            var command = try parseAsRoot(arguments)
            // The parser takes the options of the plain invocation anywhere.
            if !(command is PlainInvocation), arguments.prefix(while: { $0 != "--" }).contains("-e") {
                throw Failure.usage(.formulaWithSubcommand)
            }
            try command.run()
            return 0
        } catch let status as ExitCode {
            return status.rawValue
        } catch let failure as Failure {
            say(Sentence.commandLineFailed(message: failure.message).text, to: STDERR_FILENO)
            return failure.status
        } catch {
            if exitCode(for: error) == .success {
                say(fullMessage(for: error), to: STDOUT_FILENO)
                return 0
            }
            // With more words after it, a misspelt subcommand is no file to the parser, but one word too many.
            if let word = arguments.first, !word.hasPrefix("-"), let near = suggestion(for: word) {
                say(Sentence.subcommandUnknown(word: word, near: near).text, to: STDERR_FILENO)
                return 2
            }
            let message = message(for: error)
            let lowered = message.prefix(1).lowercased() + message.dropFirst()
            say(Sentence.commandLineWrong(message: lowered).text, to: STDERR_FILENO)
            // The parser's own status for wrong usage is that of sysexits.h, 64.
            return 2
        }
    }

    static func say(_ message: String, to descriptor: Int32) {
        let stream = Output(descriptor: descriptor)
        stream.write(message + "\n")
        stream.flush()
    }
}
