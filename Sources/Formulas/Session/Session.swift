/// A session: bindings, the statements that made them, and the numbered cells.
///
/// A class, because the prompt, a lesson and the commands all act on one.
public final class Session {
    /// A state to come back to.
    public struct State {
        var history = History()
        var draws: Draws
        fileprivate var nextCellNumber = 1
    }

    public var state: State

    let libraries: Libraries
    let cache: CodeCache

    public convenience init(seed: UInt64 = 0, libraries: LibraryFolders = LibraryFolders()) {
        self.init(seed: seed, libraries: libraries, tracing: .automatic)
    }

    init(seed: UInt64 = 0, libraries: LibraryFolders = LibraryFolders(), tracing: CodeCache.Policy) {
        state = State(draws: Draws(seed: seed))
        self.libraries = Libraries(libraries)
        cache = CodeCache(tracing)
    }

    /// The number the next cell will have.
    public var nextCellNumber: Int { state.nextCellNumber }

    /// All top-level names bound now, sorted.
    public var boundNames: [String] { state.history.names }

    /// The value of a top-level name.
    public func value(of name: String) -> Value? {
        state.history.version(of: name, before: state.history.nodes.count).flatMap {
            state.history.nodes[$0].writes[name]
        }
    }

    /// Runs `body` with draws that depend on a seed and a stream of their own, and then goes on with the draws from
    /// before: a lesson gives each block its own, so that free play never changes a lesson's numbers.
    public func drawing<R, E: Error>(seed: UInt64, stream: String, _ body: () throws(E) -> R) throws(E) -> R {
        let outer = state.draws
        state.draws = Draws(seed: seed, stream: stream)
        defer { state.draws = outer }
        return try body()
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

    private func run(_ statements: [Statement], keepGoing: Bool, _ onCell: (Cell) -> Void) -> [Cell] {
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
        let outcome = evaluate(statement)
        let writes = outcome.node.writes
        if outcome.diagnostic == nil || !writes.isEmpty {
            state.history.append(outcome.node, libraries: outcome.libraries)
            state.draws = outcome.draws
        }
        let name = statement.boundName
        return Cell(
            number: number, source: statement.span.text, span: statement.span, name: name,
            value: name.flatMap { writes[$0] } ?? outcome.value,
            showsValue: statement.isExpression && !statement.isSilent, printed: outcome.printed,
            claims: outcome.claims, diagnostic: outcome.diagnostic)
    }

    /// What came of a statement.
    private struct Outcome {
        let value: Value?
        let diagnostic: Diagnostic?
        let node: History.Node
        let libraries: Set<String>
        /// Where draws stand afterwards.
        let draws: Draws
        let printed: [String]
        let claims: [ClaimOutcome]
    }

    /// Evaluates a statement in a world of its own. The world shares the history; it is gone before anything is appended,
    /// for otherwise every statement would copy all those before it.
    private func evaluate(_ statement: Statement) -> Outcome {
        var draws = state.draws
        draws.beginStatement()
        let world = World(history: state.history, position: state.history.nodes.count)
        let evaluator = Evaluator(world: world, draws: draws, libraries: libraries, cache: cache)
        var value: Value?
        var diagnostic: Diagnostic?
        do throws(Diagnostic) {
            value = try evaluator.execute(statement, nil, isTopLevel: true)
            if case .nothing = value { value = nil }
        } catch {
            diagnostic = error
        }
        evaluator.draws.endStatement()
        let writes = diagnostic == nil ? world.writes : world.kept
        return Outcome(
            value: value, diagnostic: diagnostic,
            node: History.Node(statement: statement, reads: world.reads, writes: writes, draws: draws),
            libraries: diagnostic == nil ? world.libraries : [], draws: evaluator.draws, printed: evaluator.printed,
            claims: evaluator.claims)
    }

    /// Comes back to a state, and keeps those of the user's own names that it does not have: what was bound outside any
    /// lesson's stream. Cells go on being numbered.
    public func restore(_ saved: State) {
        var restored = saved
        let taken = Set(saved.history.names)
        for node in state.history.nodes where !node.draws.isOfLesson {
            let own = node.writes.filter { !taken.contains($0.key) }
            guard !own.isEmpty else { continue }
            restored.history.append(
                .init(statement: node.statement, reads: node.reads, writes: own, draws: node.draws))
        }
        restored.nextCellNumber = state.nextCellNumber
        restored.draws = state.draws
        state = restored
    }

    /// Every claim of the session again, with each name rebound since replaced by its present value and everything
    /// computed from it recomputed.
    public func checkAgain() -> [Cell] {
        let history = state.history
        var cells: [Cell] = []
        for (position, node) in history.nodes.enumerated() where node.statement.isClaim {
            let evaluator = Evaluator(
                world: World(history: history, position: position), draws: node.draws, libraries: libraries,
                cache: cache)
            var diagnostic: Diagnostic?
            do throws(Diagnostic) {
                let world = evaluator.world.varying(rebound(since: position))
                try evaluator.within(world) { () throws(Diagnostic) in _ = try evaluator.execute(node.statement, nil) }
            } catch {
                diagnostic = error
            }
            cells.append(
                Cell(
                    number: cells.count + 1, source: node.statement.span.text, span: node.statement.span, name: nil,
                    value: nil, showsValue: false, printed: [], claims: evaluator.claims, diagnostic: diagnostic))
            if diagnostic?.kind == .interrupted { break }
        }
        return cells
    }

    /// The present values of names bound before a position and bound anew after it. A name that was computed from its
    /// own last value (`θ = θ - …`) has moved on, and is not the earlier one with another value.
    private func rebound(since position: Int) -> [String: Value] {
        let history = state.history
        var values: [String: Value] = [:]
        for name in history.names {
            guard history.version(of: name, before: position) != nil,
                let latest = history.version(of: name, before: history.nodes.count), latest >= position,
                !history.nodes[latest].reads.contains(name), let value = history.nodes[latest].writes[name]
            else { continue }
            values[name] = value
        }
        return values
    }
}

extension Statement {
    /// The one name a binding or a definition binds.
    fileprivate var boundName: String? {
        switch kind {
        case .binding(.name(let name, _), _): name
        case .function(let name, _, _, _): name
        case .binding, .expression, .forLoop, .whileLoop, .conditional, .claim, .use, .derivation: nil
        }
    }

    fileprivate var isExpression: Bool {
        if case .expression = kind { true } else { false }
    }

    fileprivate var isClaim: Bool {
        switch kind {
        case .claim, .derivation: true
        case .binding, .function, .expression, .forLoop, .whileLoop, .conditional, .use: false
        }
    }
}
