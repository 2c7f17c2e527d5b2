internal import CSignals
package import Tensors

/// How the axes of a gather are grouped: rows [batch, count, rest] and positions [batch, m].
package struct GatherLayout {
    /// How many rows each batch has.
    package let count: Int
    private let m: Int
    private let batch: Int
    private let rest: Int

    package init(rows: Shape, positions: Shape, batchRank: Int) {
        count = rows[batchRank]
        batch = rows.sizes.prefix(batchRank).reduce(1, *)
        rest = rows.sizes.dropFirst(batchRank + 1).reduce(1, *)
        m = positions.sizes.dropFirst(batchRank).reduce(1, *)
    }

    /// Copies the rows at the positions; the first position that no row has, where there is one.
    package func gather(_ rows: TensorView, _ positions: TensorView, into output: TensorView) -> Double? {
        // Single elements are moved in a register.
        if rest == 1, rows.type.element == .float64 { return gatherElements(rows, positions, output, Double.self) }
        if rest == 1, rows.type.element == .float32 { return gatherElements(rows, positions, output, Float.self) }
        let bytes = rest * rows.type.element.size
        return forEach(positions) { row, item in
            (output.base + item * bytes).copyMemory(from: rows.base + row * bytes, byteCount: bytes)
        }
    }

    private func gatherElements<T>(
        _ rows: TensorView, _ positions: TensorView, _ output: TensorView, _: T.Type
    ) -> Double? {
        let (x, y) = (rows.base.assumingMemoryBound(to: T.self), output.base.assumingMemoryBound(to: T.self))
        return forEach(positions) { row, item in y[item] = x[row] }
    }

    /// Adds into zeros at the positions; the first position that no row has, where there is one.
    package func scatter(_ items: TensorView, _ positions: TensorView, into rows: TensorView) -> Double? {
        rows.type.element == .float64
            ? scatter(items, positions, rows, Double.self) : scatter(items, positions, rows, Float.self)
    }

    private func scatter<T: BinaryFloatingPoint>(
        _ items: TensorView, _ positions: TensorView, _ rows: TensorView, _: T.Type
    ) -> Double? {
        let (x, y) = (items.base.assumingMemoryBound(to: T.self), rows.base.assumingMemoryBound(to: T.self))
        y.update(repeating: 0, count: rows.count)
        if rest == 1 { return forEach(positions) { row, item in y[row] += x[item] } }
        return forEach(positions) { row, item in
            for step in 0..<rest { y[row * rest + step] += x[item * rest + step] }
        }
    }

    /// Calls `body` with each row and the item it belongs to.
    @inline(__always)
    private func forEach(_ positions: TensorView, _ body: (_ row: Int, _ item: Int) -> Void) -> Double? {
        let positions = UnsafePointer(positions.base.assumingMemoryBound(to: Double.self))
        return withUnsafeTemporaryAllocation(of: Double?.self, capacity: Workers.mostRanges) { outside in
            outside.initialize(repeating: nil)
            // A row of one element takes about a nanosecond.
            Workers.forEachRange(of: batch, nanoseconds: batch * m * (1 + rest / 4)) { number, range in
                outside[number] = forEach(of: range, positions, body)
            }
            return outside.lazy.compactMap { $0 }.first
        }
    }

    /// The same of some of the batches.
    @inline(__always)
    private func forEach(
        of batches: Range<Int>, _ positions: UnsafePointer<Double>, _ body: (_ row: Int, _ item: Int) -> Void
    ) -> Double? {
        let limit = Double(count)
        var item = batches.lowerBound * m
        for part in batches {
            let start = part * count
            for _ in 0..<m {
                let position = positions[item]
                guard position >= 0, position < limit, position == Double(Int(position)) else { return position }
                if item & 0xFFFF == 0xFFFF, signals_interrupted() { return nil }
                body(start + Int(position), item)
                item += 1
            }
        }
        return nil
    }
}
