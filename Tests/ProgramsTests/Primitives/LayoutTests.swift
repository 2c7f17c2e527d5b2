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
