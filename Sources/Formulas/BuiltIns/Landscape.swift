internal import Figures
internal import Programs
internal import Tensors

/// The plane through a point of parameter space that `landscape` looks at, and what moves in it.
struct Landscape {
    let center: Value
    let u: Value
    let v: Value
    /// What the axes are called.
    let names: (u: String, v: String)
    /// The updates and the points of the path, as coordinates in the plane.
    let steps: [(label: String, place: Projection)]
    let path: [Projection]

    /// The place in the plane that is nearest to a vector.
    struct Projection {
        let a: Double
        let b: Double
        /// The share of the vector's length that lies in the plane: 1 for a vector of the plane.
        let share: Double
    }

    /// - Throws: `Diagnostic` if trees differ in structure, or no plane is spanned.
    init(_ call: Call) throws(Diagnostic) {
        center = try call.value("around")
        let along = try Landscape.along(call)
        let steps = try Landscape.steps(call)
        var points: [(name: String, value: Value)] = []
        if call.has("path") {
            for item in try call.evaluator.items(call.value("path"), call.span("path")) {
                points.append(("path", item))
            }
        }
        let trees = try NamedTrees([("around", center)] + along + steps + points, call, call.span)
        let origin = trees.vectors[0]
        let updates = Array(trees.vectors.dropFirst(1 + along.count).prefix(steps.count))
        let plane: (u: [Double], v: [Double])
        if along.isEmpty {
            plane = try Landscape.plane(of: updates, call)
            (u, v) = (try Landscape.tree(plane.u, like: center, call), try Landscape.tree(plane.v, like: center, call))
            names = ("along \(steps[0].name)", "across it, towards \(steps[1].name)")
        } else {
            plane = (trees.vectors[1], trees.vectors[2])
            (u, v) = (along[0].value, along[1].value)
            names = (along[0].name, along[1].name)
        }
        let (uu, uv, vv) = (
            NamedTrees.inner(plane.u, plane.u), NamedTrees.inner(plane.u, plane.v), NamedTrees.inner(plane.v, plane.v)
        )
        let determinant = uu * vv - uv * uv
        guard determinant > 1e-12 * uu * vv else {
            throw call.fails(
                "\(names.u) and \(names.v) span no plane: they are parallel, or one of them is 0",
                help: "along: [u, v] with two different directions")
        }
        let project = { (vector: [Double]) -> Projection in
            // Least squares: the normal equations of a·u + b·v = vector.
            let (p, q) = (NamedTrees.inner(plane.u, vector), NamedTrees.inner(plane.v, vector))
            let (a, b) = ((p * vv - q * uv) / determinant, (q * uu - p * uv) / determinant)
            let length = NamedTrees.norm(vector)
            let inPlane = NamedTrees.norm(zip(plane.u, plane.v).map { a * $0 + b * $1 })
            return Projection(a: a, b: b, share: length == 0 ? 1 : inPlane / length)
        }
        self.steps = zip(steps, updates).map { (label: $0.name, place: project($1)) }
        path = trees.vectors.suffix(points.count).map { point in project(zip(point, origin).map { $0 - $1 }) }
    }

    /// L at θ + a·u + b·v over all a and b, one row for each b.
    func heights(a: [Double], b: [Double], _ call: Call) throws(Diagnostic) -> Raster {
        let loss = try call.function("L")
        var heights: [Double] = []
        for b in b {
            let start = try call.at { () throws(ComputationError) in
                try Value.arithmetic("+", center, Value.arithmetic("*", .number(b), v))
            }
            for a in a {
                let point = try call.at { () throws(ComputationError) in
                    try Value.arithmetic("+", start, Value.arithmetic("*", .number(a), u))
                }
                let value = try call.evaluator.call(
                    loss, [CallArgument(label: nil, value: point, span: call.span("around"))], call.span)
                heights.append(try call.height(value, "L"))
            }
        }
        return try call.made { () throws(FigureError) in try Raster(heights, rows: b.count, columns: a.count) }
    }

    /// The directions under their names; none where they are not given.
    private static func along(_ call: Call) throws(Diagnostic) -> [(name: String, value: Value)] {
        guard let value = call.optional("along") else { return [] }
        var directions: [(name: String, value: Value)] = []
        if case .record(let record) = value {
            directions = record.fields
        } else {
            let items = try call.evaluator.items(value, call.span("along"))
            directions = items.enumerated().map { (name: $0 == 0 ? "u" : "v", value: $1) }
        }
        guard directions.count == 2 else {
            throw Diagnostic(
                .evaluation, "a plane lies along two directions, found \(directions.count)", at: call.span("along"),
                help: "along: [u, v], or along: {name: u, other: v}")
        }
        return directions
    }

    private static func steps(_ call: Call) throws(Diagnostic) -> [(name: String, value: Value)] {
        guard let value = call.optional("steps") else { return [] }
        guard case .record(let record) = value else {
            throw Diagnostic(
                .evaluation, "steps are updates under names, found \(value.kindDescription)", at: call.span("steps"),
                help: "steps: {MAML: Δ₁, FOMAML: Δ₂}")
        }
        return record.fields
    }

    /// The plane of the first two steps, by an orthonormal basis: along the first, and across it.
    private static func plane(of steps: [[Double]], _ call: Call) throws(Diagnostic) -> (u: [Double], v: [Double]) {
        guard steps.count > 1 else {
            throw call.fails(
                "landscape needs the plane's directions",
                help: "along: [u, v]; or two steps or more, whose plane it takes")
        }
        let length = NamedTrees.norm(steps[0])
        let u = steps[0].map { $0 / length }
        let share = NamedTrees.inner(u, steps[1])
        let rest = zip(steps[1], u).map { $0 - share * $1 }
        let across = NamedTrees.norm(rest)
        guard length > 0, across > 1e-6 * NamedTrees.norm(steps[1]) else {
            throw call.fails(
                "the first two steps span no plane: they are parallel, or one of them is 0",
                help: "along: [u, v] with two different directions")
        }
        return (u, rest.map { $0 / across })
    }

    private static func tree(_ vector: [Double], like tree: Value, _ call: Call) throws(Diagnostic) -> Value {
        guard let (leaves, structure) = tree.flattened() else {
            throw call.fails("landscape needs a tree of numbers, found \(tree.kindDescription)")
        }
        var start = 0
        return structure.tree(
            leaves.map { leaf in
                defer { start += leaf.shape.count }
                return .known(Tensor(leaf.shape, Array(vector[start..<start + leaf.shape.count])))
            })
    }
}
