internal import Glibc

/// How far a statement has come that has been running for a while.
public struct Progress: Equatable, Sendable {
    /// What a loop's body bound last to a name, and whether it tells how well training goes.
    public struct Loss: Equatable, Sendable {
        public let name: String
        public let value: Double

        public init(name: String, value: Double) {
            self.name = name
            self.value = value
        }
    }

    /// Since the statement began.
    public var seconds: Double
    /// The whole iterations of a top-level loop; nil where none runs.
    public var iterations: Int?
    /// Of how many; nil where only the loop's condition knows.
    public var count: Int?
    /// The number that the loop's body bound last: to `loss`, else to `L`, else to any name.
    public var loss: Loss?

    public init(seconds: Double, iterations: Int? = nil, count: Int? = nil, loss: Loss? = nil) {
        self.seconds = seconds
        self.iterations = iterations
        self.count = count
        self.loss = loss
    }
}

/// Tells from time to time how far a statement has come. Between those times it costs a look at a coarse clock for each
/// call and each iteration of a loop.
///
/// A class, because whoever listens and whatever runs share it.
public final class ProgressWatch {
    private let interval: UInt64
    private let listener: (Progress) -> Void
    private let ended: () -> Void
    private var start: UInt64 = 0
    private var next = UInt64.max
    private var progress = Progress(seconds: 0)

    /// - Parameters:
    ///   - interval: in seconds, between two times that `listener` is told.
    ///   - listener: called while the statement runs, on its thread, after a whole iteration where it is a loop.
    ///   - ended: called when a statement has ended, be it soon or late.
    public init(interval: Double = 0.1, listener: @escaping (Progress) -> Void, ended: @escaping () -> Void = {}) {
        self.interval = UInt64(interval * 1e9)
        self.listener = listener
        self.ended = ended
    }

    /// A statement begins to run.
    func begin() {
        progress = Progress(seconds: 0)
        start = Self.now()
        next = start + interval
    }

    /// It has ended, in whatever way.
    func end() {
        next = .max
        ended()
    }

    /// Whether it is time to tell.
    var isDue: Bool { next != .max && Self.now() >= next }

    /// What a top-level loop has come to, for the next time.
    func note(iterations: Int, of count: Int?, loss: Progress.Loss?) {
        progress.iterations = iterations
        progress.count = count
        progress.loss = loss
    }

    func tell() {
        let now = Self.now()
        progress.seconds = Double(now - start) / 1e9
        listener(progress)
        next = Self.now() + interval
    }

    /// Nanoseconds of a clock of some milliseconds' accuracy, which takes a tenth of the time of an exact one.
    private static func now() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC_COARSE, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
