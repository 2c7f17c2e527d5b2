internal import Figures
internal import Programs
internal import Tensors

// Figures that compare parameters and updates.
extension BuiltIns {
    static let comparisons: [BuiltIn] = [
        BuiltIn(
            "compare",
            "trees:record title?:text",
            "Trees of one structure, {MAML: g₁, FOMAML: g₂, …}: their norms, the cosines between them, and their differences from the first, leaf by leaf.",
            example: ("compare({MAML: {W: [1, 2], b: 0}, FOMAML: {W: [1, 1], b: 1}});", "")
        ) { call throws(Diagnostic) in
            let value = try call.value("trees")
            guard case .record(let record) = value, record.fields.count > 1 else {
                var found = value.kindDescription
                if case .record(let record) = value { found += " of \(counted(record.fields.count, "tree"))" }
                throw Diagnostic(
                    .evaluation, "compare needs two trees or more under names, found \(found)",
                    at: call.span("trees"), help: "compare({MAML: g₁, FOMAML: g₂})")
            }
            let trees = try NamedTrees(record.fields.map { ($0.name, $0.value) }, call, call.span("trees"))
            let title = try call.text("title")
            return try call.figure { () throws(FigureError) in try TreeComparison(trees: trees).figure(title: title) }
        },
        BuiltIn(
            "landscape",
            "L:function around:tree along?:list|record steps?:record path?:list span?:number resolution?:whole levels?:whole|[k] log?:text title?:text",
            "The loss L in the plane θ + a·u + b·v: landscape(L, around: θ, along: [u, v]), with the updates steps: {MAML: Δ, …} as arrows and path: [θ₀, θ₁, …] as a line; without along, the plane of the first two steps.",
            example: ("landscape(θ -> θ · θ, around: [1, 0], along: [[1, 0], [0, 1]], steps: {SGD: [-0.5, 0]});", "")
        ) { call throws(Diagnostic) in
            let landscape = try Landscape(call)
            return try landscape.figure(call)
        },
    ]
}
