internal import Programs
internal import Tensors

extension BuiltIns {
    static let drawing: [BuiltIn] = [
        BuiltIn(
            "randn", "sizes...:whole like?:tree", "Standard normal numbers.", example: ("shape(randn(2, 3))", "[2, 3]")
        ) {
            call throws(Diagnostic) in
            try drawn(call, call.rest[...]) { shape, key throws(ComputationError) in try .normal(shape, key: key) }
        },
        BuiltIn(
            "uniform", "lo?:[…] hi?:[…] sizes...:whole like?:tree",
            "Numbers uniform between lo and hi (0 and 1 where not given).",
            example: ("shape(uniform(0, 1, 4))", "[4]")
        ) {
            call throws(Diagnostic) in
            let lo = try call.has("lo") ? call.tensor("lo") : Operand(0)
            let hi = try call.has("hi") ? call.tensor("hi") : Operand(1)
            return try drawn(call, call.rest[...]) { shape, key throws(ComputationError) in
                try lo + (hi - lo) * .uniform(shape, key: key)
            }
        },
        BuiltIn(
            "bernoulli", "p:[…] sizes...:whole like?:tree", "1 with probability p, otherwise 0.",
            example: ("bernoulli(1, 3)", "[1, 1, 1]")
        ) {
            call throws(Diagnostic) in
            let p = try call.tensor("p")
            return try drawn(call, call.rest[...]) { shape, key throws(ComputationError) in
                try Operand.uniform(shape, key: key).isLess(than: p).converted(to: .float64)
            }
        },
        BuiltIn(
            "permutation", "n:whole", "The numbers 0 … n − 1 in random order.",
            example: ("sort(permutation(4))", "[0, 1, 2, 3]")
        ) {
            call throws(Diagnostic) in
            let n = try call.wholeNumber("n") ?? 0
            guard n >= 0 else { throw call.fails("permutation orders 0 or more numbers, found \(n)") }
            return .tensor(try order(call, n))
        },
        BuiltIn(
            "choice", "items:[n,…]|list n?:whole", "One of the items at random, or n different ones.",
            example: ("choice(list(5, 5))", "5")
        ) {
            call throws(Diagnostic) in
            let items = try call.evaluator.items(call.value("items"), call.span("items"))
            let n = try call.wholeNumber("n")
            guard (n ?? 1) <= items.count, (n ?? 1) >= 0 else {
                throw call.fails("\(n ?? 1) of \(items.count) items can't be chosen: each is chosen once at most")
            }
            let places = try call.evaluator.known(order(call, items.count), call.span).doubles.map { Int($0) }
            guard let n else { return items[places[0]] }
            return try call.at { () throws(ComputationError) in
                try call.evaluator.bracketed(places.prefix(n).map { items[$0] })
            }
        },
        BuiltIn("seed", "n:whole", "Begins the random draws anew from a seed.", example: ("seed(1);", "")) {
            call throws(Diagnostic) in
            let n = try call.wholeNumber("n") ?? 0
            try call.evaluator.noteEffect(call.span)
            call.evaluator.draws.begin(seed: UInt64(bitPattern: Int64(n)))
            return .nothing
        },
    ]

    private static func order(_ call: Call, _ n: Int) throws(Diagnostic) -> Operand {
        let key = call.evaluator.nextKey()
        return try call.at { () throws(ComputationError) in try Operand.uniform([n], key: key).argumentSort() }
    }

    /// Draws of a shape, or one for each leaf of a tree.
    private static func drawn(
        _ call: Call, _ sizes: ArraySlice<CallArgument>,
        _ draw: (Shape, Operand) throws(ComputationError) -> Operand
    ) throws(Diagnostic) -> Value {
        if let like = call.optional("like") {
            return try call.at { () throws(ComputationError) in
                try like.mappingLeaves(call.builtIn.name) { leaf throws(ComputationError) in
                    try draw(leaf.shape, call.evaluator.nextKey()).converted(to: leaf.type.element)
                }
            }
        }
        let shape = try call.shape(sizes)
        let key = call.evaluator.nextKey()
        return try call.tensor { () throws(ComputationError) in try draw(shape, key).converted(to: call.element) }
    }
}
