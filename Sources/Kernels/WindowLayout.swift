internal import MatrixKernels
package import Tensors

/// Which windows of an image a kernel meets.
package struct WindowLayout: Hashable, Sendable {
    package let height: Int
    package let width: Int
    package let stride: Int
    /// Rows and columns of zeros around the image.
    package let top: Int
    package let left: Int
    package let bottom: Int
    package let right: Int

    package init(height: Int, width: Int, stride: Int, top: Int, left: Int, bottom: Int, right: Int) {
        (self.height, self.width, self.stride) = (height, width, stride)
        (self.top, self.left, self.bottom, self.right) = (top, left, bottom, right)
    }

    /// How many places the kernel has in an image of this size.
    package func places(_ imageHeight: Int, _ imageWidth: Int) -> (rows: Int, columns: Int) {
        (
            max(0, (imageHeight + top + bottom - height) / stride + 1) * (imageHeight + top + bottom >= height ? 1 : 0),
            max(0, (imageWidth + left + right - width) / stride + 1) * (imageWidth + left + right >= width ? 1 : 0)
        )
    }

    /// Where in its plane the largest element of each window stands, of planes [b…, H, W] without a border: the first of
    /// equals, and the first NaN where there is one.
    package func argumentsOfMaxima(_ planes: TensorView, into positions: TensorView) {
        let (shape, places) = (planes.shape, positions.shape)
        let rank = shape.rank
        if positions.count == 0 { return }
        let (size, placeCount) = (shape[rank - 2] * shape[rank - 1], places[rank - 2] * places[rank - 1])
        let planeCount = shape.sizes.prefix(rank - 2).reduce(1, *)
        let target = positions.base.assumingMemoryBound(to: Double.self)
        // A place takes about a nanosecond for a window of four.
        Workers.forEachRange(of: planeCount, nanoseconds: positions.count * height * width / 4) { _, range in
            Stretches.forEach(of: range.count, cost: placeCount * height * width) { some in
                var windows = matrix_kernels_windows(
                    planes: some.count, height: shape[rank - 2], width: shape[rank - 1], window_height: height,
                    window_width: width, stride: stride, rows: places[rank - 2], columns: places[rank - 1])
                let first = range.lowerBound + some.lowerBound
                let start = target + first * placeCount
                if planes.type.element == .float64 {
                    let elements = planes.base.assumingMemoryBound(to: Double.self)
                    matrix_kernels_largest_in_windows_f64(&windows, elements + first * size, start)
                } else {
                    let elements = planes.base.assumingMemoryBound(to: Float.self)
                    matrix_kernels_largest_in_windows_f32(&windows, elements + first * size, start)
                }
            }
        }
    }
}
