import Kernels
import Tensors

@testable import Programs

extension PrimitiveCase {
    private static let squares: [Shape] = [[3, 3], [2, 2, 2], [1, 1]]
    private static let padded = WindowLayout(height: 3, width: 2, stride: 1, top: 2, left: 1, bottom: 1, right: 0)
    private static let strided = WindowLayout(height: 2, width: 2, stride: 2, top: 0, left: 0, bottom: 0, right: 0)

    /// Every primitive of the engine: a new one is tested by adding its line.
    static let table: [PrimitiveCase] = [
        // Arithmetic
        PrimitiveCase(Add.self) { (Add(), [.real($0), .real($0)]) },
        PrimitiveCase(Subtract.self) { (Subtract(), [.real($0), .real($0)]) },
        PrimitiveCase(Negate.self) { (Negate(), [.real($0)]) },
        PrimitiveCase(Multiply.self) { (Multiply(), [.real($0), .real($0)]) },
        PrimitiveCase(Divide.self) { (Divide(), [.real($0), .positive($0)]) },
        PrimitiveCase(Scale.self) { (Scale(), [.real($0), .real($0)]) },

        // Elementwise functions
        PrimitiveCase(Exponential.self) { (Exponential(), [.real($0)]) },
        PrimitiveCase(Logarithm.self) { (Logarithm(), [.positive($0)]) },
        PrimitiveCase(Sine.self) { (Sine(), [.real($0)]) },
        PrimitiveCase(Cosine.self) { (Cosine(), [.real($0)]) },
        PrimitiveCase(HyperbolicTangent.self) { (HyperbolicTangent(), [.real($0)]) },
        PrimitiveCase(Sigmoid.self) { (Sigmoid(), [.real($0)]) },
        PrimitiveCase(Softplus.self) { (Softplus(), [.real($0)]) },
        PrimitiveCase(ErrorFunction.self) { (ErrorFunction(), [.real($0)]) },
        PrimitiveCase(Floor.self) { (Floor(), [.betweenSteps($0)]) },
        PrimitiveCase(Sign.self) { (Sign(), [.betweenSteps($0)]) },
        PrimitiveCase(AbsoluteValue.self) { (AbsoluteValue(), [.betweenSteps($0)]) },

        PrimitiveCase(LogarithmOfOnePlus.self) { (LogarithmOfOnePlus(), [.positive($0)]) },
        PrimitiveCase(ArcTangent.self) { (ArcTangent(), [.positive($0), .positive($0)]) },

        // Powers
        PrimitiveCase(SquareRoot.self) { (SquareRoot(), [.positive($0)]) },
        PrimitiveCase(ConstantPower.self) { (ConstantPower(0), [.real($0)]) },
        PrimitiveCase(ConstantPower.self) { (ConstantPower(1), [.real($0)]) },
        PrimitiveCase(ConstantPower.self) { (ConstantPower(2), [.real($0)]) },
        PrimitiveCase(ConstantPower.self) { (ConstantPower(3), [.real($0)]) },
        PrimitiveCase(ConstantPower.self) { (ConstantPower(7), [.real($0)]) },
        PrimitiveCase(ConstantPower.self) { (ConstantPower(-1), [.positive($0)]) },
        PrimitiveCase(ConstantPower.self) { (ConstantPower(-2), [.betweenSteps($0)]) },
        PrimitiveCase(ConstantPower.self) { (ConstantPower(1.5), [.positive($0)]) },
        PrimitiveCase(Power.self) { (Power(), [.positive($0), .real($0)]) },

        // Choices
        PrimitiveCase(Compare.self) { (Compare(.less), [.distinct($0), .betweenSteps($0)]) },
        PrimitiveCase(Compare.self) { (Compare(.lessOrEqual), [.distinct($0), .betweenSteps($0)]) },
        PrimitiveCase(Compare.self) { (Compare(.equal), [.truth($0), .truth($0)]) },
        PrimitiveCase(Compare.self) { (Compare(.equal), [.positions($0, below: 2), .positions($0, below: 2)]) },
        PrimitiveCase(Select.self) { (Select(), [.truth($0), .real($0), .real($0)]) },
        PrimitiveCase(Select.self) { (Select(), [.truth($0), .truth($0), .truth($0)]) },
        PrimitiveCase(Logic.self) { (Logic(.and), [.truth($0), .truth($0)]) },
        PrimitiveCase(Logic.self) { (Logic(.or), [.truth($0), .truth($0)]) },
        PrimitiveCase(Logic.self) { (Logic(.not), [.truth($0)]) },
        PrimitiveCase(Convert.self, precision: .single) { (Convert(to: .float32), [.real($0)]) },
        PrimitiveCase(Convert.self, precision: .single) { (Convert(to: .float64), [.real($0, .float32)]) },
        PrimitiveCase(Convert.self) { (Convert(to: .float64), [.truth($0)]) },
        PrimitiveCase(Convert.self) { (Convert(to: .truth), [.positive($0)]) },
        PrimitiveCase(Stop.self, isDifferentiated: false) { (Stop(), [.real($0)]) },

        // Layout
        PrimitiveCase(Broadcast.self) { (Broadcast(to: Shape([2, 1] + $0.sizes)), [.real($0)]) },
        PrimitiveCase(Broadcast.self, anyVector) { (Broadcast(to: $0), [.real($0.keeping([0]))]) },
        PrimitiveCase(Broadcast.self, anyVector) { (Broadcast(to: $0), [.truth(Shape($0.sizes.suffix(1)))]) },
        PrimitiveCase(Reshape.self) { (Reshape(to: [$0.count]), [.real($0)]) },
        PrimitiveCase(Reshape.self) { (Reshape(to: Shape([1] + $0.sizes.reversed())), [.real($0)]) },
        PrimitiveCase(Permute.self) { (Permute(Array(0..<$0.rank).reversed()), [.real($0)]) },
        PrimitiveCase(Permute.self, [[2, 3, 4], [0, 2, 3]]) { (Permute([1, 2, 0]), [.real($0)]) },
        PrimitiveCase(Slice.self) {
            (Slice(starts: $0.sizes.map { min($0, 1) }, sizes: $0.sizes.map { max($0 - 1, 0) }), [.real($0)])
        },
        PrimitiveCase(Slice.self, anyVector) {
            (Slice(starts: $0.sizes.map { _ in 0 }, sizes: $0.sizes.map { ($0 + 1) / 2 }), [.real($0)])
        },
        PrimitiveCase(Pad.self) {
            (Pad(starts: $0.sizes.map { _ in 1 }, sizes: $0.sizes.map { $0 + 2 }), [.real($0)])
        },
        PrimitiveCase(Concatenate.self, anyVector) { (Concatenate(axis: 0), [.real($0), .real($0), .real($0)]) },
        PrimitiveCase(Concatenate.self, [[3], [2, 0], [2, 3, 2]]) { shape in
            let wide = Shape(shape.sizes.dropLast() + [4])
            return (Concatenate(axis: shape.rank - 1), [.real(shape), .real(wide)])
        },

        // Gathering
        PrimitiveCase(Gather.self, [[], [3], [2, 2], [0]]) {
            (Gather(batchRank: 0), [.real([4, 2]), .positions($0, below: 4)])
        },
        PrimitiveCase(Gather.self, [[2], [2, 3], [2, 0]]) {
            (Gather(batchRank: 1), [.real([2, 3, 2]), .positions($0, below: 3)])
        },
        PrimitiveCase(ScatterAdd.self, [[], [3], [2, 2], [0]]) {
            (ScatterAdd(batchRank: 0, size: 3), [.real(Shape($0.sizes + [2])), .positions($0, below: 3)])
        },
        PrimitiveCase(ScatterAdd.self, [[2], [2, 3], [2, 0]]) {
            (ScatterAdd(batchRank: 1, size: 4), [.real(Shape($0.sizes + [2])), .positions($0, below: 4)])
        },
        PrimitiveCase(ArgumentSort.self, [[4], [2, 3], [2, 0]]) { (ArgumentSort(), [.distinct($0)]) },

        // Reductions
        PrimitiveCase(Sum.self) { (Sum(Array(0..<$0.rank)), [.real($0)]) },
        PrimitiveCase(Sum.self, [[3], [2, 3], [2, 9, 3], [2, 0], [0, 2]]) { (Sum([0]), [.real($0)]) },
        PrimitiveCase(Sum.self, [[2, 17], [2, 0], [3, 2, 4]]) { (Sum([$0.rank - 1]), [.real($0)]) },
        PrimitiveCase(Sum.self, [[2, 3, 4], [2, 0, 4]]) { (Sum([0, 2]), [.real($0)]) },
        PrimitiveCase(ArgumentOfMaximum.self, anyVector) { (ArgumentOfMaximum(axis: 0), [.distinct($0)]) },
        PrimitiveCase(ArgumentOfMaximum.self, [[3], [2, 3], [0, 2]]) {
            (ArgumentOfMaximum(axis: $0.rank - 1), [.distinct($0)])
        },
        PrimitiveCase(CumulativeSum.self, anyVector + [[2, 0], [0, 2]]) {
            (CumulativeSum(axis: 0, fromBack: false), [.real($0)])
        },
        PrimitiveCase(CumulativeSum.self, [[3], [2, 3], [2, 3, 2]]) {
            (CumulativeSum(axis: $0.rank - 1, fromBack: true), [.real($0)])
        },

        // Products of matrices
        PrimitiveCase(MatrixProduct.self, [[], [2], [2, 1], [0]]) {
            let (a, b) = (Shape($0.sizes + [2, 3]), Shape($0.sizes + [3, 4]))
            return (MatrixProduct(transposeLeft: false, transposeRight: false), [.real(a), .real(b)])
        },
        PrimitiveCase(MatrixProduct.self, [[], [2]]) {
            let (a, b) = (Shape($0.sizes + [3, 2]), Shape($0.sizes + [3, 4]))
            return (MatrixProduct(transposeLeft: true, transposeRight: false), [.real(a), .real(b)])
        },
        PrimitiveCase(MatrixProduct.self, [[], [2]]) {
            let (a, b) = (Shape($0.sizes + [2, 3]), Shape($0.sizes + [4, 3]))
            return (MatrixProduct(transposeLeft: false, transposeRight: true), [.real(a), .real(b)])
        },
        PrimitiveCase(MatrixProduct.self, [[], [2]]) {
            let (a, b) = (Shape($0.sizes + [3, 2]), Shape($0.sizes + [4, 3]))
            return (MatrixProduct(transposeLeft: true, transposeRight: true), [.real(a), .real(b)])
        },
        PrimitiveCase(MatrixProduct.self, [[2, 0, 3], [0, 2, 3], [2, 3, 0]]) {
            let (a, b) = (Shape([$0[0], $0[1]]), Shape([$0[1], $0[2]]))
            return (MatrixProduct(transposeLeft: false, transposeRight: false), [.real(a), .real(b)])
        },

        // Functions of matrices
        PrimitiveCase(Solve.self, [[], [2]]) {
            (Solve(transposed: false), [.definite(Shape($0.sizes + [3, 3])), .real(Shape($0.sizes + [3, 2]))])
        },
        PrimitiveCase(Solve.self, [[], [2]]) {
            (Solve(transposed: true), [.definite(Shape($0.sizes + [3, 3])), .real(Shape($0.sizes + [3, 1]))])
        },
        PrimitiveCase(Determinant.self, squares) { (Determinant(), [.definite($0)]) },
        PrimitiveCase(LogDeterminant.self, squares) { (LogDeterminant(), [.definite($0)]) },
        PrimitiveCase(Cholesky.self, squares) { (Cholesky(), [.definite($0)]) },
        PrimitiveCase(SymmetricEigenvalues.self, squares, isTwiceDifferentiated: false) {
            (SymmetricEigenvalues(), [.definite($0)])
        },
        PrimitiveCase(SymmetricEigenvectors.self, squares, isDifferentiated: false) {
            (SymmetricEigenvectors(), [.definite($0)])
        },
        PrimitiveCase(SingularValues.self, [[3, 2], [2, 3], [2, 3, 3]], isDifferentiated: false) {
            (SingularValues(), [.real($0)])
        },

        // Random numbers
        PrimitiveCase(Draw.self, [[2], [3, 2]]) {
            (Draw(distribution: .normal, shape: [2, 3]), [.positions($0, below: 1000)])
        },
        PrimitiveCase(Draw.self, [[2]]) { (Draw(distribution: .uniform, shape: []), [.positions($0, below: 1000)]) },

        // Convolutions, of [b…, N, C, H, W]
        PrimitiveCase(Convolution.self, [[2, 2, 4, 3], [2, 1, 1, 3, 3]]) {
            (convolution(.places, padded, $0), [.real($0), .real(kernels(padded, $0))])
        },
        PrimitiveCase(Convolution.self, [[2, 3, 5, 4], [0, 1, 5, 4]]) {
            (convolution(.places, strided, $0), [.real($0), .real(kernels(strided, $0))])
        },
        PrimitiveCase(Convolution.self, [[2, 2, 4, 3], [2, 1, 1, 3, 3]]) {
            (convolution(.images, padded, $0), [.real(kernels(padded, $0)), .real(places(padded, $0))])
        },
        PrimitiveCase(Convolution.self, [[2, 3, 5, 4], [2, 0, 5, 4]]) {
            (convolution(.images, strided, $0), [.real(kernels(strided, $0)), .real(places(strided, $0))])
        },
        PrimitiveCase(Convolution.self, [[2, 2, 4, 3], [2, 1, 1, 3, 3]]) {
            (convolution(.kernels, padded, $0), [.real($0), .real(places(padded, $0))])
        },
        PrimitiveCase(Convolution.self, [[2, 3, 5, 4], [0, 1, 5, 4]]) {
            (convolution(.kernels, strided, $0), [.real($0), .real(places(strided, $0))])
        },
        PrimitiveCase(ArgumentOfWindowMaximum.self, [[5, 4], [2, 1, 4, 5]]) {
            (ArgumentOfWindowMaximum(layout: strided), [.distinct($0)])
        },

        // Loops
        PrimitiveCase(Scan.self, [[], [2], [0]], isFloat64Only: true) {
            (recurrence(over: $0, isReversed: false), [.real($0), .real($0), .real($0.batched(by: 3))])
        },
        PrimitiveCase(Scan.self, [[], [2]], isFloat64Only: true) {
            (recurrence(over: $0, isReversed: true), [.real($0), .real($0), .real($0.batched(by: 3))])
        },
    ]

    private static func convolution(_ side: ConvolutionSide, _ layout: WindowLayout, _ images: Shape) -> Convolution {
        let sizes = images.sizes.suffix(2)
        return Convolution(
            layout: layout, height: sizes[sizes.startIndex], width: sizes[sizes.startIndex + 1], result: side)
    }

    /// The shape of three kernels over such images.
    private static func kernels(_ layout: WindowLayout, _ images: Shape) -> Shape {
        Shape(images.sizes.dropLast(4) + [3, images[images.rank - 3], layout.height, layout.width])
    }

    /// The shape of what they make.
    private static func places(_ layout: WindowLayout, _ images: Shape) -> Shape {
        let (rows, columns) = layout.places(images[images.rank - 2], images[images.rank - 1])
        return Shape(images.sizes.dropLast(3) + [3, rows, columns])
    }

    /// Three steps h ↦ tanh(h·w + x), which give h·x besides.
    private static func recurrence(over shape: Shape, isReversed: Bool) -> Scan {
        let body = traced([TensorType(shape), TensorType(shape), TensorType(shape)]) { nodes in
            let (w, h, x) = (nodes[0], nodes[1], nodes[2])
            return [(h * w + x).applying(HyperbolicTangent()), h * x]
        }
        return Scan(
            body: ProgramReference(body), length: 3, constantCount: 1, carryCount: 1, isReversed: isReversed)
    }
}
