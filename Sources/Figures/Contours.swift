internal import Glibc

/// A function of the plane: coloured by its height, with lines of equal height.
public struct Contours: Hashable, Sendable {
    public let field: Field
    public let colors: ColorScale
    /// The heights of the lines, ascending.
    public let levels: [Double]

    /// - Parameter levels: the heights of the lines; round ones, about ten, if nil.
    public init(_ field: Field, colors: ColorScale, levels: [Double]? = nil) {
        self.field = field
        self.colors = colors
        self.levels = levels.map { Set($0.filter(colors.holds)).sorted() } ?? Contours.levels(of: colors, about: 10)
    }

    /// Round heights within a scale: about as many as asked for, evenly spaced or, on a logarithmic scale, in ratio.
    public static func levels(of colors: ColorScale, about count: Int) -> [Double] {
        let count = min(max(1, count), 100)
        switch colors.scale {
        case .linear:
            // A fifth more lines than asked for are nearer to it than half as many.
            let smallest = (colors.high - colors.low) / (1.2 * Double(count + 1))
            let power = pow(10, log10(smallest).rounded(.down))
            let step = ([1.0, 2, 2.5, 5].first { $0 * power >= smallest * (1 - 1e-9) } ?? 10) * power
            guard step.isFinite, step > 0 else { return [] }
            let first = (colors.low / step).rounded(.down) + 1
            return (0..<2 * count + 2).map { (first + Double($0)) * step }.filter { $0 < colors.high }
        case .logarithmic:
            let span = log10(colors.high) - log10(colors.low)
            return (1...count).map { index in
                let exact = pow(10, log10(colors.low) + span * Double(index) / Double(count + 1))
                // Two digits where that keeps neighbours apart.
                let unit = pow(10, log10(exact).rounded(.down) - (span / Double(count) > 0.05 ? 1 : 3))
                return (exact / unit).rounded() * unit
            }
        }
    }
}
