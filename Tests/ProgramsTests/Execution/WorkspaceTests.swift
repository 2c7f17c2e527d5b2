import Tensors
import Testing

@testable import Programs

/// What a run makes is made in the tensors that it gives.
struct WorkspaceTests {
    private func program(
        _ inputs: [Tensor], _ body: ([Operand]) throws(ComputationError) -> [Operand]
    ) throws -> Program {
        try TracedFunction(at: inputs.map { .known($0) }, depth: 1, body).program.simplified()
    }

    @Test func `an output takes no memory but its tensor's, and a later run leaves it as it is`() throws {
        let x = Tensor(vector: [1, 2])
        let program = try program([x]) { v throws(ComputationError) in [try v[0].tanh() * 2 + v[0]] }
        let plan = Plan(program)
        #expect(plan.arenaSize == 0)
        #expect(plan.size == 16)
        let workspace = try Workspace(plan)
        let first = try workspace.run([Tensor(vector: [0, 0])])[0]
        let second = try workspace.run([x])[0]
        #expect(first.doubles == [0, 0])
        #expect(second.doubles[1] > 3)
    }

    @Test func `what is read again after it was made may be an output, and so may inputs, constants and reshapes`()
        throws
    {
        let x = Tensor([2, 2], [1, 2, 3, 4] as [Double])
        let constant = Operand.known(Tensor([2, 2], [1, 0, 0, 2] as [Double]))
        let program = try program([x]) { v throws(ComputationError) in
            let y = try v[0] + 1
            let square = try y.matrixProduct(y)
            let total = try square.sum([0, 1])
            return [
                y, square, y, try y.reshaped([4]), v[0], try v[0].reshaped([4]), total, try constant + v[0] * 0,
            ]
        }
        let outputs = try Executable(program).run([x])
        #expect(outputs.map(\.shape) == [[2, 2], [2, 2], [2, 2], [4], [2, 2], [4], [], [2, 2]])
        #expect(
            outputs.map(\.doubles) == [
                [2, 3, 4, 5], [16, 21, 28, 37], [2, 3, 4, 5], [2, 3, 4, 5], [1, 2, 3, 4], [1, 2, 3, 4], [102],
                [1, 0, 0, 2],
            ])
    }

    @Test func `outputs of an instruction that finds its way anew in every run are each run's own`() throws {
        let program = try program([Tensor([2, 2], [2, 0, 0, 3] as [Double])]) { v throws(ComputationError) in
            [try v[0].inverse()]
        }
        let workspace = try Workspace(Plan(program))
        let first = try workspace.run([Tensor([2, 2], [2, 0, 0, 4] as [Double])])[0]
        let second = try workspace.run([Tensor([2, 2], [1, 0, 0, 8] as [Double])])[0]
        #expect(first.doubles == [0.5, 0, 0, 0.25])
        #expect(second.doubles == [1, 0, 0, 0.125])
    }

    @Test func `a number that a formula holds stays one number, whatever it meets`() throws {
        let x = Tensor(repeating: 1, TensorType([300, 300]))
        let program = try program([x]) { v throws(ComputationError) in [try v[0] * 0.9 - v[0] / (v[0] + 3)] }
        #expect(program.constants.allSatisfy { $0.tensor.count == 1 })
        #expect(try program.run([x])[0].double(at: 7) == 0.9 - 0.25)
    }
}
