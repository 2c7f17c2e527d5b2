internal import Programs
internal import Tensors

extension BuiltIns {
    static let reducing: [BuiltIn] = [
        reduction(
            "sum", spellings: ["Σ"], "The sum over all elements, over axes, or over a generator's items.",
            ("sum(i² for i in 1..3)", "14")
        ) {
            x, axes, keep throws(ComputationError) in try x.sum(axes, keep: keep)
        },
        reduction(
            "mean", "The mean over all elements, over axes, or over a generator's items.", ("mean([1, 2, 6])", "3")
        ) {
            x, axes, keep throws(ComputationError) in try x.mean(axes, keep: keep)
        },
        BuiltIn(
            "prod", "x:[…]|items axis?:whole|[k] keep?:truth", spellings: ["∏"],
            "The product over all elements, over axes, or over a generator's items; of operators in order, the first leftmost.",
            example: ("prod(i for i in 1..5)", "120"), reducesItems: true
        ) { call throws(Diagnostic) in
            if let items = try operators(call) {
                return try call.at { () throws(ComputationError) in
                    var product = LinearOperator.identity
                    for item in items { product = try product.composed(with: item) }
                    return .linearOperator(product)
                }
            }
            return try reduce(call) { x, axes, keep throws(ComputationError) in try x.product(axes, keep: keep) }
        },
        reduction("var", "The mean of squared deviations (divided by n).", ("var([1, 3])", "1")) {
            x, axes, keep throws(ComputationError) in try x.variance(axes, keep: keep)
        },
        reduction("std", "The root of the mean of squared deviations.", ("std([1, 3])", "1")) {
            x, axes, keep throws(ComputationError) in try x.variance(axes, keep: keep).rootOfSquares()
        },
        reduction("all", "Whether all hold.", ("all([1, 2] > 0)", "true")) {
            x, axes, keep throws(ComputationError) in try x.all(axes, keep: keep)
        },
        reduction("any", "Whether any holds.", ("any([1, 2] > 1)", "true")) {
            x, axes, keep throws(ComputationError) in try x.any(axes, keep: keep)
        },
        extremum(
            "max", "The largest element, over all or along an axis; of two arguments, the larger, elementwise.",
            ("max([3, 1, 2])", "3"),
            { a, b throws(ComputationError) in try a.maximum(b) }
        ) { x, axis, keep throws(ComputationError) in try x.max(axis, keep: keep) },
        extremum(
            "min", "The smallest element, over all or along an axis; of two arguments, the smaller, elementwise.",
            ("min(3, [1, 5])", "[1, 3]"),
            { a, b throws(ComputationError) in try a.minimum(b) }
        ) { x, axis, keep throws(ComputationError) in try x.min(axis, keep: keep) },
        along("argmax", "The position of the largest element; the lowest on a tie.", ("argmax([3, 9, 2])", "1")) {
            x, axis, _ throws(ComputationError) in try x.argumentOfMaximum(axis)
        },
        along("argmin", "The position of the smallest element; the lowest on a tie.", ("argmin([3, 9, 2])", "2")) {
            x, axis, _ throws(ComputationError) in try (-x).argumentOfMaximum(axis)
        },
        along("logsumexp", "log Σ eˣ, without overflow.", ("logsumexp([0, 0])", "0.693147")) {
            x, axis, keep throws(ComputationError) in try x.logSumExp(axis, keep: keep)
        },
        BuiltIn(
            "norm", "x:tree axis?:whole|[k] keep?:truth",
            "The Euclidean norm over all numbers of a tree, or along axes; also ‖x‖.",
            example: ("norm([3, 4])", "5")
        ) {
            call throws(Diagnostic) in
            let value = try call.value("x")
            guard let axes = try call.axes() else {
                return try call.tensor { () throws(ComputationError) in try value.norm() }
            }
            let (x, keep) = (try call.tensor("x"), try call.truth("keep"))
            return try call.tensor { () throws(ComputationError) in try x.norm(axes, keep: keep) }
        },
    ]

    private typealias Reduction = @Sendable (Operand, [Int]?, Bool) throws(ComputationError) -> Operand
    private typealias AxisReduction = @Sendable (Operand, Int?, Bool) throws(ComputationError) -> Operand

    private static func reduction(
        _ name: String, spellings: [String] = [], _ summary: String, _ example: (String, String),
        _ body: @escaping Reduction
    ) -> BuiltIn {
        BuiltIn(
            name, "x:[…]|items axis?:whole|[k] keep?:truth", spellings: spellings, summary, example: example,
            reducesItems: true
        ) { call throws(Diagnostic) in
            try reduce(call, body)
        }
    }

    /// A reduction of the argument: over a generator's items or a list's, leaf by leaf; over a tensor's elements.
    private static func reduce(_ call: Call, _ body: Reduction) throws(Diagnostic) -> Value {
        if let items = call.items("x") {
            let trees = try stackedLeaves(items, call)
            return try call.at { () throws(ComputationError) in
                var results: [Operand] = []
                for leaf in trees.leaves { results.append(try body(leaf, [0], false)) }
                return trees.structure.tree(results)
            }
        }
        let (x, axes, keep) = (try call.tensor("x"), try call.axes(), try call.truth("keep"))
        return try call.tensor { () throws(ComputationError) in try body(x, axes, keep) }
    }

    /// Trees of one structure as one tree whose leaves carry the items along their leading axis.
    private static func stackedLeaves(
        _ made: Items, _ call: Call
    ) throws(Diagnostic) -> (leaves: [Operand], structure: TreeStructure) {
        if case .stacked(let leaves, let structure, _) = made { return (leaves, structure) }
        let items = try call.at { () throws(ComputationError) in try made.list }
        var columns: [[Operand]] = []
        var common: TreeStructure?
        for item in items {
            guard let (leaves, structure) = item.flattened() else {
                throw call.fails("\(call.builtIn.name) needs numbers, found \(item.kindDescription) among the items")
            }
            let first = common ?? structure
            guard first.matches(structure) else {
                throw call.fails(
                    "\(call.builtIn.name) needs items of one shape, found \(first.description) and \(structure.description)"
                )
            }
            common = first
            let ordered = first.reordering(leaves, of: structure)
            if columns.isEmpty {
                columns = ordered.map { [$0] }
            } else {
                for (place, leaf) in ordered.enumerated() { columns[place].append(leaf) }
            }
        }
        guard let structure = common else {
            let empty = try call.at { () throws(ComputationError) in try Operand.full(0, TensorType([0])) }
            return ([empty], .leaf(TensorType(.scalar)))
        }
        var stacked: [Operand] = []
        for column in columns {
            stacked.append(try call.at { () throws(ComputationError) in try Operand.stack(column) })
        }
        return (stacked, structure)
    }

    /// The items of a list, where they are operators.
    private static func operators(_ call: Call) throws(Diagnostic) -> [LinearOperator]? {
        guard case .separate(let items)? = call.items("x"), !items.isEmpty else { return nil }
        var operators: [LinearOperator] = []
        for item in items {
            guard case .linearOperator(let op) = item else { return nil }
            operators.append(op)
        }
        return operators
    }

    private static func extremum(
        _ name: String, _ summary: String, _ example: (String, String),
        _ pair: @escaping @Sendable (Operand, Operand) throws(ComputationError) -> Operand,
        _ body: @escaping AxisReduction
    ) -> BuiltIn {
        BuiltIn(name, "a:[…]|items b?:[…] axis?:whole keep?:truth", summary, example: example) {
            call throws(Diagnostic) in
            if call.has("b") {
                let (a, b) = (try call.tensor("a"), try call.tensor("b"))
                return try call.tensor { () throws(ComputationError) in try pair(a, b) }
            }
            let (x, axis, keep) = (try call.tensor("a"), try call.wholeNumber("axis"), try call.truth("keep"))
            return try call.tensor { () throws(ComputationError) in
                try body(x, call.isGenerated("a") ? 0 : axis, keep)
            }
        }
    }

    private static func along(
        _ name: String, _ summary: String, _ example: (String, String), _ body: @escaping AxisReduction
    ) -> BuiltIn {
        BuiltIn(name, "x:[…]|items axis?:whole keep?:truth", summary, example: example) { call throws(Diagnostic) in
            let (x, axis, keep) = (try call.tensor("x"), try call.wholeNumber("axis"), try call.truth("keep"))
            return try call.tensor { () throws(ComputationError) in
                try body(x, call.isGenerated("x") ? 0 : axis, keep)
            }
        }
    }
}
