package import Tensors

/// Which patches of an image a kernel meets.
package struct PatchLayout: Hashable, Sendable {
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

    /// Calls `body` with where each element of the patches lies in the image: for channel, row and column of the
    /// kernel, then image and place. What lies in the padding is left out.
    private func forEach(_ image: Shape, _ body: (_ patch: Int, _ image: Int) -> Void) {
        let (count, channels, imageHeight, imageWidth) = (image[0], image[1], image[2], image[3])
        let (rows, columns) = places(imageHeight, imageWidth)
        let line = count * rows * columns
        for channel in 0..<channels {
            for y in 0..<height {
                for x in 0..<width {
                    let target = ((channel * height + y) * width + x) * line
                    for item in 0..<count {
                        let plane = (item * channels + channel) * imageHeight * imageWidth
                        for row in 0..<rows {
                            let sourceRow = row * stride + y - top
                            guard sourceRow >= 0, sourceRow < imageHeight else { continue }
                            for column in 0..<columns {
                                let sourceColumn = column * stride + x - left
                                guard sourceColumn >= 0, sourceColumn < imageWidth else { continue }
                                body(
                                    target + (item * rows + row) * columns + column,
                                    plane + sourceRow * imageWidth + sourceColumn)
                            }
                        }
                    }
                }
            }
        }
    }

    /// The patches of images [N, C, H, W], as the columns of a matrix.
    package func extract(_ images: TensorView, into patches: TensorView) {
        func extract<T: BinaryFloatingPoint>(_: T.Type) {
            let (x, y) = (images.elements(as: T.self), patches.elements(as: T.self))
            y.initialize(repeating: 0)
            forEach(images.shape) { patch, image in y[patch] = x[image] }
        }
        if patches.type.element == .float64 { extract(Double.self) } else { extract(Float.self) }
    }

    /// Patches added back to where in the images they came from.
    package func accumulate(_ patches: TensorView, into images: TensorView) {
        func add<T: BinaryFloatingPoint>(_: T.Type) {
            let (x, y) = (patches.elements(as: T.self), images.elements(as: T.self))
            y.initialize(repeating: 0)
            forEach(images.shape) { patch, image in y[image] += x[patch] }
        }
        if images.type.element == .float64 { add(Double.self) } else { add(Float.self) }
    }
}
