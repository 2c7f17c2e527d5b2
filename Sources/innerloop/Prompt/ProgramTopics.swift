import Typography

/// A page of help on the program itself, beside those on the language.
struct ProgramTopic: Sendable {
    let name: String
    let title: String
    let markdown: String

    static let all = [configuration, environment]

    static func named(_ word: String) -> ProgramTopic? { all.first { $0.name == word.lowercased() } }

    private static let configuration = ProgramTopic(
        name: "configuration", title: "The configuration file",
        markdown: """
            # The configuration file

            `~/.config/innerloop/config` holds what you want from the start. Its first line is `format: 1`; then come lines like \
            `digits = 10`, and comments behind `#`. An option of the command line comes before the environment, and the \
            environment before this file. Scripts heed color, memory and threads alone, so that they give the same \
            everywhere; `innerloop check` heeds none.


            """ + Setting.all.map { "- `\($0.name)`: \($0.summary) (\($0.values))\n" }.joined())

    private static let environment = ProgramTopic(
        name: "environment", title: "The variables of the environment",
        markdown: "# The variables of the environment\n\n"
            + EnvironmentVariable.all.map { "- `\($0.name)`: \($0.meaning).\n" }.joined())
}
