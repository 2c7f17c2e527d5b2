/// Statements, claims and derivations.
extension LatexPrinter {
    /// Statements, one below the other where there are several.
    public func print(_ statements: [Statement]) -> String {
        statements.count == 1
            ? print(statements[0])
            : "\\begin{aligned}" + statements.map { "& " + print($0) }.joined(separator: " \\\\ ") + "\\end{aligned}"
    }

    /// A statement.
    public func print(_ statement: Statement) -> String {
        switch statement.kind {
        case .expression(let expression): return print(expression)
        case .binding(let pattern, let value): return text(pattern) + " = " + print(value)
        case .function(let name, _, let parameters, let body):
            return LatexNames.function(name) + parenthesised(self.parameters(parameters)) + " = " + print(body)
        case .forLoop(let pattern, let sequence, let statements):
            return "\\textbf{for } " + text(pattern) + " \\in " + print(sequence) + "\\colon\\; " + block(statements)
        case .whileLoop(let condition, let statements):
            return "\\textbf{while } " + print(condition) + "\\colon\\; " + block(statements)
        case .conditional(let condition, let then, let otherwise):
            let start = "\\textbf{if } " + print(condition) + "\\colon\\; " + block(then)
            return otherwise.isEmpty ? start : start + " \\;\\textbf{else}\\colon\\; " + block(otherwise)
        case .claim(let claim): return text(claim)
        case .use(let name, _): return "\\textbf{use } " + LatexNames.name(name)
        case .derivation(let derivation): return text(derivation)
        }
    }

    /// A block: nothing, one statement, or several below each other.
    func block(_ statements: [Statement]) -> String {
        guard statements.count != 1 else { return print(statements[0]) }
        return "\\left\\{" + (statements.isEmpty ? "" : print(statements)) + "\\right."
    }

    private func text(_ claim: Claim) -> String {
        let quantifiers = claim.quantifiers.map {
            LatexNames.name($0.name) + " \\sim " + print($0.distribution)
        }
        let prefix = quantifiers.isEmpty ? "" : "\\forall\\, " + quantifiers.joined(separator: ",\\, ") + "\\colon\\; "
        return prefix + (claim.isRefuted ? "\\lnot\\left(" + text(claim.form) + "\\right)" : text(claim.form))
    }

    private func text(_ form: Claim.Form) -> String {
        switch form {
        case .holds(let expression): print(expression)
        case .equal(let left, _, _), .approximately(let left, _, _), .order(let left, _, _):
            text(left, .range) + " " + step(form)
        }
    }

    /// A form from its comparison on.
    private func step(_ form: Claim.Form) -> String {
        switch form {
        case .equal(_, let right, _): return "= " + text(right, .range)
        case .approximately(_, let right, _): return "\\approx " + text(right, .range)
        case .order(_, let rest, let bound):
            return "= " + (rest.map { text($0, .sum) + " + " } ?? "") + "O" + parenthesised(print(bound))
        case .holds(let expression):
            guard case .comparison(_, let op, let right) = expression.kind else { return print(expression) }
            return symbol(op) + " " + text(right, .range)
        }
    }

    /// Lines that stand aligned at their comparisons, with their reasons beside them.
    private func text(_ derivation: Derivation) -> String {
        let lines = derivation.steps.map { made in
            "& " + step(made.claim.form)
                + (made.reason.map { " && \\text{" + LatexNames.escaped($0) + "}" } ?? "")
        }
        return "\\begin{aligned}" + ([text(derivation.start, .range) + " "] + lines).joined(separator: " \\\\ ")
            + "\\end{aligned}"
    }
}
