import Tensors
import Testing

@testable import Programs

/// A user's mistake is an error that names what was found; it never ends the process.
struct OperandErrorsTests {
    private typealias Body = () throws -> Operand

    private func error(_ body: Body) throws -> ComputationError {
        try #require(throws: ComputationError.self) { _ = try body() }
    }

    @Test func `shapes that do not fit are an error that names both`() throws {
        let (a, b) = (Operand([2, 3], [1, 2, 3, 4, 5, 6]), Operand(vector: [1, 2, 3, 4]))
        let truths = Operand.known(Tensor([4], [true, true, false, false]))
        let wide = Operand.known(Tensor([2, 3], [Bool](repeating: true, count: 6)))
        let mistakes: [Body] = [
            { try a + b }, { try a - b },
            { try a * b }, { try a / b },
            { try a.raised(to: b) },
            { try a.maximum(b) }, { try a.minimum(b) },
            { try a.isLess(than: b) },
            { try a.isEqual(to: b) },
            { try wide.and(truths) },
            { try wide.isEqual(to: truths) },
            { try truths.select(a, a) },
            { try a.matrixProduct(b) },
            { try a.inner(b) }, { try a.cosine(b) },
            { try a.meanSquaredError(b) },
            { try a.squaredDistance(b) },
            { try a.crossEntropy(b) },
            { try a.binaryCrossEntropy(b) },
            { try a.reshaped([4]) },
            { try a.broadcast(to: [4]) },
            { try Operand.concatenate([a, b], 0) },
            { try Operand.stack([a, b]) },
            { try a.takingAlongRows(b) },
        ]
        for (position, mistake) in mistakes.enumerated() {
            let error = try error(mistake)
            #expect(error.kind == .types, "mistake \(position)")
            #expect(error.message.contains("[2, 3]"), "mistake \(position): \(error.message)")
            #expect(error.message.contains("[4]"), "mistake \(position): \(error.message)")
        }
    }

    @Test func `an axis that is not there is an error that names it and the shape`() throws {
        let a = Operand([2, 3], [1, 2, 3, 4, 5, 6])
        let mistakes: [Body] = [
            { try a.sum([2]) }, { try a.mean([-3]) },
            { try a.max(2) }, { try a.softmax(2) },
            { try a.logSumExp(-3) },
            { try a.argumentOfMaximum(2) },
            { try a.cumulativeSum(2) }, { try a.sorted(2) },
            { try a.sliced(2, 0, 1) },
            { try a.item(0, axis: 2) },
            { try a.taking(Operand(0), axis: 2) },
            { try Operand.concatenate([a, a], 2) },
            { try Operand.stack([a, a], axis: 3) },
        ]
        for (position, mistake) in mistakes.enumerated() {
            let error = try error(mistake)
            #expect(error.kind == .types, "mistake \(position)")
            #expect(error.message.contains("[2, 3]") && error.message.contains("axis"), "\(position): \(error.message)")
        }
    }

    @Test func `a position outside the axis is an error that names it`() throws {
        let a = Operand(vector: [1, 2, 3])
        for position in [3, -1, 1e300, .infinity, .nan] {
            let error = try error { try a.taking(Operand(position)) }
            #expect(error.kind == .domain)
            let named = position.magnitude < 10 ? "position \(Int(position)) " : "found \(position)"
            #expect(error.message.contains(named))
        }
        for (start, count) in [(2, 2), (-1, 1), (4, 0), (0, -1), (.max, 1), (1, .max)] {
            #expect(try error { try a.sliced(0, start, count) }.kind == .types)
        }
    }

    @Test func `numbers where truth values belong are an error, and the other way round`() throws {
        let (a, truths) = (Operand(vector: [1, 2]), Operand.known(Tensor([2], [true, false])))
        let mistakes: [Body] = [
            { try a.not() }, { try a.and(truths) },
            { try truths.or(a) }, { try a.select(a, a) },
            { try a.any() }, { try a.all() },
        ]
        for mistake in mistakes { #expect(try error(mistake).kind == .types) }
        // In arithmetic truth values count as 1 and 0.
        #expect(try (truths + truths).doubles == [2, 0])
        #expect(try truths.mean().doubles == [0.5])
        #expect(try (-truths).doubles == [-1, 0])
    }

    @Test func `an operation that needs axes refuses a number`() throws {
        let number = Operand(1)
        let nothing: [Operand] = []
        let mistakes: [Body] = [
            { try number.sorted() },
            { try number.cumulativeSum() },
            { try number.softmax() },
            { try number.crossEntropy(number) },
            { try number.matrixProduct(number) },
            { try number.diagonal() },
            { try number.taking(number) },
            { try number.takingAlongRows(number) },
            { try Operand.concatenate([number, number], 0) },
            { try Operand.concatenate(nothing, 0) },
            { try Operand.stack(nothing) },
        ]
        for (position, mistake) in mistakes.enumerated() {
            #expect(try error(mistake).kind == .types, "mistake \(position)")
        }
    }
}
