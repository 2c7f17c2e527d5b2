/// How long the instructions of a program take, over all runs that it has watched.
///
/// A class, because the steps of a run all write to one.
final class Stopwatch {
    /// By the instruction's position.
    private(set) var seconds: [Double]
    private var last = ContinuousClock.now

    init(instructionCount: Int) { seconds = [Double](repeating: 0, count: instructionCount) }

    /// What has passed up to now was nobody's.
    func start() { last = .now }

    /// What has passed since the last reading was an instruction's.
    func stop(_ instruction: Int) {
        let now = ContinuousClock.now
        seconds[instruction] += (now - last) / .seconds(1)
        last = now
    }
}
