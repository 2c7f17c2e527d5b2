internal import Programs
internal import Tensors

extension Evaluator {
    /// Runs `body` in double precision, with what it reads recomputed in double where it was made in single: claims and
    /// the forms that vary a binding measure what rounding to single would hide.
    func inDoublePrecision<T>(_ body: () throws(Diagnostic) -> T) throws(Diagnostic) -> T {
        let outer = precision
        precision = .double
        defer { precision = outer }
        if world.isDouble || outer == .double && !world.history.hasSingle { return try body() }
        return try within(world.inDoublePrecision(), body)
    }

    /// What brackets make of their items: numbers stack in the statement's precision, tensors in their own.
    func bracketed(_ items: [Value]) throws(ComputationError) -> Value {
        let value = try Value.bracketed(items)
        guard precision == .single, case .tensor(let operand) = value, operand.type.element == .float64,
            items.allSatisfy(\.isOfNumbers)
        else { return value }
        return .tensor(try operand.converted(to: .float32))
    }

    /// The same of a comprehension's items.
    func bracketed(_ items: Items) throws(ComputationError) -> Value {
        guard case .stacked(let leaves, .leaf(let type), _) = items else { return try bracketed(items.list) }
        let isOfNumbers = type.shape.isScalar && type.element == .float64
        return .tensor(isOfNumbers ? try leaves[0].converted(to: precision.element) : leaves[0])
    }
}

extension Value {
    /// Whether it is a number or a range, which have no precision of their own.
    fileprivate var isOfNumbers: Bool {
        switch self {
        case .tensor(let operand): operand.shape.isScalar
        case .range: true
        case .string, .record, .list, .function, .linearOperator, .contraction, .figure, .nothing: false
        }
    }
}
