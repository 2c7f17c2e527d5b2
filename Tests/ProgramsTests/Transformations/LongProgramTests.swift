import Tensors
import Testing

@testable import Programs

/// No transformation recurses over a program, so a long chain overflows no stack.
struct LongProgramTests {
    #if DEBUG
        // Without optimisation a million would take minutes; a hundred thousand overflow a stack just as well.
        private let length = 100_000
    #else
        private let length = 1_000_000
    #endif

    @Test func `a long chain of additions is traced, differentiated, transposed, pruned and run`() throws {
        let function = try TracedFunction(at: [Operand(1)], depth: 1) { x throws(ComputationError) in
            var y = x[0]
            for _ in 0..<length { y = try y + x[0] }
            return [y]
        }
        #expect(function.program.instructions.count == length)
        let wanted = Double(length + 1)
        let derivative = function.program.derivative([0]).pruned()
        #expect(try derivative.run([Tensor(1), Tensor(1)]).map(\.doubles) == [[wanted], [wanted]])
        #expect(try function.gradient()[0].doubles == [wanted])
    }
}
