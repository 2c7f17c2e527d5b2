/// Points in order, drawn in one style under one name.
public struct Series: Hashable, Sendable {
    public enum Marks: Hashable, Sendable {
        case lines
        case points
        case linesAndPoints
    }

    /// A strip around the points, as of errors: from `low` to `high` at each.
    public struct Band: Hashable, Sendable {
        public let low: [Double]
        public let high: [Double]

        public init(low: [Double], high: [Double]) {
            self.low = low
            self.high = high
        }
    }

    /// The name in the legend; a series without one is left out there.
    public let label: String?
    /// As many as `y`.
    public let x: [Double]
    public let y: [Double]
    public let marks: Marks
    /// With as many ends as there are points.
    public let band: Band?

    /// A series over given positions.
    ///
    /// - Throws: `FigureError` if the lengths differ or there is no point.
    public init(
        _ y: [Double], over x: [Double], label: String? = nil, marks: Marks = .lines, band: Band? = nil
    ) throws(FigureError) {
        let name = Series.name(label)
        guard x.count == y.count else {
            throw FigureError("\(name) has \(y.count) values over \(x.count) positions; they must be as many")
        }
        guard !y.isEmpty else { throw FigureError("\(name) has no values to draw") }
        if let band, band.low.count != y.count || band.high.count != y.count {
            throw FigureError(
                "\(name) has \(y.count) values, its band \(band.low.count) lower and \(band.high.count) upper ends; "
                    + "they must be as many")
        }
        self.label = label
        self.x = x
        self.y = y
        self.marks = marks
        self.band = band
    }

    /// A series over its indices 0, 1, 2, …
    ///
    /// - Throws: `FigureError` if there is no point.
    public init(
        _ y: [Double], label: String? = nil, marks: Marks = .lines, band: Band? = nil
    ) throws(FigureError) {
        try self.init(y, over: y.indices.map(Double.init), label: label, marks: marks, band: band)
    }

    /// How messages speak of the series.
    var name: String { Series.name(label) }

    private static func name(_ label: String?) -> String {
        label.map { "series “\($0)”" } ?? "a series"
    }
}
