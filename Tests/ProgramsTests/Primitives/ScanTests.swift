import Tensors
import Testing

@testable import Programs

/// A loop and the same steps written out must agree in value and under every transformation.
struct ScanTests {
    /// h ← tanh(W·h + x·u), yielding Σh²: constants, a carry, a sequence and a yield.
    private static func step(
        _ w: Operand, _ u: Operand, _ h: Operand, _ x: Operand
    ) throws(ComputationError) -> (Operand, Operand) {
        let next = try (w.matrixProduct(h) + x * u).tanh()
        return (next, try (next * next).sum())
    }

    private static func looped(_ arguments: [Operand], depth: Int) throws(ComputationError) -> [Operand] {
        let (carry, yields) = try Operand.scan(
            length: 4, carry: [arguments[2]], over: [arguments[3]], depth: depth + 1
        ) { carry, items throws(ComputationError) in
            let (next, yield) = try step(arguments[0], arguments[1], carry[0], items[0])
            return ([next], [yield])
        }
        return carry + yields
    }

    private static func unrolled(_ arguments: [Operand]) throws(ComputationError) -> [Operand] {
        var h = arguments[2]
        var yields: [Operand] = []
        for step in 0..<4 {
            let (next, yield) = try Self.step(arguments[0], arguments[1], h, arguments[3].item(step))
            h = next
            yields.append(yield)
        }
        return [h, try Operand.stack(yields)]
    }

    private static func arguments() throws -> [Operand] {
        try [Shape([3, 3]), Shape([3]), Shape([3]), Shape([4])].enumerated().map {
            try .normal($0.element, key: UInt64($0.offset + 7))
        }
    }

    /// The program of a sum over all outputs, and its arguments.
    private static func loss(isLoop: Bool) throws -> TracedFunction {
        try TracedFunction(at: arguments(), depth: 1) { nodes throws(ComputationError) in
            let outputs = isLoop ? try looped(nodes, depth: 1) : try unrolled(nodes)
            let weights: [Operand] = [.known(Tensor(vector: [1, -2, 3])), .known(Tensor(vector: [1, 2, -1, 0.5]))]
            return [try (outputs[0] * weights[0]).sum() + (outputs[1] * weights[1]).sum()]
        }
    }

    private static func expectEqual(_ a: [Tensor], _ b: [Tensor], _ tolerance: Double = 1e-12) {
        #expect(a.count == b.count)
        for (x, y) in zip(a, b) {
            #expect(x.shape == y.shape)
            for (left, right) in zip(x.doubles, y.doubles) {
                #expect(abs(left - right) <= tolerance * (1 + abs(right)))
            }
        }
    }

    private static func known(_ operands: [Operand]) throws -> [Tensor] {
        try operands.map { try #require(try $0.knownValue()) }
    }

    @Test func `a loop gives what its steps give`() throws {
        let arguments = try Self.arguments()
        Self.expectEqual(
            try Self.known(Self.looped(arguments, depth: 0)), try Self.known(Self.unrolled(arguments)))
    }

    @Test func `its gradient is that of the steps`() throws {
        Self.expectEqual(
            try Self.known(Self.loss(isLoop: true).gradient()), try Self.known(Self.loss(isLoop: false).gradient()))
    }

    @Test func `so is its derivative along a direction, and the gradient of that`() throws {
        func second(isLoop: Bool) throws -> [Tensor] {
            let directions = try [Shape([3, 3]), [3], [3], [4]].enumerated().map {
                try Operand.normal($0.element, key: UInt64($0.offset + 91))
            }
            let program = try Self.loss(isLoop: isLoop).program
            let derivative = program.derivative([0, 1, 2, 3])
            let outer = try TracedFunction(at: Self.arguments(), depth: 1) { nodes throws(ComputationError) in
                [try derivative.apply(nodes + directions)[1]]
            }
            return try Self.known(outer.gradient())
        }
        Self.expectEqual(try second(isLoop: true), try second(isLoop: false))
    }

    @Test func `its Taylor coefficients are those of the steps`() throws {
        let directions = try [Shape([3, 3]), [3], [3], [4]].enumerated().map {
            try Operand.normal($0.element, key: UInt64($0.offset + 17))
        }
        let loop = try Self.loss(isLoop: true).taylor(along: directions, order: 4)
        let steps = try Self.loss(isLoop: false).taylor(along: directions, order: 4)
        Self.expectEqual(try Self.known(loop[0]), try Self.known(steps[0]), 1e-11)
    }

    @Test(arguments: 0..<16)
    func `batched over any of its inputs it gives what it gives item by item`(_ mask: Int) throws {
        guard mask > 0 else { return }
        let isBatched = (0..<4).map { mask >> $0 & 1 == 1 }
        let program = try Self.loss(isLoop: true).program
        let single = try Self.known(Self.arguments())
        let stacked = try zip(single, isBatched).map { tensor, batched in
            guard batched else { return tensor }
            return try #require(try Operand.normal(tensor.shape.batched(by: 3), key: 5).knownValue())
        }
        let together = try program.batched(isBatched, size: 3).run(stacked)[0]
        for item in 0..<3 {
            let alone = try program.run(zip(stacked, isBatched).map { $1 ? $0.item(item) : $0 })[0]
            Self.expectEqual([together.item(item)], [alone])
        }
    }

    @Test func `a loop of no steps gives its carry back`() throws {
        let (carry, yields) = try Operand.scan(
            length: 0, carry: [Operand(3)], depth: 1
        ) { carry, _ throws(ComputationError) in ([try carry[0] * 2], [carry[0]]) }
        #expect(try carry[0].knownValue()?.scalar == 3)
        #expect(yields[0].shape == [0])
    }

    @Test func `a carry that changes its shape is an error`() {
        #expect(throws: ComputationError.self) {
            try Operand.scan(
                length: 2, carry: [.known(Tensor(vector: [1, 2]))], depth: 1
            ) { carry, _ throws(ComputationError) in ([try carry[0].sum()], []) }
        }
    }
}
