internal import Glibc

/// Where random draws stand: a draw is a pure function of this and of its position in the tensor drawn.
///
/// The key is made of the seed, the stream (a lesson's step; empty at the prompt), the statement's number among those
/// of the stream that drew, the path of calls and iterations to the draw, and its ordinal there. So free play never
/// changes a lesson's numbers, and replaying a statement draws the same again.
struct Draws: Hashable, Sendable {
    private(set) var seed: UInt64
    private(set) var stream: UInt64 = 0
    /// How many statements of the stream have drawn.
    private(set) var statement: UInt64 = 0
    /// The path of calls and iterations, hashed.
    private var path: UInt64 = 0
    /// How many draws, calls and loops there have been on this path.
    private var ordinal: UInt64 = 0
    private var hasDrawn = false

    init(seed: UInt64) { self.seed = seed }

    init(seed: UInt64, stream: String) {
        self.seed = seed
        // FNV-1a, so that the numbers of a lesson do not depend on the process.
        self.stream = stream.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    /// Whether the stream is one of a lesson's.
    var isOfLesson: Bool { stream != 0 }

    /// Before a statement runs.
    mutating func beginStatement() {
        path = 0
        ordinal = 0
        hasDrawn = false
    }

    /// After a statement has run: the next one that draws has a number of its own.
    mutating func endStatement() {
        if hasDrawn { statement += 1 }
    }

    /// Runs `body` one level down: in a call, or in iteration `index` of a loop.
    mutating func enter(_ index: Int = 0) -> Draws {
        let outer = self
        path = mixed(mixed(path, ordinal), UInt64(bitPattern: Int64(index)))
        ordinal = 0
        return outer
    }

    /// Comes back from the level that `outer` was left for; `isDone` where it was a call or a loop's last iteration,
    /// not where the same is to be drawn again.
    mutating func leave(to outer: Draws, isDone: Bool = true) {
        path = outer.path
        ordinal = outer.ordinal + (isDone ? 1 : 0)
    }

    /// The key of the next draw.
    mutating func nextKey() -> UInt64 {
        hasDrawn = true
        defer { ordinal += 1 }
        return mixed(mixed(mixed(mixed(seed, stream), statement), path), ordinal)
    }

    private func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
        Self.scrambled(a &* 0x9e37_79b9_7f4a_7c15 &+ Self.scrambled(b &+ 0x9e37_79b9_7f4a_7c15))
    }

    /// The finaliser of SplitMix64 (Steele, Lea & Flood 2014).
    private static func scrambled(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
