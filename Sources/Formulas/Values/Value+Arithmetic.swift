internal import Figures
internal import Programs
internal import Tensors

// Arithmetic on trees, leaf by leaf: two trees of one structure, or a tree and a single tensor.
extension Value {
    /// `a op b` for + - * / ^ ⊙.
    static func arithmetic(_ symbol: String, _ a: Value, _ b: Value) throws(ComputationError) -> Value {
        switch (a, b) {
        case (.tensor(let x), .tensor(let y)):
            return .tensor(try operation(symbol, x, y))
        case (.range, _), (_, .range):
            return try arithmetic(symbol, a.withoutRange, b.withoutRange)
        case (.linearOperator, _), (_, .linearOperator):
            return try LinearOperator.arithmetic(symbol, a, b)
        case (.record(let x), .record(let y)):
            guard Set(x.names) == Set(y.names) else {
                let odd = Set(x.names).symmetricDifference(y.names)
                throw ComputationError(
                    .types, "records with fields \(listed(x.names)) and \(listed(y.names)) do not fit for \(symbol)",
                    help: "only one side has \(listed((x.names + y.names).filter(odd.contains)))")
            }
            var result = Record()
            for (name, value) in x.fields {
                guard let other = y[name] else { continue }
                result[name] = try within(".\(name)") { () throws(ComputationError) in
                    try arithmetic(symbol, value, other)
                }
            }
            return .record(result)
        case (.list(let x), .list(let y)):
            guard x.count == y.count else {
                throw ComputationError(.types, "lists of \(x.count) and \(y.count) items do not fit for \(symbol)")
            }
            var items: [Value] = []
            for (index, (left, right)) in zip(x, y).enumerated() {
                items.append(
                    try within("[\(index)]") { () throws(ComputationError) in try arithmetic(symbol, left, right) })
            }
            return .list(items)
        case (.record(let x), .tensor):
            return .record(try x.mapping { value throws(ComputationError) in try arithmetic(symbol, value, b) })
        case (.tensor, .record(let y)):
            return .record(try y.mapping { value throws(ComputationError) in try arithmetic(symbol, a, value) })
        case (.figure(let x), .figure(let y)) where symbol == "+":
            do throws(FigureError) {
                return .figure(try x.overlaid(with: y))
            } catch {
                throw ComputationError(.types, error.message)
            }
        case (.list(let x), .tensor(let y)) where y.shape.isScalar:
            var items: [Value] = []
            for item in x { items.append(try arithmetic(symbol, item, b)) }
            return .list(items)
        case (.tensor(let x), .list(let y)) where x.shape.isScalar:
            var items: [Value] = []
            for item in y { items.append(try arithmetic(symbol, a, item)) }
            return .list(items)
        default:
            throw ComputationError(
                .types, "\(symbol) does not work on \(a.kindDescription) and \(b.kindDescription)",
                help: mend(symbol, a, b))
        }
    }

    /// What may have been meant by an operator between two kinds of values that it does not work on.
    static func mend(_ symbol: String, _ a: Value, _ b: Value) -> String? {
        switch (a, b) {
        case (.string, _) where symbol == "+", (_, .string) where symbol == "+":
            "texts are joined in braces: \"{a}{b}\""
        case (.function, _), (_, .function): "a function is called first: f(x)"
        case (.record, _), (_, .record), (.list, _), (_, .list):
            symbol == "@" ? "vec(tree) lays a tree out as a vector; r.W is a field" : nil
        default: nil
        }
    }

    /// The topic of help on operators between such values.
    static func topic(_ a: Value, _ b: Value) -> String? {
        switch (a, b) {
        case (.string, _), (_, .string): nil
        case (.function, _), (_, .function): "functions"
        case (.linearOperator, _), (_, .linearOperator): "operators"
        case (.record, _), (_, .record), (.list, _), (_, .list): "trees"
        case (.figure, _), (_, .figure): "plots"
        default: "tensors"
        }
    }

    /// Runs what works on a part of a tree; an error says which.
    private static func within(
        _ part: @autoclosure () -> String, _ body: () throws(ComputationError) -> Value
    ) throws(ComputationError) -> Value {
        do throws(ComputationError) {
            return try body()
        } catch {
            guard error.kind == .types else { throw error }
            let start = "in the trees' "
            let rest = error.message.hasPrefix(start) ? error.message.dropFirst(start.count) : ": \(error.message)"
            throw ComputationError(.types, start + part() + rest, help: error.help)
        }
    }

    private static func operation(_ symbol: String, _ x: Operand, _ y: Operand) throws(ComputationError) -> Operand {
        switch symbol {
        case "+": try x + y
        case "-": try x - y
        case "*", "⊙": try x * y
        case "/": try x / y
        case "^": try x.raised(to: y)
        default: preconditionFailure("no arithmetic for \(symbol)")
        }
    }

    /// A function of each leaf.
    func mappingLeaves(_ name: String, _ body: (Operand) throws(ComputationError) -> Operand) throws(ComputationError)
        -> Value
    {
        guard let (leaves, structure) = flattened() else {
            throw ComputationError(.types, "\(name) needs numbers, found \(kindDescription)")
        }
        var results: [Operand] = []
        for leaf in leaves { results.append(try body(leaf)) }
        return structure.tree(results)
    }

    /// `a · b`: the sum of the products of all corresponding numbers of two trees.
    static func inner(_ a: Value, _ b: Value) throws(ComputationError) -> Value {
        guard let (x, first) = a.flattened(), let (y, second) = b.flattened() else {
            throw ComputationError(.types, "· does not work on \(a.kindDescription) and \(b.kindDescription)")
        }
        guard first.matches(second) else {
            throw ComputationError(
                .types,
                "an inner product needs one structure on both sides, found \(a.shapeDescription) and \(b.shapeDescription)"
            )
        }
        var total: Operand?
        let ordered = first.reordering(y, of: second)
        for (left, right) in zip(x, ordered) {
            let product = try left.inner(right)
            total = try total.map { sum throws(ComputationError) in try sum + product } ?? product
        }
        return .tensor(total ?? Operand(0))
    }

    /// The Euclidean norm over all numbers of a tree.
    func norm() throws(ComputationError) -> Operand {
        guard let (leaves, _) = flattened() else {
            throw ComputationError(.types, "norm needs numbers, found \(kindDescription)")
        }
        var total = Operand(0)
        for leaf in leaves { total = try total + (leaf * leaf).sum() }
        return try total.rootOfSquares()
    }

    /// Shapes spelled out: `[2, 3]`, `{W: [1, 40], b: [40]}`.
    var shapeDescription: String {
        switch self {
        case .tensor(let operand): operand.shape.isScalar ? "a number" : "\(operand.shape)"
        case .record(let record):
            "{" + record.fields.map { "\($0.name): \($0.value.shapeDescription)" }.joined(separator: ", ") + "}"
        case .list(let items): "list(" + items.map(\.shapeDescription).joined(separator: ", ") + ")"
        case .range(let range): "[\(range.count)]"
        case .string, .function, .linearOperator, .contraction, .figure, .nothing: kindDescription
        }
    }
}

extension TreeStructure {
    /// Whether two trees have the same fields (in any order) and shapes; element types do not matter.
    func matches(_ other: TreeStructure) -> Bool {
        switch (self, other) {
        case (.leaf(let a), .leaf(let b)): return a.shape == b.shape
        case (.list(let a), .list(let b)):
            return a.count == b.count && zip(a, b).allSatisfy { $0.matches($1) }
        case (.record(let names, let a), .record(let otherNames, let b)):
            guard names.count == otherNames.count else { return false }
            return zip(names, a).allSatisfy { name, child in
                otherNames.firstIndex(of: name).map { child.matches(b[$0]) } ?? false
            }
        case (.leaf, _), (.list, _), (.record, _): return false
        }
    }

    /// The leaves of a tree with a matching structure, in this structure's order.
    func reordering(_ leaves: [Operand], of other: TreeStructure) -> [Operand] {
        switch (self, other) {
        case (.record(let names, let children), .record(let otherNames, let otherChildren)):
            var pieces: [[Operand]] = []
            var start = 0
            for child in otherChildren {
                pieces.append(Array(leaves[start..<start + child.leafTypes.count]))
                start += child.leafTypes.count
            }
            return zip(names, children).flatMap { name, child -> [Operand] in
                guard let place = otherNames.firstIndex(of: name) else { return [] }
                return child.reordering(pieces[place], of: otherChildren[place])
            }
        case (.list(let children), .list(let otherChildren)):
            var start = 0
            return zip(children, otherChildren).flatMap { child, otherChild -> [Operand] in
                let piece = Array(leaves[start..<start + otherChild.leafTypes.count])
                start += piece.count
                return child.reordering(piece, of: otherChild)
            }
        case (.leaf, _), (.record, _), (.list, _): return leaves
        }
    }
}

extension Record {
    func mapping(_ body: (Value) throws(ComputationError) -> Value) throws(ComputationError) -> Record {
        var result = Record()
        for field in fields { result[field.name] = try body(field.value) }
        return result
    }
}

/// Names for a sentence: `W, b`.
func listed(_ names: [String]) -> String { names.isEmpty ? "none" : names.joined(separator: ", ") }
