import Tensors
import Testing

@testable import Programs

struct PowersTests {
    @Test(arguments: 0...5)
    func `derivatives of a whole power end at zero, at zero too`(_ exponent: Int) throws {
        let found = try derivatives(at: 0, order: 6) { x throws(ComputationError) in
            try x.raised(to: Operand(Double(exponent)))
        }
        let factorial = (0..<exponent).reduce(1.0) { $0 * Double($1 + 1) }
        #expect(found == (0...6).map { $0 == exponent ? factorial : 0 })
    }

    @Test func `a vector of known exponents makes polynomial features with derivatives at zero`() throws {
        let exponents = Operand(vector: [0, 1, 2, 3])
        let weights = Operand(vector: [1, 10, 100, 1000])
        let found = try derivatives(at: 0, order: 4) { x throws(ComputationError) in
            try x.raised(to: exponents).inner(weights)
        }
        #expect(found == [1, 10, 200, 6000, 0])
    }

    @Test func `a negative base has real whole powers, and NaN for others`() throws {
        #expect(try Operand(-2).raised(to: Operand(3)).doubles == [-8])
        #expect(try Operand(vector: [-2, -2]).raised(to: Operand(vector: [2, -1])).doubles == [4, -0.5])
        #expect(try Operand(-2).raised(to: Operand(0.5)).doubles[0].isNaN)
    }

    @Test func `a power of zero does not change with its exponent`() throws {
        let slope = try gradient(at: Operand(2)) { b throws(ComputationError) in try Operand(0).raised(to: b) }
        #expect(try slope.doubles == [0])
    }
}
