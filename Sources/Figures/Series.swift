/// Points in order, drawn in one style under one name.
public struct Series: Hashable, Sendable {
    public enum Marks: Hashable, Sendable {
        case lines
        case points
        case linesAndPoints
    }

    /// The name in the legend; a series without one is left out there.
    public let label: String?
    /// As many as `y`.
    public let x: [Double]
    public let y: [Double]
    public let marks: Marks

    /// A series over given positions.
    ///
    /// - Throws: `FigureError` if the lengths differ or there is no point.
    public init(_ y: [Double], over x: [Double], label: String? = nil, marks: Marks = .lines) throws(FigureError) {
        let name = Series.name(label)
        guard x.count == y.count else {
            throw FigureError("\(name) has \(y.count) values over \(x.count) positions; they must be as many")
        }
        guard !y.isEmpty else { throw FigureError("\(name) has no values to draw") }
        self.label = label
        self.x = x
        self.y = y
        self.marks = marks
    }

    /// A series over its indices 0, 1, 2, …
    ///
    /// - Throws: `FigureError` if there is no point.
    public init(_ y: [Double], label: String? = nil, marks: Marks = .lines) throws(FigureError) {
        try self.init(y, over: y.indices.map(Double.init), label: label, marks: marks)
    }

    /// How messages speak of the series.
    var name: String { Series.name(label) }

    private static func name(_ label: String?) -> String {
        label.map { "series “\($0)”" } ?? "a series"
    }
}
