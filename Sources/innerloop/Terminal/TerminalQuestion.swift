import CSignals
import Glibc

/// Asks a terminal what it is, and reads its answer, which comes as if it were typed.
enum TerminalQuestion {
    /// How long a terminal may think. One that is far away takes a tenth of a second.
    static let milliseconds = 500

    /// - Returns: what it said; nothing where there is no terminal, or one that would write the question on its screen.
    static func ask(
        input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO, kind: String? = Environment.value("TERM")
    ) -> TerminalAnswer {
        var usual = termios()
        guard let kind, !["", "dumb", "linux", "unknown"].contains(kind), isatty(output) == 1,
            tcgetattr(input, &usual) == 0
        else { return TerminalAnswer() }
        // Its answer is neither shown nor held back until Enter. Ctrl-C still is a signal.
        var quiet = usual
        quiet.c_lflag &= ~tcflag_t(ICANON | ECHO)
        withUnsafeMutableBytes(of: &quiet.c_cc) { characters in
            characters[Int(VMIN)] = 0
            characters[Int(VTIME)] = 0
        }
        guard tcsetattr(input, TCSANOW, &quiet) == 0 else { return TerminalAnswer() }
        defer { tcsetattr(input, TCSANOW, &usual) }
        let question = Array(TerminalAnswer.question.utf8)
        guard write(output, question, question.count) == question.count else { return TerminalAnswer() }
        return answer(from: input)
    }

    private static func answer(from input: Int32) -> TerminalAnswer {
        var bytes: [UInt8] = []
        var answer = TerminalAnswer()
        let end = ContinuousClock.now.advanced(by: .milliseconds(milliseconds))
        while !answer.isComplete, !signals_interrupted(), ContinuousClock.now < end {
            var waiting = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, 50) > 0 else { continue }
            var buffer = [UInt8](repeating: 0, count: 1024)
            let count = read(input, &buffer, buffer.count)
            guard count > 0 else { break }
            bytes += buffer.prefix(count)
            answer = TerminalAnswer(bytes)
        }
        return answer
    }
}
