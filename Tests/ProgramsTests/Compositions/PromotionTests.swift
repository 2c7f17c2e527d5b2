import Tensors
import Testing

@testable import Programs

struct PromotionTests {
    private func operand(_ shape: Shape, _ element: ElementType) -> Operand {
        .known(Tensor(repeating: 1, TensorType(shape, element)))
    }

    @Test func `a number takes the element type of the tensor it meets`() throws {
        for element in [ElementType.float32, .float64] {
            let tensor = operand([2], element)
            for number in [operand([], .float32), operand([], .float64), operand([], .truth)] {
                #expect(try (tensor * number).type.element == element)
                #expect(try (number - tensor).type.element == element)
                #expect(try number.isLess(than: Operand(0)).select(tensor, number).type.element == element)
            }
        }
    }

    @Test func `of two tensors the wider wins, of two numbers the narrower`() throws {
        #expect(try (operand([2], .float32) + operand([2], .float64)).type.element == .float64)
        #expect(try (operand([2, 2], .float32).matrixProduct(operand([2], .float64))).type.element == .float64)
        #expect(try (operand([], .float32) + operand([], .float64)).type.element == .float32)
        #expect(try (operand([2], .float32).sum() * 0.5).type.element == .float32)
        #expect(try Operand.concatenate([operand([2], .float32), operand([1], .float64)], 0).type.element == .float64)
    }

    @Test func `truth values become float64 in arithmetic, and stay themselves in choices and joins`() throws {
        let truths = operand([2], .truth)
        #expect(try (truths + truths).type.element == .float64)
        #expect(try truths.exp().type.element == .float64)
        #expect(try truths.select(truths, truths).type.element == .truth)
        #expect(try Operand.stack([truths, truths]).type.element == .truth)
        #expect(try Operand.stack([truths, operand([2], .float32)]).type.element != .truth)
    }

    @Test func `a gradient has the element type of its argument`() throws {
        let slope = try gradient(at: operand([2], .float32)) { x throws(ComputationError) in
            try (x * Operand.known(Tensor(vector: [3, 4]))).sum()
        }
        #expect(slope.type == TensorType([2], .float32))
        #expect(try slope.doubles == [3, 4])
    }
}
