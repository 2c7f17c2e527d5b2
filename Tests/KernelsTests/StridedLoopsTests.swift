import Tensors
import Testing

@testable import Kernels

@Suite struct StridedLoopsTests {
    /// Checks a copy into a dense output, element by element.
    private func expectCopied(_ sizes: [Int], of source: [Int], _ strides: [Int], offset: Int = 0) {
        for element in [ElementType.float64, .float32, .truth] {
            let from = TensorMemory(source, element) { element == .truth ? Double($0 % 3 % 2) : Double($0) }
            let to = TensorMemory(sizes, element) { _ in 1 }
            StridedCopy(sizes, element, from: offset, strides, to: 0, to.view.shape.strides)
                .run(from.view.base, to.view.base)
            let want = indices(of: sizes).map { index in
                from.view.double(at: offset + zip(index, strides).reduce(0) { $0 + $1.0 * $1.1 })
            }
            #expect(to.values == want, "\(sizes) of \(source) along \(strides), \(element)")
        }
    }

    @Test(arguments: [
        ([], [40]), ([], [3, 5, 7]), ([1], [5, 1]), ([7], [5, 3, 7]), ([5, 1, 7], [5, 3, 7]), ([5, 3, 1], [5, 3, 7]),
        ([5, 1, 1], [5, 3, 7]), ([1, 3, 1], [5, 3, 7]), ([4, 1, 3, 1], [4, 2, 3, 2]), ([1, 1], [300, 50]),
        ([1, 50], [300, 50]), ([300, 1], [300, 50]), ([5, 3, 7], [5, 3, 7]), ([0], [4, 0]), ([1, 3], [0, 3]),
        ([1, 1, 1, 1], [0, 1 << 40, 1 << 40, 2]),
        ([1, 1, 1], [1, 1, 1]), ([], []),
    ])
    func `a broadcast repeats every element where its axis has one`(_ source: [Int], _ sizes: [Int]) {
        let padded = [Int](repeating: 1, count: sizes.count - source.count) + source
        let strides = zip(padded, Shape(padded).strides).map { $0 == 1 ? 0 : $1 }
        expectCopied(sizes, of: source, strides)
    }

    @Test(arguments: [
        ([2, 3], [1, 0]), ([1, 9], [1, 0]), ([40, 40], [1, 0]), ([9, 70], [1, 0]), ([130, 3], [1, 0]),
        ([5, 7, 9], [0, 2, 1]), ([5, 17, 9], [1, 0, 2]), ([5, 7, 19], [2, 1, 0]), ([5, 8, 12], [2, 0, 1]),
        ([2, 3, 4, 5], [0, 2, 3, 1]), ([2, 3, 4, 5], [3, 1, 2, 0]), ([2, 1, 4, 5], [1, 3, 0, 2]), ([3, 0], [1, 0]),
    ])
    func `a permutation moves every element`(_ source: [Int], _ axes: [Int]) {
        let strides = Shape(source).strides
        expectCopied(axes.map { source[$0] }, of: source, axes.map { strides[$0] })
    }

    @Test func `a box out of the middle is copied`() {
        expectCopied([2, 3, 4], of: [5, 6, 7], [42, 7, 1], offset: 42 + 2 * 7 + 3)
        expectCopied([3, 6, 7], of: [5, 6, 7], [42, 7, 1], offset: 42)
        expectCopied([5, 6, 1], of: [5, 6, 7], [42, 7, 1], offset: 6)
    }

    @Test func `what lies between the target's rows stays`() {
        for element in [ElementType.float64, .float32, .truth] {
            let from = TensorMemory([3, 2], element) { _ in 0 }
            let to = TensorMemory([4, 5], element) { _ in 1 }
            StridedCopy([3, 2], element, from: 0, [2, 1], to: 6, [5, 1]).run(from.view.base, to.view.base)
            StridedCopy([2], element, from: 0, [1], to: 4, [5]).run(from.view.base, to.view.base)
            let zeros = [6, 7, 11, 12, 16, 17, 4, 9]
            #expect(to.values == (0..<20).map { zeros.contains($0) ? 0 : 1 })
        }
    }
}
