internal import Programs
internal import Tensors

extension BuiltIns {
    static let trees: [BuiltIn] = [
        BuiltIn("map", "f tree", "f of each number or tensor of a tree; of each item of a list that is no tree.", example: ("map(x -> 2x, list(1, [2, 3]))", "list(2, [4, 6])")) {
            call throws(Diagnostic) in
            let (f, tree) = (try call.function("f"), try call.value("tree"))
            guard let (leaves, structure) = tree.flattened() else {
                var results: [Value] = []
                for item in try call.evaluator.items(tree, call.span("tree")) {
                    results.append(try call.evaluator.call(f, [CallArgument(label: nil, value: item, span: call.span)], call.span))
                }
                return .list(results)
            }
            var results: [Value] = []
            for leaf in leaves {
                results.append(
                    try call.evaluator.call(f, [CallArgument(label: nil, value: .tensor(leaf), span: call.span)], call.span))
            }
            return structure.tree(of: results)
        },
        BuiltIn("leaves", "tree", "The numbers and tensors of a tree, in a list.", example: ("size(leaves({a: 1, b: [2, 3]}))", "2")) {
            call throws(Diagnostic) in
            let tree = try call.value("tree")
            guard let (leaves, _) = tree.flattened() else {
                throw call.fails("leaves are the numbers of a tree, found \(tree.kindDescription)")
            }
            return .list(leaves.map { .tensor($0) })
        },
        BuiltIn("vec", "tree", "All numbers of a tree in one vector, fields as written.", example: ("vec({a: 1, b: [2, 3]})", "[1, 2, 3]")) {
            call throws(Diagnostic) in
            let tree = try call.value("tree")
            return try call.tensor { () throws(ComputationError) in try tree.asVector() }
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
