internal import Glibc

/// Where random draws stand: a draw is a pure function of this and of its position in the tensor drawn.
///
/// The key is made of the seed, the stream (a lesson's step; empty at the prompt), the statement's number among those
/// of the stream that drew, the path of calls and iterations to the draw, and its ordinal there. So free play never
/// changes a lesson's numbers, and replaying a statement draws the same again.
struct Draws {
    private(set) var seed: UInt64
    private(set) var stream: UInt64 = 0
    /// How many statements of the stream have drawn.
    private(set) var statement: UInt64 = 0
    /// The path of calls and iterations, hashed.
    private var path: UInt64 = 0
    /// How many draws, calls and loops there have been on this path.
    private var ordinal: UInt64 = 0
    private(set) var hasDrawn = false
    /// Where a recording began, and the way here from there; nil where none goes on.
    private var recorded: (start: UInt64, way: Way?)?

    /// Whether a lesson draws here, and not the reader.
    private(set) var isOfLesson = false

    init(seed: UInt64) { self.seed = seed }

    init(_ position: DrawPosition, isOfLesson: Bool) {
        seed = position.seed
        if !position.stream.isEmpty {
            // FNV-1a, so that the numbers of a lesson do not depend on the process.
            stream = position.stream.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        }
        statement = UInt64(clamping: position.statement)
        self.isOfLesson = isOfLesson
    }

    /// Draws anew from a seed, outside any stream.
    mutating func begin(seed: UInt64) {
        let isOfLesson = isOfLesson
        self = Draws(seed: seed)
        self.isOfLesson = isOfLesson
    }

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
        if let recorded {
            let step = Trail.Step(ordinal: sinceRecording, index: index)
            self.recorded = (recorded.start, Way(step, after: recorded.way))
        }
        path = mixed(mixed(path, ordinal), UInt64(bitPattern: Int64(index)))
        ordinal = 0
        return outer
    }

    /// Comes back from the level that `outer` was left for; `isDone` where it was a call or a loop's last iteration,
    /// not where the same is to be drawn again.
    mutating func leave(to outer: Draws, isDone: Bool = true) {
        path = outer.path
        recorded = outer.recorded
        ordinal = outer.ordinal + (isDone ? 1 : 0)
    }

    /// The key of the next draw.
    mutating func nextKey() -> UInt64 {
        hasDrawn = true
        defer { ordinal += 1 }
        return mixed(mixed(mixed(mixed(seed, stream), statement), path), ordinal)
    }

    // MARK: Recorded draws

    /// The way to a draw from where a piece of code began, so that another run of the code finds the key it would draw
    /// by.
    struct Trail {
        struct Step {
            /// Counted from the beginning's own, at the level where the code began.
            let ordinal: UInt64
            let index: Int
        }

        let steps: [Step]
        let ordinal: UInt64
    }

    /// A way, its last step first: what a deep recursion adds to it costs the same at every depth.
    ///
    /// A class, because ways share their beginnings.
    private final class Way {
        let step: Trail.Step
        let before: Way?

        init(_ step: Trail.Step, after before: Way?) {
            self.step = step
            self.before = before
        }

        var steps: [Trail.Step] {
            var steps: [Trail.Step] = []
            var way: Way? = self
            while let current = way {
                steps.append(current.step)
                way = current.before
            }
            return steps.reversed()
        }
    }

    /// The ordinal that the present level is counted from.
    private var levelStart: UInt64 {
        guard let recorded, recorded.way == nil else { return 0 }
        return recorded.start
    }

    /// These draws at the beginning of code that is recorded; only what the code itself draws counts as drawn.
    var recording: Draws {
        var draws = self
        draws.recorded = (ordinal, nil)
        draws.hasDrawn = false
        return draws
    }

    /// The way to the next draw, where code is recorded.
    var trail: Trail? { recorded.map { Trail(steps: $0.way?.steps ?? [], ordinal: sinceRecording) } }

    /// These draws where a way leads that begins here.
    func following(_ trail: Trail) -> Draws {
        var draws = self
        let start = ordinal
        for (level, step) in trail.steps.enumerated() {
            draws.ordinal = step.ordinal &+ (level == 0 ? start : 0)
            _ = draws.enter(step.index)
        }
        draws.ordinal = trail.ordinal &+ (trail.steps.isEmpty ? start : 0)
        return draws
    }

    /// Goes on behind code that was run by a recording of it: behind `levels` calls, loops and draws of this level.
    mutating func skip(_ levels: UInt64, hasDrawn: Bool) {
        ordinal += levels
        self.hasDrawn = self.hasDrawn || hasDrawn
    }

    /// How many calls, loops and draws of its level lie between the beginning of a recording and here.
    var sinceRecording: UInt64 { ordinal &- levelStart }

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
