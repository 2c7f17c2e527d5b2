import Tensors
import Testing

@testable import Programs

/// What transformations cost, counted in operations and bytes, which no busy machine changes.
struct CostTests {
    /// The mean squared error of a 1-16-16-1 tanh network on ten points, by its parameters.
    private static func loss(_ θ: [Operand], _ x: Operand, _ y: Operand) throws(ComputationError) -> Operand {
        let first = try (x.matrixProduct(θ[0]) + θ[1]).tanh()
        let second = try (first.matrixProduct(θ[2]) + θ[3]).tanh()
        return try (second.matrixProduct(θ[4]) + θ[5]).meanSquaredError(y)
    }

    private static func parameters() throws -> [Operand] {
        try [Shape([1, 16]), [16], [16, 16], [16], [16, 1], [1]].enumerated().map {
            try Operand.normal($0.element, key: UInt64($0.offset + 1)) / 4
        }
    }

    /// The program of the second-order meta-gradient through k inner steps.
    private static func metaGradient(steps: Int) throws -> Program {
        let x = try Operand.normal([10, 1], key: 100)
        let y = try x.sin()
        return try TracedFunction(at: parameters(), depth: 1) { θ throws(ComputationError) in
            try TracedFunction(at: θ, depth: 2) { start throws(ComputationError) in
                var θ = start
                for _ in 0..<steps {
                    let gradient = try TracedFunction(at: θ, depth: 3) { inner throws(ComputationError) in
                        [try loss(inner, x, y)]
                    }.gradient()
                    var next: [Operand] = []
                    for (value, slope) in zip(θ, gradient) { next.append(try value - 0.01 * slope) }
                    θ = next
                }
                return [try loss(θ, x, y)]
            }.gradient()
        }.program.simplified()
    }

    @Test func `second order through k inner steps costs linearly in k, in time and in memory`() throws {
        var costs: [(operations: Int, bytes: Int)] = []
        for steps in [1, 2, 4, 8, 16, 32, 64] {
            let program = try Self.metaGradient(steps: steps)
            costs.append((program.operationCount, Plan(program).arenaSize))
        }
        for (once, twice) in zip(costs, costs.dropFirst()) {
            #expect(Double(twice.operations) < 2.05 * Double(once.operations))
            #expect(Double(twice.bytes) < 2.05 * Double(once.bytes))
        }
    }

    @Test func `all Taylor coefficients up to order 8 cost less than 40 evaluations`() throws {
        let x = try Operand.normal([10, 1], key: 100)
        let y = try x.sin()
        let direction = try Operand.normal([16, 16], key: 9)
        let start = try Self.parameters()
        // The loss along a line through the parameters, after three steps along it.
        let program = try TracedFunction(at: [Operand(0.1)], depth: 1) { t throws(ComputationError) in
            var θ = start
            for scale in [1.0, 0.5, 0.25] {
                θ[2] = try θ[2] + t[0] * direction * scale
                θ[4] = try θ[4] * (1 + t[0] * Self.loss(θ, x, y))
            }
            return [try Self.loss(θ, x, y)]
        }.program.simplified()
        #expect(program.instructions.count >= 50)
        let jet = program.jet([0], order: 8).simplified()
        #expect(jet.operationCount < 40 * program.operationCount)
    }
}
