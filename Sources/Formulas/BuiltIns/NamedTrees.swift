internal import Programs
internal import Tensors

/// Trees of one structure under names, as vectors: what `compare` and `landscape` look at.
struct NamedTrees {
    struct Leaf {
        /// `W`, `layers[0].b`.
        let name: String
        let count: Int
    }

    let names: [String]
    /// All numbers of each tree, in the order of the first.
    let vectors: [[Double]]
    /// The leaves of the first tree, in order.
    let leaves: [Leaf]

    /// - Throws: `Diagnostic` if a value holds something else than numbers, or the structures differ.
    init(_ trees: [(name: String, value: Value)], _ call: Call, _ span: Span) throws(Diagnostic) {
        var names: [String] = []
        var vectors: [[Double]] = []
        var first: (name: String, value: Value, structure: TreeStructure)?
        for (name, value) in trees {
            guard let (leaves, structure) = value.flattened() else {
                throw Diagnostic(
                    .evaluation, "\(name) is \(value.kindDescription); \(call.builtIn.name) needs trees of numbers",
                    at: span)
            }
            let reference = first ?? (name, value, structure)
            guard reference.structure.matches(structure) else {
                throw Diagnostic(
                    .evaluation,
                    "\(call.builtIn.name) needs trees of one structure, found \(reference.value.shapeDescription) for "
                        + "\(reference.name) and \(value.shapeDescription) for \(name)", at: span)
            }
            first = reference
            var numbers: [Double] = []
            for leaf in reference.structure.reordering(leaves, of: structure) {
                numbers += try call.evaluator.known(leaf, span).doubles
            }
            names.append(name)
            vectors.append(numbers)
        }
        self.names = names
        self.vectors = vectors
        leaves = first.map { NamedTrees.leaves(of: $0.structure, path: "") } ?? []
    }

    private static func leaves(of structure: TreeStructure, path: String) -> [Leaf] {
        switch structure {
        case .leaf(let type): [Leaf(name: path.isEmpty ? "all" : path, count: type.shape.count)]
        case .record(let names, let children):
            zip(names, children).flatMap { leaves(of: $1, path: path.isEmpty ? $0 : "\(path).\($0)") }
        case .list(let children):
            children.enumerated().flatMap { leaves(of: $1, path: "\(path)[\($0)]") }
        }
    }

    /// Σ aᵢ bᵢ.
    static func inner(_ a: [Double], _ b: [Double]) -> Double {
        zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// The Euclidean norm.
    static func norm(_ a: some Sequence<Double>) -> Double {
        a.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
}
