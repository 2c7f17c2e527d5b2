import SeededNumbers
import Tensors
import Testing

@testable import Programs

/// What runs block by block gives what its instructions give one after the other.
struct FusionTests {
    /// Shapes that broadcast against each other, of fewer and of more elements than a block has.
    private static let shapes: [Shape] = [
        [], [7], [1500], [3, 7], [3, 1], [300, 7], [300, 1], [1, 7], [5, 300, 7], [5, 1, 7], [5, 1, 1], [5, 300, 1],
        [2, 1500], [2, 1],
    ]

    /// Chains of pointwise operations on operands of those shapes, broadcast against each other, with products and sums
    /// in between that no block can hold.
    private func formula(_ operands: [Operand], _ generator: inout SplitMix64) throws(ComputationError) -> [Operand] {
        var values = operands
        for _ in 0..<14 {
            let a = values[Int.random(in: 0..<values.count, using: &generator)]
            let b = values[Int.random(in: 0..<values.count, using: &generator)]
            guard let shape = a.shape.broadcast(with: b.shape), shape.count <= 20_000 else { continue }
            switch Int.random(in: 0..<10, using: &generator) {
            case 0: values.append(try a + b)
            case 1: values.append(try a * b)
            case 2: values.append(try (a - b).tanh())
            case 3: values.append(try a.sigmoid() / (b * b + 1))
            case 4: values.append(try a.isLess(than: b).select(a, b))
            case 5: values.append(try a.converted(to: .float32).converted(to: .float64) - b)
            case 6: values.append(try -a)
            case 7: values.append(try a.reshaped([a.shape.count]))
            case 8 where a.shape.rank > 0: values.append(try a.sum([0], keep: true) * 0.01)
            default: values.append(try a.softplus().maximum(b))
            }
        }
        return Array(values.suffix(3))
    }

    private func arguments(_ types: [TensorType], _ generator: inout SplitMix64) -> [Tensor] {
        types.map { type in
            Tensor(type.shape, (0..<type.shape.count).map { _ in Double.random(in: -2...2, using: &generator) })
        }
    }

    private func program(_ seed: UInt64, _ generator: inout SplitMix64) throws -> Program {
        let operands = (0..<4).map { _ in
            Operand.known(
                Tensor(
                    repeating: 0.5,
                    TensorType(Self.shapes[Int.random(in: 0..<Self.shapes.count, using: &generator)])))
        }
        let function = try TracedFunction(at: operands, depth: 1) { x throws(ComputationError) in
            try formula(x, &generator)
        }
        return function.program
    }

    /// The outputs by one instruction after the other.
    private func oneByOne(_ program: Program, _ arguments: [Tensor]) throws -> [Tensor] {
        var values = [Tensor?](repeating: nil, count: program.types.count)
        for (input, argument) in zip(program.inputs, arguments) { values[input] = argument }
        for (value, tensor) in program.constants { values[value] = tensor }
        for instruction in program.instructions {
            let results = try evaluate(instruction.primitive, instruction.inputs.compactMap { values[$0] })
            for (output, result) in zip(instruction.outputs, results) { values[output] = result }
        }
        return program.outputs.compactMap { values[$0] }
    }

    @Test(arguments: 1...200)
    func `a fused run gives the same bits as one instruction after the other`(_ seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let program = try program(seed, &generator).simplified()
        let executable = Executable(program)
        for _ in 0..<2 {
            let arguments = arguments(program.inputTypes, &generator)
            let found = try executable.apply(arguments.map { .known($0) })
            for (operand, expected) in zip(found, try oneByOne(program, arguments)) {
                let value = try #require(try operand.knownValue())
                let wrong = zip(value.doubles, expected.doubles).enumerated().filter { $0.element.0 != $0.element.1 }
                #expect(value == expected, "\(wrong.prefix(3)) \(wrong.count) of \(value.count)\n\(program)")
            }
        }
    }

    @Test(arguments: 1...60)
    func `and so do gradients`(_ seed: UInt64) throws {
        let formula = RandomFormula(seed: seed)
        let zeros = formula.shapes.map { Operand.known(Tensor(repeating: 0.5, TensorType($0))) }
        let function = try TracedFunction(at: zeros, depth: 1) { x throws(ComputationError) in
            try TracedFunction(at: x, depth: 2) { y throws(ComputationError) in [try formula(y)] }.gradient()
        }
        let program = function.program.simplified()
        var generator = SplitMix64(seed: seed)
        let arguments = arguments(program.inputTypes, &generator)
        let found = try Executable(program).apply(arguments.map { .known($0) })
        for (operand, expected) in zip(found, try oneByOne(program, arguments)) {
            #expect(try operand.knownValue() == expected)
        }
    }

    @Test func `a chain of pointwise instructions with its broadcasts is one step, and its values take no memory`()
        throws
    {
        let x = Operand.known(Tensor(repeating: 1, TensorType([250, 40])))
        let bias = Operand.known(Tensor(repeating: 1, TensorType([40])))
        let function = try TracedFunction(at: [x, bias], depth: 1) { v throws(ComputationError) in
            let y = try (v[0] + v[1]).tanh()
            return [try 1 - y * y]
        }
        let plan = Plan(function.program.simplified())
        #expect(plan.steps.count == 1)
        #expect(plan.arenaSize <= 250 * 40 * 8 + 64)
    }

    @Test func `what something else reads in between ends a chain`() throws {
        let x = Operand.known(Tensor(repeating: 1, TensorType([30, 30])))
        let function = try TracedFunction(at: [x], depth: 1) { v throws(ComputationError) in
            let y = try v[0].tanh() * 2
            let z = try y.matrixProduct(y)
            return [try (y + z).exp()]
        }
        let plan = Plan(function.program.simplified())
        #expect(plan.steps.count == 3)
    }

    @Test(arguments: [false, true])
    func `a matrix that a whole batch is multiplied with is not written out for each item`(_ isLeft: Bool) throws {
        let shapes: [Shape] = isLeft ? [[4, 30], [30, 5]] : [[30, 4], [30, 5]]
        let function = try TracedFunction(
            at: shapes.map { .known(Tensor(repeating: 1, TensorType($0))) }, depth: 1
        ) { v throws(ComputationError) in
            [try (isLeft ? v[0] : v[0].transposed()).matrixProduct(v[1])]
        }
        let program = function.program.simplified().batched(isLeft ? [false, true] : [true, false], size: 6)
            .simplified()
        let plan = Plan(program)
        #expect(plan.steps.count == 1)
        #expect(plan.arenaSize == 0)
        var generator = SplitMix64(seed: 3)
        let arguments = arguments(program.inputTypes, &generator)
        #expect(try program.run(arguments) == oneByOne(program, arguments))
    }
}
