import Tensors
import Testing

@testable import Programs

struct SaturatingTests {
    @Test func `the logistic function is finite far out, and so are its derivatives`() throws {
        for (x, value) in [(-1e4, 0.0), (1e4, 1.0), (-800, 0), (800, 1)] {
            let found = try derivatives(at: x, order: 3) { x throws(ComputationError) in try x.sigmoid() }
            #expect(found == [value, 0, 0, 0])
        }
    }

    @Test func `softplus far out is a line or zero, and so are its derivatives`() throws {
        #expect(
            try derivatives(at: 1e4, order: 3) { x throws(ComputationError) in try x.softplus() } == [1e4, 1, 0, 0])
        #expect(try derivatives(at: -1e4, order: 3) { x throws(ComputationError) in try x.softplus() } == [0, 0, 0, 0])
        // log(1 + e⁻⁴⁰) is e⁻⁴⁰ to all digits, where 1 + e⁻⁴⁰ would be 1.
        expectClose([try Operand(-40).softplus().doubles[0] / 4.248354255291589e-18], [1], tolerance: 1e-14)
    }

    @Test func `the binary cross-entropy of extreme logits is finite`() throws {
        let logits = Operand(vector: [1000, -1000])
        #expect(try logits.binaryCrossEntropy(Operand(vector: [1, 0])).doubles == [0])
        #expect(try logits.binaryCrossEntropy(Operand(vector: [0, 1])).doubles == [1000])
    }

    @Test func `tanh and erf saturate with slope zero`() throws {
        #expect(try derivatives(at: 500, order: 2) { x throws(ComputationError) in try x.tanh() } == [1, 0, 0])
        #expect(try derivatives(at: -50, order: 2) { x throws(ComputationError) in try x.erf() } == [-1, 0, 0])
    }
}
