/// Grey pictures in rows and columns, the first on the upper left; low values are dark.
public struct Picture: Hashable, Sendable {
    /// One picture or more, of one shape.
    public let tiles: [Raster]
    /// What stands under the tiles: one for each, or none.
    public let labels: [String]
    /// How many tiles stand side by side.
    public let columns: Int
    /// What black and white stand for.
    public let colors: ColorScale

    /// - Parameter columns: how many stand side by side; about as many as stand above each other if nil.
    /// - Throws: `FigureError` if there is no picture, shapes differ, or the labels do not fit.
    public init(_ tiles: [Raster], columns: Int? = nil, labels: [String] = []) throws(FigureError) {
        guard let first = tiles.first else { throw FigureError("there are no images to draw") }
        for tile in tiles where (tile.rows, tile.columns) != (first.rows, first.columns) {
            throw FigureError(
                "images of one grid have one shape, found [\(first.rows), \(first.columns)] and "
                    + "[\(tile.rows), \(tile.columns)]")
        }
        guard labels.isEmpty || labels.count == tiles.count else {
            throw FigureError("\(labels.count) labels for \(tiles.count) images; give one for each, or none")
        }
        if let columns, columns < 1 { throw FigureError("images stand in 1 column or more, found \(columns)") }
        var square = 1
        while square * square < tiles.count { square += 1 }
        self.tiles = tiles
        self.labels = labels
        self.columns = min(columns ?? square, tiles.count)
        let all = try Raster(
            tiles.flatMap(\.values), rows: first.rows * tiles.count, columns: first.columns)
        colors = try ColorScale(of: all)
    }

    /// How many tiles stand above each other.
    public var rows: Int { (tiles.count + columns - 1) / columns }
}
