import Tensors
import Testing

@testable import Kernels

@Suite struct StridedSumTests {
    /// Whole numbers, whose sums are exact in either precision.
    @Test(arguments: [
        ([25, 10, 40], [1]), ([25, 10, 40], [0, 1]), ([25, 10, 40], [0]), ([25, 10, 40], [2]), ([25, 10, 40], [1, 2]),
        ([25, 10, 40], [0, 2]), ([25, 10, 40], [0, 1, 2]), ([25, 10, 1], [1]), ([250, 1], [0]), ([1, 9], [0]),
        ([1, 1], [0, 1]), ([1], [0]), ([], []), ([3, 4], []), ([3, 0, 4], [1]), ([3, 0, 4], [0]), ([0], [0]),
        ([2, 3, 4, 5, 6], [1, 3]), ([2, 3, 4, 5, 6], [0, 2, 4]), ([2, 1, 4, 1, 6], [1, 2, 3]), ([9, 2], [0]),
        ([7, 3], [0]),
    ])
    func `a sum over axes adds what its index leaves open`(_ sizes: [Int], _ axes: [Int]) {
        let kept = sizes.indices.filter { !axes.contains($0) }
        let shape = Shape(kept.map { sizes[$0] })
        for element in [ElementType.float64, .float32] {
            let input = TensorMemory(sizes, element) { Double($0 * 7 % 13 - 5) }
            let output = TensorMemory(shape.sizes, element) { _ in .nan }
            StridedSum(input.view.type, over: axes).run(input.view.base, output.view.base)
            var want = [Double](repeating: 0, count: shape.count)
            for (position, index) in indices(of: sizes).enumerated() {
                want[zip(kept, shape.strides).reduce(0) { $0 + index[$1.0] * $1.1 }] += input.view.double(at: position)
            }
            #expect(output.values == want, "\(sizes) over \(axes), \(element)")
        }
    }

    @Test func `a batch of sums has the bits of each sum alone`() {
        let values = (0..<6 * 30 * 11).map { 1 / Double($0 + 3) }
        for (axes, inner) in [([0], [11]), ([1], [30]), ([0, 1], [])] {
            let all = TensorMemory([6, 30, 11], .float32) { values[$0] }
            let sums = TensorMemory([6] + inner, .float32) { _ in .nan }
            StridedSum(all.view.type, over: axes.map { $0 + 1 }).run(all.view.base, sums.view.base)
            let apart = (0..<6).flatMap { item in
                let one = TensorMemory([30, 11], .float32) { values[item * 330 + $0] }
                let sum = TensorMemory(inner, .float32) { _ in .nan }
                StridedSum(one.view.type, over: axes).run(one.view.base, sum.view.base)
                return sum.values
            }
            #expect(sums.values == apart)
        }
    }
}
