/// A session: bindings, the statements that made them, and the numbered cells.
///
/// A class, because the prompt, a lesson and the commands all act on one.
public final class Session {
    /// A state to come back to.
    public struct State {
        var history = History()
        var draws: Draws
        fileprivate var nextCellNumber = 1
        /// What each aside that goes on will come back to, the outermost first.
        var settled: [State] = []
    }

    public var state: State

    private let libraries: Libraries
    private let surroundings: Surroundings
    let cache: CodeCache

    /// The precision that statements make numbers in; claims and the forms that vary a binding use double in any case.
    public var precision = Precision.double

    /// Whether a NaN that comes up in a formula is an error there, rather than a number like others.
    public var trapsNaN = false

    /// Told how far a statement has come that takes long; nil where nobody listens.
    public var watch: ProgressWatch?

    public convenience init(
        seed: UInt64 = 0, libraries: LibraryFolders = LibraryFolders(), surroundings: Surroundings = Surroundings()
    ) {
        self.init(seed: seed, libraries: libraries, surroundings: surroundings, tracing: .automatic)
    }

    init(seed: UInt64, libraries: LibraryFolders, surroundings: Surroundings, tracing: CodeCache.Policy) {
        state = State(draws: Draws(seed: seed))
        self.libraries = Libraries(libraries)
        self.surroundings = surroundings
        cache = CodeCache(tracing)
    }

    /// An evaluator with what all statements of the session share.
    func evaluator(_ world: World, _ draws: Draws) -> Evaluator {
        let evaluator = Evaluator(
            world: world, draws: draws, libraries: libraries,
            // Only the interpreter sees which part of a formula makes a NaN.
            cache: trapsNaN ? CodeCache(.never) : cache, surroundings: surroundings)
        evaluator.trapsNaN = trapsNaN
        evaluator.watch = watch
        return evaluator
    }

    /// The number the next cell will have.
    public var nextCellNumber: Int { state.nextCellNumber }

    /// All top-level names bound now, sorted.
    public var boundNames: [String] { state.history.names }

    /// The value of a top-level name.
    public func value(of name: String) -> Value? {
        state.history.latest(name).flatMap { state.history.nodes[$0].writes[name] }
    }

    /// The statement that bound a top-level name last, as it was written.
    public func source(of name: String) -> String? {
        state.history.latest(Names.canonical(name)).map { state.history.nodes[$0].statement.span.text }
    }

    /// Parses a source, and runs each statement as a cell; `onCell` sees every cell as it ends. Stops after the first
    /// cell that fails, unless `keepGoing`; after the user's Ctrl-C in any case, whose flag the caller takes back. Throws,
    /// with nothing run, where the source does not parse.
    @discardableResult
    public func run(
        _ source: Source, keepGoing: Bool = false, onCell: (Cell) -> Void = { _ in }
    ) throws(Diagnostic) -> [Cell] {
        run(try Parser.parse(source), keepGoing: keepGoing, onCell)
    }

    /// The same for a block of derivations: chains of claims with reasons.
    @discardableResult
    public func runDerivation(
        _ source: Source, keepGoing: Bool = false, onCell: (Cell) -> Void = { _ in }
    ) throws(Diagnostic) -> [Cell] {
        run(try Parser.parseDerivations(source), keepGoing: keepGoing, onCell)
    }

    func run(_ statements: [Statement], keepGoing: Bool, _ onCell: (Cell) -> Void) -> [Cell] {
        var cells: [Cell] = []
        for statement in statements {
            let cell = run(statement)
            cells.append(cell)
            onCell(cell)
            if !cell.isGood && (!keepGoing || cell.diagnostic?.kind == .interrupted) { break }
        }
        return cells
    }

    /// Runs one statement. It is atomic: where it fails the bindings are as before, but for a top-level loop, which
    /// keeps each whole iteration.
    private func run(_ statement: Statement) -> Cell {
        let number = state.nextCellNumber
        state.nextCellNumber += 1
        watch?.begin()
        let outcome = evaluate(statement, asCell: number)
        watch?.end()
        let writes = outcome.node.writes
        if outcome.diagnostic == nil || !writes.isEmpty {
            state.history.append(outcome.node, libraries: outcome.libraries)
            state.draws = outcome.draws
        }
        let name = statement.boundName
        return Cell(
            number: number, source: statement.span.text, span: statement.span, name: name,
            value: name.flatMap { writes[$0] } ?? outcome.value,
            showsValue: statement.isExpression && !statement.isSilent, outputs: outcome.outputs,
            claims: outcome.claims, diagnostic: outcome.diagnostic, hadEffect: outcome.hadEffect)
    }

    /// What came of a statement.
    struct Outcome {
        let value: Value?
        let diagnostic: Diagnostic?
        let node: History.Node
        let libraries: Set<String>
        /// Where draws stand afterwards.
        let draws: Draws
        let outputs: [Cell.Output]
        let claims: [ClaimOutcome]
        /// Whether it did more than compute: it printed, claimed, read or wrote a file.
        let hadEffect: Bool
    }

    /// Evaluates a statement in a world of its own. The world shares the history; it is gone before anything is appended,
    /// for otherwise every statement would copy all those before it.
    func evaluate(_ statement: Statement, asCell number: Int) -> Outcome {
        var draws = state.draws
        draws.beginStatement()
        let world = World(history: state.history, position: state.history.nodes.count)
        let evaluator = evaluator(world, draws)
        evaluator.precision = precision
        var value: Value?
        var diagnostic: Diagnostic?
        do throws(Diagnostic) {
            value = try evaluator.run(statement, resultName: ResultName.of(cell: number))
            if case .nothing = value { value = nil }
        } catch {
            diagnostic = error
            if error.kind == .interrupted, let (whole, count) = world.keptIterations {
                let of = count.map { " of \($0)" } ?? ""
                diagnostic = Diagnostic(
                    .interrupted, "interrupted after iteration \(whole)\(of), whose bindings are kept",
                    at: error.span ?? statement.span)
            }
        }
        evaluator.draws.endStatement()
        let writes = diagnostic == nil ? world.writes : world.kept
        return Outcome(
            value: value, diagnostic: diagnostic,
            node: History.Node(
                statement: statement, reads: world.reads, writes: writes, draws: draws, precision: precision,
                resultBefore: world.lastResult),
            libraries: diagnostic == nil ? world.libraries : [], draws: evaluator.draws, outputs: evaluator.outputs,
            claims: evaluator.claims, hadEffect: evaluator.hadEffect)
    }

    /// Comes back to a state, and keeps those of the user's own names that it does not have: what was bound outside any
    /// lesson's stream. Cells go on being numbered.
    public func restore(_ saved: State) {
        var restored = saved
        let taken = Set(saved.history.names)
        var places: [Int: Int] = [:]
        for (position, old) in state.history.nodes.enumerated() where !old.draws.isOfLesson {
            var node = old
            node.writes = old.writes.filter { !taken.contains($0.key) }
            guard !node.writes.isEmpty else { continue }
            // Only what the user's own statements bound is still there to mean something earlier.
            node.versions = old.versions.compactMapValues { $0.flatMap { places[$0] }.map(Optional.some) }
            node.origin = old.origin.flatMap { places[$0] }
            node.settlement = nil
            node.resultBefore = nil
            node.inDouble = DoubleValues()
            places[position] = restored.history.nodes.count
            restored.history.append(node)
        }
        restored.nextCellNumber = state.nextCellNumber
        restored.draws = state.draws
        state = restored
    }
}

extension Statement {
    /// The one name a binding or a definition binds.
    var boundName: String? {
        switch kind {
        case .binding(.name(let name, _), _): name
        case .function(let name, _, _, _): name
        case .binding, .expression, .forLoop, .whileLoop, .conditional, .claim, .use, .derivation: nil
        }
    }

    var isExpression: Bool {
        if case .expression = kind { true } else { false }
    }
}
