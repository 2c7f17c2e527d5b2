import CReadline
import CSignals
import Glibc

/// A real terminal, edited by GNU readline. A class, because the terminal has one state.
///
/// readline is driven by its callback interface, so that waiting happens here and Ctrl-C can drop a line.
final class ReadlineTerminal: Terminal {
    // readline calls back without a context, and there is one readline to a process, used from one thread.
    private nonisolated(unsafe) static var delivered: TerminalInput?
    private nonisolated(unsafe) static var currentCompleter: (any Completing)?
    private nonisolated(unsafe) static var summaries: [String: String] = [:]
    private nonisolated(unsafe) static var listAppearance = Appearance()

    private let output: Output
    private let errors: Output
    private let color: Appearance.ColorChoice
    private let isPlain: Bool
    private let history: History?
    private lazy var pager = Pager.chosen()
    /// What was typed while the terminal was asked something.
    private var typedAhead: [UInt8] = []

    init(output: Output, errors: Output, color: Appearance.ColorChoice, isPlain: Bool, history: History?) {
        self.output = output
        self.errors = errors
        self.color = color
        self.isPlain = isPlain
        self.history = history
        // Both texts must outlive readline.
        readline_set_name(strdup("innerloop"))
        readline_set_word_breaks(strdup(" \t\n()[]{},;:+-*/^@=<>!|\"~·⊙⊗∇∂√‖"))
        readline_keep_signal_handlers()
        signals_catch_continuation()
        if isatty(STDOUT_FILENO) == 0 { readline_write_to_standard_error() }
        readline_set_completion { word, start, _ in ReadlineTerminal.complete(word, from: Int(start)) }
        readline_set_match_display { matches, count, longest in
            ReadlineTerminal.list(matches, count: Int(count), longest: longest)
        }
        if isPlain { readline_be_plain() } else { rl_initialize() }
        using_history()
        for entry in history?.load() ?? [] { add_history(entry) }
    }

    var appearance: Appearance { .of(descriptor: STDOUT_FILENO, color: color, isPlain: isPlain) }

    var completer: (any Completing)? {
        get { Self.currentCompleter }
        set { Self.currentCompleter = newValue }
    }

    func readLine(prompt: String) -> TerminalInput {
        output.flush()
        errors.flush()
        signals_clear_interrupt()
        Self.delivered = nil
        Self.listAppearance = appearance
        // The window may have changed its size while nobody waited for a line.
        rl_reset_screen_size()
        rl_callback_handler_install(painted(prompt)) { line in
            if let line {
                ReadlineTerminal.delivered = .line(String(cString: line))
                free(line)
            } else {
                ReadlineTerminal.delivered = .end
            }
            // Gives the terminal its own settings back before anything runs.
            rl_callback_handler_remove()
        }
        while true {
            if typedAhead.isEmpty {
                switch signals_wait_for_input(STDIN_FILENO, rl_pending_signal) {
                case 1: rl_callback_read_char()
                case 0: rl_check_signals()
                default: Self.delivered = .end
                }
            } else {
                rl_stuff_char(Int32(typedAhead.removeFirst()))
                rl_callback_read_char()
            }
            // Whoever the terminal was lent to meanwhile has written over the line. A stop may come in the middle of a key.
            if signals_take_continuation(), Self.delivered == nil { rl_forced_update_display() }
            if let input = Self.delivered {
                // A Ctrl-C that came just after Enter is meant for what runs next: it must reach our handler now.
                if rl_pending_signal() != 0 {
                    rl_check_signals()
                    rl_deprep_terminal()
                }
                return input
            }
            if signals_interrupted() { return dropLine() }
        }
    }

    /// Asks the terminal what it can show. What the reader types meanwhile is not lost.
    func ask() -> TerminalAnswer {
        output.flush()
        let answer = TerminalQuestion.ask()
        typedAhead += answer.typed
        return answer
    }

    func remember(_ entry: String) {
        add_history(entry)
        history?.append(entry)
    }

    func write(_ text: String) { output.write(text) }

    func page(_ text: String) {
        let isSteady = isPlain || Environment.value("TERM") == "dumb" || isatty(STDOUT_FILENO) == 0
        output.flush()
        if !isSteady, Pager.isNeeded(for: text, in: appearance), let pager {
            // Ctrl-C in the pager is the pager's.
            defer { signals_clear_interrupt() }
            if pager.show(text) { return }
        }
        output.write(text)
    }

    func report(_ text: String) {
        output.flush()
        errors.write(WrappedText(appearance: appearance).fitted(text))
        errors.flush()
    }

    private func dropLine() -> TerminalInput {
        signals_clear_interrupt()
        rl_free_line_state()
        rl_callback_sigcleanup()
        rl_cleanup_after_signal()
        rl_callback_handler_remove()
        output.write("\n")
        return .interrupted
    }

    /// The prompt in colour, its escapes marked so that readline does not count them as columns.
    private func painted(_ prompt: String) -> String {
        guard appearance.color else { return prompt }
        return "\u{1}\u{1B}[\(Ink.accent.rawValue)m\u{2}\(prompt)\u{1}\u{1B}[0m\u{2}"
    }

    /// Lists what a word could become: each with what it is, where all of that fits the screen; else in columns.
    private static func list(
        _ matches: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, count: Int, longest: Int32
    ) {
        guard let matches else { return }
        let names = (0..<count).compactMap { matches[$0 + 1].map { String(cString: $0) } }
        if CandidateList.hasRoom(for: names, summaries, in: listAppearance) {
            let lines = CandidateList.lines(of: names, summaries, in: listAppearance)
            readline_write("\n" + lines.map { $0 + "\n" }.joined())
        } else {
            rl_display_match_list(matches, Int32(count), longest)
        }
        rl_forced_update_display()
    }

    /// readline's list of matches: what they have in common, then each; nil for none. readline frees it.
    private static func complete(
        _ word: UnsafePointer<CChar>?, from start: Int
    ) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
        readline_settle_completion(0)
        guard let completer = currentCompleter, let word, let line = readline_line() else { return nil }
        let before = String(decoding: UnsafeRawBufferPointer(start: line, count: start), as: UTF8.self)
        let completion = completer.completion(of: String(cString: word), after: before)
        summaries = completion.summaries
        let candidates = Array(Set(completion.candidates)).sorted()
        guard let first = candidates.first, let last = candidates.last else { return nil }
        if completion.appendsBlank { readline_settle_completion(CChar(UInt8(ascii: " "))) }
        let entries = candidates.count == 1 ? [first] : [first.commonPrefix(with: last)] + candidates
        let bytes = (entries.count + 1) * MemoryLayout<UnsafeMutablePointer<CChar>?>.stride
        guard let memory = malloc(bytes) else { return nil }
        let list = memory.bindMemory(to: UnsafeMutablePointer<CChar>?.self, capacity: entries.count + 1)
        for (index, entry) in entries.enumerated() { list[index] = strdup(entry) }
        list[entries.count] = nil
        return list
    }
}

extension String {
    /// The characters two strings begin with alike. For the first and the last of a sorted list, what all begin with.
    fileprivate func commonPrefix(with other: String) -> String {
        String(zip(self, other).prefix { $0 == $1 }.map(\.0))
    }
}
