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
        let bytes = rest * rows.type.element.size
        return forEach(positions) { row, item in
            (output.base + item * bytes).copyMemory(from: rows.base + row * bytes, byteCount: bytes)
        }
    }

    /// Adds into zeros at the positions; the first position that no row has, where there is one.
    package func scatter(_ items: TensorView, _ positions: TensorView, into rows: TensorView) -> Double? {
        func add<T: BinaryFloatingPoint>(_: T.Type) -> Double? {
            let (x, y) = (items.elements(as: T.self), rows.elements(as: T.self))
            y.initialize(repeating: 0)
            return forEach(positions) { row, item in
                for step in 0..<rest { y[row * rest + step] += x[item * rest + step] }
            }
        }
        return rows.type.element == .float64 ? add(Double.self) : add(Float.self)
    }

    /// Calls `body` with each row and the item it belongs to.
    private func forEach(_ positions: TensorView, _ body: (_ row: Int, _ item: Int) -> Void) -> Double? {
        let positions = positions.elements(as: Double.self)
        for item in 0..<batch * m {
            let position = positions[item]
            guard position >= 0, position < Double(count) else { return position }
            body(item / max(m, 1) * count + Int(position), item)
        }
        return nil
    }
}
