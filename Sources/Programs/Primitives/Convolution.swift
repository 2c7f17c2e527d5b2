internal import Kernels
internal import Tensors

/// The convolution of images [b…, N, C, H, W] with kernels [b…, O, C, h, w], batched over equal leading axes, and its
/// two adjoints.
///
/// All three are sides of one form, linear in images, kernels and places [b…, N, O, H′, W′]: each is the form's slope in
/// one of them, and takes the two others in that order. So a derivative or a transpose of one is another, to any order.
struct Convolution: SingleResult {
    let layout: WindowLayout
    /// Of the images.
    let height: Int
    let width: Int
    let result: ConvolutionSide

    var name: String {
        switch result {
        case .images: "conv_images"
        case .kernels: "conv_kernels"
        case .places: "conv"
        }
    }

    var parameters: String { "\(layout.height)×\(layout.width), stride=\(layout.stride), image=\(height)×\(width)" }

    /// The sides of the inputs.
    private var given: [ConvolutionSide] { ConvolutionSide.allCases.filter { $0 != result } }

    private func computing(_ side: ConvolutionSide) -> Convolution {
        Convolution(layout: layout, height: height, width: width, result: side)
    }

    func outputType(_ inputs: [TensorType]) throws(ComputationError) -> TensorType {
        let (a, b) = (inputs[0].shape.sizes, inputs[1].shape.sizes)
        let (p, q) = (Array(a.suffix(4)), Array(b.suffix(4)))
        let (rows, columns) = layout.places(height, width)
        func isImages(_ sizes: [Int]) -> Bool { sizes.suffix(2) == [height, width] }
        func isKernels(_ sizes: [Int]) -> Bool { sizes.suffix(2) == [layout.height, layout.width] }
        func isPlaces(_ sizes: [Int]) -> Bool { sizes.suffix(2) == [rows, columns] }
        guard p.count == 4, q.count == 4, a.dropLast(4) == b.dropLast(4), inputs[0].element.isFloating,
            inputs[0].element == inputs[1].element
        else { throw .types("\(name) of \(inputs[0]) and \(inputs[1]) does not fit") }
        let fits: Bool
        let sizes: [Int]
        switch result {
        case .images:
            fits = isKernels(p) && isPlaces(q) && p[0] == q[1]
            sizes = [q[0], p[1], height, width]
        case .kernels:
            fits = isImages(p) && isPlaces(q) && p[0] == q[0]
            sizes = [q[1], p[1], layout.height, layout.width]
        case .places:
            fits = isImages(p) && isKernels(q) && p[1] == q[1]
            sizes = [p[0], q[0], rows, columns]
        }
        guard fits else { throw .types("\(name) of \(inputs[0]) and \(inputs[1]) does not fit") }
        return TensorType(Shape(a.dropLast(4) + sizes), inputs[0].element)
    }

    func evaluate(_ inputs: [TensorView], into output: TensorView) {
        let form: ConvolutionForm
        switch result {
        case .images: form = ConvolutionForm(images: output, kernels: inputs[0], places: inputs[1])
        case .kernels: form = ConvolutionForm(images: inputs[0], kernels: output, places: inputs[1])
        case .places: form = ConvolutionForm(images: inputs[0], kernels: inputs[1], places: output)
        }
        form.write(result, layout)
    }

    func derivative(_ inputs: [Node], output: Node, tangents: [Node?]) -> Node? {
        sum(tangents[0].map { $0.applying(self, inputs[1]) }, tangents[1].map { inputs[0].applying(self, $0) })
    }

    /// The form with the cotangent in the result's place.
    func transpose(_ inputs: [LinearInput], cotangent: Node) -> [Node?] {
        let wanted = inputs[0].isLinear ? 0 : 1
        let sides = [given[1 - wanted]: inputs[1 - wanted].residual, result: cotangent]
        let adjoint = computing(given[wanted])
        let nodes = adjoint.given.compactMap { sides[$0] }
        let outcome = nodes[0].applying(adjoint, nodes[1])
        return wanted == 0 ? [outcome, nil] : [nil, outcome]
    }

    /// Where the kernels are shared, the batch counts as more images.
    func batch(_ inputs: [Batched], size: Int) -> Node {
        if result != .kernels, let kernels = given.firstIndex(of: .kernels), !inputs[kernels].isBatched,
            inputs[kernels].node.shape.rank == 4
        {
            let stack = inputs[1 - kernels].node
            let flat = stack.reshaped(Shape([size * stack.shape[1]] + stack.shape.sizes[2...]))
            let outcome = kernels == 0 ? inputs[0].node.applying(self, flat) : flat.applying(self, inputs[1].node)
            return outcome.reshaped(Shape([size, stack.shape[1]] + outcome.shape.sizes[1...]))
        }
        return inputs[0].spread(size).applying(self, inputs[1].spread(size))
    }

    func jet(_ inputs: [[Node?]], order: Int) -> [Node?] {
        (0...order).map { k in cauchy(inputs[0], inputs[1], k, 0...k) { $0.applying(self, $1) } }
    }

    func operationCount(_ inputs: [TensorType], _ outputs: [TensorType]) -> Int {
        let types = inputs + outputs
        let sides = given + [result]
        guard let images = sides.firstIndex(of: .images), let places = sides.firstIndex(of: .places) else { return 0 }
        let channels = types[images].shape.sizes.suffix(4).dropFirst().first ?? 1
        return 2 * types[places].shape.count * channels * layout.height * layout.width
    }
}
