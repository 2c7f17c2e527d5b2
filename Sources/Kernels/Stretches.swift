internal import CSignals

/// Work in stretches of a few milliseconds, between which the user's interrupt is seen.
package enum Stretches {
    /// The elements of a stretch.
    private static let elements = 1 << 18

    /// Calls `body` for ranges that make up `0..<count`, one after the other, until the user interrupts: what is left is
    /// then not done, and who evaluates must look at the flag again. Every range but the last is of a multiple of eight.
    ///
    /// - Parameter cost: how many elements one of the count stands for.
    @inline(__always)
    package static func forEach(of count: Int, cost: Int = 1, _ body: (Range<Int>) -> Void) {
        let length = max(8, elements / max(1, cost) & ~7)
        var start = 0
        while start < count {
            let end = count - start <= length ? count : start + length
            body(start..<end)
            if end < count, signals_interrupted() { return }
            start = end
        }
    }
}
