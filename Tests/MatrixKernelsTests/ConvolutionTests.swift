import InstructionSets
import MatrixKernels
import SeededNumbers
import Testing
import VectorMath

/// The precisions of the convolutions' kernels.
protocol ConvolvedElement: BinaryFloatingPoint, Sendable {
    typealias Shape = matrix_kernels_convolution
    typealias Given = UnsafePointer<Self>
    typealias Written = UnsafeMutablePointer<Self>

    static func work(_ shape: Shape) -> Int
    static func places(_ shape: Shape, _ images: Given, _ kernels: Given, _ places: Written, _ work: Written)
    static func images(_ shape: Shape, _ places: Given, _ kernels: Given, _ images: Written, _ work: Written)
    static func kernels(
        _ shape: Shape, _ images: Given, _ places: Given, _ kernels: Written, _ channels: Range<Int>, _ work: Written)
}

extension Double: ConvolvedElement {
    static func work(_ shape: Shape) -> Int { withUnsafePointer(to: shape, matrix_kernels_convolution_work_f64) }

    static func places(_ shape: Shape, _ images: Given, _ kernels: Given, _ places: Written, _ work: Written) {
        withUnsafePointer(to: shape) { matrix_kernels_convolve_f64($0, images, kernels, places, work) }
    }

    static func images(_ shape: Shape, _ places: Given, _ kernels: Given, _ images: Written, _ work: Written) {
        withUnsafePointer(to: shape) { matrix_kernels_convolution_images_f64($0, places, kernels, images, work) }
    }

    static func kernels(
        _ shape: Shape, _ images: Given, _ places: Given, _ kernels: Written, _ channels: Range<Int>, _ work: Written
    ) {
        withUnsafePointer(to: shape) {
            matrix_kernels_convolution_kernels_f64(
                $0, images, places, kernels, channels.lowerBound, channels.upperBound, work)
        }
    }
}

extension Float: ConvolvedElement {
    static func work(_ shape: Shape) -> Int { withUnsafePointer(to: shape, matrix_kernels_convolution_work_f32) }

    static func places(_ shape: Shape, _ images: Given, _ kernels: Given, _ places: Written, _ work: Written) {
        withUnsafePointer(to: shape) { matrix_kernels_convolve_f32($0, images, kernels, places, work) }
    }

    static func images(_ shape: Shape, _ places: Given, _ kernels: Given, _ images: Written, _ work: Written) {
        withUnsafePointer(to: shape) { matrix_kernels_convolution_images_f32($0, places, kernels, images, work) }
    }

    static func kernels(
        _ shape: Shape, _ images: Given, _ places: Given, _ kernels: Written, _ channels: Range<Int>, _ work: Written
    ) {
        withUnsafePointer(to: shape) {
            matrix_kernels_convolution_kernels_f32(
                $0, images, places, kernels, channels.lowerBound, channels.upperBound, work)
        }
    }
}

@Suite struct ConvolutionTests {
    /// Odd sizes, small and around those of registers; strides, and borders on any side.
    private static func shapes(_ count: Int, seed: UInt64) -> [matrix_kernels_convolution] {
        var generator = SplitMix64(seed: seed)
        func size(_ sizes: ClosedRange<Int>) -> Int { Int.random(in: sizes, using: &generator) }
        var shapes: [matrix_kernels_convolution] = []
        while shapes.count < count {
            let (height, width, stride) = (size(1...13), size(1...19), size(1...3))
            let (kernelHeight, kernelWidth) = (size(1...4), size(1...4))
            // More rows of zeros than the kernel has are allowed too.
            let (top, left, bottom, right) = (size(0...5), size(0...3), size(0...5), size(0...3))
            guard height + top + bottom >= kernelHeight, width + left + right >= kernelWidth else { continue }
            shapes.append(
                matrix_kernels_convolution(
                    images: size(1...9), channels: size(1...19), height: height, width: width, filters: size(1...20),
                    kernel_height: kernelHeight, kernel_width: kernelWidth, stride: stride, top: top, left: left,
                    rows: (height + top + bottom - kernelHeight) / stride + 1,
                    columns: (width + left + right - kernelWidth) / stride + 1))
        }
        return shapes
    }

    /// Calls `body` with the positions of each term of the form.
    private static func forEachTerm(_ s: matrix_kernels_convolution, _ body: (Int, Int, Int) -> Void) {
        for n in 0..<s.images {
            for o in 0..<s.filters {
                for y in 0..<s.rows * s.columns {
                    let place = (n * s.filters + o) * s.rows * s.columns + y
                    for c in 0..<s.channels {
                        for k in 0..<s.kernel_height * s.kernel_width {
                            let i = y / s.columns * s.stride + k / s.kernel_width - s.top
                            let j = y % s.columns * s.stride + k % s.kernel_width - s.left
                            guard i >= 0, i < s.height, j >= 0, j < s.width else { continue }
                            body(
                                ((n * s.channels + c) * s.height + i) * s.width + j,
                                (o * s.channels + c) * s.kernel_height * s.kernel_width + k, place)
                        }
                    }
                }
            }
        }
    }

    private func expectExact<T: ConvolvedElement>(_ shapes: [matrix_kernels_convolution], _: T.Type) throws {
        var generator = SplitMix64(seed: 5)
        for (index, s) in shapes.enumerated() {
            // Small whole numbers, whose products add up without rounding in either precision.
            func numbers(_ count: Int) -> [T] {
                (0..<count).map { _ in T(Int.random(in: -8...8, using: &generator)) }
            }
            let x = numbers(s.images * s.channels * s.height * s.width)
            let w = numbers(s.filters * s.channels * s.kernel_height * s.kernel_width)
            let y = numbers(s.images * s.filters * s.rows * s.columns)
            var (xWanted, wWanted, yWanted) = (x.map { _ in T(0) }, w.map { _ in T(0) }, y.map { _ in T(0) })
            Self.forEachTerm(s) { image, kernel, place in
                xWanted[image] += w[kernel] * y[place]
                wWanted[kernel] += x[image] * y[place]
                yWanted[place] += x[image] * w[kernel]
            }
            let fence: FencedArray<T>.Fence = index & 1 == 0 ? .afterEnd : .beforeStart
            let work = try FencedArray([T](repeating: .nan, count: T.work(s)), fence)
            let scratch = try #require(work.elements.baseAddress)
            func run(_ a: [T], _ b: [T], _ count: Int, _ body: (T.Given, T.Given, T.Written) -> Void) throws -> [T] {
                let (left, right) = (try FencedArray(a, fence), try FencedArray(b, fence))
                let output = try FencedArray([T](repeating: .nan, count: count), fence)
                let (first, second) = (
                    try #require(left.elements.baseAddress), try #require(right.elements.baseAddress)
                )
                body(first, second, try #require(output.elements.baseAddress))
                #expect(output.isIntact && work.isIntact, "\(s)")
                return Array(output.elements)
            }
            let places = try run(x, w, y.count) { T.places(s, $0, $1, $2, scratch) }
            #expect(places == yWanted, "places of \(s)")
            let images = try run(y, w, x.count) { T.images(s, $0, $1, $2, scratch) }
            #expect(images == xWanted, "images of \(s)")
            // In two parts, as if two did it.
            let kernels = try run(x, y, w.count) {
                T.kernels(s, $0, $1, $2, s.channels / 2..<s.channels, scratch)
                if s.channels > 1 { T.kernels(s, $0, $1, $2, 0..<s.channels / 2, scratch) }
            }
            #expect(kernels == wWanted, "kernels of \(s)")
        }
    }

    @Test(arguments: VectorMathInstructionSet.available)
    func `convolutions of whole numbers and their adjoints are exact and stay within their memory`(
        _ set: VectorMathInstructionSet
    ) throws {
        let shapes = Self.shapes(60, seed: 1)
        try set {
            try expectExact(shapes, Double.self)
            try expectExact(shapes, Float.self)
        }
    }

    /// More places than one chain of a sum has, and more elements of a kernel than one panel.
    @Test(arguments: VectorMathInstructionSet.available)
    func `so are large ones`(_ set: VectorMathInstructionSet) throws {
        let shapes = [(2, 40, 9, 17), (1, 3, 23, 21), (7, 33, 7, 7)].map { images, channels, height, width in
            matrix_kernels_convolution(
                images: images, channels: channels, height: height, width: width, filters: 35, kernel_height: 3,
                kernel_width: 3, stride: 1, top: 1, left: 1, rows: height, columns: width)
        }
        try set {
            try expectExact(shapes, Double.self)
            try expectExact(shapes, Float.self)
        }
    }

    @Test(arguments: VectorMathInstructionSet.available)
    func `an image's places do not depend on the images beside it`(_ set: VectorMathInstructionSet) throws {
        var generator = SplitMix64(seed: 3)
        var s = matrix_kernels_convolution(
            images: 5, channels: 30, height: 5, width: 6, filters: 7, kernel_height: 3, kernel_width: 3, stride: 1,
            top: 1, left: 1, rows: 5, columns: 6)
        let x = (0..<5 * 30 * 30).map { _ in Float.random(in: -1...1, using: &generator) }
        let w = (0..<7 * 30 * 9).map { _ in Float.random(in: -1...1, using: &generator) }
        set {
            var work = [Float](repeating: 0, count: Float.work(s))
            var together = [Float](repeating: 0, count: 5 * 7 * 30)
            var alone = together
            Float.places(s, x, w, &together, &work)
            s.images = 1
            for image in 0..<5 {
                x.withUnsafeBufferPointer { x in
                    alone.withUnsafeMutableBufferPointer { alone in
                        guard let from = x.baseAddress, let to = alone.baseAddress else { return }
                        Float.places(s, from + image * 30 * 30, w, to + image * 7 * 30, &work)
                    }
                }
            }
            #expect(alone == together)
        }
    }
}
