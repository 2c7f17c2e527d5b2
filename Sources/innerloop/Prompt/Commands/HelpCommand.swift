import Formulas
import Lessons
import Sentences
import Typography

extension Command {
    static let help = Command(
        name: "help", parameters: "[what]",
        summary: "what can be typed, or help on a command, a function, a symbol, a topic",
        arguments: { _ in
            CommandTable.all.map(\.name) + Manual.topics.map(\.name) + ProgramTopic.all.map(\.name)
                + Manual.symbols.flatMap(\.spellings) + Manual.names
        },
        argumentSummary: { _, word in
            CommandTable.all.first { $0.name == word }?.summary ?? Manual.topic(word)?.title
                ?? Manual.symbol(word)?.summary ?? Manual.entry(of: word)?.summary
        }
    ) { repl, argument in
        if argument.isEmpty {
            repl.page(overview(repl.presenter.wrapped))
        } else if let page = page(on: argument) {
            repl.page(repl.presenter.help(page))
        } else {
            let known =
                Manual.names + Manual.topics.flatMap { [$0.name] + $0.otherNames } + ProgramTopic.all.map(\.name)
                + CommandTable.all.map(\.name)
            let near = Spelling.nearest(to: argument, in: known).map { Sentence.didYouMean(name: $0) }
            repl.terminal.report(.helpUnknown(word: argument, hint: near ?? .helpListsAll))
        }
    }

    /// All there is to say of a word, as Markdown: it may be a command, and a function too.
    private static func page(on word: String) -> String? {
        var pages: [String] = []
        let isCommand = word.hasPrefix(":") && word.count > 1
        if case .found(let command) = CommandTable.find(isCommand ? String(word.dropFirst()) : word),
            isCommand || command.name == word
        {
            pages.append("# `:\(command.usage)`\n\n\(command.summary.capitalisedSentence)\n")
        }
        if !isCommand, let topic = Manual.topic(word.lowercased()) { pages.append(topic.markdown()) }
        if !isCommand, let topic = ProgramTopic.named(word) { pages.append(topic.markdown) }
        if let symbol = Manual.symbol(word) {
            pages.append(symbol.markdown())
        }
        if let entry = Manual.entry(of: word) { pages.append(entry.markdown()) }
        if pages.isEmpty, let letter = Manual.letterPage(word) { pages.append(letter) }
        return pages.isEmpty ? nil : pages.joined(separator: "\n")
    }

    private static func overview(_ wrapped: WrappedText) -> [String] {
        let topics = Manual.topics.map { ($0.name, $0.title) } + ProgramTopic.all.map { ($0.name, $0.title) }
        return wrapped.lines("", Sentence.helpIntroduction.text) + [""]
            + wrapped.list(CommandTable.all.map { (":" + $0.usage, $0.summary, []) })
            + ["", Sentence.helpTopics.text, ""] + wrapped.list(topics.map { ($0, $1, []) })
    }
}

extension Command {
    /// The name and the parameters, as typed.
    var usage: String { parameters.isEmpty ? name : name + " " + parameters }
}

extension String {
    /// With a capital and a full stop.
    fileprivate var capitalisedSentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
