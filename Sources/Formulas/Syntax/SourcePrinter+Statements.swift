/// Statements and blocks of them.
extension SourcePrinter {
    /// The source of statements, one a line.
    public func print(_ statements: [Statement]) -> String {
        statements.map { print($0) }.joined(separator: "\n" + indentation)
    }

    /// The source of a statement. Its first line stands where it is put, the others are indented.
    public func print(_ statement: Statement) -> String { text(statement.kind) + (statement.isSilent ? ";" : "") }

    private func text(_ kind: Statement.Kind) -> String {
        switch kind {
        case .expression(let expression): print(expression)
        case .binding(let pattern, let value): text(pattern) + " = " + print(value)
        case .function(let name, _, let parameters, let body): name + "(" + list(parameters) + ") = " + print(body)
        case .forLoop(let pattern, let sequence, let statements):
            "for " + text(pattern) + " in " + print(sequence) + " " + block(statements)
        case .whileLoop(let condition, let statements): "while " + print(condition) + " " + block(statements)
        case .conditional(let condition, let then, let otherwise): conditional(condition, then, otherwise)
        case .claim(let claim): text(claim)
        case .use(let name, _): "use " + name
        case .derivation(let derivation): text(derivation)
        }
    }

    private func conditional(_ condition: Expression, _ then: [Statement], _ otherwise: [Statement]) -> String {
        let start = "if " + print(condition) + " " + block(then)
        if otherwise.isEmpty { return start }
        if otherwise.count == 1, case .conditional = otherwise[0].kind, !otherwise[0].isSilent {
            return start + " else " + print(otherwise[0])
        }
        return start + " else " + block(otherwise)
    }

    func block(_ statements: [Statement]) -> String {
        if statements.isEmpty { return "{ }" }
        if isInline { return "{ " + statements.map { print($0) }.joined(separator: "; ") + " }" }
        var inner = self
        inner.indentation += "  "
        return "{\n" + inner.indentation + inner.print(statements) + "\n" + indentation + "}"
    }

    // MARK: Claims

    private func text(_ claim: Claim) -> String {
        var result = ""
        if !claim.quantifiers.isEmpty {
            let quantifiers = claim.quantifiers.map { $0.name + " ~ " + print($0.distribution) }
            let draws = claim.draws.map { " for " + print($0) + " draws" } ?? ""
            result = "for all " + quantifiers.joined(separator: ", ") + draws + ": "
        }
        return result + (claim.isRefuted ? "refute " : "claim ") + text(claim.form)
    }

    private func text(_ form: Claim.Form) -> String {
        switch form {
        case .holds(let expression): return print(expression)
        case .equal(let left, _, _), .approximately(let left, _, _), .order(let left, _, _):
            return text(left, .range) + " " + step(form)
        }
    }

    /// A form from its comparison on.
    private func step(_ form: Claim.Form) -> String {
        switch form {
        case .equal(_, let right, let tolerance):
            return "== " + text(right, .range) + (tolerance.map { " within " + print($0) } ?? "")
        case .approximately(_, let right, let tolerance):
            return "≈ " + text(right, .range) + " within " + print(tolerance)
        case .order(_, let rest, let bound):
            return "== " + (rest.map { text($0, .sum) + " + " } ?? "") + "O(" + print(bound) + ")"
        case .holds(let expression):
            guard case .comparison(_, let op, let right) = expression.kind else { return print(expression) }
            return op.rawValue + " " + text(right, .range)
        }
    }

    private func text(_ derivation: Derivation) -> String {
        var lines = [text(derivation.start, .range)]
        for made in derivation.steps {
            lines.append("  " + step(made.claim.form) + (made.reason.map { "  -- " + $0 } ?? ""))
        }
        return lines.joined(separator: "\n" + indentation)
    }
}
