import Tensors
import Testing

@testable import Programs

struct ReductionsTests {
    @Test func `the gradient of a maximum with ties goes to the lowest position only`() throws {
        let x = Operand(vector: [1, 3, 2, 3, 3])
        #expect(try gradient(at: x) { x throws(ComputationError) in try x.max() }.doubles == [0, 1, 0, 0, 0])
        #expect(try gradient(at: x) { x throws(ComputationError) in try (-x).min() }.doubles == [0, -1, 0, 0, 0])
        #expect(try x.argumentOfMaximum().doubles == [1])
    }

    @Test func `the maximum along an axis keeps its ties apart in a batch`() throws {
        let x = Operand([2, 3], [5, 5, 1, 0, 2, 2])
        let slope = try gradient(at: x) { x throws(ComputationError) in try x.max(1).sum() }
        #expect(try slope.doubles == [1, 0, 0, 0, 1, 0])
    }

    @Test func `a sum of changed signs changes one sign`() throws {
        let program = traced([TensorType([3, 2])]) { nodes in [(-nodes[0]).summed([0])] }.simplified()
        #expect(program.instructions.map(\.primitive.name) == ["sum", "negate"])
        #expect(try program.run([Tensor([3, 2], [1.0, 2, 3, 4, 5, 6])])[0].doubles == [-9, -12])
    }

    @Test func `the maximum of NaN is NaN`() throws {
        #expect(try Operand(vector: [1, .nan, 3]).max().doubles[0].isNaN)
        #expect(try Operand(vector: [1, .nan, .nan]).argumentOfMaximum().doubles == [1])
    }

    @Test func `the gradient of the norm at zero is zero`() throws {
        let zero = Operand(vector: [0, 0, 0])
        #expect(try gradient(at: zero) { x throws(ComputationError) in try x.norm() }.doubles == [0, 0, 0])
        let rows = Operand([2, 2], [0, 0, 3, 4])
        let slope = try gradient(at: rows) { x throws(ComputationError) in try x.norm([1]).sum() }
        expectClose(try slope.doubles, [0, 0, 0.6, 0.8], tolerance: 1e-15)
    }

    @Test func `the gradient of the cosine with zero is zero`() throws {
        let (zero, other) = (Operand(vector: [0, 0]), Operand(vector: [3, 4]))
        #expect(try zero.cosine(other).doubles == [0])
        #expect(try gradient(at: zero) { x throws(ComputationError) in try x.cosine(other) }.doubles == [0, 0])
        #expect(try gradient(at: other) { x throws(ComputationError) in try x.cosine(zero) }.doubles == [0, 0])
    }

    @Test(arguments: [1, 2, 3, 4, 5, 7])
    func `a product with zeros has its gradient and second derivatives`(_ size: Int) throws {
        for zeros in 0...min(2, size) {
            let x = (0..<size).map { $0 < zeros ? 0.0 : Double($0 + 2) }
            func productWithout(_ left: Set<Int>) -> Double {
                x.indices.filter { !left.contains($0) }.reduce(1) { $0 * x[$1] }
            }
            let slope = try gradient(at: Operand(vector: x)) { x throws(ComputationError) in try x.product() }
            expectClose(try slope.doubles, x.indices.map { productWithout([$0]) }, tolerance: 1e-15)
            for row in x.indices {
                let second = try gradient(at: Operand(vector: x)) { y throws(ComputationError) in
                    try gradient(at: y, depth: 2) { z throws(ComputationError) in try z.product() }.item(row)
                }
                let wanted = x.indices.map { $0 == row ? 0 : productWithout([$0, row]) }
                expectClose(try second.doubles, wanted, tolerance: 1e-15, "\(x), row \(row)")
            }
        }
    }

    @Test func `a reduction over nothing is its neutral element, or says that there is none`() throws {
        let empty = Operand(vector: [])
        #expect(try empty.sum().doubles == [0])
        #expect(try empty.product().doubles == [1])
        #expect(try empty.mean().doubles[0].isNaN)
        #expect(try Operand([2, 0], []).sum([1]).doubles == [0, 0])
        #expect(try Operand([2, 0], []).product([1]).doubles == [1, 1])
        #expect(try Operand([2, 0], []).sum([0]).doubles == [])
        for body in [{ try empty.max() }, { try empty.min() }, { try empty.argumentOfMaximum() }]
            as [() throws -> Operand]
        {
            let error = try #require(throws: ComputationError.self) { _ = try body() }
            #expect(error.kind == .domain)
            #expect(error.message.contains("[0]"))
        }
    }

    @Test func `logsumexp of large and of infinite elements does not overflow`() throws {
        expectClose(try Operand(vector: [1000, 1000]).logSumExp().doubles, [1000.6931471805599], tolerance: 1e-15)
        #expect(try Operand(vector: [-.infinity, -.infinity]).logSumExp().doubles == [-.infinity])
        #expect(try Operand(vector: [.infinity, 0]).logSumExp().doubles == [.infinity])
        #expect(try Operand(vector: [-.infinity, 2]).logSumExp().doubles == [2])
        let slope = try gradient(at: Operand(vector: [-2000, 1000, 1000])) { x throws(ComputationError) in
            try x.logSumExp()
        }
        expectClose(try slope.doubles, [0, 0.5, 0.5], tolerance: 1e-15)
    }

    @Test func `softmax of large elements does not overflow, and sums to one`() throws {
        expectClose(try Operand(vector: [1e4, 1e4, -1e4]).softmax().doubles, [0.5, 0.5, 0], tolerance: 1e-15)
    }

    @Test func `sums agree with plain addition for every choice of axes`() throws {
        let shape: Shape = [2, 3, 4]
        let elements = (0..<24).map { Double($0 * $0) }
        let x = Operand(shape, elements)
        for mask in 0..<8 {
            let axes = (0..<3).filter { mask >> $0 & 1 == 1 }
            var wanted = [Double](repeating: 0, count: shape.removing(axes).count)
            for (position, element) in elements.enumerated() {
                let index = [position / 12, position / 4 % 3, position % 4]
                let kept = (0..<3).filter { !axes.contains($0) }
                wanted[kept.reduce(0) { $0 * shape[$1] + index[$1] }] += element
            }
            #expect(try x.sum(axes).doubles == wanted)
            #expect(try x.sum(axes, keep: true).shape == shape.keeping(axes))
            #expect(try x.sum(axes.map { $0 - 3 }).doubles == wanted)
        }
    }
}
