/// Why a figure was not drawn.
public enum PlotError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no gnuplot on the search path, and what was asked needs it.
    case notInstalled
    /// gnuplot refused; its own words.
    case refused(String)
    /// gnuplot could not be started: the program and the system's reason.
    case notStarted(String, reason: String)
    /// gnuplot ended in the middle of the figure, twice; its last words.
    case ended(String)
    /// gnuplot did not answer in time and was stopped.
    case timedOut(seconds: Int)
    /// The user asked for it to stop.
    case interrupted
    /// The file's extension names no format; the ones there are.
    case unknownExtension(String, known: [String])
    /// The file can't be written: its path and the system's reason.
    case notWritten(String, reason: String)

    public var description: String { message }

    /// One sentence, lower-case, without a full stop.
    public var message: String {
        switch self {
        case .notInstalled:
            Plotter.installationAdvice
        case .refused(let text):
            "gnuplot refused the figure: \(text)"
        case .notStarted(let program, let reason):
            "\(program) could not be started: \(reason)"
        case .ended(let text):
            text.isEmpty
                ? "gnuplot ended before the figure was drawn" : "gnuplot ended before the figure was drawn: \(text)"
        case .timedOut(let seconds):
            "gnuplot did not finish the figure in \(seconds) s and was stopped"
        case .interrupted:
            "stopped before the figure was drawn"
        case .unknownExtension(let found, let known):
            (found.isEmpty ? "the file name has no extension" : "no figure can be saved as .\(found)")
                + "; use \(known.map { "." + $0 }.joined(separator: ", "))"
        case .notWritten(let path, let reason):
            "\(path) could not be written: \(reason)"
        }
    }
}
