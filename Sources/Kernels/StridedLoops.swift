internal import CSignals
internal import MatrixKernels
package import Tensors

/// An index space and where two layouts place it in memory, in as few axes as describe both. The last two are at hand,
/// for loops over them.
struct LayoutPair {
    /// An axis, and how far apart its elements lie in each layout.
    struct Axis {
        var size = 1
        var a = 0
        var b = 0
    }

    private(set) var last = Axis()
    private(set) var row = Axis()
    /// The other axes, from the last to the first.
    private var outer: [Axis] = []

    /// Leaves out axes of one element, and joins neighbours that both layouts walk as one axis; but axes along which
    /// the second layout stands still only where `joiningRepeats`.
    init(_ sizes: [Int], _ aStrides: [Int], _ bStrides: [Int], joiningRepeats: Bool) {
        // Without elements there is nothing to walk, and the product of the other sizes may be absurd.
        if sizes.contains(0) {
            last.size = 0
            return
        }
        var found = 0
        for position in sizes.indices.reversed() where sizes[position] != 1 {
            let axis = Axis(size: sizes[position], a: aStrides[position], b: bStrides[position])
            func join(_ inner: inout Axis) -> Bool {
                guard axis.a == inner.size * inner.a, axis.b == inner.size * inner.b, joiningRepeats || axis.b != 0
                else { return false }
                inner.size *= axis.size
                return true
            }
            switch found {
            case 0:
                last = axis
                found = 1
            case 1:
                if !join(&last) {
                    row = axis
                    found = 2
                }
            default:
                if !(outer.isEmpty ? join(&row) : join(&outer[outer.count - 1])) { outer.append(axis) }
            }
        }
    }

    /// The index space in so many ranges of one axis, and where each begins in both layouts: an axis along which the
    /// second layout moves, so that no two of them meet there. One range where no axis is long enough.
    func ranges(_ count: Int) -> [(layouts: LayoutPair, a: Int, b: Int)] {
        func ranges(of axis: Axis, _ replacing: (inout LayoutPair, Int) -> Void) -> [(LayoutPair, Int, Int)] {
            (0..<count).map { part in
                let (first, last) = (axis.size * part / count, axis.size * (part + 1) / count)
                var layouts = self
                replacing(&layouts, last - first)
                return (layouts, first * axis.a, first * axis.b)
            }
        }
        func fits(_ axis: Axis) -> Bool { axis.b != 0 && axis.size >= count }
        if let position = outer.lastIndex(where: fits) {
            return ranges(of: outer[position]) { $0.outer[position].size = $1 }
        }
        if fits(row) { return ranges(of: row) { $0.row.size = $1 } }
        if fits(last), last.size >= 64 * count { return ranges(of: last) { $0.last.size = $1 } }
        return [(self, 0, 0)]
    }

    /// Walks all axes but the last two in row-major order: `body(a, b)` gets the offsets of each plane's first element.
    @inline(__always)
    func forEachPlane(_ body: (_ a: Int, _ b: Int) -> Void) {
        if last.size == 0 { return }
        if outer.isEmpty { return body(0, 0) }
        var index = [Int](repeating: 0, count: outer.count)
        var (a, b) = (0, 0)
        while true {
            body(a, b)
            var position = 0
            while true {
                let axis = outer[position]
                index[position] += 1
                a += axis.a
                b += axis.b
                if index[position] < axis.size { break }
                a -= axis.size * axis.a
                b -= axis.size * axis.b
                index[position] = 0
                position += 1
                if position == outer.count { return }
            }
        }
    }
}

/// A copy between two layouts over one index space; offsets and strides count elements.
package struct StridedCopy {
    /// Parts of the copy that share no element.
    private let parts: [(layouts: LayoutPair, a: Int, b: Int)]
    private let element: ElementType
    private let sourceOffset: Int
    private let targetOffset: Int

    /// Of a part, before which the user's interrupt is seen.
    private static let mostElements = 1 << 22

    package init(
        _ sizes: [Int], _ element: ElementType, from sourceOffset: Int, _ sourceStrides: [Int], to targetOffset: Int,
        _ targetStrides: [Int]
    ) {
        let layouts = LayoutPair(sizes, sourceStrides, targetStrides, joiningRepeats: true)
        // An element takes about half a nanosecond.
        let (count, isHuge) = sizes.reduce((1, false)) { partial, size in
            let (product, overflow) = partial.0.multipliedReportingOverflow(by: size)
            return (product, partial.1 || overflow)
        }
        let rangeCount = Workers.rangeCount(of: .max, nanoseconds: isHuge ? 0 : count / 2)
        parts = layouts.ranges(isHuge ? 1 : max(rangeCount, count / Self.mostElements))
        self.element = element
        self.sourceOffset = sourceOffset
        self.targetOffset = targetOffset
    }

    package func run(_ source: UnsafeMutableRawPointer, _ target: UnsafeMutableRawPointer) {
        switch element {
        case .float64: copy(source, target, Double.self)
        case .float32: copy(source, target, Float.self)
        case .truth: copy(source, target, Bool.self)
        }
    }

    private func copy<T>(_ source: UnsafeMutableRawPointer, _ target: UnsafeMutableRawPointer, _: T.Type) {
        let x = UnsafePointer(source.assumingMemoryBound(to: T.self) + sourceOffset)
        let y = target.assumingMemoryBound(to: T.self) + targetOffset
        Workers.forEach(parts.count) { number in
            if signals_interrupted() { return }
            let part = parts[number]
            let plane = Plane<T>(part.layouts)
            part.layouts.forEachPlane { a, b in plane.copy(x + (part.a + a), y + (part.b + b)) }
        }
    }
}

/// The last two axes of a copy.
private struct Plane<T> {
    let rows: Int
    let length: Int
    let xRow: Int
    let yRow: Int
    let xStep: Int
    let yStep: Int

    init(_ layouts: LayoutPair) {
        (rows, xRow, yRow) = (layouts.row.size, layouts.row.a, layouts.row.b)
        (length, xStep, yStep) = (layouts.last.size, layouts.last.a, layouts.last.b)
    }

    @inline(__always)
    func copy(_ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>) {
        if yStep == 1 && xStep == 1 && xRow == 0 && yRow == length {
            repeatRow(x, y)
        } else if yStep == 1 && xStep == 1 {
            for row in 0..<rows { (y + row * yRow).update(from: x + row * xRow, count: length) }
        } else if yStep == 1 && xStep == 0 {
            for row in 0..<rows { (y + row * yRow).update(repeating: x[row * xRow], count: length) }
        } else if yStep == 1 && xRow == 1 && MemoryLayout<T>.size == MemoryLayout<Double>.size {
            matrix_kernels_transpose_f64(
                UnsafeRawPointer(x).assumingMemoryBound(to: Double.self), xStep,
                UnsafeMutableRawPointer(y).assumingMemoryBound(to: Double.self), yRow, length, rows)
        } else if yStep == 1 && xRow == 1 && MemoryLayout<T>.size == MemoryLayout<Float>.size {
            matrix_kernels_transpose_f32(
                UnsafeRawPointer(x).assumingMemoryBound(to: Float.self), xStep,
                UnsafeMutableRawPointer(y).assumingMemoryBound(to: Float.self), yRow, length, rows)
        } else {
            copyElements(x, y)
        }
    }

    /// Fills a plane without gaps by one row: by copies of all that is there already, while the cache holds it.
    private func repeatRow(_ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>) {
        y.update(from: x, count: length)
        let count = rows * length
        let most = max(1, 4096 / length) * length
        var written = length
        while written < count {
            let next = min(written, most, count - written)
            (y + written).update(from: y, count: next)
            written += next
        }
    }

    private func copyElements(_ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>) {
        for row in 0..<rows {
            var (from, to) = (x + row * xRow, y + row * yRow)
            for _ in 0..<length {
                to.pointee = from.pointee
                from += xStep
                to += yStep
            }
        }
    }
}
