import Formulas
import Lessons
import Sentences

/// The prompt: reads an entry, runs it, shows what it gave, and again. A class, because commands act on it.
final class Repl {
    var terminal: any Terminal
    let session: Session
    let library: LessonLibrary
    let figures: FigureScreen
    /// Significant digits of the numbers shown.
    var digits = Cell.usualDigits
    /// The lesson being walked.
    var walk: LessonWalk?
    /// The session as it was found, for `:reset`.
    let beginning: Session.State
    /// The seed of its draws.
    let seed: UInt64
    /// What outlives the session.
    let kept: KeptState
    /// What the session has done.
    var record = SessionRecord()
    /// Set by `:quit`.
    var isDone = false

    init(
        terminal: any Terminal, session: Session, library: LessonLibrary, figures: FigureScreen,
        kept: KeptState = KeptState()
    ) {
        self.terminal = terminal
        self.session = session
        beginning = session.state
        seed = session.drawPosition.seed
        self.kept = kept
        self.library = library
        self.figures = figures
    }

    /// Talks until the reader leaves.
    func run() {
        terminal.completer = NameCompleter(repl: self)
        // The two hold each other.
        defer {
            terminal.completer = nil
            record.journal?.remove()
        }
        var unfinished = ""
        while !isDone {
            let style = PromptStyle(number: session.nextCellNumber, unicode: terminal.appearance.unicode)
            switch terminal.readLine(prompt: unfinished.isEmpty ? style.prompt : style.continuation) {
            case .interrupted:
                unfinished = ""
            case .end where unfinished.isEmpty:
                terminal.write("\n")
                return
            case .end:
                terminal.write("\n")
                run(entry: unfinished, isWhole: true)
                unfinished = ""
            case .line(let line):
                unfinished = take(unfinished.isEmpty ? PastedPrompts.strip(line) : unfinished + "\n" + line)
            }
        }
    }

    /// Acts on an entry; gives it back when more must follow to make it whole.
    private func take(_ entry: String) -> String {
        let text = entry.trimmed
        if text.isEmpty {
            enter()
        } else if text.first == ":", !text.contains(where: \.isNewline) {
            remember(text)
            runCommand(text)
        } else if text.first == "?", !text.contains(where: \.isNewline) {
            remember(text)
            runCommand(":help " + text.dropFirst())
        } else if answer(entry) {
            remember(entry)
        } else if !run(entry: entry, isWhole: false) {
            return entry
        } else {
            remember(entry)
        }
        return ""
    }

    /// Runs an entry in the session. False when it is only the beginning of something.
    @discardableResult
    func run(entry: String, isWhole: Bool) -> Bool {
        run(Source(name: "[\(session.nextCellNumber)]", text: entry), isWhole: isWhole)
    }

    /// The same for a source that has a name.
    @discardableResult
    func run(_ source: Source, isWhole: Bool) -> Bool {
        do throws(Diagnostic) {
            try keeping(source) { onCell throws(Diagnostic) in _ = try session.run(source, onCell: onCell) }
        } catch {
            if error.kind == .incomplete && !isWhole { return false }
            // What can't be read may yet be edited.
            record.entered.append((0..<0, source.text))
            show(error)
        }
        return true
    }

    /// Runs a source in a way that tells of each cell: shows them, and notes what was run.
    func keeping<Result>(
        _ source: Source, _ way: (_ onCell: (Cell) -> Void) throws(Diagnostic) -> Result
    ) throws(Diagnostic) -> Result {
        let first = session.nextCellNumber
        var cells: [SavedSession.Entry] = []
        var position = session.drawPosition
        defer {
            if !cells.isEmpty { record.entered.append((first..<session.nextCellNumber, source.text)) }
            keep(source.text, cells)
            clearInterrupt()
        }
        return try way { cell in
            cells.append(SavedSession.Entry(cell, from: position))
            position = session.drawPosition
            show(cell)
        }
    }

    /// Acts on a whole entry that was made elsewhere than at the prompt, and shows it there.
    func submit(_ entry: String) {
        let style = PromptStyle(number: session.nextCellNumber, unicode: terminal.appearance.unicode)
        let lines = entry.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            terminal.write((index == 0 ? style.prompt : style.continuation) + line + "\n")
        }
        let rest = take(entry)
        guard !rest.isEmpty else { return }
        remember(rest)
        run(entry: rest, isWhole: true)
    }

    /// Shows a cell as it ends.
    func show(_ cell: Cell) {
        terminal.page(presenter.text(of: cell))
        if let diagnostic = cell.diagnostic { show(diagnostic) }
    }

    func show(_ diagnostic: Diagnostic) {
        terminal.report(presenter.diagnostic(diagnostic))
    }

    var presenter: CellPresenter { CellPresenter(appearance: terminal.appearance, digits: digits, figures: figures) }

    private func run(_ command: Command, _ argument: String) {
        if argument.isEmpty, let wanted = command.wanted { return terminal.report(wanted + "\n") }
        do throws(Diagnostic) { try command.action(self, argument) } catch { show(error) }
        if command.changesSession { note(.command(":\(command.name) \(argument)")) }
    }

    func runCommand(_ text: String) {
        let (word, argument) = text.dropFirst().splitAtBlank
        switch CommandTable.find(word) {
        case .found(let command):
            run(command, argument)
            clearInterrupt()
        case .ambiguous(let names):
            let first = ":" + (names.first ?? "")
            let commands = names.dropFirst().reduce(first) { Sentence.listOr(one: $0, other: ":" + $1).text }
            terminal.report(.commandAmbiguous(word: word, commands: commands))
        case .unknown(let nearest):
            let hint = nearest.map { Sentence.didYouMean(name: ":" + $0) } ?? .helpListsCommands
            terminal.report(.commandUnknown(word: word, hint: hint))
        }
    }
}

extension StringProtocol {
    /// Without the blanks and line ends around it.
    var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }

    /// The first word, and what follows it.
    fileprivate var splitAtBlank: (word: String, rest: String) {
        let word = prefix { !$0.isWhitespace }
        return (String(word), self[word.endIndex...].trimmed)
    }
}
