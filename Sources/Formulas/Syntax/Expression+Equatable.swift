/// Two expressions are equal when they say the same, wherever they were read: spans and parentheses do not count,
/// `x²` is `x^2`, and `-2` is the number below zero.
extension Expression: Equatable {
    public static func == (left: Expression, right: Expression) -> Bool { left.kind == right.kind }

    /// The expression inside any parentheses round it.
    var unparenthesised: Expression {
        var result = self
        while case .parenthesised(let inner) = result.kind { result = inner }
        return result
    }
}

extension Expression.Kind: Equatable {
    public static func == (left: Expression.Kind, right: Expression.Kind) -> Bool {
        switch (left.plain, right.plain) {
        case (.number(let a), .number(let b)): a == b && a.sign == b.sign || a.isNaN && b.isNaN
        case (.truth(let a), .truth(let b)): a == b
        case (.string(let a), .string(let b)): a == b
        case (.name(let a), .name(let b)): a == b
        case (.list(let a), .list(let b)): a == b
        case (.record(let a), .record(let b)): a == b
        case (.comprehension(let a), .comprehension(let b)): a == b
        case (.call(let a, let c), .call(let b, let d)): a == b && c == d
        case (.index(let a, let c), .index(let b, let d)): a == b && c == d
        case (.field(let a, let c, _), .field(let b, let d, _)): a == b && c == d
        case (.calculus(let a, let c), .calculus(let b, let d)): a == b && c == d
        case (.transpose(let a), .transpose(let b)): a == b
        case (.prefix(let a, let c), .prefix(let b, let d)): a == b && c == d
        case (.power(let a, let c, _), .power(let b, let d, _)): a == b && c == d
        case (.juxtaposition(let a, let c), .juxtaposition(let b, let d)): a == b && c == d
        case (.chain(let a, let c), .chain(let b, let d)): a == b && c == d
        case (.range(let a, let c, let e), .range(let b, let d, let f)): a == b && c == d && e == f
        case (.comparison(let a, let c, let e), .comparison(let b, let d, let f)): a == b && c == d && e == f
        case (.conjunction(let a), .conjunction(let b)): a == b
        case (.disjunction(let a), .disjunction(let b)): a == b
        case (.conditional(let a, let c, let e), .conditional(let b, let d, let f)): a == b && c == d && e == f
        case (.lambda(let a, let c), .lambda(let b, let d)): a == b && c == d
        case (.norm(let a), .norm(let b)): a == b
        case (.block(let a), .block(let b)): a == b
        default: false
        }
    }

    /// Without parentheses, and a minus before a number taken into it.
    private var plain: Expression.Kind {
        switch self {
        case .parenthesised(let inner): inner.kind.plain
        case .prefix(.minus, let operand):
            if case .number(let number) = operand.unparenthesised.kind, number.sign == .plus {
                .number(-number)
            } else {
                self
            }
        default: self
        }
    }
}

extension StringPart: Equatable {
    public static func == (left: StringPart, right: StringPart) -> Bool {
        switch (left, right) {
        case (.text(let a), .text(let b)): a == b
        case (.interpolation(let a), .interpolation(let b)): a == b
        case (.text, .interpolation), (.interpolation, .text): false
        }
    }
}

extension RecordItem: Equatable {
    public static func == (left: RecordItem, right: RecordItem) -> Bool {
        switch (left, right) {
        case (.field(let a, _, let c), .field(let b, _, let d)): a == b && c == d
        case (.spread(let a), .spread(let b)): a == b
        case (.field, .spread), (.spread, .field): false
        }
    }
}

extension Argument: Equatable {
    public static func == (left: Argument, right: Argument) -> Bool {
        left.label == right.label && left.value == right.value
    }
}

extension Argument.Value: Equatable {
    public static func == (left: Argument.Value, right: Argument.Value) -> Bool {
        switch (left, right) {
        case (.expression(let a), .expression(let b)): a == b
        case (.generated(let a), .generated(let b)): a == b
        case (.expression, .generated), (.generated, .expression): false
        }
    }
}

extension IndexItem: Equatable {
    public static func == (left: IndexItem, right: IndexItem) -> Bool {
        switch (left, right) {
        case (.expression(let a), .expression(let b)): a == b
        case (.all, .all): true
        case (.expression, .all), (.all, .expression): false
        }
    }
}

extension Comprehension: Equatable {
    public static func == (left: Comprehension, right: Comprehension) -> Bool {
        left.body == right.body && left.generators == right.generators
    }
}

extension Generator: Equatable {
    public static func == (left: Generator, right: Generator) -> Bool {
        left.pattern == right.pattern && left.sequence == right.sequence && left.conditions == right.conditions
    }
}

extension Parameter: Equatable {
    public static func == (left: Parameter, right: Parameter) -> Bool {
        left.name == right.name && left.defaultValue == right.defaultValue
    }
}

extension ChainLink: Equatable {
    public static func == (left: ChainLink, right: ChainLink) -> Bool {
        left.op == right.op && left.operand == right.operand
    }
}
