internal import Tensors

/// Which patches of an image a kernel meets.
struct PatchLayout: Hashable, Sendable {
    let height: Int
    let width: Int
    let stride: Int
    /// Rows and columns of zeros around the image.
    let top: Int
    let left: Int
    let bottom: Int
    let right: Int

    /// How many places the kernel has in an image of this size.
    func places(_ imageHeight: Int, _ imageWidth: Int) -> (rows: Int, columns: Int) {
        (
            max(0, (imageHeight + top + bottom - height) / stride + 1) * (imageHeight + top + bottom >= height ? 1 : 0),
            max(0, (imageWidth + left + right - width) / stride + 1) * (imageWidth + left + right >= width ? 1 : 0)
        )
    }

    /// Calls `body` with where each element of the patches lies in the image: for channel, row and column of the
    /// kernel, then image and place. What lies in the padding is left out.
    func forEach(_ image: Shape, _ body: (_ patch: Int, _ image: Int) -> Void) {
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
}

/// All patches of images [N, C, H, W] that a kernel meets, as the columns of one matrix [C·h·w, N·H′·W′]: a convolution
/// is then one product.
struct Patches: LinearMapPrimitive {
    let name = "patches"
    let layout: PatchLayout

    var parameters: String { "\(layout.height)×\(layout.width), stride=\(layout.stride)" }

    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType {
        guard inputs[0].shape.rank == 4, inputs[0].element.isFloating else {
            throw ComputationError(.types, "images have the shape [N, C, H, W], found \(inputs[0].shape)")
        }
        let shape = inputs[0].shape
        let (rows, columns) = layout.places(shape[2], shape[3])
        return TensorType(
            [shape[1] * layout.height * layout.width, shape[0] * rows * columns], inputs[0].element)
    }

    func evaluate(_ inputs: [TensorView], into output: TensorView) {
        func extract<T: BinaryFloatingPoint>(_: T.Type) {
            let (x, y) = (inputs[0].elements(as: T.self), output.elements(as: T.self))
            y.initialize(repeating: 0)
            layout.forEach(inputs[0].shape) { patch, image in y[patch] = x[image] }
        }
        if output.type.element == .float64 { extract(Double.self) } else { extract(Float.self) }
    }

    func transpose(_ cotangent: Node, input: TensorType) -> Node {
        cotangent.applying(PatchSums(layout: layout, image: input.shape))
    }

    /// The batch counts as more images.
    func batch(_ input: Node, size: Int) -> Node {
        let shape = input.shape.sizes
        let columns = input.reshaped(Shape([size * shape[1]] + shape[2...])).applying(self)
        return columns.reshaped([columns.shape[0], size, columns.shape[1] / max(size, 1)]).permuted([1, 0, 2])
    }
}

/// Patches added back to where they came from: the adjoint of `Patches`.
struct PatchSums: LinearMapPrimitive {
    let name = "patch_sums"
    let layout: PatchLayout
    let image: Shape

    var parameters: String { "\(layout.height)×\(layout.width), stride=\(layout.stride), image=\(image)" }

    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType {
        TensorType(image, inputs[0].element)
    }

    func evaluate(_ inputs: [TensorView], into output: TensorView) {
        func add<T: BinaryFloatingPoint>(_: T.Type) {
            let (x, y) = (inputs[0].elements(as: T.self), output.elements(as: T.self))
            y.initialize(repeating: 0)
            layout.forEach(image) { patch, image in y[image] += x[patch] }
        }
        if output.type.element == .float64 { add(Double.self) } else { add(Float.self) }
    }

    func transpose(_ cotangent: Node, input: TensorType) -> Node { cotangent.applying(Patches(layout: layout)) }

    func batch(_ input: Node, size: Int) -> Node {
        let columns = input.permuted([1, 0, 2]).reshaped([input.shape[1], size * input.shape[2]])
        let images = Shape([size * image[0]] + image.sizes[1...])
        return columns.applying(PatchSums(layout: layout, image: images)).reshaped(image.batched(by: size))
    }
}
