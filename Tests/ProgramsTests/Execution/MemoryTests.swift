import Kernels
import Tensors
import Testing

@testable import Programs

struct MemoryTests {
    /// 1.25 · 10¹² elements of 8 bytes: ten terabytes.
    private let absurd: Shape = [1_250_000, 1_000_000]

    private func expectRefused(
        _ body: () throws(ComputationError) -> Void, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let error = try #require(throws: ComputationError.self, sourceLocation: sourceLocation) { try body() }
        #expect(error.kind == .memory, sourceLocation: sourceLocation)
        #expect(error.message.contains("10000.0 GB"), "\(error.message)", sourceLocation: sourceLocation)
    }

    @Test func `a tensor of ten terabytes is refused with its size`() throws {
        try expectRefused { () throws(ComputationError) in _ = try Operand.full(0, TensorType(absurd)) }
        try expectRefused { () throws(ComputationError) in _ = try Operand.uniform(absurd, key: 1) }
        try expectRefused { () throws(ComputationError) in _ = try Operand.normal(absurd, key: 1) }
        try expectRefused { () throws(ComputationError) in _ = try Operand(1).broadcast(to: absurd) }
    }

    @Test func `a run that would need ten terabytes on the way is refused`() throws {
        let function = try TracedFunction(at: [Operand(1)], depth: 1) { x throws(ComputationError) in
            [try x[0].broadcast(to: absurd).sum()]
        }
        for run in [{ try function.program.run([Tensor(1)]).count }, { try function.gradient().count }] {
            let error = try #require(throws: ComputationError.self) { try run() }
            #expect(error.kind == .memory)
            #expect(error.message.contains("GB"), "\(error.message)")
        }
    }

    @Test func `a shape whose size does not fit in a word is refused, not overflowed`() throws {
        let error = try #require(throws: ComputationError.self) {
            _ = try Operand.full(0, TensorType([.max, .max, 8]))
        }
        #expect(error.kind == .memory)
    }

    @Test func `the mean over an absurd traced shape is written down without overflow`() throws {
        let function = try TracedFunction(at: [Operand(1)], depth: 1) { x throws(ComputationError) in
            [try x[0].broadcast(to: [1 << 40, 1 << 40]).mean()]
        }
        let error = #expect(throws: ComputationError.self) { try function.program.run([Tensor(1)]) }
        #expect(error?.kind == .memory)
    }

    @Test func `something is left`() { #expect(MachineMemory.available > 0) }
}
