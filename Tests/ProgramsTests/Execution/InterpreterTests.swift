import CSignals
import Foundation
import Tensors
import Testing

@testable import Programs

/// The flag of an interrupt belongs to the whole process, so each of these runs in a process of its own.
struct InterpreterTests {
    @Test func `an interrupt ends an evaluation and a run`() async {
        await #expect(processExitsWith: .success) {
            let function = try TracedFunction(at: [Operand(1)], depth: 1) { x throws(ComputationError) in
                [try x[0].exp() + x[0]]
            }
            signals_interrupt()
            let interrupted = #expect(throws: ComputationError.self) { try Operand(1).exp() }
            #expect(interrupted?.kind == .interrupted)
            let stopped = #expect(throws: ComputationError.self) { try function.program.run([Tensor(1)]) }
            #expect(stopped?.kind == .interrupted)
            signals_clear_interrupt()
            #expect(try function.program.run([Tensor(0)])[0].doubles == [1])
        }
    }

    @Test func `a matrix product reads the interrupt flag before each panel`() async {
        await #expect(processExitsWith: .success) {
            let ones = Tensor(repeating: 1, TensorType([2, 2]))
            let untouched = Tensor(repeating: -7, TensorType([2, 2]))
            let product = MatrixProduct(transposeLeft: false, transposeRight: false)
            signals_interrupt()
            product.evaluate([ones.view, ones.view], into: untouched.view)
            #expect(untouched.doubles == [-7, -7, -7, -7])
            signals_clear_interrupt()
            product.evaluate([ones.view, ones.view], into: untouched.view)
            #expect(untouched.doubles == [2, 2, 2, 2])
        }
    }
}
