package import Tensors

/// Where the elements of a tensor stand when it is broadcast to a shape, so that any part of the result can be written
/// alone.
package struct BroadcastLayout {
    /// Axes of the result that do not go away by being joined: sizes, and strides in the source (0 along repeated ones).
    private let sizes: [Int]
    private let strides: [Int]
    /// The number of elements after which the result begins anew, whole source each time; nil where it is no such
    /// repetition.
    package let period: Int?

    package init(from source: Shape, to shape: Shape) {
        let sourceStrides = source.strides(broadcastTo: shape)
        var sizes: [Int] = []
        var strides: [Int] = []
        for axis in 0..<shape.rank where shape[axis] != 1 {
            let stride = sourceStrides[axis]
            // An axis whose stride leads exactly over the next one continues it.
            if let last = strides.last, last == stride * shape[axis] {
                sizes[sizes.count - 1] *= shape[axis]
                strides[strides.count - 1] = stride
            } else {
                sizes.append(shape[axis])
                strides.append(stride)
            }
        }
        self.sizes = sizes
        self.strides = strides
        switch strides {
        // Nothing is repeated of what has no elements.
        case _ where sizes.contains(0): period = 1
        case [], [0]: period = 1
        case [1]: period = sizes[0]
        case [0, 1]: period = sizes[1]
        default: period = nil
        }
    }

    /// Writes `count` elements of the result from `start` on.
    package func fill(
        _ target: UnsafeMutableRawPointer, from source: UnsafeMutableRawPointer, _ element: ElementType, start: Int,
        count: Int
    ) {
        switch element {
        case .float64: fill(target, source, start, count, Double.self)
        case .float32: fill(target, source, start, count, Float.self)
        case .truth: fill(target, source, start, count, Bool.self)
        }
    }

    private func fill<T>(
        _ target: UnsafeMutableRawPointer, _ source: UnsafeMutableRawPointer, _ start: Int, _ count: Int, _: T.Type
    ) {
        let x = source.assumingMemoryBound(to: T.self)
        let y = target.assumingMemoryBound(to: T.self)
        guard let length = sizes.last, let stride = strides.last else {
            y.update(repeating: x[0], count: count)
            return
        }
        // Where the next run lies: divisions are for the first one only, for short runs take less time than they do.
        withUnsafeTemporaryAllocation(of: Int.self, capacity: sizes.count) { indices in
            var rest = start
            var offset = 0
            for axis in sizes.indices.reversed() {
                indices[axis] = rest % sizes[axis]
                offset += indices[axis] * strides[axis]
                rest /= sizes[axis]
            }
            var written = 0
            while written < count {
                let run = min(length - indices[sizes.count - 1], count - written)
                if stride == 0 {
                    (y + written).update(repeating: x[offset], count: run)
                } else if stride == 1 {
                    (y + written).update(from: x + offset, count: run)
                } else {
                    for step in 0..<run { y[written + step] = x[offset + step * stride] }
                }
                written += run
                var axis = sizes.count - 1
                indices[axis] += run
                offset += run * stride
                while axis > 0, indices[axis] == sizes[axis] {
                    offset += strides[axis - 1] - sizes[axis] * strides[axis]
                    indices[axis] = 0
                    axis -= 1
                    indices[axis] += 1
                }
            }
        }
    }
}

extension Shape {
    /// How far apart neighbours along each axis of a larger shape lie in a tensor of this one that is broadcast to it,
    /// aligned right: 0 along the axes that repeat.
    package func strides(broadcastTo shape: Shape) -> [Int] {
        let added = shape.rank - rank
        let own = strides
        return (0..<shape.rank).map { axis in axis < added || self[axis - added] == 1 ? 0 : own[axis - added] }
    }
}
