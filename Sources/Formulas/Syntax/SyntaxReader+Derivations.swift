/// Derivations: chains of claims, one a line.
extension SyntaxReader {
    func derivations() throws(Diagnostic) -> [Statement] {
        var statements: [Statement] = []
        skipNewlines()
        while current != .end {
            let derivation = try derivation()
            statements.append(Statement(.derivation(derivation), at: derivation.span))
            skipNewlines()
        }
        return statements
    }

    private func derivation() throws(Diagnostic) -> Derivation {
        if current.level == .comparison {
            throw unexpected(wanted: "the first line of a derivation", help: "a step goes on from the line before it")
        }
        let start = start
        let first = try operators(.range)
        if current == .reason { advance() }
        var end = lastEnd
        var steps: [Derivation.Step] = []
        // What the next step goes on from; nil after a line that was an order alone.
        var left: Expression? = first
        while isAtStep() {
            skipNewlines()
            guard let known = left else {
                throw unexpected(wanted: "a new derivation", help: "a line `== O(…)` leaves nothing to go on from")
            }
            let (step, right) = try step(from: known)
            steps.append(step)
            left = right
            end = lastEnd
            if current == .reason { advance() }
        }
        guard current == .newline || current == .end else {
            throw unexpected(wanted: "an operator, a comparison or the end of the line")
        }
        guard !steps.isEmpty else {
            throw Diagnostic(
                .syntax, "a derivation that claims nothing", at: first.span,
                help: "its next line starts with a comparison: `== …`")
        }
        return Derivation(start: first, steps: steps, span: Span(source, start..<end))
    }

    /// Whether a comparison comes next, on this line or after it.
    private func isAtStep() -> Bool {
        var index = position
        while tokens[index].kind == .newline { index += 1 }
        return tokens[index].kind.level == .comparison
    }

    private func step(from left: Expression) throws(Diagnostic) -> (Derivation.Step, right: Expression?) {
        let start = start
        guard let op = current.comparison else { throw unexpected(wanted: "a comparison") }
        advanceOverOperator()
        let right = try operators(.range)
        let stated = Expression(.comparison(left, op, right), at: span(from: start))
        let form = try form(of: stated)
        let claim = Claim(isRefuted: false, form: form, span: span(from: start))
        let text = source.text(of: start..<lastEnd)
        var reason: String?
        if current == .reason {
            let written = self.text(of: token).dropFirst(2)
            reason = String(written.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }
        guard current == .reason || current == .newline || current == .end || current.level == .comparison else {
            throw unexpected(wanted: "an operator or the end of the line")
        }
        if case .order(_, let rest, _) = form {
            return (Derivation.Step(claim: claim, text: text, reason: reason), rest)
        }
        return (Derivation.Step(claim: claim, text: text, reason: reason), right)
    }
}
