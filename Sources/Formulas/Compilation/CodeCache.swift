internal import Programs

/// The traced code of a session.
///
/// A class, because every statement of a session finds what the others have left.
final class CodeCache {
    /// When a piece of code is traced to be run without the interpreter.
    enum Policy: Sendable {
        /// Derivatives and comprehensions at once, calls of functions once they have proved frequent.
        case automatic
        /// Everything at once.
        case eager
        /// Nothing.
        case never
    }

    /// Which code is run, and how.
    indirect enum Key: Hashable {
        /// A call, with the labels of its arguments.
        case call(Key, [String?], Precision)
        case comprehension(CodeIdentity, Precision)
        case loop(CodeIdentity, Precision)
        /// Formulas under other values of some bindings, which a form sets: by their text, since they are often typed
        /// again.
        case variation([String], of: [String], String)
        case closure(CodeIdentity)
        case builtIn(String)
        case gradient(Key, ArgumentSelector)
        case jacobian(Key)
        case higher(Key, Int)
        case contraction(Key, Int)
        /// A built-in that derives the function it is given.
        case derivative(String, Key)
    }

    /// What is known of a piece of code.
    struct Entry {
        /// How often it has run, and how often by a trace.
        var runs = 0
        var hits = 0
        /// Whether tracing it does not pay: it is decided by its numbers, or has effects.
        var isPlain = false
        /// How often tracing it has failed.
        var failures = 0
        /// The newest first.
        fileprivate(set) var traces: [TracedCode] = []
    }

    let policy: Policy
    private var entries: [Key: Entry] = [:]
    private var order: [Key] = []
    private var instructionCount = 0

    /// Traces of one piece of code, for other shapes of what it reads.
    private static let mostTraces = 8
    /// Instructions held in all.
    private static let mostInstructions = 1_000_000
    /// Calls of a function before it counts as frequent.
    static let frequent = 3

    init(_ policy: Policy = .automatic) { self.policy = policy }

    subscript(key: Key) -> Entry {
        get { entries[key] ?? Entry() }
        set {
            if entries[key] == nil { order.append(key) }
            entries[key] = newValue
        }
    }

    /// How much code has been met, how much of it is left to the interpreter, and how often a trace was run again.
    var counts: (codes: Int, plain: Int, hits: Int) {
        (entries.count, entries.values.count(where: \.isPlain), entries.values.reduce(0) { $0 + $1.hits })
    }

    /// What a run of some code gives by the first of its traces that holds for it; nil where none does.
    func run<T>(_ key: Key, by attempt: (TracedCode) throws(Diagnostic) -> T?) throws(Diagnostic) -> T? {
        self[key].runs += 1
        for traced in self[key].traces {
            guard let result = try attempt(traced) else { continue }
            self[key].hits += 1
            return result
        }
        return nil
    }

    /// Keeps a trace; the oldest go where there are too many.
    func keep(_ traced: TracedCode, _ key: Key) {
        var entry = self[key]
        entry.traces.insert(traced, at: 0)
        instructionCount += traced.program.instructions.count
        if entry.traces.count > Self.mostTraces {
            instructionCount -= entry.traces.removeLast().program.instructions.count
            // Every run was decided otherwise than the last ones.
            if entry.hits < entry.runs / 2 { entry.isPlain = true }
        }
        self[key] = entry
        while instructionCount > Self.mostInstructions, order.count > 1 {
            let oldest = order.removeFirst()
            for trace in entries[oldest]?.traces ?? [] { instructionCount -= trace.program.instructions.count }
            entries[oldest] = nil
        }
    }
}
