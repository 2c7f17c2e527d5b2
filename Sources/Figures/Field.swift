/// Heights over a grid of positions.
public struct Field: Hashable, Sendable {
    /// The positions of the columns, ascending.
    public let x: [Double]
    /// The positions of the rows, ascending.
    public let y: [Double]
    /// One row for each y, one column for each x.
    public let heights: Raster

    /// - Throws: `FigureError` if positions and heights do not fit, or the positions do not ascend.
    public init(x: [Double], y: [Double], heights: Raster) throws(FigureError) {
        guard heights.columns == x.count, heights.rows == y.count else {
            let isTurned = heights.columns == y.count && heights.rows == x.count
            throw FigureError(
                "Z [\(heights.rows), \(heights.columns)] does not lie over \(x.count) x and \(y.count) y: "
                    + "it has one row for each y and one column for each x, [\(y.count), \(x.count)]"
                    + (isTurned ? "; transpose it" : ""))
        }
        guard x.count > 1, y.count > 1 else {
            throw FigureError(
                "heights lie over two positions or more on each axis, found \(x.count) x and \(y.count) y")
        }
        for (name, positions) in [("x", x), ("y", y)] {
            guard positions.allSatisfy(Axis().holds), zip(positions, positions.dropFirst()).allSatisfy(<) else {
                throw FigureError("the \(name) positions must be finite and ascend")
            }
        }
        self.x = x
        self.y = y
        self.heights = heights
    }

    /// The height at any place: between the four around it in proportion, nil where one of them is missing or the place
    /// lies outside.
    public func height(x place: Double, y other: Double) -> Double? {
        guard let (column, across) = Field.cell(of: place, in: x), let (row, up) = Field.cell(of: other, in: y) else {
            return nil
        }
        var height = 0.0
        for (rowOffset, rowShare) in [(0, 1 - up), (1, up)] where rowShare > 0 {
            for (columnOffset, columnShare) in [(0, 1 - across), (1, across)] where columnShare > 0 {
                let corner = heights[row + rowOffset, column + columnOffset]
                guard Axis().holds(corner) else { return nil }
                height += corner * rowShare * columnShare
            }
        }
        return height
    }

    /// The interval a place lies in, and the share of it that lies before the place.
    private static func cell(of place: Double, in positions: [Double]) -> (index: Int, share: Double)? {
        guard let first = positions.first, let last = positions.last, place >= first, place <= last else { return nil }
        var (low, high) = (0, positions.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if positions[middle] <= place { low = middle } else { high = middle }
        }
        return (low, (place - positions[low]) / (positions[high] - positions[low]))
    }
}
