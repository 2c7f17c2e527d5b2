import ArgumentParser
import FoundationEssentials

/// A command as the parser describes it: as much of it as the manual page says.
struct CommandDescription: Decodable {
    struct Argument: Decodable, Equatable {
        struct Name: Decodable, Equatable {
            let kind: String
            let name: String

            /// As it is typed: `-h`, `--help`.
            var typed: String { (kind == "long" ? "--" : "-") + name }
        }

        let kind: String
        let shouldDisplay: Bool
        let isOptional: Bool
        let isRepeating: Bool
        let names: [Name]?
        let valueName: String?
        let defaultValue: String?
        let allValues: [String]?
        let abstract: String?

        var isPositional: Bool { kind == "positional" }
        var isFlag: Bool { kind == "flag" }
    }

    let commandName: String
    let shouldDisplay: Bool?
    let abstract: String?
    let discussion: String?
    let arguments: [Argument]?
    let subcommands: [CommandDescription]?
}

extension RootCommand {
    private struct Dump: Decodable { let command: CommandDescription }

    /// The whole command line. Only the parser itself knows all of it, and only says it as JSON; the parser brings the decoder's
    /// library along anyway.
    static func description() throws -> CommandDescription {
        try JSONDecoder().decode(Dump.self, from: Data(_dumpHelp().utf8)).command
    }
}
