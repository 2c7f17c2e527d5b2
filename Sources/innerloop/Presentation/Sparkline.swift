import Glibc

/// A course of numbers as a row of small columns: ▇▅▃▂▁.
struct Sparkline {
    private static let marks = Array("▁▂▃▄▅▆▇█")
    /// What is kept; beyond it, neighbours are joined.
    private static let mostKept = 256
    /// Where the greatest is so many times the least, heights are logarithms.
    private static let logarithmicFrom = 100.0

    private var values: [Double] = []
    /// How many numbers each of those stands for.
    private var stride = 1
    /// Those since the last that is kept, of which the newest is shown.
    private var pending = 0
    private var newest = 0.0

    mutating func append(_ value: Double) {
        newest = value
        pending += 1
        guard pending >= stride else { return }
        pending = 0
        values.append(value)
        guard values.count > Self.mostKept else { return }
        values = Swift.stride(from: 0, to: values.count, by: 2).map { values[min($0 + 1, values.count - 1)] }
        stride *= 2
    }

    /// At most that many columns; nothing for fewer than two numbers. A number that is not finite leaves a gap.
    func text(columns: Int) -> String {
        let values = pending > 0 ? values + [newest] : values
        guard values.count > 1, columns > 1 else { return "" }
        let count = min(columns, values.count)
        let shown = (0..<count).map { values[($0 * (values.count - 1)) / (count - 1)] }
        let finite = shown.filter(\.isFinite)
        guard let low = finite.min(), let high = finite.max() else { return "" }
        let isLogarithmic = low > 0 && high / low > Self.logarithmicFrom
        let scale = { (value: Double) in isLogarithmic ? log(value) : value }
        let span = scale(high) - scale(low)
        return String(
            shown.map { value in
                guard value.isFinite else { return " " }
                guard span > 0 else { return Self.marks[0] }
                let height = (scale(value) - scale(low)) / span * Double(Self.marks.count - 1)
                return Self.marks[min(max(0, Int(height.rounded())), Self.marks.count - 1)]
            })
    }
}
