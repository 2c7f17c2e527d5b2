internal import CSignals

/// A time by which what runs must have ended: after it, evaluation on this thread stops as Ctrl-C stops it.
public enum Deadline {
    /// Longer than any limit is meant to be, and short enough to count in nanoseconds.
    private static let longest = 1e9

    /// Runs `body`, stopping evaluations in it once `seconds` have passed; nil is no limit. An earlier deadline around it
    /// holds as well.
    /// - Returns: what `body` gives, and whether the time was up before it ended.
    public static func run<R>(within seconds: Double?, _ body: () -> R) -> (result: R, isOver: Bool) {
        guard let seconds else { return (body(), false) }
        let own = signals_clock() + UInt64(max(0, min(seconds, longest)) * 1e9)
        let outer = signals_set_deadline(own)
        if outer != 0, outer < own { _ = signals_set_deadline(outer) }
        let result = body()
        let isOver = signals_deadline_passed()
        _ = signals_set_deadline(outer)
        return (result, isOver)
    }
}
