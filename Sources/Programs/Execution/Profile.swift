/// Where the time of a program goes.
public struct Profile: Sendable {
    /// How often the program was run while each instruction was timed.
    public let runs: Int
    /// Seconds of a run by itself, untimed within: the median of as many.
    public let duration: Double
    /// Seconds of each instruction in a run, by its position; with the clock's reading, and, for an instruction that runs
    /// block by block with others, with the filling of what it repeats.
    public let seconds: [Double]
}

extension Executable {
    /// Runs the program on known operands again and again, for about so long, and says where the time goes.
    public func profile(_ operands: [Operand], seconds budget: Double = 0.5) throws(ComputationError) -> Profile {
        let arguments = Operand.tensors(operands)
        let clock = ContinuousClock()
        // The first run plans, and finds nothing in the cache.
        _ = try run(arguments)
        let stopwatch = Stopwatch(instructionCount: program.instructions.count)
        var durations: [Duration] = []
        let start = clock.now
        repeat {
            let before = clock.now
            _ = try run(arguments)
            durations.append(clock.now - before)
            _ = try run(arguments, stopwatch)
        } while clock.now - start < .seconds(budget)
        durations.sort()
        return Profile(
            runs: durations.count, duration: durations[durations.count / 2] / .seconds(1),
            seconds: stopwatch.seconds.map { $0 / Double(durations.count) })
    }
}
