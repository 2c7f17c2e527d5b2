import Tensors
import Testing

@testable import Programs

struct PruningTests {
    @Test func `what no output needs goes, and inputs stay`() throws {
        let program = traced([TensorType(.scalar), TensorType([2])]) { nodes in
            _ = nodes[1].applying(Exponential())
            _ = nodes[0].constant(3) * nodes[0]
            return [nodes[0].applying(Sine()), nodes[0]]
        }
        #expect(program.instructions.map(\.primitive.name) == ["sin"])
        #expect(program.constants.isEmpty)
        #expect(program.inputTypes == [TensorType(.scalar), TensorType([2])])
        #expect(program.types.count == 3)
        let outputs = try program.run([Tensor(0), Tensor(vector: [1, 2])])
        #expect(outputs == [Tensor(0), Tensor(0)])
    }

    @Test func `an output asked for twice is given twice`() throws {
        let program = traced([TensorType(.scalar)]) { nodes in
            let y = nodes[0] + nodes[0]
            return [y, y]
        }
        #expect(try program.pruned().run([Tensor(2)]) == [Tensor(4), Tensor(4)])
        #expect(try program.derivative([0]).run([Tensor(2), Tensor(1)]).map(\.scalar) == [4, 4, 2, 2])
        let transposed = program.linearized([0]).linear.transposed(residualCount: 0)
        #expect(try transposed.run([Tensor(1), Tensor(10)]) == [Tensor(22)])
    }
}
