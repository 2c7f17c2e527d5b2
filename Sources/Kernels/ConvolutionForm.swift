internal import CSignals
internal import MatrixKernels
package import Tensors

/// What a convolution is made of: images [b…, N, C, H, W], kernels [b…, O, C, h, w], and what stands at the places that
/// a kernel takes, [b…, N, O, H′, W′].
package enum ConvolutionSide: CaseIterable, Hashable, Sendable {
    case images
    case kernels
    case places
}

/// The trilinear form Σ places · kernels · images of a convolution, and its slope in each side.
package struct ConvolutionForm {
    package let images: TensorView
    package let kernels: TensorView
    package let places: TensorView

    package init(images: TensorView, kernels: TensorView, places: TensorView) {
        (self.images, self.kernels, self.places) = (images, kernels, places)
    }

    /// Writes one side from the two others: the places are the convolution itself, the rest its adjoints.
    ///
    /// In parts of about 2 GFLOP, with the interrupt flag read between them: at the flag it stops, the rest unwritten.
    /// Parts are images, or channels of the kernels; none depends on another.
    package func write(_ side: ConvolutionSide, _ layout: WindowLayout) {
        let result: TensorView
        switch side {
        case .images: result = images
        case .kernels: result = kernels
        case .places: result = places
        }
        if result.count == 0 { return }
        if images.count == 0 || kernels.count == 0 || places.count == 0 {
            result.base.initializeMemory(as: UInt8.self, repeating: 0, count: result.type.byteCount)
        } else if result.type.element == .float64 {
            write(
                side, layout,
                ConvolutionKernels<Double>(
                    work: matrix_kernels_convolution_work_f64, images: matrix_kernels_convolution_images_f64,
                    kernels: matrix_kernels_convolution_kernels_f64, places: matrix_kernels_convolve_f64))
        } else {
            write(
                side, layout,
                ConvolutionKernels<Float>(
                    work: matrix_kernels_convolution_work_f32, images: matrix_kernels_convolution_images_f32,
                    kernels: matrix_kernels_convolution_kernels_f32, places: matrix_kernels_convolve_f32))
        }
    }

    private func write<T>(_ side: ConvolutionSide, _ layout: WindowLayout, _ functions: ConvolutionKernels<T>) {
        func sizes(_ view: TensorView) -> [Int] { Array(view.shape.sizes.suffix(4)) }
        let (x, w, y) = (sizes(images), sizes(kernels), sizes(places))
        let whole = matrix_kernels_convolution(
            images: x[0], channels: x[1], height: x[2], width: x[3], filters: w[0], kernel_height: w[2],
            kernel_width: w[3], stride: layout.stride, top: layout.top, left: layout.left, rows: y[2], columns: y[3])
        let items = images.count / x.reduce(1, *)
        let (imageSize, placeSize) = (x[1] * x[2] * x[3], y[1] * y[2] * y[3])
        func start(_ view: TensorView, _ offset: Int) -> UnsafeMutablePointer<T> {
            view.base.assumingMemoryBound(to: T.self) + offset
        }
        let operations = 2 * x[0] * w.reduce(1, *) * y[2] * y[3]
        let parts = side == .kernels ? x[1] : x[0]
        let atOnce = max(1, (1 << 31) / max(1, operations / parts))
        func write(_ range: Range<Int>, of item: Int) {
            var shape = whole
            let work = UnsafeMutableRawPointer.allocate(
                byteCount: functions.work(&shape) * MemoryLayout<T>.stride, alignment: 64)
            defer { work.deallocate() }
            let scratch = work.assumingMemoryBound(to: T.self)
            let firstImage = side == .kernels ? 0 : range.lowerBound
            let image = start(images, (item * x[0] + firstImage) * imageSize)
            let place = start(places, (item * x[0] + firstImage) * placeSize)
            let kernel = start(kernels, item * w.reduce(1, *))
            switch side {
            case .images:
                shape.images = range.count
                functions.images(&shape, place, kernel, image, scratch)
            case .kernels: functions.kernels(&shape, image, place, kernel, range.lowerBound, range.upperBound, scratch)
            case .places:
                shape.images = range.count
                functions.places(&shape, image, kernel, place, scratch)
            }
        }
        for item in 0..<items {
            for first in stride(from: 0, to: parts, by: atOnce) {
                if signals_interrupted() { return }
                let count = min(atOnce, parts - first)
                // 60 operations a nanosecond in single precision.
                Workers.forEachRange(of: count, nanoseconds: operations / parts * count / 60) { _, range in
                    write(first + range.lowerBound..<first + range.upperBound, of: item)
                }
            }
        }
    }
}

/// The functions that convolve numbers of one type.
private struct ConvolutionKernels<T> {
    typealias Shape = UnsafePointer<matrix_kernels_convolution>
    typealias Given = UnsafePointer<T>
    typealias Written = UnsafeMutablePointer<T>

    let work: (Shape?) -> Int
    let images: (Shape?, _ places: Given?, _ kernels: Given?, _ images: Written?, _ work: Written?) -> Void
    let kernels: (Shape?, _ images: Given?, _ places: Given?, Written?, _ first: Int, _ last: Int, Written?) -> Void
    let places: (Shape?, _ images: Given?, _ kernels: Given?, _ places: Written?, _ work: Written?) -> Void
}
