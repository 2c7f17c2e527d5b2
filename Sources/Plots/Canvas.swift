internal import Figures

/// The sizes of pictures, in pixels of a PNG; those of the other formats are in proportion.
struct Canvas: Hashable {
    let width: Double
    let height: Double

    static let single = Canvas(width: 1200, height: 800)
    /// The height of a line of text, with the space around it.
    static let labelHeight = 30.0

    /// The room a figure wants.
    init(of figure: Figure) {
        switch figure.content {
        case .panel(let panel):
            guard case .picture(let picture)? = panel.map else {
                self = .single
                return
            }
            let mosaic = Mosaic(picture)
            let width = Canvas.tileWidth(of: picture.columns) * Double(picture.columns)
            let margins = Canvas.margins(of: panel)
            self.init(
                width: width + margins.width,
                height: min(max(width * Double(mosaic.rows) / Double(mosaic.columns), 120), 4000) + margins.height)
        case .surface: self = .single
        case .tiles(let tiles):
            let widest = [1: 1000.0, 2: 760, 3: 640, 4: 560][tiles.columns] ?? max(160, 2240 / Double(tiles.columns))
            let sizes = tiles.figures.map { Canvas(of: $0) }
            let width = min(widest, sizes.map(\.width).max() ?? widest)
            // Tiles are as high as the highest of them, unless they all are broad.
            let share = sizes.map { $0.height / $0.width }.max() ?? 0.75
            self.init(
                width: width * Double(tiles.columns),
                height: width * min(max(share, 0.78), 1.1) * Double(tiles.rows) + Canvas.titleHeight(of: tiles))
        }
    }

    init(width: Double, height: Double) {
        self.width = width.rounded()
        self.height = height.rounded()
    }

    /// The width of each of some pictures side by side.
    static func tileWidth(of columns: Int) -> Double {
        min(max(1120 / Double(columns), 56), 240 + 480 / Double(columns * columns))
    }

    /// The room around the picture of a panel that shows one.
    static func margins(of panel: Panel) -> Canvas {
        Canvas(width: 60, height: 40 + (panel.title == nil ? 0 : labelHeight))
    }

    static func titleHeight(of tiles: Tiles) -> Double { tiles.title == nil ? 0 : 50 }
}
