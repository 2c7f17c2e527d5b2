internal import Figures

/// Figures side by side and above each other in a terminal.
struct TextTiles {
    /// The room of one figure.
    let tile: (columns: Int, rows: Int)
    private let columns: Int
    private let title: [TextCanvas.Cell]?
    private let total: Int

    /// Blanks between figures.
    private static let gap = 3

    /// As many side by side as the grid says, or fewer where they would be too narrow; the whole may be higher than
    /// `rows`, since a terminal scrolls.
    init(_ tiles: Tiles, columns: Int, rows: Int, unicode: Bool) {
        total = min(max(columns, TextChart.smallest.columns), 400)
        let most = max(1, (total + TextTiles.gap) / (TextChart.smallest.columns + TextTiles.gap))
        self.columns = min(tiles.columns, most)
        let width = (total + TextTiles.gap) / self.columns - TextTiles.gap
        // Characters are about twice as high as they are wide.
        tile = (columns: width, rows: min(max(rows, 10), max(12, width * 2 / 5)))
        title = tiles.title.map { TextCanvas.centered($0, columns: min(max(columns, 24), 400), unicode: unicode) }
    }

    func assembled(_ screens: [TextCanvas]) -> TextCanvas {
        var rows: [[TextCanvas.Cell]] = []
        if let title { rows += [title, []] }
        for start in stride(from: 0, to: screens.count, by: columns) {
            let line = screens[start..<min(start + columns, screens.count)]
            if start > 0 { rows.append([]) }
            for row in 0..<(line.map(\.rows.count).max() ?? 0) {
                var cells: [TextCanvas.Cell] = []
                for (place, screen) in line.enumerated() {
                    let begin = place * (tile.columns + TextTiles.gap)
                    cells += TextCanvas.blanks(begin - TextCanvas.width(cells))
                    if screen.rows.indices.contains(row) { cells += screen.rows[row] }
                }
                rows.append(cells)
            }
        }
        return TextCanvas(rows: rows)
    }
}
