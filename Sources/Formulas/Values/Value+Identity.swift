internal import Programs
internal import Tensors

extension Value {
    /// Whether another value is the same to the bit: a NaN is itself, and 0 is not -0.
    ///
    /// Functions are the same if they are written alike and see the same local values; operators, if they give the same for
    /// one seeded vector.
    public func isIdentical(to other: Value) -> Bool { isIdentical(to: other, depth: 0) }

    /// What is nested deeper than this is held to differ: a scope may hold a function that was written in it.
    private static let deepest = 60

    fileprivate func isIdentical(to other: Value, depth: Int) -> Bool {
        guard depth < Self.deepest else { return false }
        switch (self, other) {
        case (.tensor(.known(let a)), .tensor(.known(let b))): return a == b
        case (.string(let a), .string(let b)): return a == b
        case (.record(let a), .record(let b)):
            return a.names == b.names
                && zip(a.fields, b.fields).allSatisfy { $0.value.isIdentical(to: $1.value, depth: depth + 1) }
        case (.list(let a), .list(let b)):
            return a.count == b.count && zip(a, b).allSatisfy { $0.isIdentical(to: $1, depth: depth + 1) }
        case (.range(let a), .range(let b)): return a == b
        case (.function(let a), .function(let b)): return a.isIdentical(to: b, depth: depth + 1)
        case (.linearOperator(let a), .linearOperator(let b)): return a.isIdentical(to: b, depth: depth + 1)
        case (.contraction(let a), .contraction(let b)):
            return a.order == b.order && a.function.isIdentical(to: b.function, depth: depth + 1)
                && a.arguments.count == b.arguments.count
                && zip(a.arguments, b.arguments).allSatisfy {
                    $0.label == $1.label && $0.value.isIdentical(to: $1.value, depth: depth + 1)
                }
        case (.figure(let a), .figure(let b)): return a == b
        case (.nothing, .nothing): return true
        case (.tensor, _), (.string, _), (.record, _), (.list, _), (.range, _), (.function, _), (.linearOperator, _),
            (.contraction, _), (.figure, _), (.nothing, _):
            return false
        }
    }
}

extension Function {
    fileprivate func isIdentical(to other: Function, depth: Int) -> Bool {
        switch (self, other) {
        case (.closure(let a), .closure(let b)):
            return a.name == b.name && a.span.text == b.span.text && Scope.areIdentical(a.scope, b.scope, depth: depth)
        case (.builtIn(let a), .builtIn(let b)): return a.name == b.name
        case (.gradient(let a, let selector), .gradient(let b, let other)):
            return selector == other && a.isIdentical(to: b, depth: depth + 1)
        case (.jacobian(let a), .jacobian(let b)): return a.isIdentical(to: b, depth: depth + 1)
        case (.higher(let a, let order), .higher(let b, let other)):
            return order == other && a.isIdentical(to: b, depth: depth + 1)
        case (.closure, _), (.builtIn, _), (.gradient, _), (.jacobian, _), (.higher, _): return false
        }
    }
}

extension Scope {
    fileprivate static func areIdentical(_ a: Scope?, _ b: Scope?, depth: Int) -> Bool {
        guard let a, let b else { return a == nil && b == nil }
        if a === b { return true }
        return a.variables.count == b.variables.count
            && a.variables.allSatisfy { name, value in
                b.variables[name].map { value.isIdentical(to: $0, depth: depth + 1) } ?? false
            } && areIdentical(a.parent, b.parent, depth: depth + 1)
    }
}

extension LinearOperator {
    fileprivate func isIdentical(to other: LinearOperator, depth: Int) -> Bool {
        guard domain == other.domain, codomain == other.codomain else { return false }
        // `I` alone, and its multiples, have no space of their own: any number shows what they do.
        let space = domain ?? .leaf(TensorType([]))
        do throws(ComputationError) {
            var leaves: [Operand] = []
            for (index, type) in space.leafTypes.enumerated() {
                leaves.append(try .normal(type.shape, key: UInt64(index)).converted(to: type.element))
            }
            let vector = space.tree(leaves)
            return try apply(vector).isIdentical(to: other.apply(vector), depth: depth)
        } catch {
            return false
        }
    }
}
