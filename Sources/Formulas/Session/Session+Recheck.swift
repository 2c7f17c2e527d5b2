extension Session {
    /// Every claim of the session again, with each name rebound since replaced by its present value and everything
    /// computed from it recomputed. A present value that is itself stale is recomputed first.
    public func checkAgain() -> [Cell] {
        let history = state.history
        var present = PresentValues(self)
        var cells: [Cell] = []
        for (position, node) in history.nodes.enumerated() where node.statement.isClaim {
            let evaluator = evaluator(World(history: history, position: position), node.draws)
            var diagnostic: Diagnostic?
            do throws(Diagnostic) {
                let values = try present.values(reboundSince: position)
                try evaluator.inDoublePrecision { () throws(Diagnostic) in
                    try evaluator.within(evaluator.world.varying(values)) { () throws(Diagnostic) in
                        _ = try evaluator.execute(node.statement, nil)
                    }
                }
            } catch {
                diagnostic = error
            }
            cells.append(
                Cell(
                    number: cells.count + 1, source: node.statement.span.text, span: node.statement.span, name: nil,
                    value: nil, showsValue: false, outputs: [], claims: evaluator.claims, diagnostic: diagnostic))
            if diagnostic?.kind == .interrupted { break }
        }
        return cells
    }
}

/// The values that names have now, stale ones recomputed; each once.
private struct PresentValues {
    private let session: Session
    private let history: History
    private let staleness: Staleness
    private var lineage: Lineage
    private var recomputed: [String: Result<Value?, Diagnostic>] = [:]

    init(_ session: Session) {
        self.session = session
        history = session.state.history
        staleness = Staleness(history)
        lineage = Lineage(history)
    }

    /// The values of names bound before a position and bound anew after it. A name that was computed from the value it
    /// had there (`θ = θ - …`, or `θ' = θ - …` and then `θ = θ'`) has moved on, and is not the earlier one with another
    /// value.
    mutating func values(reboundSince position: Int) throws(Diagnostic) -> [String: Value] {
        var values: [String: Value] = [:]
        for name in history.names {
            guard let then = history.version(of: name, before: position), let latest = history.latest(name),
                latest >= position, !lineage.derives(latest, from: then)
            else { continue }
            values[name] = try value(of: name, at: latest, before: position)
        }
        return values
    }

    private mutating func value(of name: String, at latest: Int, before position: Int) throws(Diagnostic) -> Value? {
        let last = history.nodes[latest].writes[name]
        let isRead = lineage.reads(name, position)
        guard staleness.isStale(latest) || isRead && history.hasSingle else { return last }
        let result = recomputed[name] ?? recompute(name)
        recomputed[name] = result
        switch result {
        case .success(let value): return value
        case .failure(let error):
            // A binding that can't be recomputed fails the claims that it matters to, and no other.
            guard error.kind == .interrupted || isRead else { return last }
            throw error
        }
    }

    /// In double precision, as claims want it.
    private func recompute(_ name: String) -> Result<Value?, Diagnostic> {
        do throws(Diagnostic) {
            let refreshed = try session.refreshed(history, [name]).history
            let evaluator = session.evaluator(
                World(history: refreshed, position: refreshed.nodes.count), Draws(seed: 0))
            return .success(
                try evaluator.inDoublePrecision { () throws(Diagnostic) in try evaluator.topLevelValue(name) })
        } catch {
            return .failure(error)
        }
    }
}

extension Statement {
    fileprivate var isClaim: Bool {
        switch kind {
        case .claim, .derivation: true
        case .binding, .function, .expression, .forLoop, .whileLoop, .conditional, .use: false
        }
    }
}
