import Tensors
import Testing

@testable import Programs

struct ChoicesTests {
    @Test func `the branch not taken has no part in the derivative, to third order`() throws {
        // √x is NaN at −4, and so are its slopes.
        let found = try derivatives(at: -4, order: 3) { x throws(ComputationError) in
            try x.isLess(than: Operand(0)).select(x * x, x.squareRoot())
        }
        #expect(found == [16, -8, 2, 0])
    }

    @Test func `a slope that is infinite or NaN where it is not chosen does not reach the gradient`() throws {
        let zero = Operand(0)
        // x·log x, sin x/x and |x|^½ continued to 0 by hand, as a reader would write them.
        let entropy = try derivatives(at: 0, order: 2) { x throws(ComputationError) in
            try x.isEqual(to: zero).select(zero, x * x.log())
        }
        #expect(entropy == [0, 0, 0])
        let quotient = try derivatives(at: 0, order: 2) { x throws(ComputationError) in
            try x.isEqual(to: zero).select(Operand(1), x.sin() / x)
        }
        #expect(quotient == [1, 0, 0])
        let power = try derivatives(at: 0, order: 2) { x throws(ComputationError) in
            try x.isEqual(to: zero).select(x, x.abs().raised(to: Operand(0.5)))
        }
        #expect(power == [0, 1, 0])
        let rows = Operand(vector: [-1, 4])
        let slope = try gradient(at: rows) { x throws(ComputationError) in
            try x.isLess(than: zero).select(zero, x.squareRoot()).sum()
        }
        #expect(try slope.doubles == [0, 0.25])
    }

    @Test func `a slope that is NaN where it is chosen does reach the gradient`() throws {
        let slope = try gradient(at: Operand(-1)) { x throws(ComputationError) in try x.squareRoot() }
        #expect(try slope.doubles[0].isNaN)
    }

    @Test func `the slope of relu at zero is zero`() throws {
        #expect(try derivatives(at: 0, order: 2) { x throws(ComputationError) in try x.relu() } == [0, 0, 0])
        #expect(try derivatives(at: 2, order: 2) { x throws(ComputationError) in try x.relu() } == [2, 1, 0])
    }

    @Test func `relu does not hide NaN`() throws {
        #expect(try Operand(.nan).relu().doubles[0].isNaN)
    }

    @Test func `the slope of the absolute value at zero is zero`() throws {
        #expect(try derivatives(at: 0, order: 2) { x throws(ComputationError) in try x.abs() } == [0, 0, 0])
    }

    @Test func `the larger of two equal operands is the first, with all of the gradient`() throws {
        let slope = try gradient(at: Operand(vector: [2, 2])) { x throws(ComputationError) in
            try x.item(0).maximum(x.item(1))
        }
        #expect(try slope.doubles == [1, 0])
        let smaller = try gradient(at: Operand(vector: [2, 2])) { x throws(ComputationError) in
            try x.item(0).minimum(x.item(1))
        }
        #expect(try smaller.doubles == [1, 0])
    }

    @Test func `NaN wins a maximum and a minimum from either side`() throws {
        let (a, b) = (Operand(vector: [.nan, 1]), Operand(vector: [1, .nan]))
        for found in [try a.maximum(b), try a.minimum(b)] { #expect(try found.doubles.allSatisfy(\.isNaN)) }
    }

    @Test func `a comparison with NaN is false`() throws {
        let (a, nan) = (Operand(1), Operand(.nan))
        let results = [
            try a.isLess(than: nan), try a.isLessOrEqual(to: nan), try a.isGreater(than: nan),
            try a.isGreaterOrEqual(to: nan), try nan.isEqual(to: nan),
        ]
        for result in results { #expect(try result.doubles == [0]) }
    }

    @Test func `numbers taken as truth values carry no Taylor coefficient on`() throws {
        let function = try TracedFunction(at: [Operand(2)], depth: 1) { x throws(ComputationError) in
            [try x[0].converted(to: .truth).converted(to: .float64)]
        }
        let coefficients = try function.taylor(along: [Operand(1)], order: 2)[0]
        #expect(try coefficients.map { value throws(ComputationError) in try value.doubles } == [[1], [0], [0]])
    }
}
