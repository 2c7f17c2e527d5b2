internal import CSignals
internal import CStack
internal import Programs
internal import Tensors

/// Evaluates syntax trees: one statement of a session at a time.
///
/// A class, because the parts of an expression share the draws, the depth and what has been printed.
final class Evaluator {
    /// What the top-level names mean.
    var world: World
    /// Where random draws stand.
    var draws: Draws
    /// What numbers are made in.
    var precision = Precision.double
    /// Whether a NaN that comes up is an error.
    var trapsNaN = false
    /// How many traces enclose what is being evaluated.
    var traceDepth = 0
    /// What is being traced to be run again.
    var recording: Recording?
    /// Notes what each operation comes from, where a formula is traced to be looked at.
    var provenance: Provenance?
    let cache: CodeCache
    /// What `print` and `show` put out, in order.
    var outputs: [Cell.Output] = []
    /// The claims met, in order.
    var claims: [ClaimOutcome] = []
    /// Whether anything did more than compute.
    var hadEffect = false
    let builtIns: BuiltInTable
    let libraries: Libraries
    /// The files and data sets within reach.
    let surroundings: Surroundings
    /// The libraries being read, the outermost first.
    var using: [String] = []
    /// Told how far a top-level loop has come.
    var watch: ProgressWatch?
    private var callDepth = 0
    private var interruptChecks = 0

    /// Calls within calls; more would be a recursion that does not end.
    private static let maximumCallDepth = 20_000
    /// After so many looks at the interrupt flag comes one at the memory.
    private static let checksOfMemory = 256
    /// Bytes of stack below which nothing is called any more.
    private static let stackReserve = 256 << 10

    init(
        world: World, draws: Draws, libraries: Libraries, cache: CodeCache, surroundings: Surroundings,
        builtIns: BuiltInTable = .standard
    ) {
        self.world = world
        self.draws = draws
        self.libraries = libraries
        self.cache = cache
        self.surroundings = surroundings
        self.builtIns = builtIns
    }

    /// Runs what may fail in the engine, and says where in the formula it did.
    ///
    /// - Parameter topic: what help has on it, where shapes and the like do not fit.
    func at<T>(
        _ span: Span, topic: @autoclosure () -> String? = nil, _ body: () throws(ComputationError) -> T
    ) throws(Diagnostic) -> T {
        do throws(ComputationError) {
            return try noted(span, body)
        } catch {
            throw Diagnostic(error, at: span, topic: topic())
        }
    }

    /// The same, where the caller says where it failed.
    func noted<T>(_ span: Span, _ body: () throws(ComputationError) -> T) throws(ComputationError) -> T {
        guard let provenance else { return try body() }
        return try provenance.tracing(span, body)
    }

    /// Stops at the user's Ctrl-C, and where a trace has become too long.
    func checkInterrupt(_ span: Span) throws(Diagnostic) {
        if signals_interrupted() { throw Diagnostic(.interrupted, "interrupted", at: span) }
        if let watch, watch.isDue { watch.tell() }
        interruptChecks &+= 1
        if interruptChecks % Self.checksOfMemory == 0 {
            do throws(ComputationError) { try Memory.checkLimit() } catch { throw Diagnostic(error, at: span) }
        }
        if let recording, recording.trace.instructionCount > recording.limit {
            recording.abandon()
            throw Diagnostic(.evaluation, "the trace becomes too long", at: span)
        }
    }

    /// Runs `body` one call deeper.
    func deeper<T>(_ span: Span, _ name: String, _ body: () throws(Diagnostic) -> T) throws(Diagnostic) -> T {
        try checkInterrupt(span)
        guard callDepth < Self.maximumCallDepth, stack_remaining() > Self.stackReserve else {
            throw Diagnostic(
                .evaluation, "calls nested too deep: \(callDepth) calls, the last of \(name)", at: span,
                help: "does the recursion end?")
        }
        callDepth += 1
        let outer = draws.enter()
        defer {
            callDepth -= 1
            draws.leave(to: outer)
        }
        return try body()
    }

    /// Runs `body` one trace deeper.
    func tracing<T>(_ body: (_ depth: Int) throws(Diagnostic) -> T) throws(Diagnostic) -> T {
        traceDepth += 1
        defer { traceDepth -= 1 }
        return try body(traceDepth)
    }

    /// Runs `body` with the top-level names meaning something else, as a statement of its own that began with given
    /// draws.
    func within<T>(_ other: World, draws otherDraws: Draws? = nil, _ body: () throws(Diagnostic) -> T)
        throws(Diagnostic) -> T
    {
        let (outerWorld, outerDraws) = (world, draws)
        world = other
        if let otherDraws { draws = otherDraws }
        defer {
            world = outerWorld
            if otherDraws != nil { draws = outerDraws }
            world.noteReads(of: other)
        }
        return try body()
    }
}
