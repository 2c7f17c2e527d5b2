internal import Kernels
internal import Tensors

/// How a convolution treats the border of an image.
public enum Padding: Hashable, Sendable {
    /// The kernel stays inside the image.
    case valid
    /// Zeros around the image, so that a stride of 1 keeps its size.
    case same
    /// So many rows and columns of zeros on each side.
    case zeros(Int)
}

/// Layers of networks, as functions of their inputs and parameters.
extension Operand {
    /// The convolution (as networks mean it: without a flip) of images [N, C, H, W] with kernels [O, C, h, w]:
    /// [N, O, H′, W′].
    public func convolved(
        _ kernels: Operand, stride: Int = 1, padding: Padding = .valid
    ) throws(ComputationError) -> Operand {
        let (x, w) = (shape, kernels.shape)
        try checkImages("conv2d")
        guard w.rank == 4 else {
            throw .types("conv2d needs kernels [O, C, h, w], found \(w.spoken)", parameter: "w")
        }
        guard x[1] == w[1] else {
            throw .types(
                "conv2d needs kernels for as many channels as the images have: images \(x) have \(x[1]), kernels \(w) are for \(w[1])",
                help: "images are [N, C, H, W], kernels [O, C, h, w]")
        }
        try Self.checkFromOne(stride, "stride", "conv2d")
        let layout = try WindowLayout(
            image: x, height: w[2], width: w[3], stride: stride, padding: padding, name: "conv2d")
        let element = ElementType.promoted(type, kernels.type)
        let convolution = Convolution(layout: layout, height: x[2], width: x[3], result: .places)
        return try converted(to: element).applying(convolution, kernels.converted(to: element))
    }

    /// The largest of each size × size window of images [N, C, H, W]. Where it stands is decided once and stored.
    public func maxPooled(_ size: Int, stride: Int? = nil) throws(ComputationError) -> Operand {
        try checkImages("max_pool")
        try Self.checkFromOne(size, "size", "max_pool")
        try Self.checkFromOne(stride ?? size, "stride", "max_pool")
        let layout = try WindowLayout(
            image: shape, height: size, width: size, stride: stride ?? size, padding: .valid, name: "max_pool")
        let images = try asNumbers()
        let positions = try images.applying(ArgumentOfWindowMaximum(layout: layout))
        return try images.reshaped([shape[0], shape[1], shape[2] * shape[3]]).applying(Gather(batchRank: 2), positions)
    }

    private func checkImages(_ name: String) throws(ComputationError) {
        guard shape.rank != 4 else { return }
        throw .types(
            "\(name) needs images [N, C, H, W], found \(shape.spoken)",
            help: shape.rank == 2 || shape.rank == 3
                ? "one image is reshape(x, \(Shape([Int](repeating: 1, count: 4 - shape.rank) + shape.sizes).listed))"
                : nil,
            parameter: "x")
    }

    private static func checkFromOne(_ value: Int, _ parameter: String, _ name: String) throws(ComputationError) {
        guard value < 1 else { return }
        throw .types("the \(parameter) of \(name) is 1 or more, found \(value)", parameter: parameter)
    }

    /// γ·(x − μ)/√(σ² + ε) + β with the batch's own mean and variance, for each feature of [N, F] or each channel of
    /// [N, C, H, W].
    public func batchNormalised(
        scale: Operand, shift: Operand, epsilon: Double = 1e-5
    ) throws(ComputationError) -> Operand {
        guard shape.rank == 2 || shape.rank == 4 else {
            throw .types("batch_norm needs [N, F] or [N, C, H, W], found \(shape.spoken)", parameter: "x")
        }
        let axes = shape.rank == 2 ? [0] : [0, 2, 3]
        let parameters = Shape(shape.rank == 2 ? [shape[1]] : [shape[1], 1, 1])
        guard scale.shape == [shape[1]], shift.shape == [shape[1]] else {
            throw .types(
                "batch_norm of \(shape) needs γ and β of shape [\(shape[1])], found \(scale.shape.spoken) and \(shift.shape.spoken)"
            )
        }
        // One factor for each feature, so that the many elements are multiplied once and not divided.
        let factor = try scale.reshaped(parameters) / (variance(axes, keep: true) + epsilon).squareRoot()
        return try (self - mean(axes, keep: true)) * factor + shift.reshaped(parameters)
    }

    /// One step of an LSTM from x [n, d], h and c [n, m], with W [d, 4m], U [m, 4m] and b [4m]; the gates stand in the
    /// order i, f, g, o.
    public static func longShortTermMemory(
        x: Operand, h: Operand, c: Operand, w: Operand, u: Operand, b: Operand
    ) throws(ComputationError) -> (h: Operand, c: Operand) {
        let m = c.shape.sizes.last ?? 0
        guard let d = x.shape.sizes.last, h.shape.sizes.last == m, w.shape == [d, 4 * m], u.shape == [m, 4 * m],
            b.shape == [4 * m]
        else {
            throw .types(
                "lstm_cell does not fit together: found x \(x.shape), h \(h.shape), c \(c.shape), W \(w.shape), U \(u.shape), b \(b.shape)",
                help: "for x [n, d], h and c [n, m] it wants W [d, 4m], U [m, 4m] and b [4m]")
        }
        let gates = try x.matrixProduct(w) + h.matrixProduct(u) + b
        let last = gates.shape.rank - 1
        // In the order in which they stand, so that their cotangents are joined one to the next.
        let input = try gates.sliced(last, 0, m).sigmoid()
        let forgetting = try gates.sliced(last, m, m).sigmoid()
        let candidate = try gates.sliced(last, 2 * m, m).tanh()
        let output = try gates.sliced(last, 3 * m, m).sigmoid()
        let next = try forgetting * c + input * candidate
        return (try output * next.tanh(), next)
    }
}

extension WindowLayout {
    fileprivate init(
        image: Shape, height: Int, width: Int, stride: Int, padding: Padding, name: String
    ) throws(ComputationError) {
        let (vertical, horizontal): (Int, Int)
        switch padding {
        case .valid: (vertical, horizontal) = (0, 0)
        case .same: (vertical, horizontal) = (height - 1, width - 1)
        case .zeros(let count): (vertical, horizontal) = (2 * count, 2 * count)
        }
        guard vertical >= 0, height >= 1, width >= 1, image[2] + vertical >= height, image[3] + horizontal >= width
        else {
            throw .types(
                "\(name): a window of \(height)×\(width) does not fit into images of \(image[2])×\(image[3])",
                help: name == "conv2d" ? "padding: \"same\" puts zeros around them" : nil)
        }
        self.init(
            height: height, width: width, stride: stride, top: vertical / 2, left: horizontal / 2,
            bottom: vertical - vertical / 2, right: horizontal - horizontal / 2)
    }
}
