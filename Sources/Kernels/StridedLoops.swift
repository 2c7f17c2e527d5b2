package import Tensors

/// Walks an index space in row-major order, with the offset of each index in two layouts, one run along the last axis
/// at a time: `body(a, b)` gets the offsets of a run's first element.
@inline(__always)
func forEachRun(_ sizes: [Int], _ aStrides: [Int], _ bStrides: [Int], _ body: (_ a: Int, _ b: Int) -> Void) {
    if sizes.contains(0) { return }
    let outer = sizes.count - 1
    if outer <= 0 { return body(0, 0) }
    var index = [Int](repeating: 0, count: outer)
    var (a, b) = (0, 0)
    while true {
        body(a, b)
        var axis = outer - 1
        while true {
            index[axis] += 1
            a += aStrides[axis]
            b += bStrides[axis]
            if index[axis] < sizes[axis] { break }
            a -= sizes[axis] * aStrides[axis]
            b -= sizes[axis] * bStrides[axis]
            index[axis] = 0
            if axis == 0 { return }
            axis -= 1
        }
    }
}

/// Copies elements between two layouts over one index space; offsets and strides count elements.
package func stridedCopy(
    _ sizes: [Int], from source: TensorView, _ sourceOffset: Int, _ sourceStrides: [Int], to target: TensorView,
    _ targetOffset: Int, _ targetStrides: [Int]
) {
    func copy<T>(_: T.Type) {
        let x = source.base.assumingMemoryBound(to: T.self) + sourceOffset
        let y = target.base.assumingMemoryBound(to: T.self) + targetOffset
        let length = sizes.last ?? 1
        let (xStride, yStride) = (sourceStrides.last ?? 1, targetStrides.last ?? 1)
        forEachRun(sizes, sourceStrides, targetStrides) { a, b in
            if xStride == 1 && yStride == 1 {
                (y + b).update(from: x + a, count: length)
            } else {
                for step in 0..<length { y[b + step * yStride] = x[a + step * xStride] }
            }
        }
    }
    switch source.type.element {
    case .float64: copy(Double.self)
    case .float32: copy(Float.self)
    case .truth: copy(Bool.self)
    }
}
