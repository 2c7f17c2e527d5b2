import Tensors
import Testing
import Typography

@testable import Formulas

struct TensorTextTests {
    private func rows(_ rows: Int, _ columns: Int) -> Tensor {
        Tensor([rows, columns], (0..<rows * columns).map { Double($0) })
    }

    @Test func `rows are aligned`() {
        #expect(
            TensorText(Tensor([2, 2], [1.0, -20, 0.5, 3])).block(width: 80) == """
                [[  1, -20],
                 [0.5,   3]]
                """)
    }

    @Test func `a long axis is abbreviated, with the shape`() {
        #expect(
            TensorText(rows(1, 13)).block(width: 80) == """
                [[ 0,  1,  2, …, 10, 11, 12]]
                [1, 13]
                """)
    }

    @Test func `rows wider than the screen are abbreviated to fit it`() {
        #expect(
            TensorText(rows(2, 8)).block(width: 24) == """
                [[ 0,  1, …,  6,  7],
                 [ 8,  9, …, 14, 15]]
                [2, 8]
                """)
        for width in [20, 30, 40, 79] {
            for line in TensorText(rows(3, 12)).block(width: width).split(separator: "\n") {
                #expect(DisplayWidth.of(line) <= width, "\(width): \(line)")
            }
        }
    }

    @Test func `single precision is named, except within a line of text`() throws {
        let single = Tensor(vector: [1, 2]).converted(to: .float32)
        #expect(TensorText(single).block(width: 80) == "[1, 2]   float32")
        #expect(TensorText(single).inline == "[1, 2]")
        #expect(TensorText(single).block(width: 10) == "[1, 2]\nfloat32")
    }
}
