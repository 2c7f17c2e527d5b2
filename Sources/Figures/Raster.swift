/// Numbers in rows and columns: what a heatmap, a picture, a contour map or a surface shows.
public struct Raster: Hashable, Sendable {
    public let rows: Int
    public let columns: Int
    /// Row by row.
    public let values: [Double]

    /// - Throws: `FigureError` if the values are not `rows` × `columns`, or there are none.
    public init(_ values: [Double], rows: Int, columns: Int) throws(FigureError) {
        guard rows > 0, columns > 0 else { throw FigureError("a matrix [\(rows), \(columns)] has no values to draw") }
        guard values.count == rows * columns else {
            throw FigureError("\(values.count) values do not fill a matrix [\(rows), \(columns)]")
        }
        self.rows = rows
        self.columns = columns
        self.values = values
    }

    public subscript(row: Int, column: Int) -> Double { values[row * columns + column] }

    /// How messages speak of it.
    var name: String { "the matrix [\(rows), \(columns)]" }
}
