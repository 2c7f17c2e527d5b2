import Tensors
import Testing

@testable import Programs

struct TraceTests {
    @Test func `the value of a chain of a hundred thousand operations is known while tracing`() throws {
        var found: Tensor?
        _ = try gradient(at: Operand(0)) { x throws(ComputationError) in
            var y = x
            for _ in 0..<100_000 { y = try y + 1 }
            found = try y.knownValue()
            return y
        }
        #expect(found?.scalar == 100_000)
    }

    @Test func `control flow sees through the traces that enclose it`() throws {
        var found: [Double] = []
        _ = try gradient(at: Operand(2)) { x throws(ComputationError) in
            try gradient(at: x * 3, depth: 2) { y throws(ComputationError) in
                found = try (x + y).doubles
                return try x * y
            }
        }
        #expect(found == [8])
    }

    @Test func `what depends on an input without a value is not known`() throws {
        let trace = Trace(depth: 1)
        let x = Operand.traced(trace.input(TensorType(.scalar)))
        #expect(try (x + 1).knownValue() == nil)
        let constant = Operand.traced(trace.constant(Tensor(4)))
        #expect(try (constant + 1).knownValue() == Tensor(5))
    }

    @Test func `an error in a value asked for while tracing is thrown where it is asked for`() throws {
        let trace = Trace(depth: 1)
        let x = Operand.traced(trace.input(for: Operand(vector: [1, 2])))
        let outside = try x.taking(Operand(5))
        let error = #expect(throws: ComputationError.self) { try outside.knownValue() }
        #expect(error?.kind == .domain)
    }
}
