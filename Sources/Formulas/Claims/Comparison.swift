internal import Programs
internal import Tensors

/// How far two values are apart, leaf by leaf.
struct Comparison {
    /// ‖a − b‖ / max(‖a‖, ‖b‖, 10⁻³ of the tree's norm) in the worst leaf; absolute where compared with zero.
    var error = 0.0
    /// The tolerance that the claim must be below.
    var tolerance: Double
    var isTrivial = false
    /// Where the leaves differ most: `W[2, 0]`.
    var place = ""
    var left = 0.0
    var right = 0.0
    /// Why the values can't be compared, or must not pass.
    var problem: String?

    var holds: Bool { problem == nil && error < tolerance }
    /// Whether the values are as far apart as a refutation asks for.
    var isRefuted: Bool { problem == nil && error >= 1000 * tolerance }

    /// What single precision can be asked for.
    static let singleTolerance = 1e-4

    /// Compares two trees of numbers.
    init(
        _ a: [Tensor], _ b: [Tensor], names: [String], tolerance: Double?, toZero: Bool
    ) {
        let isSingle = (a + b).contains { $0.type.element == .float32 }
        self.tolerance = tolerance ?? (toZero ? 1e-12 : isSingle ? Self.singleTolerance : 1e-9)
        if a.allSatisfy({ $0.count == 0 }) {
            problem = "there is nothing to compare: the values are empty"
            return
        }
        let treeNorm = max(Self.norm(a.flatMap(\.doubles)), Self.norm(b.flatMap(\.doubles)))
        isTrivial = treeNorm == 0
        var worst = 0.0
        for (leaf, name) in names.enumerated() {
            let (x, y) = (a[leaf].doubles, b[leaf].doubles)
            let distance = Self.norm(zip(x, y).map { $0 - $1 })
            let scale = toZero ? 1 : max(Self.norm(x), Self.norm(y), 1e-3 * treeNorm)
            let leafError = distance == 0 ? 0 : distance / scale
            if leafError.isNaN {
                error = .nan
                problem = (x + y).contains(where: \.isNaN) ? "NaN equals nothing" : "infinities can't be compared"
            }
            error = max(error, leafError)
            for position in x.indices {
                let difference = abs(x[position] - y[position]) / scale
                if difference > worst || !difference.isFinite && worst.isFinite {
                    (worst, left, right) = (difference, x[position], y[position])
                    place = name + Self.index(position, a[leaf].shape)
                }
            }
        }
    }

    /// Values that can't be compared.
    init(problem: String) {
        tolerance = 0
        self.problem = problem
    }

    /// ‖v‖, scaled so that no square overflows.
    static func norm(_ values: [Double]) -> Double {
        let largest = values.reduce(0) { max($0, abs($1)) }
        guard largest > 0, largest.isFinite else { return values.contains(where: \.isNaN) ? .nan : largest }
        return largest * values.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
    }

    private static func index(_ position: Int, _ shape: Shape) -> String {
        if shape.isScalar { return "" }
        let indices = zip(shape.strides, shape.sizes).map { position / $0 % $1 }
        return "[" + indices.map(String.init).joined(separator: ", ") + "]"
    }
}

extension TreeStructure {
    /// What each leaf is called: `.W`, `[0].b`; nothing for a tree that is one leaf.
    var leafNames: [String] {
        switch self {
        case .leaf: [""]
        case .record(let names, let children):
            zip(names, children).flatMap { name, child in child.leafNames.map { ".\(name)\($0)" } }
        case .list(let children):
            children.enumerated().flatMap { index, child in child.leafNames.map { "[\(index)]\($0)" } }
        }
    }
}
