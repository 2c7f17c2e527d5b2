/// Two statements are equal when they say the same, wherever they were read.
extension Statement: Equatable {
    public static func == (left: Statement, right: Statement) -> Bool {
        left.isSilent == right.isSilent && left.kind == right.kind
    }
}

extension Statement.Kind: Equatable {
    public static func == (left: Statement.Kind, right: Statement.Kind) -> Bool {
        switch (left, right) {
        case (.expression(let a), .expression(let b)): a == b
        case (.binding(let a, let c), .binding(let b, let d)): a == b && c == d
        case (.function(let a, _, let c, let e), .function(let b, _, let d, let f)): a == b && c == d && e == f
        case (.forLoop(let a, let c, let e), .forLoop(let b, let d, let f)): a == b && c == d && e == f
        case (.whileLoop(let a, let c), .whileLoop(let b, let d)): a == b && c == d
        case (.conditional(let a, let c, let e), .conditional(let b, let d, let f)): a == b && c == d && e == f
        case (.claim(let a), .claim(let b)): a == b
        case (.use(let a, _), .use(let b, _)): a == b
        case (.derivation(let a), .derivation(let b)): a == b
        default: false
        }
    }
}

extension Pattern: Equatable {
    public static func == (left: Pattern, right: Pattern) -> Bool {
        switch (left, right) {
        case (.name(let a, _), .name(let b, _)): a == b
        case (.list(let a, _), .list(let b, _)): a == b
        case (.record(let a, _), .record(let b, _)): a.map(\.name) == b.map(\.name)
        default: false
        }
    }
}

extension Claim: Equatable {
    public static func == (left: Claim, right: Claim) -> Bool {
        left.isRefuted == right.isRefuted && left.form == right.form && left.quantifiers == right.quantifiers
            && left.draws == right.draws
    }
}

extension Claim.Form: Equatable {
    public static func == (left: Claim.Form, right: Claim.Form) -> Bool {
        switch (left, right) {
        case (.equal(let a, let c, let e), .equal(let b, let d, let f)): a == b && c == d && e == f
        case (.approximately(let a, let c, let e), .approximately(let b, let d, let f)): a == b && c == d && e == f
        case (.order(let a, let c, let e), .order(let b, let d, let f)): a == b && c == d && e == f
        case (.holds(let a), .holds(let b)): a == b
        default: false
        }
    }
}

extension Claim.Quantifier: Equatable {
    public static func == (left: Claim.Quantifier, right: Claim.Quantifier) -> Bool {
        left.name == right.name && left.distribution == right.distribution
    }
}

extension Derivation: Equatable {
    public static func == (left: Derivation, right: Derivation) -> Bool {
        left.start == right.start && left.steps == right.steps
    }
}

extension Derivation.Step: Equatable {
    /// How a line is spelled does not count.
    public static func == (left: Derivation.Step, right: Derivation.Step) -> Bool {
        left.claim == right.claim && left.reason == right.reason
    }
}
