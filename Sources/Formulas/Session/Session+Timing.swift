internal import CSignals

/// How long an entry took.
public struct Timing: Sendable {
    /// Of the first run, by the clock on the wall.
    public let seconds: Double
    /// Of one run among many, where the entry is a formula that computes and does nothing else.
    public let secondsEach: Double?
}

extension Session {
    /// Runs an entry, as `run` does, and says how long it took. What is quick and only computes is evaluated again and
    /// again for up to a second, which changes nothing of the session.
    ///
    /// - Throws: the entry's mistake, where it has one that stands against its running.
    public func time(_ source: Source, onCell: (Cell) -> Void = { _ in }) throws(Diagnostic) -> Timing {
        let statements = try Parser.parse(source)
        let before = state
        let start = ContinuousClock.now
        var cells: [Cell] = []
        // Shown afterwards: to show a figure may take longer than to compute it.
        try run(source) { cells.append($0) }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        for cell in cells { onCell(cell) }
        guard let statement = statements.first, statements.count == 1, statement.isExpression, seconds < 0.5,
            cells.allSatisfy({ $0.isGood && !$0.hadEffect })
        else { return Timing(seconds: seconds, secondsEach: nil) }
        let after = state
        defer { state = after }
        state = before
        let again = ContinuousClock.now
        var runs = 0
        while again.duration(to: .now) < .seconds(1) - .seconds(seconds) {
            let outcome = evaluate(statement, asCell: nextCellNumber)
            if outcome.diagnostic != nil || signals_interrupted() {
                return Timing(seconds: seconds, secondsEach: nil)
            }
            runs += 1
        }
        let each = (ContinuousClock.now - again) / .seconds(1) / Double(max(1, runs))
        return Timing(seconds: seconds, secondsEach: runs > 1 ? each : nil)
    }
}
