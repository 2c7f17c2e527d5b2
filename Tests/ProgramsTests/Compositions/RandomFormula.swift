import SeededNumbers
import Tensors

@testable import Programs

/// A formula of random operations in random order, the same for the same seed, of two operands to one number.
///
/// It is smooth: elementwise functions stay within their domains, values stay within about ±2, and where an operation
/// has a kink (a maximum, an absolute value), its operand is kept away from it.
struct RandomFormula: Sendable {
    let seed: UInt64

    private static let shapes: [Shape] = [[], [3], [4], [2, 3], [1, 3], [2, 1], [3, 3], [2, 3, 2]]
    private static let largestCount = 40

    /// The types of the two operands.
    var shapes: [Shape] {
        var generator = SplitMix64(seed: seed &* 31)
        return (0..<2).map { _ in Self.shapes[Int.random(in: 0..<Self.shapes.count, using: &generator)] }
    }

    func callAsFunction(_ operands: [Operand]) throws(ComputationError) -> Operand {
        var generator = SplitMix64(seed: seed)
        var values = operands
        for _ in 0..<Int.random(in: 3...8, using: &generator) {
            let a = values[Int.random(in: 0..<values.count, using: &generator)]
            let b = values[Int.random(in: 0..<values.count, using: &generator)]
            let next: Operand
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: next = try elementwise(a, &generator)
            case 1: next = try combined(a, b, &generator)
            case 2: next = try arranged(a, b, &generator)
            default: next = try reduced(a, &generator)
            }
            if next.shape.count <= Self.largestCount { values.append(next) }
        }
        var total = try values[0].mean()
        for value in values.dropFirst() { total = try total + value.mean() }
        return total
    }

    private func elementwise(_ a: Operand, _ generator: inout SplitMix64) throws(ComputationError) -> Operand {
        switch Int.random(in: 0..<16, using: &generator) {
        case 0: try (a * 0.3).exp()
        case 1: try (a * a + 0.5).log()
        case 2: try a.sin()
        case 3: try a.cos()
        case 4: try a.tanh()
        case 5: try (a * a + 0.3).squareRoot()
        case 6: try a.erf()
        case 7: try a.sigmoid() * 2
        case 8: try a.softplus() - 1
        case 9: try a.gelu()
        case 10: try (a + 3).relu() - 3
        case 11: try (a - 3).abs() - 3
        case 12: try (a * 0.2).tan()
        case 13: try a.raised(to: Operand(Double(Int.random(in: 0...4, using: &generator)))) * 0.2
        case 14: try (a * a + 0.5).raised(to: Operand(-1.3))
        default: try -a
        }
    }

    private func combined(
        _ a: Operand, _ b: Operand, _ generator: inout SplitMix64
    ) throws(ComputationError) -> Operand {
        let choice = Int.random(in: 0..<12, using: &generator)
        if choice == 0, let fit = matrixPartner(a, &generator) {
            return try a.matrixProduct(fit) * (0.5 / Double(max(fit.shape[0], 1)))
        }
        if choice == 1 && a.shape.count * b.shape.count <= Self.largestCount { return try a.outer(b) * 0.5 }
        if choice == 2 && a.shape == b.shape { return try (a + 3).cosine(b + 3) }
        if choice == 3 && a.shape == b.shape { return try a.meanSquaredError(b) * 0.3 }
        // Shapes that do not broadcast meet as a tensor and a number.
        let other = a.shape.broadcast(with: b.shape) == nil ? try b.mean() : b
        switch choice {
        case 0, 4: return try (a + other) * 0.5
        case 1, 5: return try (a - other) * 0.5
        case 2, 6: return try a * other * 0.5
        case 3, 7: return try a / (other * other + 1)
        case 8: return try (a * a + 0.5).raised(to: other * 0.5)
        case 9: return try a.maximum(other - 6) - other.minimum(a + 6)
        case 10: return try a.isLess(than: other + 6).select(a * 0.5, other)
        default:
            let coins = (0..<a.shape.count).map { _ in Bool.random(using: &generator) }
            return try Operand.known(Tensor(a.shape, coins)).select(a, other)
        }
    }

    /// A known matrix that a fits to the left of.
    private func matrixPartner(_ a: Operand, _ generator: inout SplitMix64) -> Operand? {
        guard let k = a.shape.sizes.last else { return nil }
        return .known(InputRule.real([k, 2], a.type.element).draw(&generator))
    }

    private func arranged(
        _ a: Operand, _ b: Operand, _ generator: inout SplitMix64
    ) throws(ComputationError) -> Operand {
        let rank = a.shape.rank
        guard rank > 0 else { return try Operand.stack([a, a.sin()]) }
        let axis = Int.random(in: 0..<rank, using: &generator)
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: return try a.flattened()
        case 1: return try a.permuted(Array(0..<rank).shuffled(using: &generator))
        case 2: return try a.transposed()
        case 3:
            let start = Int.random(in: 0..<a.shape[axis], using: &generator)
            return try a.sliced(axis, start, Int.random(in: 1...a.shape[axis] - start, using: &generator))
        case 4: return try Operand.concatenate([a, a.cos()], axis)
        case 5: return try Operand.stack([a, a.tanh()], axis: axis)
        case 6:
            let count = Int.random(in: 1...3, using: &generator)
            let positions = InputRule.positions([count], below: a.shape[axis]).draw(&generator)
            return try a.taking(.known(positions), axis: axis)
        case 7: return try a.cumulativeSum(axis) / Double(a.shape[axis])
        case 8: return try spaced(a, axis).sorted(axis) * 0.1
        default:
            guard rank <= 2 else { return try a.item(0, axis: axis) }
            return try a.diagonal()
        }
    }

    private func reduced(_ a: Operand, _ generator: inout SplitMix64) throws(ComputationError) -> Operand {
        guard a.shape.rank > 0 else { return try a.sin() }
        let axis = Int.random(in: 0..<a.shape.rank, using: &generator)
        let keep = Bool.random(using: &generator)
        switch Int.random(in: 0..<11, using: &generator) {
        case 0: return try a.sum([axis], keep: keep) / Double(a.shape[axis])
        case 1: return try a.mean(keep: keep)
        case 2: return try a.variance([axis], keep: keep) * 0.5
        case 3: return try (a + 3).norm([axis], keep: keep) * 0.2
        case 4: return try a.sin().product([axis], keep: keep)
        case 5: return try spaced(a, axis).max(axis, keep: keep) * 0.1
        case 6: return try spaced(a, axis).min(axis, keep: keep) * 0.1
        case 7: return try a.logSumExp(axis, keep: keep) * 0.5
        case 8: return try a.softmax(axis)
        case 9: return try a.logSoftmax(axis) * 0.3
        default:
            let sizes = a.shape.sizes
            let labels = InputRule.positions(Shape(sizes.dropLast()), below: sizes[sizes.count - 1]).draw(&generator)
            return try a.crossEntropy(.known(labels)) * 0.5
        }
    }

    /// The operand with its elements along an axis so far apart that their order can't change.
    private func spaced(_ a: Operand, _ axis: Int) throws(ComputationError) -> Operand {
        let size = a.shape[axis]
        var sizes = [Int](repeating: 1, count: a.shape.rank)
        sizes[axis] = size
        // 7·position modulo a size that 7 does not divide is another order than the positions' own.
        let steps = (0..<size).map { Double(($0 * 7) % max(size, 1) + (size % 7 == 0 ? $0 : 0)) * 6 }
        return try a + Operand.known(Tensor(Shape(sizes), steps).converted(to: a.type.element))
    }
}
