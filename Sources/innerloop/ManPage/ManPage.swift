/// The manual page: made of what the parser knows of the command line, and of the tables of commands, settings and variables.
struct ManPage {
    private let root: CommandDescription

    init(_ root: CommandDescription) {
        self.root = root
    }

    /// What can be tried, what it does, and what it prints.
    static let examples: [(arguments: [String], meaning: String, output: String?)] = [
        (["-e", "grad(x -> x^2)(3)"], "Evaluates a formula", "6"),
        (
            ["-e", "alpha = 0.1", "-e", "taylor(sin(alpha), alpha, at: 0, order: 3)"], "Evaluates two in one session",
            "[0, 1, 0, -0.166667]"
        ),
        (["learn", "maml"], "Walks through a lesson at the prompt; Enter goes on", nil),
        (["check"], "Proves every claim, derivation and output of all lessons", nil),
        (["run", "--json", "script.loop"], "Runs a script, and prints one JSON object for each cell", nil),
    ]

    var roff: String {
        ".TH INNERLOOP 1 \(Version.date) \"InnerLoop \(Version.number)\" \"User Commands\"\n"
            + Roff.section("NAME") + "innerloop \\- \(Roff.text(Self.phrase(root.abstract)))\n"
            + Roff.section("SYNOPSIS") + synopsis
            + Roff.section("DESCRIPTION") + description
            + Roff.section("OPTIONS") + options(root.arguments ?? [])
            + Roff.section("SUBCOMMANDS") + subcommands.map(item).joined()
            + Roff.section("AT THE PROMPT")
            + Roff.paragraph(
                "A formula is evaluated; what begins with a colon is a command, and the beginning of its name is enough."
            )
            + CommandTable.all.map { Roff.item(Roff.bold(":" + $0.usage), Roff.text($0.summary)) }.joined()
            + Roff.section("CONFIGURATION")
            + Roff.paragraph(
                Roff.marked(
                    "The first line of `~/.config/innerloop/config` is `format: 1`; then come lines like `digits = 10`. "
                        + "An option comes before the environment, and the environment before the configuration."))
            + Setting.all.map { Roff.item(Roff.bold($0.name), Roff.text("\($0.summary) (\($0.values))")) }.joined()
            + Roff.section("ENVIRONMENT")
            + EnvironmentVariable.all.map { Roff.item(Roff.bold($0.name), Roff.marked($0.meaning + ".")) }.joined()
            + Roff.section("FILES") + Self.files.map { Roff.item(Roff.italic($0), Roff.marked($1)) }.joined()
            + Roff.section("EXIT STATUS")
            + Self.statuses.map { Roff.item(Roff.bold($0), Roff.text($1)) }.joined()
            + Roff.section("EXAMPLES") + Self.examples.map(Self.example).joined()
            + Roff.section("SEE ALSO") + ".BR gnuplot (1),\n.BR readline (3)\n"
    }

    private static let files = [
        ("~/.config/innerloop/config", "The configuration."),
        ("~/.local/state/innerloop/history", "The entries of earlier sessions, shared by all that run."),
        ("~/.local/share/innerloop/library", "Libraries of your own, which `use` finds."),
        ("../share/innerloop", "Beside the folder of the program: the lessons, their libraries and the data sets."),
        ("~/.inputrc", "The key bindings, which GNU readline reads; its application name is innerloop."),
        ("innerloop-output", "Beneath the current folder: where a lesson writes its files."),
    ]

    private static let statuses = [
        ("0", "All is well."),
        ("1", "A claim or an evaluation failed, or results could not be written."),
        ("2", "Wrong usage: an unknown option, subcommand, lesson or file."),
        ("128+n", "The program was ended by signal n, as the shell tells it."),
    ]

    private var subcommands: [CommandDescription] { (root.subcommands ?? []).filter { $0.shouldDisplay != false } }

    private var synopsis: String {
        let forms =
            [["[options]"], ["[options]", "-e", "formula", "..."], ["[options]", "file"]]
            + subcommands.map { [$0.commandName] + usage(of: $0) }
        return forms.map { ".B innerloop\n" + Roff.text($0.joined(separator: " ")) }.joined(separator: "\n.br\n") + "\n"
    }

    private func usage(of command: CommandDescription) -> [String] {
        let arguments = (command.arguments ?? []).filter { $0.shouldDisplay }
        let own = arguments.contains { !$0.isPositional && $0.names?.first?.name != "h" } ? ["[options]"] : []
        return own
            + arguments.filter(\.isPositional).map { argument in
                let name = (argument.valueName ?? "") + (argument.isRepeating ? " ..." : "")
                return argument.isOptional ? "[\(name)]" : name
            }
    }

    private var description: String {
        Roff.paragraph(
            Roff.text(
                """
                InnerLoop evaluates formulas as papers print them, differentiates them to any order, checks claims about them, and \
                walks through lessons whose every line runs. Without arguments it opens a prompt; where standard input is no \
                terminal, that is run as a script. A file whose name ends in .md is a lesson, any other a script of formulas. It \
                uses no network.
                """))
    }

    private func options(_ arguments: [CommandDescription.Argument]) -> String {
        arguments.filter { $0.shouldDisplay && !$0.isPositional }.map { argument in
            let value = argument.isFlag ? "" : " " + Roff.italic(argument.valueName ?? "value")
            let names = (argument.names ?? []).map { Roff.bold($0.typed) + value }.joined(separator: ", ")
            return Roff.item(names, Roff.text(argument.abstract ?? "") + notes(on: argument))
        }.joined()
    }

    private func notes(on argument: CommandDescription.Argument) -> String {
        var notes: [String] = []
        if let values = argument.allValues { notes.append("One of \(values.joined(separator: ", ")).") }
        if let value = argument.defaultValue { notes.append("The default is \(value).") }
        return notes.map { " " + Roff.text($0) }.joined()
    }

    /// A subcommand with what it takes; of its options, those that are not among the general ones.
    private func item(_ command: CommandDescription) -> String {
        let known = root.arguments ?? []
        let arguments = (command.arguments ?? []).filter { !known.contains($0) && $0.shouldDisplay }
        let usage = ([command.commandName] + usage(of: command)).joined(separator: " ")
        let text = [command.abstract, command.discussion].compactMap { $0 }.map { Roff.text($0) }.joined(
            separator: "\n")
        let own = options(arguments)
        return Roff.item(Roff.bold(usage), text) + (own.isEmpty ? "" : ".RS\n\(own).RE\n")
    }

    private static func example(
        _ example: (arguments: [String], meaning: String, output: String?)
    ) -> String {
        let typed = example.arguments.map { argument in
            argument.allSatisfy { $0.isLetter || $0.isNumber || "-_./".contains($0) } ? argument : "'\(argument)'"
        }
        let output = example.output.map { ".br\n" + Roff.text($0) + "\n" } ?? ""
        let command = (["innerloop"] + typed).joined(separator: " ")
        return Roff.item(Roff.bold(command), Roff.text(example.meaning + ".")) + output
    }

    /// A sentence as a phrase: `A notebook.` is `a notebook`.
    private static func phrase(_ sentence: String?) -> String {
        let sentence = sentence ?? ""
        let end = sentence.hasSuffix(".") ? sentence.dropLast() : sentence[...]
        return end.prefix(1).lowercased() + end.dropFirst()
    }
}
