import Tensors
import Testing

@testable import Programs

struct OperandRandomTests {
    private static let count = 100_000

    /// Expects the mean of each power to lie within four standard errors of its expectation. The draws are fixed, so
    /// this holds always or never.
    private func expectMoments(
        of x: [Double], _ wanted: [(power: Int, expectation: Double, variance: Double)],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        for (power, expectation, variance) in wanted {
            var total = 0.0
            for element in x {
                var value = 1.0
                for _ in 0..<power { value *= element }
                total += value
            }
            let bound = 4 * (variance / Double(x.count)).squareRoot()
            #expect(
                abs(total / Double(x.count) - expectation) < bound, "moment \(power)", sourceLocation: sourceLocation)
        }
    }

    @Test func `normal numbers have the moments 0, 1, 0 and 3`() throws {
        // The variance of xᵏ is E x²ᵏ − (E xᵏ)², with 1, 3, 15 and 105 for E x², x⁴, x⁶ and x⁸.
        expectMoments(
            of: try Operand.normal([Self.count], key: 42).doubles, [(1, 0, 1), (2, 1, 2), (3, 0, 15), (4, 3, 96)])
    }

    @Test func `uniform numbers lie in (0, 1) and have the moments 1/2, 1/3, 1/4 and 1/5`() throws {
        let x = try Operand.uniform([Self.count], key: 7).doubles
        #expect(x.allSatisfy { $0 > 0 && $0 < 1 })
        // E xᵏ = 1/(k + 1), so the variance of xᵏ is 1/(2k + 1) − 1/(k + 1)².
        for power in 1...4 {
            let k = Double(power)
            expectMoments(of: x, [(power, 1 / (k + 1), 1 / (2 * k + 1) - 1 / ((k + 1) * (k + 1)))])
        }
    }

    @Test func `an element depends on the key and its position only`() throws {
        let long = try Operand.normal([3, 5], key: 9).doubles
        for count in 0...15 {
            #expect(try Operand.normal([count], key: 9).doubles == Array(long.prefix(count)))
        }
        #expect(try Operand.normal([15], key: 10).doubles != long)
    }
}
