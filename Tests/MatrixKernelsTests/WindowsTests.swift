import InstructionSets
import MatrixKernels
import SeededNumbers
import Testing
import VectorMath

@Suite struct WindowsTests {
    /// The position that comparing one element after another finds.
    private static func reference<T: BinaryFloatingPoint>(_ s: matrix_kernels_windows, _ x: [T]) -> [Double] {
        (0..<s.planes * s.rows * s.columns).map { index in
            let (plane, window) = (index / (s.rows * s.columns), index % (s.rows * s.columns))
            let corner = (window / s.columns * s.width + window % s.columns) * s.stride
            var best = corner
            for y in 0..<s.window_height {
                for step in 0..<s.window_width {
                    let place = corner + y * s.width + step
                    let start = plane * s.height * s.width
                    let (value, champion) = (x[start + place], x[start + best])
                    if value > champion || (value.isNaN && !champion.isNaN) { best = place }
                }
            }
            return Double(best)
        }
    }

    private func expectFound<T: BinaryFloatingPoint>(
        _: T.Type, _ find: (matrix_kernels_windows, UnsafePointer<T>, UnsafeMutablePointer<Double>) -> Void
    ) throws {
        var generator = SplitMix64(seed: 11)
        func size(_ sizes: ClosedRange<Int>) -> Int { Int.random(in: sizes, using: &generator) }
        for index in 0..<200 {
            let (windowHeight, windowWidth, stride) = (size(1...3), size(1...3), size(1...3))
            let (height, width) = (windowHeight + size(0...9), windowWidth + size(0...40))
            let s = matrix_kernels_windows(
                planes: size(1...4), height: height, width: width, window_height: windowHeight,
                window_width: windowWidth, stride: stride, rows: (height - windowHeight) / stride + 1,
                columns: (width - windowWidth) / stride + 1)
            // Few values, so that many are equal, and some that are no numbers.
            let x = (0..<s.planes * height * width).map { _ in
                let value = size(-4...4)
                return value == 4 ? T.nan : T(value)
            }
            let fence: (FencedArray<T>.Fence, FencedArray<Double>.Fence) =
                index & 1 == 0 ? (.afterEnd, .afterEnd) : (.beforeStart, .beforeStart)
            let planes = try FencedArray(x, fence.0)
            let positions = try FencedArray(
                [Double](repeating: .nan, count: s.planes * s.rows * s.columns), fence.1)
            find(s, try #require(planes.elements.baseAddress), try #require(positions.elements.baseAddress))
            #expect(positions.isIntact)
            #expect(Array(positions.elements) == Self.reference(s, x), "\(s)")
        }
    }

    @Test(arguments: VectorMathInstructionSet.available)
    func `the largest of a window is the first of equals and the first that is no number`(
        _ set: VectorMathInstructionSet
    ) throws {
        try set {
            try expectFound(Double.self) { s, x, y in
                withUnsafePointer(to: s) { matrix_kernels_largest_in_windows_f64($0, x, y) }
            }
            try expectFound(Float.self) { s, x, y in
                withUnsafePointer(to: s) { matrix_kernels_largest_in_windows_f32($0, x, y) }
            }
        }
    }
}
