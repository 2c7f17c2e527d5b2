internal import Figures

/// The tiles of a picture in one raster, with a margin between them and room for their labels below.
struct Mosaic {
    let rows: Int
    let columns: Int
    private let picture: Picture
    /// How many tiles stand side by side.
    let side: Int
    /// The distances from a tile to the next.
    private let pitch: (rows: Int, columns: Int)

    /// - Parameters:
    ///   - most: how many tiles may stand side by side, where there is room for fewer than the picture asks for.
    ///   - labelRoom: the height of a label, in rows of the tiles; that on a canvas if nil.
    init(_ picture: Picture, atMost most: Int = .max, labelRoom: Int? = nil) {
        self.picture = picture
        side = min(picture.columns, max(1, most))
        let above = (picture.tiles.count + side - 1) / side
        let tile = picture.tiles[0]
        let gap = picture.tiles.count > 1 ? max(1, tile.columns / 12) : 0
        let room = picture.labels.isEmpty ? gap : labelRoom ?? Mosaic.roomForLabel(under: tile, columns: side)
        pitch = (rows: tile.rows + room, columns: tile.columns + gap)
        rows = above * pitch.rows - (picture.labels.isEmpty ? gap : 0)
        columns = side * pitch.columns - gap
    }

    /// A label's height in rows of the tile: the more tiles stand side by side, the smaller they are, and labels are not.
    private static func roomForLabel(under tile: Raster, columns: Int) -> Int {
        max(1, Int((Double(tile.columns) * Canvas.labelHeight / Canvas.tileWidth(of: columns)).rounded(.up)))
    }

    /// The value at a place, counted from the upper left; nil between the tiles.
    func value(row: Int, column: Int) -> Double? {
        let (tileRow, tileColumn) = (row / pitch.rows, column / pitch.columns)
        let index = tileRow * side + tileColumn
        guard tileColumn < side, picture.tiles.indices.contains(index) else { return nil }
        let tile = picture.tiles[index]
        let (row, column) = (row % pitch.rows, column % pitch.columns)
        guard row < tile.rows, column < tile.columns, picture.colors.holds(tile[row, column]) else { return nil }
        return tile[row, column]
    }

    /// The edges of each tile.
    var frames: [(left: Double, top: Double, right: Double, bottom: Double)] {
        picture.tiles.enumerated().map { index, tile in
            let left = Double(index % side * pitch.columns) - 0.5
            let top = Double(index / side * pitch.rows) - 0.5
            return (left: left, top: top, right: left + Double(tile.columns), bottom: top + Double(tile.rows))
        }
    }

    /// Each label with the middle of the room for it.
    var labels: [(text: String, x: Double, y: Double)] {
        picture.labels.enumerated().map { index, text in
            let (row, column) = (index / side, index % side)
            let tile = picture.tiles[index]
            return (
                text: text, x: Double(column * pitch.columns) + Double(tile.columns - 1) / 2,
                y: Double(row * pitch.rows + tile.rows) + Double(pitch.rows - tile.rows - 1) / 2
            )
        }
    }
}
