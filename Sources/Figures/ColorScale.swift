/// What the colours of a map stand for: the values from one end of the palette to the other.
public struct ColorScale: Hashable, Sendable {
    public let label: String?
    public let scale: Axis.Scale
    public let low: Double
    /// Above `low`.
    public let high: Double

    /// The scale of some values.
    ///
    /// - Parameter range: the ends, for maps that are to be compared; those of the values if nil.
    /// - Throws: `FigureError` if no value has a place on the scale, or the range has no two ends that have one.
    public init(
        of raster: Raster, label: String? = nil, scale: Axis.Scale = .linear, range: (low: Double, high: Double)? = nil
    ) throws(FigureError) {
        let axis = Axis(label: label, scale: scale)
        if let range {
            guard axis.holds(range.low), axis.holds(range.high), range.low < range.high else {
                throw FigureError(
                    "the range of the colours, from \(range.low) to \(range.high), must go from a smaller number to a larger"
                        + (scale == .logarithmic ? ", both positive" : ""))
            }
        }
        var (low, high) = (Double.infinity, -Double.infinity)
        for value in raster.values where axis.holds(value) {
            low = min(low, value)
            high = max(high, value)
        }
        guard low <= high else {
            let kind = scale == .logarithmic && raster.values.contains(where: \.isFinite) ? "positive" : "finite"
            throw FigureError("\(raster.name) has no \(kind) value (the first is \(raster.values[0]))")
        }
        if let range { (low, high) = range }
        if low == high {
            // A palette of one colour would divide by zero.
            switch scale {
            case .linear:
                let half = max(low.magnitude * 0.1, 1e-3)
                (low, high) = (low - half, high + half)
            case .logarithmic: (low, high) = (low / 2, high * 2)
            }
        }
        self.label = label
        self.scale = scale
        self.low = low
        self.high = high
    }

    /// Whether a value has a colour; one that has none is a gap.
    public func holds(_ value: Double) -> Bool { Axis(scale: scale).holds(value) }
}
