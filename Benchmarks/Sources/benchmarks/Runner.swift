internal import Formulas

/// A case, ready to be timed.
///
/// A class, because rounds take turns with those of other cases and peers, and each goes on where the last one ended.
final class Runner {
    private let benchmark: BenchmarkCase
    private let precision: Precision
    private let folder: String
    private var session: Session
    /// The session before the step, to which every run comes back: each does the same work, and none adds to the history.
    private var start: Session.State
    /// How many runs a round takes.
    private var repetitions = 1
    private var isWarm = false

    init(_ benchmark: BenchmarkCase, _ precision: Precision, folder: String) throws {
        self.benchmark = benchmark
        self.precision = precision
        self.folder = folder
        session = try Self.prepared(benchmark, precision, folder)
        start = session.state
    }

    /// A session with the case's inputs and functions.
    private static func prepared(_ benchmark: BenchmarkCase, _ precision: Precision, _ folder: String) throws -> Session
    {
        let session = Session(libraries: LibraryFolders([folder, "\(folder)/../../lessons/library"]))
        try run(benchmark.source(of: "inputs"), session)
        if precision == .single {
            for name in session.boundNames {
                switch session.value(of: name) {
                case .tensor, .record, .list:
                    try run(Source(name: "rounding", text: "\(name) = single(\(name));"), session)
                case .string, .range, .function, .linearOperator, .contraction, .figure, .nothing, nil: continue
                }
            }
        }
        session.precision = precision
        try run(benchmark.source(of: "setup"), session)
        return session
    }

    @discardableResult
    private static func run(_ source: Source, _ session: Session) throws -> Cell? {
        let cells = try session.run(source)
        if let diagnostic = cells.last?.diagnostic {
            throw BenchmarkFailure("\(source.name): \(diagnostic.json)\n\(cells.last?.source ?? "")")
        }
        return cells.last
    }

    /// Comes back to the session before the step; for a first call, to a new one.
    private func reset() throws {
        if benchmark.measure == .firstCall {
            session = try Self.prepared(benchmark, precision, folder)
        } else {
            session.state = start
        }
    }

    /// What the case's result is, as JSON.
    func result() throws -> String {
        try reset()
        try Self.run(benchmark.source(of: "step"), session)
        let cell = try Self.run(benchmark.source(of: "result"), session)
        return cell?.json ?? "null"
    }

    /// Seconds that `count` runs take.
    private func seconds(_ count: Int) throws -> Double {
        var total = Duration.zero
        let clock = ContinuousClock()
        for _ in 0..<count {
            try reset()
            let step = benchmark.source(of: "step")
            let begin = clock.now
            let cell = try Self.run(step, session)
            if benchmark.measure == .printing, cell?.rendering(width: 80) == nil {
                throw BenchmarkFailure("\(benchmark.name): the step prints nothing")
            }
            total += clock.now - begin
        }
        return Double(total.components.seconds) + Double(total.components.attoseconds) * 1e-18
    }

    /// Seconds for one run, a mean over as many as fill about a fifth of a second.
    func round() throws -> Double {
        if !isWarm {
            isWarm = true
            // The first runs trace the code; a call is traced only once it has proved frequent.
            for _ in 0..<5 { _ = try seconds(1) }
            repetitions = max(1, min(20_000, Int(0.2 / (try seconds(2) / 2))))
        }
        return try seconds(repetitions) / Double(repetitions)
    }
}
