/// How many values fall into each of some bins of one width.
public struct Histogram: Hashable, Sendable {
    /// One more than the counts.
    public let edges: [Double]
    /// For each of the samples, its counts. A value on an inner edge counts to the right of it.
    public let counts: [[Int]]

    /// The most bins.
    static let maximumBins = 1000

    /// Bins over all samples together, so that their counts compare. Values that are not finite are left out.
    ///
    /// - Parameter bins: how many; if nil as many as the larger of Sturges' rule, 1 + log₂ n, and Freedman and Diaconis'
    ///   width, 2 · IQR / ∛n, ask for.
    /// - Throws: `FigureError` if a sample has no finite value or the number of bins is none.
    public init(_ samples: [[Double]], bins: Int? = nil) throws(FigureError) {
        if let bins, !(1...Histogram.maximumBins).contains(bins) {
            throw FigureError("a histogram has 1 to \(Histogram.maximumBins) bins, found \(bins)")
        }
        let samples = samples.map { $0.filter(Axis().holds) }
        let sorted = samples.joined().sorted()
        guard let first = sorted.first, let last = sorted.last, samples.allSatisfy({ !$0.isEmpty }) else {
            throw FigureError("there is no finite value to count")
        }
        // One value alone gets a bin around it, as NumPy has it; one so large that ±½ is lost, a share of itself.
        let half = max(0.5, first.magnitude * 1e-6)
        let (low, high) = last > first ? (first, last) : (first - half, last + half)
        let count = bins ?? Histogram.numberOfBins(sorted)
        let edges = (0...count).map { index in
            let share = Double(index) / Double(count)
            return low * (1 - share) + high * share
        }
        guard zip(edges, edges.dropFirst()).allSatisfy(<) else {
            throw FigureError("values from \(low) to \(high) lie too close for \(count) bins")
        }
        self.edges = edges
        counts = samples.map { values in
            var counts = [Int](repeating: 0, count: count)
            for value in values {
                // Rounding may have put the value's share on the other side of an edge.
                var place = min(max(Int((value / 2 - low / 2) / (high / 2 - low / 2) * Double(count)), 0), count - 1)
                while place > 0, value < edges[place] { place -= 1 }
                // The last bin holds its right edge too.
                while place < count - 1, value >= edges[place + 1] { place += 1 }
                counts[place] += 1
            }
            return counts
        }
    }

    private static func numberOfBins(_ sorted: [Double]) -> Int {
        var powers = 0
        while 1 << powers < sorted.count { powers += 1 }
        let sturges = powers + 1
        let spread = sorted[sorted.count * 3 / 4] - sorted[sorted.count / 4]
        var cube = 1.0
        while cube * cube * cube < Double(sorted.count) { cube += 1 }
        let width = 2 * spread / cube
        guard width > 0, case let wanted = (sorted[sorted.count - 1] - sorted[0]) / width, wanted < 100 else {
            return sturges
        }
        return max(sturges, Int(wanted.rounded(.up)))
    }
}
