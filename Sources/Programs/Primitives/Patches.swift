internal import Kernels
internal import Tensors

/// All patches of images [N, C, H, W] that a kernel meets, as the columns of one matrix [C·h·w, N·H′·W′]: a convolution
/// is then one product.
struct Patches: LinearMapPrimitive {
    let name = "patches"
    let layout: PatchLayout

    var parameters: String { "\(layout.height)×\(layout.width), stride=\(layout.stride)" }

    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType {
        guard inputs[0].shape.rank == 4, inputs[0].element.isFloating else {
            throw .types("images have the shape [N, C, H, W], found \(inputs[0].shape)")
        }
        let shape = inputs[0].shape
        let (rows, columns) = layout.places(shape[2], shape[3])
        return TensorType([shape[1] * layout.height * layout.width, shape[0] * rows * columns], inputs[0].element)
    }

    func evaluate(_ inputs: [TensorView], into output: TensorView) { layout.extract(inputs[0], into: output) }

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

    func evaluate(_ inputs: [TensorView], into output: TensorView) { layout.accumulate(inputs[0], into: output) }

    func transpose(_ cotangent: Node, input: TensorType) -> Node { cotangent.applying(Patches(layout: layout)) }

    func batch(_ input: Node, size: Int) -> Node {
        let columns = input.permuted([1, 0, 2]).reshaped([input.shape[1], size * input.shape[2]])
        let images = Shape([size * image[0]] + image.sizes[1...])
        return columns.applying(PatchSums(layout: layout, image: images)).reshaped(image.batched(by: size))
    }
}
