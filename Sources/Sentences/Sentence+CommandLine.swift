/// What is said to a command line, beside the help that the parser writes.
extension Sentence {
    package static let commandLineFailed = Sentence("command-line.failed", "innerloop: {message}")
    package static let commandLineWrong = Sentence(
        "command-line.wrong", "innerloop: {message}\n'innerloop --help' shows what can be asked for")
    package static let subcommandUnknown = Sentence(
        "command-line.subcommand", "innerloop: no subcommand '{word}'; did you mean 'innerloop {near}'?")
    package static let fileOrSubcommandUnknown = Sentence(
        "command-line.file", "no file '{file}'; did you mean 'innerloop {near}'?")
    package static let formulaWithFile = Sentence("command-line.both", "either -e or a file was wanted, not both")
    package static let formulaWithSubcommand = Sentence("command-line.formula", "-e is not for subcommands")
    package static let jsonAtPrompt = Sentence("command-line.json", "--json is for scripts, not for the prompt")
    package static let claimOfScriptFails = Sentence(
        "script.claim-fails", "{file}:{line}:{column}: this fails: {claim}")

    package static let lessonIDWrong = Sentence(
        "new.wrong-id", "'{id}' is no id; letters, digits and '-' were wanted, one of them a small letter")
    package static let lessonWritten = Sentence(
        "new.written", "{path} is written; 'innerloop learn ./{path}' walks through it")

    package static let folderWithoutLessons = Sentence("check.no-lessons", "no lessons in the folder '{folder}'")
    package static let outputsRewritten = Sentence(
        "check.rewritten", "{path}: {count} output {count|block|blocks} rewritten")
    package static let pageWritten = Sentence("check.page", "{path}: written")
    package static let curriculumCounts = Sentence(
        "check.curriculum", "{truths} {truths|truth|truths}, {errors} {errors|error|errors} of the literature")
    package static let lessonPassed = Sentence("check.passed", "{path}: passed ({counts})")
    package static let lessonFailed = Sentence("check.failed", "{path}: failed ({counts})")
    package static let lessonsChecked = Sentence("check.total", "{count} {count|lesson|lessons}: {counts}")
    package static let checkOutcome = Sentence("check.outcome", "{passed} passed, {failed} failed")
    package static let checkCounts = Sentence(
        "check.counts",
        "{claims} {claims|claim|claims}, {lines} derivation {lines|line|lines}, {refutes} {refutes|refute|refutes}, "
            + "{exercises} {exercises|exercise|exercises}, {quizzes} {quizzes|quiz|quizzes}")
}
