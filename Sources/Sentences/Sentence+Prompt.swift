/// The greeting, and what is said of commands.
extension Sentence {
    package static let productName = Sentence("prompt.product", "InnerLoop {version}")
    package static let lessonCount = Sentence("prompt.lessons", "{count} {count|lesson|lessons}")
    package static let whereHelpIs = Sentence("prompt.help", ":help for help, :lessons for the list")

    package static let didYouMean = Sentence("prompt.did-you-mean", "did you mean '{name}'?")
    package static let listOr = Sentence("list.or", "{one} or {other}")
    package static let listAnd = Sentence("list.and", "{one} and {other}")

    package static let commandAmbiguous = Sentence("command.ambiguous", "':{word}' could be {commands}")
    package static let commandUnknown = Sentence("command.unknown", "no command ':{word}'; {hint}")
    package static let helpListsCommands = Sentence("command.listed", "':help' lists the commands")

    package static let helpUnknown = Sentence("help.unknown", "no help on '{word}'; {hint}")
    package static let helpListsAll = Sentence("help.listed", "':help' lists what there is")
    package static let helpIntroduction = Sentence(
        "help.introduction",
        """
        Type a formula to evaluate it, name = formula to keep it, f(x) = formula to define a function; \
        a formula may go on over lines while a bracket is open. Greek letters: \\theta and Tab, or theta. \
        The beginning of a command is enough. ?name, or ?∇, tells what something is.
        """)
    package static let helpTopics = Sentence("help.topics", "Topics, by :help TOPIC")

    package static let symbolUnknown = Sentence(
        "symbols.unknown", "no symbol '{symbol}' is in the table; ':symbols' lists them")

    package static let historyWanted = Sentence("history.wanted", "a number from 1, or a text, was wanted")
    package static let historyEmpty = Sentence("history.empty", "nothing was typed yet")
    package static let historyWithout = Sentence("history.without", "no entry has '{text}' in it")

    package static let cellUnknown = Sentence(
        "edit.unknown", "there is no cell '{cell}' that was entered at the prompt")
    package static let editorNotStarted = Sentence(
        "edit.not-started", "cannot start the editor '{name}': {reason}; VISUAL or EDITOR names another")
    package static let editorFailed = Sentence("edit.failed", "the editor '{name}' failed, so nothing is run")

    package static let figureMissing = Sentence("plot.missing", "there is no figure yet")
    package static let figureFailed = Sentence("plot.failed", "(no figure: {reason})")
    package static let figureInWindow = Sentence("plot.window", "(the figure is in its window)")
    package static let plotWanted = Sentence("plot.wanted", "':plot', ':plot save FILE' or ':plot script' was wanted")

    package static let resetWanted = Sentence(
        "reset.wanted", "':reset', ':reset step', ':reset lesson' or ':reset progress' was wanted")
    package static let bindingsForgotten = Sentence("reset.bindings", "all bindings are forgotten")
    package static let progressForgotten = Sentence("reset.progress", "what is done of all lessons is forgotten")
}
