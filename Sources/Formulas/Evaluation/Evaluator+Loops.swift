internal import Programs
internal import Tensors

/// A loop, from which its iterations follow.
///
/// A class, because it goes unchanged from one iteration to the next.
final class Loop {
    enum Head {
        case items([Value], Pattern, Span)
        /// A range may be long: its numbers are made one at a time.
        case range(WholeRange, Pattern, Span)
        case condition(Expression)
    }

    let head: Head
    let body: [Statement]
    let span: Span
    /// The scope that it stands in.
    let scope: Scope?
    /// Whether it is itself a statement of the session, so that it keeps each whole iteration.
    let isTopLevel: Bool
    /// Where draws stand at its beginning.
    let start: Draws

    init(
        _ head: Head, _ body: [Statement], _ span: Span, _ scope: Scope?, isTopLevel: Bool, from start: Draws
    ) {
        self.head = head
        self.body = body
        self.span = span
        self.scope = scope
        self.isTopLevel = isTopLevel
        self.start = start
    }

    /// How many iterations there are; nil where that shows as they run.
    var count: Int? {
        switch head {
        case .items(let items, _, _): items.count
        case .range(let range, _, _): range.count
        case .condition: nil
        }
    }

    /// The value of the loop variable, with its pattern.
    func item(_ index: Int) -> (value: Value, pattern: Pattern)? {
        switch head {
        case .items(let items, let pattern, _): (items[index], pattern)
        case .range(let range, let pattern, _): (.number(Double(range.lower + index)), pattern)
        case .condition: nil
        }
    }

    /// Where draws stand at the beginning of an iteration.
    func draws(_ index: Int) -> Draws {
        var draws = start
        _ = draws.enter(index)
        return draws
    }

    /// The names that the body binds, those first that a loss has, then the last bound first.
    private(set) lazy var lossNames: [String] = {
        let names = body.flatMap(\.boundNames).reversed()
        return ["loss", "L"].filter(names.contains) + names.filter { $0 != "loss" && $0 != "L" }
    }()

    fileprivate var interruptionSpan: Span {
        switch head {
        case .items(_, _, let span), .range(_, _, let span): span
        case .condition: span
        }
    }
}

extension Evaluator {
    /// `for pattern in sequence { … }`.
    func loop(
        _ pattern: Pattern, over sequence: Expression, _ body: [Statement], _ span: Span, _ scope: Scope?,
        isTopLevel: Bool
    ) throws(Diagnostic) {
        let value = try evaluate(sequence, scope)
        let head: Loop.Head
        if case .range(let range) = value {
            head = .range(range, pattern, sequence.span)
        } else {
            head = .items(try items(value, sequence.span), pattern, sequence.span)
        }
        try run(Loop(head, body, span, scope, isTopLevel: isTopLevel, from: draws))
    }

    /// `while condition { … }`.
    func loop(
        while condition: Expression, _ body: [Statement], _ span: Span, _ scope: Scope?, isTopLevel: Bool
    ) throws(Diagnostic) {
        try run(Loop(.condition(condition), body, span, scope, isTopLevel: isTopLevel, from: draws))
    }

    private func run(_ loop: Loop) throws(Diagnostic) {
        guard loop.isTopLevel else { return try run(loop) { _ in } }
        try run(loop) { index in
            world.keepWrites(after: index, of: loop.count)
            if let watch, watch.isDue {
                watch.note(iterations: index, of: loop.count, loss: loss(of: loop))
                watch.tell()
            }
        }
    }

    /// The last number that the loop's body has bound to a name: `loss` and `L` come before others.
    private func loss(of loop: Loop) -> Progress.Loss? {
        for name in loop.lossNames {
            guard case .tensor(.known(let tensor))? = world.writes[name], tensor.type.element != .truth,
                let value = tensor.scalar
            else { continue }
            return Progress.Loss(name: name, value: value)
        }
        return nil
    }

    /// - Parameter onIteration: told how many iterations are whole.
    private func run(_ loop: Loop, onIteration: (Int) -> Void) throws(Diagnostic) {
        var index = 0
        while try goesOn(loop, index) {
            try checkInterrupt(loop.interruptionSpan)
            var done = try runByTrace(loop, from: index)
            if done == 0 {
                draws.leave(to: loop.start, isDone: false)
                _ = draws.enter(index)
                try execute(loop.body, try iterationScope(loop, index))
                done = 1
            }
            index += done
            onIteration(index)
        }
        draws.leave(to: loop.start)
    }

    private func goesOn(_ loop: Loop, _ index: Int) throws(Diagnostic) -> Bool {
        switch loop.head {
        case .items(let items, _, _): index < items.count
        case .range(let range, _, _): index < range.count
        case .condition(let condition): try isTrue(condition, loop.scope)
        }
    }

    private func iterationScope(_ loop: Loop, _ index: Int) throws(Diagnostic) -> Scope {
        let scope = Scope(parent: loop.scope, isIteration: true)
        if let (value, pattern) = loop.item(index) { try define(pattern, value, scope) }
        return scope
    }
}

extension Statement {
    /// The names that it binds to values, in order, those within its loops and branches included.
    fileprivate var boundNames: [String] {
        switch kind {
        case .binding(let pattern, _): pattern.names
        case .forLoop(_, _, let body), .whileLoop(_, let body): body.flatMap(\.boundNames)
        case .conditional(_, let then, let otherwise): (then + otherwise).flatMap(\.boundNames)
        case .expression, .function, .claim, .use, .derivation: []
        }
    }
}
