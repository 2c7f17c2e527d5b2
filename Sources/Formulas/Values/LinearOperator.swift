internal import Programs
internal import Tensors

/// A linear operator: a sum, product, multiple or transpose of derivatives, applied without forming a matrix.
public struct LinearOperator {
    indirect enum Kind {
        /// `I`, which fits any space.
        case identity
        case map(LinearMap, domain: TreeStructure, codomain: TreeStructure)
        case scaled(Operand, LinearOperator)
        case sum(LinearOperator, LinearOperator)
        /// The right one is applied first.
        case composition(LinearOperator, LinearOperator)
    }

    let kind: Kind

    static var identity: LinearOperator { LinearOperator(kind: .identity) }

    /// What it applies to; nil where any space will do.
    var domain: TreeStructure? {
        switch kind {
        case .identity: nil
        case .map(_, let domain, _): domain
        case .scaled(_, let inner): inner.domain
        case .sum(let a, let b): a.domain ?? b.domain
        case .composition(let a, let b): b.domain ?? a.domain
        }
    }

    /// What it gives; nil where that is whatever it is applied to.
    var codomain: TreeStructure? {
        switch kind {
        case .identity: nil
        case .map(_, _, let codomain): codomain
        case .scaled(_, let inner): inner.codomain
        case .sum(let a, let b): a.codomain ?? b.codomain
        case .composition(let a, let b): a.codomain ?? b.codomain
        }
    }

    /// A · v; with a count, of so many vectors at once, along a leading axis of each leaf.
    func apply(_ vector: Value, count: Int? = nil) throws(ComputationError) -> Value {
        switch kind {
        case .identity: return vector
        case .scaled(let factor, let inner):
            return try Value.arithmetic("*", .tensor(factor), inner.apply(vector, count: count))
        case .sum(let a, let b):
            return try Value.arithmetic("+", a.apply(vector, count: count), b.apply(vector, count: count))
        case .composition(let a, let b): return try a.apply(b.apply(vector, count: count), count: count)
        case .map(let map, let single, let codomain):
            let domain = count.map(single.batched) ?? single
            guard let (leaves, structure) = vector.flattened(), domain.matches(structure) else {
                throw ComputationError(
                    .types, "the operator applies to \(domain.description), found \(vector.shapeDescription)")
            }
            var arguments: [Operand] = []
            for (leaf, type) in zip(domain.reordering(leaves, of: structure), map.domain) {
                arguments.append(try leaf.converted(to: type.element))
            }
            guard let count else { return codomain.tree(try map.apply(arguments)) }
            return codomain.tree(try map.apply(arguments, count: count))
        }
    }

    /// Bytes that it takes to apply it, its image included.
    private var memorySize: Int {
        switch kind {
        case .identity: 0
        case .map(let map, _, _): map.memorySize
        case .scaled(_, let inner): inner.memorySize
        case .sum(let a, let b), .composition(let a, let b): max(a.memorySize, b.memorySize)
        }
    }

    func transposed() -> LinearOperator {
        switch kind {
        case .identity: self
        case .map(let map, let domain, let codomain):
            LinearOperator(kind: .map(map.transposed(), domain: codomain, codomain: domain))
        case .scaled(let factor, let inner): LinearOperator(kind: .scaled(factor, inner.transposed()))
        case .sum(let a, let b): LinearOperator(kind: .sum(a.transposed(), b.transposed()))
        case .composition(let a, let b): LinearOperator(kind: .composition(b.transposed(), a.transposed()))
        }
    }

    /// A·B, B applied first.
    func composed(with other: LinearOperator) throws(ComputationError) -> LinearOperator {
        if case .identity = kind { return other }
        if case .identity = other.kind { return self }
        if let domain, let codomain = other.codomain, !domain.matches(codomain) {
            throw ComputationError(
                .types,
                "the left operator applies to \(domain.description), the right one gives \(codomain.description)")
        }
        return LinearOperator(kind: .composition(self, other))
    }

    func raised(to power: Int) throws(ComputationError) -> LinearOperator {
        var result = LinearOperator.identity
        for _ in 0..<power { result = try result.composed(with: self) }
        return result
    }

    /// The operator with other tensors of the same types in the place of those it holds.
    func replacingTensors(_ replacement: (Operand) -> Operand) -> LinearOperator {
        switch kind {
        case .identity: return self
        case .map(let map, let domain, let codomain):
            let replaced = LinearMap(map.code, map.residuals.map(replacement))
            return LinearOperator(kind: .map(replaced, domain: domain, codomain: codomain))
        case .scaled(let factor, let inner):
            return LinearOperator(kind: .scaled(replacement(factor), inner.replacingTensors(replacement)))
        case .sum(let a, let b):
            let left = a.replacingTensors(replacement)
            return LinearOperator(kind: .sum(left, b.replacingTensors(replacement)))
        case .composition(let a, let b):
            let left = a.replacingTensors(replacement)
            return LinearOperator(kind: .composition(left, b.replacingTensors(replacement)))
        }
    }

    /// Sums and multiples of operators.
    static func arithmetic(_ symbol: String, _ a: Value, _ b: Value) throws(ComputationError) -> Value {
        switch (symbol, a, b) {
        case ("+", .linearOperator(let x), .linearOperator(let y)):
            return .linearOperator(try sum(x, y))
        case ("-", .linearOperator(let x), .linearOperator(let y)):
            return .linearOperator(try sum(x, LinearOperator(kind: .scaled(Operand(-1), y))))
        case ("*", .tensor(let factor), .linearOperator(let x)) where factor.shape.isScalar,
            ("*", .linearOperator(let x), .tensor(let factor)) where factor.shape.isScalar:
            return .linearOperator(LinearOperator(kind: .scaled(factor, x)))
        case ("/", .linearOperator(let x), .tensor(let divisor)) where divisor.shape.isScalar:
            return .linearOperator(LinearOperator(kind: .scaled(try 1 / divisor, x)))
        case ("^", .linearOperator(let x), .tensor(let exponent)):
            guard let power = try exponent.knownValue()?.scalar, power >= 0, power == power.rounded(), power < 10_000
            else {
                throw ComputationError(
                    .types,
                    "an operator is raised to whole powers from 0, found \(Value.tensor(exponent).settled.inlineText)",
                    help: "its inverse is that of a matrix: inverse(matrix(A))")
            }
            return .linearOperator(try x.raised(to: Int(power)))
        default:
            throw ComputationError(
                .types, "\(symbol) does not work on \(a.kindDescription) and \(b.kindDescription)",
                help: symbol == "*"
                    ? "an operator is applied with @: A @ v"
                    : symbol == "/" || symbol == "^" ? nil : "operators are added to operators: A + c * I")
        }
    }

    private static func sum(_ a: LinearOperator, _ b: LinearOperator) throws(ComputationError) -> LinearOperator {
        if let first = a.domain, let second = b.domain, !first.matches(second) {
            throw ComputationError(
                .types,
                "operators on \(first.description) and on \(second.description) have no sum: both must apply to the same shape"
            )
        }
        return LinearOperator(kind: .sum(a, b))
    }

    /// Bytes of intermediate values that applying it to many vectors at once should not exceed: as many as stay near the
    /// processor.
    private static let batchMemory = 2 << 20

    /// The matrix, fields as written: one column for each number of the domain.
    func matrix() throws(ComputationError) -> Operand {
        guard let domain else {
            throw ComputationError(.types, "I fits any space, so it has no matrix", help: "eye(n) is the n × n one")
        }
        let size = domain.leafTypes.reduce(0) { $0 + $1.shape.count }
        let partCount = (size * memorySize + Self.batchMemory - 1) / Self.batchMemory
        let most = max(1, (size + max(partCount, 1) - 1) / max(partCount, 1))
        var parts: [Operand] = []
        for start in stride(from: 0, to: size, by: most) {
            let columns = start..<min(start + most, size)
            let images = try apply(domain.units(columns), count: columns.count)
            var rows: [Operand] = []
            for leaf in images.flattened()?.leaves ?? [] {
                rows.append(try leaf.reshaped(Shape([columns.count, leaf.shape.count / columns.count])))
            }
            parts.append(try Operand.concatenate(rows, 1))
        }
        return try Operand.concatenate(parts, 0).transposed()
    }
}

extension TreeStructure {
    /// The structure of many such trees, along a leading axis of each leaf.
    func batched(by count: Int) -> TreeStructure {
        switch self {
        case .leaf(let type): .leaf(type.batched(by: count))
        case .record(let names, let children): .record(names, children.map { $0.batched(by: count) })
        case .list(let children): .list(children.map { $0.batched(by: count) })
        }
    }

    /// The trees in which one number is 1 and all others 0, for the numbers in a range, along a leading axis.
    fileprivate func units(_ range: Range<Int>) throws(ComputationError) -> Value {
        var leaves: [Operand] = []
        var start = 0
        for type in leafTypes {
            let size = type.shape.count
            let units = Tensor(type.batched(by: range.count)) { view in
                view.base.initializeMemory(as: UInt8.self, repeating: 0, count: view.type.byteCount)
                for place in range.clamped(to: start..<start + size) {
                    let position = (place - range.lowerBound) * size + place - start
                    switch type.element {
                    case .float64: view.elements(as: Double.self)[position] = 1
                    case .float32: view.elements(as: Float.self)[position] = 1
                    case .truth: view.elements(as: Bool.self)[position] = true
                    }
                }
            }
            start += size
            leaves.append(.known(units))
        }
        return tree(leaves)
    }
}

extension Value {
    /// All numbers of a tree in one vector, fields as written.
    func asVector() throws(ComputationError) -> Operand {
        guard let (leaves, _) = flattened() else {
            throw ComputationError(.types, "a vector is made of numbers, found \(kindDescription)")
        }
        var pieces: [Operand] = []
        for leaf in leaves { pieces.append(try leaf.flattened()) }
        return try Operand.concatenate(pieces, 0)
    }
}

extension TreeStructure: CustomStringConvertible {
    var description: String {
        switch self {
        case .leaf(let type): type.shape.isScalar ? "a number" : "\(type.shape)"
        case .record(let names, let children):
            "{" + zip(names, children).map { "\($0): \($1.description)" }.joined(separator: ", ") + "}"
        case .list(let children): "list(" + children.map(\.description).joined(separator: ", ") + ")"
        }
    }
}
