internal import Programs
internal import Tensors

extension BuiltIns {
    static let shaping: [BuiltIn] = [
        BuiltIn("shape", "x:[…]", "The sizes along the axes.", example: ("shape(zeros(2, 3))", "[2, 3]")) {
            call throws(Diagnostic) in .vector(try call.tensor("x").shape.sizes.map(Double.init))
        },
        BuiltIn(
            "size", "x:[…]|list", "The number of elements of a tensor, or of items of a list.",
            example: ("size(zeros(2, 3))", "6")
        ) {
            call throws(Diagnostic) in
            if case .list(let items) = try call.value("x") { return .number(Double(items.count)) }
            return .number(Double(try call.tensor("x").shape.count))
        },
        BuiltIn(
            "reshape", "x:[…] sizes...:whole", "The same elements in another shape; one size may be -1.",
            example: ("reshape(1..4, 2, 2)", "[[1, 2], [3, 4]]")
        ) {
            call throws(Diagnostic) in
            let x = try call.tensor("x")
            let shape = try reshaped(call, x)
            return try call.tensor { () throws(ComputationError) in try x.reshaped(shape) }
        },
        BuiltIn(
            "transpose", "x:[…,m,n] axes?:[k]", "The last two axes exchanged, or all in a given order; also xᵀ.",
            example: ("transpose([[1, 2], [3, 4]])", "[[1, 3], [2, 4]]")
        ) {
            call throws(Diagnostic) in
            guard let axes = try call.axes("axes") else {
                return try call.evaluator.transpose(call.value("x"), call.span)
            }
            let x = try call.tensor("x")
            return try call.tensor { () throws(ComputationError) in
                var resolved: [Int] = []
                for axis in axes { resolved.append(try x.resolve(axis: axis)) }
                return try x.permuted(resolved)
            }
        },
        BuiltIn(
            "flatten", "x:[…]", "All elements in one vector.", example: ("flatten([[1, 2], [3, 4]])", "[1, 2, 3, 4]")
        ) {
            call throws(Diagnostic) in
            let x = try call.tensor("x")
            return try call.tensor { () throws(ComputationError) in try x.flattened() }
        },
        BuiltIn("squeeze", "x:[…]", "Without the axes of size 1.", example: ("shape(squeeze(zeros(1, 3, 1)))", "[3]")) {
            call throws(Diagnostic) in
            let x = try call.tensor("x")
            return try call.tensor { () throws(ComputationError) in
                try x.reshaped(Shape(x.shape.sizes.filter { $0 != 1 }))
            }
        },
        BuiltIn(
            "concat", "items:list axis?:whole", "Tensors joined along an axis (the first).",
            example: ("concat(list([1], [2, 3]))", "[1, 2, 3]")
        ) {
            call throws(Diagnostic) in
            let (items, axis) = (try tensors(call), try call.wholeNumber("axis") ?? 0)
            return try call.tensor { () throws(ComputationError) in try .concatenate(items, axis) }
        },
        BuiltIn(
            "stack", "items:list axis?:whole", "Tensors of one shape along a new axis (the first).",
            example: ("stack(list([1, 2], [3, 4]))", "[[1, 2], [3, 4]]")
        ) {
            call throws(Diagnostic) in
            let (items, axis) = (try tensors(call), try call.wholeNumber("axis") ?? 0)
            return try call.tensor { () throws(ComputationError) in try .stack(items, axis: axis) }
        },
        along("cumsum", "The running sum along an axis (the last).", ("cumsum([1, 2, 3])", "[1, 3, 6]")) {
            x, axis throws(ComputationError) in try x.cumulativeSum(axis)
        },
        along("sort", "Ascending along an axis (the last).", ("sort([3, 1, 2])", "[1, 2, 3]")) {
            x, axis throws(ComputationError) in try x.sorted(axis)
        },
        along("argsort", "The positions that would sort along an axis (the last).", ("argsort([3, 1, 2])", "[1, 2, 0]"))
        {
            x, axis throws(ComputationError) in try x.argumentSort(axis)
        },
        BuiltIn(
            "gather", "x:[…] positions:whole|[k] axis?:whole", "Sub-tensors at given positions of an axis (the first).",
            example: ("gather([5, 6, 7], [2, 0])", "[7, 5]")
        ) {
            call throws(Diagnostic) in
            let (x, positions) = (try call.tensor("x"), try call.tensor("positions"))
            let axis = try call.wholeNumber("axis") ?? 0
            return try call.tensor { () throws(ComputationError) in try x.taking(positions, axis: axis) }
        },
        BuiltIn(
            "split", "x:[…] n:whole axis?:whole", "n equal parts along an axis (the first), in a list.",
            example: ("split([1, 2, 3, 4], 2)[1]", "[3, 4]")
        ) {
            call throws(Diagnostic) in
            let (x, n) = (try call.tensor("x"), try call.wholeNumber("n") ?? 1)
            let wanted = try call.wholeNumber("axis") ?? 0
            let axis = try call.at { () throws(ComputationError) in try x.resolve(axis: wanted) }
            guard n > 0, x.shape[axis] % n == 0 else {
                throw call.fails(
                    "\(x.shape) can't be split into \(counted(n, "equal part")) along axis \(axis), which has size \(x.shape[axis])"
                )
            }
            let size = x.shape[axis] / n
            var parts: [Value] = []
            for part in 0..<n {
                parts.append(try call.tensor { () throws(ComputationError) in try x.sliced(axis, part * size, size) })
            }
            return .list(parts)
        },
        BuiltIn(
            "unflatten", "x:[n] like:[…]", "The elements of a vector in the shape of another tensor.",
            example: ("unflatten([1, 2], zeros(2, 1))", "[[1], [2]]")
        ) {
            call throws(Diagnostic) in
            let (x, like) = (try call.tensor("x"), try call.tensor("like"))
            return try call.tensor { () throws(ComputationError) in try x.reshaped(like.shape) }
        },
        BuiltIn(
            "top_k", "x:[…,n] k:whole",
            "The positions of the k largest elements along the last axis, the largest first.",
            example: ("top_k([3, 9, 7], 2)", "[1, 2]")
        ) {
            call throws(Diagnostic) in
            let (x, k) = (try call.tensor("x"), try call.wholeNumber("k") ?? 1)
            guard let size = x.shape.sizes.last, k >= 0, k <= size else {
                guard !x.shape.isScalar else {
                    throw Diagnostic(.evaluation, "top_k needs a vector or more, found a number", at: call.span("x"))
                }
                throw Diagnostic(
                    .evaluation, "top_k finds 0 to \(x.shape.sizes.last ?? 0) of \(x.shape), found \(k)",
                    at: call.span("k"))
            }
            return try call.tensor { () throws(ComputationError) in
                try (-x).argumentSort().sliced(x.shape.rank - 1, 0, k)
            }
        },
    ]

    private static func tensors(_ call: Call) throws(Diagnostic) -> [Operand] {
        var operands: [Operand] = []
        for item in try call.evaluator.items(call.value("items"), call.span("items")) {
            operands.append(try call.tensor(item, call.span("items")))
        }
        return operands
    }

    /// A function along one axis, the last where none is given.
    static func along(
        _ name: String, _ summary: String, _ example: (String, String),
        _ body: @escaping @Sendable (Operand, Int) throws(ComputationError) -> Operand
    ) -> BuiltIn {
        BuiltIn(name, "x:[…] axis?:whole", summary, example: example) { call throws(Diagnostic) in
            let (x, axis) = (try call.tensor("x"), try call.wholeNumber("axis") ?? -1)
            return try call.tensor { () throws(ComputationError) in try body(x, axis) }
        }
    }

    /// The wanted shape, with a -1 filled in.
    private static func reshaped(_ call: Call, _ x: Operand) throws(Diagnostic) -> Shape {
        var sizes = try call.sizes(call.rest[...]).map(\.size)
        let free = sizes.indices.filter { sizes[$0] == -1 }
        let rest = sizes.filter { $0 != -1 }
        guard free.count <= 1, rest.allSatisfy({ $0 >= 0 }) else {
            throw call.fails(
                "reshape takes sizes from 0, and at most one -1 for what is left; found \(Shape(sizes))")
        }
        if let place = free.first {
            let known = Shape(rest).count
            guard known > 0, x.shape.count % known == 0 else {
                throw call.fails(
                    "\(counted(x.shape.count, "element")) can't be shared out by \(known): \(x.shape) has no such shape \(Shape(sizes))"
                )
            }
            sizes[place] = x.shape.count / known
        }
        return Shape(sizes)
    }
}
