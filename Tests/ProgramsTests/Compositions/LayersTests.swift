import Tensors
import Testing

@testable import Programs

/// Layers against plain loops, and a whole network to second order.
struct LayersTests {
    private static func normal(_ shape: Shape, _ key: UInt64) throws(ComputationError) -> Operand {
        try .normal(shape, key: key)
    }

    private static func tensor(_ operand: Operand) throws -> Tensor { try #require(try operand.knownValue()) }

    @Test(arguments: [(1, Padding.valid), (2, .valid), (1, .same), (2, .same), (1, .zeros(2)), (3, .zeros(1))])
    func `a convolution is what its sum says`(_ stride: Int, _ padding: Padding) throws {
        let (x, w) = (try Self.normal([2, 3, 6, 5], 1), try Self.normal([4, 3, 3, 2], 2))
        let found = try Self.tensor(x.convolved(w, stride: stride, padding: padding))
        let (images, kernels) = (try Self.tensor(x), try Self.tensor(w))
        let (top, left) =
            switch padding {
            case .valid: (0, 0)
            case .same: (1, 0)
            case .zeros(let count): (count, count)
            }
        for item in 0..<found.shape[0] {
            for output in 0..<found.shape[1] {
                for row in 0..<found.shape[2] {
                    for column in 0..<found.shape[3] {
                        var sum = 0.0
                        for channel in 0..<3 {
                            for y in 0..<3 {
                                for x in 0..<2 {
                                    let (i, j) = (row * stride + y - top, column * stride + x - left)
                                    guard (0..<6).contains(i), (0..<5).contains(j) else { continue }
                                    sum +=
                                        images.double(at: ((item * 3 + channel) * 6 + i) * 5 + j)
                                        * kernels.double(at: ((output * 3 + channel) * 3 + y) * 2 + x)
                                }
                            }
                        }
                        let place = ((item * 4 + output) * found.shape[2] + row) * found.shape[3] + column
                        #expect(abs(found.double(at: place) - sum) < 1e-12)
                    }
                }
            }
        }
    }

    @Test func `padding that keeps the size keeps it`() throws {
        for kernel in [1, 2, 3, 4, 5] {
            let shape = try Self.normal([1, 1, 7, 6], 1).convolved(
                Self.normal([1, 1, kernel, kernel], 2), padding: .same
            ).shape
            #expect(shape == [1, 1, 7, 6])
        }
    }

    @Test func `pooling takes the first of equal elements, and only that one has a gradient`() throws {
        let x = Operand.known(Tensor([1, 1, 2, 2], [3.0, 5, 5, 1]))
        let gradient = try TracedFunction(at: [x], depth: 1) { nodes throws(ComputationError) in
            [try nodes[0].maxPooled(2).sum()]
        }.gradient()
        #expect(try Self.tensor(gradient[0]).doubles == [0, 1, 0, 0])
    }

    @Test func `a window larger than the image is an error that says so`() throws {
        let x = try Self.normal([1, 1, 3, 3], 1)
        #expect(throws: ComputationError.self) { try x.maxPooled(4) }
        #expect(throws: ComputationError.self) { try x.convolved(Self.normal([1, 1, 4, 4], 2)) }
        #expect(throws: ComputationError.self) { try x.convolved(Self.normal([1, 2, 2, 2], 2)) }
    }

    // MARK: A network

    private static let shapes: [Shape] = [[3, 2, 3, 3], [3], [3], [3, 4]]

    /// conv → batch norm → relu → max-pool → linear → softmax cross-entropy, by its parameters.
    private static func loss(_ θ: [Operand], _ images: Operand) throws(ComputationError) -> Operand {
        let features = try images.convolved(θ[0], padding: .same).batchNormalised(scale: θ[1], shift: θ[2]).relu()
        let pooled = try features.maxPooled(2)
        let logits = try pooled.mean([2, 3]).matrixProduct(θ[3])
        return try logits.crossEntropy(.known(Tensor(vector: [0, 3, 1, 2, 0])))
    }

    /// The program of the gradient, from the parameters followed by the images.
    private static func gradientProgram() throws -> Program {
        let arguments = try shapes.enumerated().map { try normal($0.element, UInt64($0.offset + 3)) }
        let all = try arguments + [normal([5, 2, 4, 4], 99)]
        return try TracedFunction(at: all, depth: 1) { nodes throws(ComputationError) in
            try TracedFunction(at: Array(nodes.prefix(4)), depth: 2) { θ throws(ComputationError) in
                [try loss(θ, nodes[4])]
            }.gradient()
        }.program.simplified()
    }

    private static func draw(_ key: UInt64) throws -> [Tensor] {
        try (shapes + [[5, 2, 4, 4]]).enumerated().map { try tensor(normal($0.element, key &* 31 + UInt64($0.offset))) }
    }

    private static func moved(_ start: [Tensor], _ step: Double, _ direction: [Tensor]) -> [Tensor] {
        start.enumerated().map { index, tensor in
            guard index < direction.count else { return tensor }
            return Tensor(tensor.shape, zip(tensor.doubles, direction[index].doubles).map { $0 + step * $1 })
        }
    }

    @Test func `second-order gradients of a convolutional network agree with central differences`() throws {
        let gradient = try Self.gradientProgram()
        let second = gradient.derivative([0, 1, 2, 3]).simplified()
        for key in UInt64(1)...4 {
            let (start, direction) = (try Self.draw(key), Array(try Self.draw(key + 50).prefix(4)))
            let found = try second.run(start + direction).suffix(4).flatMap(\.doubles)
            let step = 1e-5
            let ahead = try gradient.run(Self.moved(start, step, direction)).flatMap(\.doubles)
            let behind = try gradient.run(Self.moved(start, -step, direction)).flatMap(\.doubles)
            for (exact, (a, b)) in zip(found, zip(ahead, behind)) {
                #expect(abs(exact - (a - b) / (2 * step)) < 1e-6 * max(1, abs(exact)))
            }
        }
    }

    @Test func `so do they when several networks are computed at once`() throws {
        let second = try Self.gradientProgram().derivative([0, 1, 2, 3]).simplified()
        let draws = try (UInt64(1)...3).map { try Self.draw($0) + Self.draw($0 + 50).prefix(4) }
        let stacked = try draws[0].indices.map { input in
            try Self.tensor(.stack(draws.map { .known($0[input]) }))
        }
        let together = try second.batched(stacked.map { _ in true }, size: 3).run(stacked)
        for item in 0..<3 {
            let alone = try second.run(draws[item])
            for (batch, single) in zip(together, alone) {
                for (a, b) in zip(batch.item(item).doubles, single.doubles) {
                    #expect(abs(a - b) < 1e-10 * max(1, abs(b)))
                }
            }
        }
    }

    @Test func `a cell with open gates and nothing new keeps what it has`() throws {
        let open = Operand.known(Tensor(vector: [-100, -100, 100, 100, 0, 0, 100, 100]))
        let c = try Self.normal([1, 2], 1)
        let next = try Operand.longShortTermMemory(
            x: Self.normal([1, 3], 2), h: Self.normal([1, 2], 3), c: c, w: .full(0, TensorType([3, 8])),
            u: .full(0, TensorType([2, 8])), b: open)
        #expect(try Self.tensor(next.c).doubles == Self.tensor(c).doubles)
        #expect(try Self.tensor(next.h).doubles == Self.tensor(c.tanh()).doubles)
    }
}
