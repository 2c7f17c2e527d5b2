/// The sizes of a tensor along its axes; none for a scalar.
public struct Shape: Hashable, Sendable {
    public var sizes: [Int]

    public init(_ sizes: [Int]) { self.sizes = sizes }

    public static let scalar = Shape([])

    public var rank: Int { sizes.count }
    public var isScalar: Bool { sizes.isEmpty }

    /// The number of elements. Saturates at `Int.max`, so that an absurd shape can be asked about before it is refused.
    public var count: Int {
        var product = 1
        for size in sizes {
            if size == 0 { return 0 }
            let (next, overflow) = product.multipliedReportingOverflow(by: size)
            product = overflow ? Int.max : next
        }
        return product
    }

    public subscript(axis: Int) -> Int { sizes[axis] }

    /// How many elements lie between neighbours along each axis, row-major. Beside a size of 0 they mean nothing, and
    /// wrap around where they would overflow.
    public var strides: [Int] {
        var strides = [Int](repeating: 1, count: rank)
        for axis in stride(from: rank - 2, through: 0, by: -1) { strides[axis] = strides[axis + 1] &* sizes[axis + 1] }
        return strides
    }

    /// The shape without some axes.
    public func removing(_ axes: [Int]) -> Shape {
        Shape(sizes.enumerated().filter { !axes.contains($0.offset) }.map(\.element))
    }

    /// The shape with some axes reduced to size 1.
    public func keeping(_ axes: [Int]) -> Shape {
        Shape(sizes.enumerated().map { axes.contains($0.offset) ? 1 : $0.element })
    }

    /// The shape with one more leading axis.
    public func batched(by size: Int) -> Shape { Shape([size] + sizes) }

    /// The shape both fit into by NumPy's rule (aligned right, 1 stretches), or nil where they do not fit.
    public func broadcast(with other: Shape) -> Shape? {
        let rank = max(self.rank, other.rank)
        var result = [Int](repeating: 1, count: rank)
        for offset in 1...max(rank, 1) where offset <= rank {
            let a = offset <= self.rank ? sizes[self.rank - offset] : 1
            let b = offset <= other.rank ? other.sizes[other.rank - offset] : 1
            guard a == b || a == 1 || b == 1 else { return nil }
            result[rank - offset] = a == 1 ? b : a
        }
        return Shape(result)
    }
}

extension Shape: ExpressibleByArrayLiteral {
    public init(arrayLiteral sizes: Int...) { self.init(sizes) }
}

extension Shape: CustomStringConvertible {
    /// As diagnostics spell it: `[10, 40]`.
    public var description: String { "[" + sizes.map(String.init).joined(separator: ", ") + "]" }
}
