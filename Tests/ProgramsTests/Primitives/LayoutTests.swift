import Tensors
import Testing

@testable import Programs

struct LayoutTests {
    private let x = Operand([2, 3], [1, 2, 3, 4, 5, 6])

    @Test func `elements go where the index says`() throws {
        #expect(try x.transposed().doubles == [1, 4, 2, 5, 3, 6])
        #expect(try x.sliced(1, 1, 2).doubles == [2, 3, 5, 6])
        #expect(try x.item(1).doubles == [4, 5, 6])
        #expect(try x.item(2, axis: 1).doubles == [3, 6])
        #expect(try Operand.concatenate([x, x], 1).doubles == [1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6])
        #expect(try Operand.stack([x, x], axis: -1).doubles == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6])
        #expect(try Operand(vector: [7, 8]).reshaped([2, 1]).broadcast(to: [2, 2]).doubles == [7, 7, 8, 8])
        #expect(try x.taking(Operand(vector: [2, 0, 2]), axis: 1).doubles == [3, 1, 3, 6, 4, 6])
        #expect(try x.takingAlongRows(Operand([2, 1], [2, 0])).doubles == [3, 4])
        #expect(try x.cumulativeSum().doubles == [1, 3, 6, 4, 9, 15])
        #expect(try x.cumulativeSum(0).doubles == [1, 2, 3, 5, 7, 9])
        #expect(try Operand([2, 3], [3, 1, 2, 0, 9, -1]).sorted().doubles == [1, 2, 3, -1, 0, 9])
        #expect(try Operand([3, 2], [3, 1, 2, 0, 9, -1]).sorted(0).doubles == [2, -1, 3, 0, 9, 1])
        #expect(try x.diagonal().doubles == [1, 5])
        #expect(try Operand(vector: [1, 2]).diagonal().doubles == [1, 0, 0, 2])
    }

    @Test(arguments: [0, 1])
    func `the cotangents of slices that lie side by side become one concatenation`(_ axis: Int) throws {
        let x = Operand([6, 6], (0..<36).map { Double($0) / 10 })
        let function = try TracedFunction(at: [x], depth: 1) { v throws(ComputationError) in
            try TracedFunction(at: v, depth: 2) { y throws(ComputationError) in
                let first = try y[0].sliced(axis, 0, 1).tanh().sum()
                let second = try (y[0].sliced(axis, 1, 3) * y[0].sliced(axis, 1, 3)).sum()
                return [try first + second + y[0].sliced(axis, 4, 2).exp().sum()]
            }.gradient()
        }
        let program = function.program.simplified()
        #expect(!program.instructions.contains { $0.primitive is Pad })
        #expect(program.instructions.count { $0.primitive is Concatenate } == 1)
        let found = try program.apply([x])[0].doubles
        for (position, value) in try x.doubles.enumerated() {
            let place = axis == 0 ? position / 6 : position % 6
            let tanh = try Operand(value).tanh().doubles[0]
            let expected = place == 0 ? 1 - tanh * tanh : place < 4 ? 2 * value : try Operand(value).exp().doubles[0]
            #expect(abs(found[position] - expected) < 1e-12 * max(1, expected))
        }
    }

    @Test func `boxes with a gap between them stay a sum`() throws {
        let x = Operand([6], [1, 2, 3, 4, 5, 6])
        let function = try TracedFunction(at: [x], depth: 1) { v throws(ComputationError) in
            try TracedFunction(at: v, depth: 2) { y throws(ComputationError) in
                [try y[0].sliced(0, 0, 2).exp().sum() + (y[0].sliced(0, 3, 2) * y[0].sliced(0, 3, 2)).sum()]
            }.gradient()
        }
        let found = try function.program.simplified().apply([x])[0].doubles
        let (first, second) = (try Operand(1.0).exp().doubles[0], try Operand(2.0).exp().doubles[0])
        #expect(found == [first, second, 0, 8, 10, 0])
    }

    @Test func `sorting keeps equal elements in order, and puts NaN last`() throws {
        #expect(try Operand(vector: [2, .nan, 1, 2, 1]).argumentSort().doubles == [2, 4, 0, 3, 1])
    }

    @Test func `the diagonal matrix of an infinite element has zeros beside it`() throws {
        #expect(try Operand(vector: [.infinity, 1]).diagonal().doubles == [.infinity, 0, 0, 1])
    }

    @Test func `tensors without elements go through every operation of layout, and back`() throws {
        let empty = Operand([2, 0, 3], [])
        let operations: [(Shape, (Operand) throws(ComputationError) -> Operand)] = [
            ([3, 0], { x throws(ComputationError) in try x.reshaped([3, 0]) }),
            ([0], { x throws(ComputationError) in try x.flattened() }),
            ([3, 2, 0], { x throws(ComputationError) in try x.permuted([2, 0, 1]) }),
            ([1, 0, 3], { x throws(ComputationError) in try x.sliced(0, 1, 1) }),
            ([2, 0, 0], { x throws(ComputationError) in try x.sliced(2, 1, 0) }),
            ([2, 0, 6], { x throws(ComputationError) in try Operand.concatenate([x, x], 2) }),
            ([2, 0, 3], { x throws(ComputationError) in try Operand.concatenate([x, x], 1) }),
            ([2, 2, 0, 3], { x throws(ComputationError) in try Operand.stack([x, x]) }),
            ([4, 2, 0, 3], { x throws(ComputationError) in try x.broadcast(to: [4, 2, 0, 3]) }),
            ([2, 0, 1], { x throws(ComputationError) in try x.taking(Operand(vector: [2]), axis: 2) }),
            ([0, 0, 3], { x throws(ComputationError) in try x.taking(Operand(vector: []), axis: 0) }),
            ([2, 0, 3], { x throws(ComputationError) in try x.cumulativeSum(1) }),
            ([2, 0, 3], { x throws(ComputationError) in try x.cumulativeSum(2) }),
            ([2, 0, 3], { x throws(ComputationError) in try x.sorted(1) }),
            ([2, 0, 3], { x throws(ComputationError) in try x.softmax() }),
            ([2, 0], { x throws(ComputationError) in try x.max(2) }),
        ]
        for (position, (shape, operation)) in operations.enumerated() {
            let result = try operation(empty)
            #expect(result.shape == shape, "operation \(position)")
            let slope = try gradient(at: empty) { x throws(ComputationError) in try operation(x).sum() }
            #expect(slope.shape == empty.shape, "operation \(position)")
            // The zeros beside it are all that is left of a tensor without elements.
            let padded = try Operand.concatenate([empty, Operand([2, 1, 3], [1, 2, 3, 4, 5, 6])], 1)
            #expect(try padded.doubles == [1, 2, 3, 4, 5, 6])
        }
    }

    @Test func `a tensor without elements may have sizes whose product is absurd`() throws {
        let huge = try Operand(1).broadcast(to: [0, 1 << 40, 1 << 40])
        #expect(try huge.doubles == [])
        #expect(try (huge + 1).shape == [0, 1 << 40, 1 << 40])
    }
}
