internal import Programs
internal import Tensors

extension BuiltIns {
    static let trees: [BuiltIn] = [
        BuiltIn(
            "map", "f:function tree:tree|list",
            "f of each number or tensor of a tree; of each item of a list that is no tree.",
            example: ("map(x -> 2x, list(1, [2, 3]))", "list(2, [4, 6])")
        ) {
            call throws(Diagnostic) in
            let (f, tree) = (try call.function("f"), try call.value("tree"))
            guard let (leaves, structure) = tree.flattened() else {
                var results: [Value] = []
                for item in try call.evaluator.items(tree, call.span("tree")) {
                    results.append(
                        try call.evaluator.call(f, [CallArgument(label: nil, value: item, span: call.span)], call.span))
                }
                return .list(results)
            }
            var results: [Value] = []
            for leaf in leaves {
                results.append(
                    try call.evaluator.call(
                        f, [CallArgument(label: nil, value: .tensor(leaf), span: call.span)], call.span))
            }
            return structure.tree(of: results)
        },
        BuiltIn(
            "leaves", "tree:tree", "The numbers and tensors of a tree, in a list.",
            example: ("size(leaves({a: 1, b: [2, 3]}))", "2")
        ) {
            call throws(Diagnostic) in
            let tree = try call.value("tree")
            guard let (leaves, _) = tree.flattened() else {
                throw call.fails("leaves are the numbers of a tree, found \(tree.kindDescription)")
            }
            return .list(leaves.map { .tensor($0) })
        },
        BuiltIn(
            "vec", "tree:tree", "All numbers of a tree in one vector, fields as written.",
            example: ("vec({a: 1, b: [2, 3]})", "[1, 2, 3]")
        ) {
            call throws(Diagnostic) in
            let tree = try call.value("tree")
            return try call.tensor { () throws(ComputationError) in try tree.asVector() }
        },
        BuiltIn(
            "unvec", "v:[n] like:tree", "The numbers of a vector in the shape of a tree, fields as written.",
            example: ("unvec([1, 2, 3], {a: 0, b: [0, 0]}).b", "[2, 3]")
        ) {
            call throws(Diagnostic) in
            let (v, like) = (try call.tensor("v"), try call.value("like"))
            guard let (leaves, structure) = like.flattened() else {
                throw call.fails("unvec fills a tree of numbers, found \(like.kindDescription)")
            }
            let count = leaves.reduce(0) { $0 + $1.shape.count }
            guard v.shape == [count] else { throw call.fails("the tree holds \(count) numbers, found \(v.shape)") }
            return try call.at { () throws(ComputationError) in
                var start = 0
                var filled: [Operand] = []
                for leaf in leaves {
                    filled.append(try v.sliced(0, start, leaf.shape.count).reshaped(leaf.shape))
                    start += leaf.shape.count
                }
                return structure.tree(filled)
            }
        },
        BuiltIn(
            "zip", "a:[n,…]|list b:[n,…]|list", "The pairs of corresponding items of two sequences.",
            example: ("[x * y for [x, y] in zip([1, 2], [3, 4])]", "[3, 8]")
        ) {
            call throws(Diagnostic) in
            let first = try call.evaluator.items(call.value("a"), call.span("a"))
            let second = try call.evaluator.items(call.value("b"), call.span("b"))
            guard first.count == second.count else {
                throw call.fails("zip needs sequences of one length, found \(first.count) and \(second.count) items")
            }
            return .list(zip(first, second).map { .list([$0, $1]) })
        },
        BuiltIn(
            "fold", "f:function start:value items:[n,…]|list", "f(f(f(start, x₀), x₁), …) over the items.",
            example: ("fold((a, x) -> a + x, 0, 1..4)", "10")
        ) {
            call throws(Diagnostic) in
            let f = try call.function("f")
            var value = try call.value("start")
            for item in try call.evaluator.items(call.value("items"), call.span("items")) {
                value = try call.evaluator.call(
                    f, [value, item].map { CallArgument(label: nil, value: $0, span: call.span) }, call.span)
            }
            return value
        },
    ]
}

extension TreeStructure {
    /// The tree with any values in the place of its leaves.
    func tree(of values: [Value]) -> Value {
        var rest = values[...]
        return take(&rest)
    }

    private func take(_ values: inout ArraySlice<Value>) -> Value {
        switch self {
        case .leaf: return values.removeFirst()
        case .record(let names, let children):
            return .record(Record(zip(names, children).map { (name: $0, value: $1.take(&values)) }))
        case .list(let children): return .list(children.map { $0.take(&values) })
        }
    }
}
