import Kernels
import SeededNumbers
import Tensors
import Testing

@testable import Programs

/// The number of threads changes no bit. It belongs to the whole process, so each of these runs in a process of its own.
struct ThreadsTests {
    private static func numbers(_ shape: Shape, _ element: ElementType, seed: UInt64) throws -> Operand {
        var generator = SplitMix64(seed: seed)
        let values = (0..<shape.count).map { _ in Double.random(in: -1...1, using: &generator) }
        return try Operand.known(Tensor(shape, values)).converted(to: element)
    }

    /// The bits of what a formula and its gradient give with so many threads.
    private static func bits(
        _ threads: Int, _ arguments: [Operand],
        _ formula: ([Operand]) throws(ComputationError) -> Operand
    ) throws -> [[UInt64]] {
        Workers.threadCount = threads
        let function = try TracedFunction(at: arguments, depth: 1) { x throws(ComputationError) in
            let y = try formula(x)
            return [try (y * y.tanh()).sum()]
        }
        let (outputs, map) = try function.linearized()
        let gradients = try map.transposed().apply([.full(1, outputs[0].type)])
        return (outputs + gradients + [try formula(arguments)]).map { operand in
            guard case .known(let tensor) = operand else { return [] }
            return tensor.doubles.map(\.bitPattern)
        }
    }

    private static func check(
        _ shapes: [Shape], _ formula: ([Operand]) throws(ComputationError) -> Operand
    ) throws {
        for element in [ElementType.float64, .float32] {
            var arguments: [Operand] = []
            for (index, shape) in shapes.enumerated() {
                arguments.append(try numbers(shape, element, seed: UInt64(index)))
            }
            let alone = try bits(1, arguments, formula)
            #expect(alone.allSatisfy { !$0.isEmpty })
            for threads in [2, 3, 8] {
                for _ in 0..<3 { #expect(try bits(threads, arguments, formula) == alone, "\(threads) threads") }
            }
        }
    }

    @Test func `pointwise chains with broadcasts`() async {
        await #expect(processExitsWith: .success) {
            try Self.check([[300, 513], [513], [300, 1]]) { x throws(ComputationError) in
                try (x[0] * x[1] + x[2]).tanh() * x[0].sigmoid() - x[2] / (x[0] * x[0] + 1)
            }
        }
    }

    @Test func `sums over any axes`() async {
        await #expect(processExitsWith: .success) {
            for axes in [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]] {
                try Self.check([[62, 81, 129]]) { x throws(ComputationError) in try x[0].sum(axes) }
            }
        }
    }

    @Test func `products of large matrices, of many small ones, and transposed`() async {
        await #expect(processExitsWith: .success) {
            try Self.check([[130, 300], [300, 257]]) { x throws(ComputationError) in try x[0].matrixProduct(x[1]) }
            try Self.check([[300, 130], [300, 400]]) { x throws(ComputationError) in
                try x[0].transposed().matrixProduct(x[1])
            }
            try Self.check([[200, 20, 30], [200, 30, 40]]) { x throws(ComputationError) in try x[0].matrixProduct(x[1])
            }
        }
    }

    @Test func `convolutions, normalisation and pooling`() async {
        await #expect(processExitsWith: .success) {
            try Self.check([[60, 8, 14, 14], [16, 8, 3, 3], [16], [16]]) { x throws(ComputationError) in
                try x[0].convolved(x[1], padding: .same).batchNormalised(scale: x[2], shift: x[3]).relu().maxPooled(2)
            }
        }
    }

    @Test func `copies in other orders`() async {
        await #expect(processExitsWith: .success) {
            try Self.check([[80, 61, 57]]) { x throws(ComputationError) in
                try Operand.concatenate([x[0].permuted([2, 0, 1]), x[0].permuted([2, 0, 1])], 0)
            }
        }
    }
}
