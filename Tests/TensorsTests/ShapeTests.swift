import Tensors
import Testing

struct ShapeTests {
    /// Every shape of up to three axes with sizes 0 … 3.
    private static let small: [Shape] = {
        var shapes: [Shape] = [[]]
        var last = shapes
        for _ in 0..<3 {
            last = last.flatMap { shape in (0...3).map { Shape(shape.sizes + [$0]) } }
            shapes += last
        }
        return shapes
    }()

    /// NumPy's rule as its manual states it: both padded with 1 on the left, then axis by axis.
    private func broadcast(_ a: Shape, _ b: Shape) -> Shape? {
        let rank = max(a.rank, b.rank)
        func padded(_ shape: Shape) -> [Int] { [Int](repeating: 1, count: rank - shape.rank) + shape.sizes }
        var result: [Int] = []
        for (x, y) in zip(padded(a), padded(b)) {
            switch (x, y) {
            case (1, _): result.append(y)
            case (_, 1): result.append(x)
            case _ where x == y: result.append(x)
            default: return nil
            }
        }
        return Shape(result)
    }

    @Test func `every pair of small shapes broadcasts by the rule, in either order`() {
        for a in Self.small {
            for b in Self.small {
                #expect(a.broadcast(with: b) == broadcast(a, b), "\(a) and \(b)")
                #expect(a.broadcast(with: b) == b.broadcast(with: a), "\(a) and \(b)")
            }
        }
    }

    @Test func `strides enumerate the elements in row-major order`() {
        for shape in Self.small where shape.count > 0 {
            var position = 0
            var index = [Int](repeating: 0, count: shape.rank)
            while position < shape.count {
                #expect(zip(index, shape.strides).reduce(0) { $0 + $1.0 * $1.1 } == position)
                position += 1
                for axis in (0..<shape.rank).reversed() {
                    index[axis] += 1
                    if index[axis] < shape[axis] { break }
                    index[axis] = 0
                }
            }
        }
    }

    @Test func `strides of a shape without elements do not overflow`() {
        #expect(Shape([0, 1 << 40, 1 << 40]).strides.count == 3)
    }

    @Test func `the count is the product of the sizes, and saturates`() {
        #expect(Shape.scalar.count == 1)
        #expect(Shape([2, 3, 4]).count == 24)
        #expect(Shape([.max, 2]).count == .max)
        #expect(Shape([.max, .max, .max]).count == .max)
        #expect(Shape([.max, .max, 0]).count == 0)
        #expect(Shape([0, .max, .max]).count == 0)
        #expect(TensorType([.max / 2], .float64).byteCount == .max)
        #expect(TensorType([3], .float32).byteCount == 12)
    }

    @Test func `axes are removed, kept with size 1, and added in front`() {
        let shape: Shape = [2, 3, 4]
        #expect(shape.removing([0, 2]) == [3])
        #expect(shape.removing([]) == shape)
        #expect(shape.keeping([1]) == [2, 1, 4])
        #expect(shape.batched(by: 5) == [5, 2, 3, 4])
        #expect(TensorType(shape, .truth).batched(by: 0) == TensorType([0, 2, 3, 4], .truth))
    }

    @Test func `a shape is written as diagnostics spell it`() {
        #expect(Shape([10, 40]).description == "[10, 40]")
        #expect(Shape.scalar.description == "[]")
        #expect(TensorType([2], .float32).description == "float32[2]")
    }
}
