/// Claims, alone and under `for all`.
extension SyntaxReader {
    /// `claim …` or `refute …`.
    func claim() throws(Diagnostic) -> Claim {
        let start = start
        let isRefuted = current == .refute
        guard current == .claim || current == .refute else { throw unexpected(wanted: "`claim` or `refute`") }
        advanceOverOperator()
        var stated = try expression()
        if current == .assign {
            throw Diagnostic(.syntax, "found `=` in a claim", at: span(of: token), help: "equality is `==`")
        }
        // Parentheses round a whole claim say nothing: what it compares is compared as a claim does.
        while case .parenthesised(let inner) = stated.kind { stated = inner }
        return Claim(isRefuted: isRefuted, form: try form(of: stated), span: span(from: start))
    }

    /// `for all x ~ d, y ~ e for 20 draws: claim …`.
    func quantifiedClaim() throws(Diagnostic) -> Claim {
        let start = start
        try expect(.for)
        advance()
        var quantifiers: [Claim.Quantifier] = []
        var draws: Expression?
        repeat {
            if !quantifiers.isEmpty, current == .comma { advanceOverOperator() }
            if current == .for, !quantifiers.isEmpty {
                draws = try self.draws()
                break
            }
            quantifiers.append(try quantifier())
        } while current == .comma || current == .for
        try expect(.colon, draws == nil ? "`,`, `for 20 draws` or `:`" : "`:`")
        var claim = try claim()
        claim.quantifiers = quantifiers
        claim.draws = draws
        claim.span = span(from: start)
        return claim
    }

    /// `x ~ d, y ~ e`, up to the end.
    func variables() throws(Diagnostic) -> [Claim.Quantifier] {
        var variables: [Claim.Quantifier] = []
        repeat {
            if current == .comma { advanceOverOperator() }
            variables.append(try quantifier())
        } while current == .comma
        try expect(.end, "`,` or the end")
        return variables
    }

    /// `x ~ d`.
    private func quantifier() throws(Diagnostic) -> Claim.Quantifier {
        let (name, nameSpan) = try takeName("the name of what is drawn")
        guard current == .tilde else {
            throw unexpected(wanted: "`~`", help: "a draw is written `for all x ~ randn(3): claim …`")
        }
        try expect(.tilde)
        return Claim.Quantifier(name: name, nameSpan: nameSpan, distribution: try expression())
    }

    private func draws() throws(Diagnostic) -> Expression {
        try expect(.for)
        let count = try expression()
        guard isAt(word: "draws") else { throw unexpected(wanted: "`draws`", help: "as in `for 20 draws`") }
        advance()
        return count
    }

    // MARK: Forms

    private var isAtTolerance: Bool { isAt(word: "within") }

    /// What an expression claims, with the tolerance that follows it.
    func form(of stated: Expression) throws(Diagnostic) -> Claim.Form {
        guard case .comparison(let left, let op, let right) = stated.kind, op == .equal || op == .approximately else {
            if isAtTolerance {
                throw unexpected(wanted: "the end of the claim", help: "a tolerance belongs to `==` or `≈`")
            }
            return .holds(stated)
        }
        let order = try orderTerm(in: right)
        let within = try tolerance()
        if let order {
            guard op == .equal, within == nil else {
                throw Diagnostic(
                    .syntax, "found `O(…)` with \(op == .equal ? "a tolerance" : "`≈`")", at: right.span,
                    help: "an order is claimed by `a == b + O(α²)` alone")
            }
            return .order(left, rest: order.rest, bound: order.bound)
        }
        guard op == .approximately else { return .equal(left, right, within: within) }
        guard let within else {
            throw unexpected(wanted: "`within`", help: "`≈` needs a tolerance: `claim a ≈ b within 5%`")
        }
        return .approximately(left, right, within: within)
    }

    /// `within 1e-6`, `within 5%`.
    private func tolerance() throws(Diagnostic) -> Expression? {
        guard isAtTolerance else { return nil }
        advance()
        let value = try expression()
        guard current == .percent else { return value }
        let percent = span(of: token)
        advance()
        if case .number(let number) = value.kind {
            return Expression(.number(number / 100), at: value.span.joined(with: percent))
        }
        let hundred = ChainLink(op: .dividedBy, operatorSpan: percent, operand: Expression(.number(100), at: percent))
        let grouped = Expression(.parenthesised(value), at: value.span)
        return Expression(.chain(grouped, [hundred]), at: value.span.joined(with: percent))
    }

    /// The term `O(m)` of a sum, with what is left without it; nil where there is none.
    private func orderTerm(in sum: Expression) throws(Diagnostic) -> (rest: Expression?, bound: Expression)? {
        if let bound = orderBound(of: sum) { return (nil, bound) }
        guard case .chain(let first, var links) = sum.kind else { return nil }
        if let bound = orderBound(of: first), let next = links.first {
            guard next.op == .plus else {
                throw Diagnostic(
                    .syntax, "found `O(…)` before `\(next.op.rawValue)`", at: first.span,
                    help: "it stands last: `a == b + O(α²)`")
            }
            links.removeFirst()
            return (try only(rest(next.operand, links)), bound)
        }
        guard let index = links.firstIndex(where: { orderBound(of: $0.operand) != nil }),
            let bound = orderBound(of: links[index].operand)
        else { return nil }
        guard links[index].op == .plus else {
            throw Diagnostic(
                .syntax, "found `\(links[index].op.rawValue) O(…)`", at: links[index].operatorSpan,
                help: "an order has no sign or factor: `+ O(α²)`")
        }
        links.remove(at: index)
        return (try only(rest(first, links)), bound)
    }

    /// A sum without an order, as what is left beside the one order of a claim must be.
    private func only(_ rest: Expression) throws(Diagnostic) -> Expression {
        var terms = [rest]
        if case .chain(let first, let links) = rest.kind { terms = [first] + links.map(\.operand) }
        guard let second = terms.first(where: { orderBound(of: $0) != nil }) else { return rest }
        throw Diagnostic(
            .syntax, "found a second `O(…)`", at: second.span, help: "several orders are one: `+ O(α + β²)`")
    }

    private func rest(_ first: Expression, _ links: [ChainLink]) -> Expression {
        guard let last = links.last else { return first }
        return Expression(.chain(first, links), at: first.span.joined(with: last.operand.span))
    }

    private func orderBound(of term: Expression) -> Expression? {
        guard case .call(let callee, let arguments) = term.kind, case .name("O") = callee.kind, arguments.count == 1,
            arguments[0].label == nil, case .expression(let bound) = arguments[0].value
        else { return nil }
        return bound
    }
}
