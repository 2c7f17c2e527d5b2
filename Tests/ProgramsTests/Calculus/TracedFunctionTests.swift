import Tensors
import Testing

@testable import Programs

struct TracedFunctionTests {
    @Test func `an inner derivative does not see the outer's tangents`() throws {
        // ∇(x ↦ x·∇(y ↦ x + y)(1))(1) = ∇(x ↦ x)(1) = 1; perturbation confusion gives 2.
        let slope = try gradient(at: Operand(1)) { x throws(ComputationError) in
            try x * gradient(at: Operand(1), depth: 2) { y throws(ComputationError) in try x + y }
        }
        #expect(try slope.doubles == [1])
    }

    @Test func `forward mode does not confuse perturbations either`() throws {
        let outer = try TracedFunction(at: [Operand(1)], depth: 1) { x throws(ComputationError) in
            let inner = try TracedFunction(at: [Operand(1)], depth: 2) { y throws(ComputationError) in
                [try x[0] + y[0]]
            }
            return [try x[0] * inner.derivative(along: [Operand(1)])[0]]
        }
        #expect(try outer.derivative(along: [Operand(1)])[0].doubles == [1])
    }

    @Test func `what an inner function captures is constant to it and live to the outer derivative`() throws {
        // ∂/∂y (x·y²) = 2xy at y = 3 is 6x, whose derivative by x is 6.
        let slope = try gradient(at: Operand(2)) { x throws(ComputationError) in
            try gradient(at: Operand(3), depth: 2) { y throws(ComputationError) in try x * y * y }
        }
        #expect(try slope.doubles == [6])
    }

    @Test func `what is captured twice is one input`() throws {
        var captured = 0
        _ = try gradient(at: Operand(2)) { x throws(ComputationError) in
            let inner = try TracedFunction(at: [x], depth: 2) { y throws(ComputationError) in [try x * y[0] * x] }
            captured = inner.captured.count
            return try inner.gradient()[0]
        }
        #expect(captured == 1)
    }

    @Test func `the gradient goes through an inner gradient step`() throws {
        // θ′ = θ − α(θ − a), L = ½(θ′ − b)²: the slope by θ is (θ′ − b)(1 − α), not the first-order (θ′ − b).
        let (θ, α, a, b) = (0.5, 0.1, 2.0, -1.0)
        let slope = try gradient(at: Operand(θ)) { θ throws(ComputationError) in
            let inner = try gradient(at: θ, depth: 2) { φ throws(ComputationError) in
                try (φ - a) * (φ - a) * 0.5
            }
            let adapted = try θ - inner * α
            return try (adapted - b) * (adapted - b) * 0.5
        }
        let adapted = θ - α * (θ - a)
        expectClose(try slope.doubles, [(adapted - b) * (1 - α)], tolerance: 1e-15)
    }

    @Test func `a derivative of a derivative of a derivative is right three traces deep`() throws {
        let x = 0.3
        let found = try derivatives(at: x, order: 4) { x throws(ComputationError) in try (x * x).sin() }
        let (s, c) = (_sin(x * x), _cos(x * x))
        expectClose(
            found,
            [
                s, 2 * x * c, 2 * c - 4 * x * x * s, -12 * x * s - 8 * x * x * x * c,
                -12 * s - 48 * x * x * c + 16 * x * x * x * x * s,
            ], tolerance: 1e-14)
    }

    /// By their series, which at the arguments used here converge at once.
    private func _sin(_ x: Double) -> Double { x - x * x * x / 6 + x * x * x * x * x / 120 - power(x, 7) / 5040 }
    private func _cos(_ x: Double) -> Double {
        1 - x * x / 2 + power(x, 4) / 24 - power(x, 6) / 720 + power(x, 8) / 40320
    }
    private func power(_ x: Double, _ n: Int) -> Double { (0..<n).reduce(1) { product, _ in product * x } }

    @Test func `a stopped operand has its value and no derivative`() throws {
        let slope = try gradient(at: Operand(3)) { x throws(ComputationError) in try x * x.stopped() }
        #expect(try slope.doubles == [3])
    }

    @Test func `an output that does not depend on an argument has gradient zero`() throws {
        let slope = try gradient(at: Operand(vector: [1, 2])) { _ throws(ComputationError) in Operand(7) }
        #expect(try slope.doubles == [0, 0])
    }

    @Test func `an argument that is returned as it is has gradient one`() throws {
        #expect(try gradient(at: Operand(5)) { x throws(ComputationError) in x }.doubles == [1])
    }

    @Test func `a derivative by truth values is zero, and so are all coefficients of the jet`() throws {
        let truths = Operand.known(Tensor([2], [true, false]))
        let function = try TracedFunction(at: [truths], depth: 1) { p throws(ComputationError) in
            [try p[0].not().or(p[0]).and(p[0]).select(Operand(2), Operand(3)) + p[0]]
        }
        #expect(try function.derivative(along: [truths])[0].doubles == [0, 0])
        let coefficients = try function.taylor(along: [truths], order: 2)[0]
        #expect(
            try coefficients.map { value throws(ComputationError) in try value.doubles } == [[3, 3], [0, 0], [0, 0]])
    }

    @Test func `the linear map of a matrix product is the matrix, and its transpose the transpose`() throws {
        let matrix = Operand([2, 3], [1, 2, 3, 4, 5, 6])
        let function = try TracedFunction(at: [Operand(vector: [7, 8, 9])], depth: 1) { x throws(ComputationError) in
            [try matrix.matrixProduct(x[0])]
        }
        let (outputs, map) = try function.linearized()
        #expect(try outputs[0].doubles == [50, 122])
        #expect(map.domain == [TensorType([3])])
        #expect(map.codomain == [TensorType([2])])
        #expect(try map.apply([Operand(vector: [1, 0, 0])])[0].doubles == [1, 4])
        #expect(try map.transposed().apply([Operand(vector: [1, 0])])[0].doubles == [1, 2, 3])
        #expect(try map.transposed().transposed().apply([Operand(vector: [0, 1, 0])])[0].doubles == [2, 5])
    }
}
