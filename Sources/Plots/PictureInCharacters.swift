internal import Figures

/// A grey picture in shaded characters, of which two side by side are about a square.
struct PictureInCharacters {
    let canvas: TextCanvas

    /// A glyph in fewer columns does not read.
    private static let narrowest = 18

    init(_ picture: Picture, _ chart: TextChart) {
        let columns = chart.columns
        let most = max(1, columns / PictureInCharacters.narrowest)
        // Two rows of characters for a label and the space below it.
        let rowsOfCharacter = 2 * Double(picture.tiles[0].columns * min(most, picture.columns)) / Double(columns)
        let mosaic = Mosaic(picture, atMost: most, labelRoom: max(1, Int((2 * rowsOfCharacter).rounded(.up))))
        // Characters for each row of the picture. One picture fits the screen; several may be higher, since terminals
        // scroll.
        let scale = min(
            Double(chart.drawingRows) / Double(picture.tiles[0].rows), Double(columns) / (2 * Double(mosaic.columns)))
        let width = max(1, Int((2 * scale * Double(mosaic.columns)).rounded(.down)))
        let height = max(1, Int((scale * Double(mosaic.rows)).rounded(.down)))
        let left = (columns - width) / 2
        let colors = AxisRange(of: picture.colors)
        var canvas = TextCanvas(columns: columns, rows: height)
        for row in 0..<height {
            let covered = PictureInCharacters.covered(row, of: height, over: mosaic.rows)
            for column in 0..<width {
                let across = PictureInCharacters.covered(column, of: width, over: mosaic.columns)
                let values = covered.flatMap { row in
                    across.compactMap { mosaic.value(row: row, column: $0) }
                }
                guard !values.isEmpty else { continue }
                let mean = values.reduce(0, +) / Double(values.count)
                canvas.set(
                    TextCanvas.Cell(character: chart.glyphs.shade(at: colors.position(of: mean)).character),
                    row: row, column: left + column)
            }
        }
        for label in mosaic.labels {
            let text = chart.glyphs.shown(label.text, atMost: max(1, width / mosaic.side - 1))
            let column = left + Int((label.x + 0.5) / Double(mosaic.columns) * Double(width)) - text.count / 2
            let row = Int((label.y + 0.5) / Double(mosaic.rows) * Double(height))
            canvas.write(text, row: min(row, height - 1), column: max(0, column))
        }
        self.canvas = canvas
    }

    /// The rows or columns of the picture that one character stands for.
    private static func covered(_ index: Int, of count: Int, over total: Int) -> Range<Int> {
        let first = index * total / count
        return first..<max(first + 1, (index + 1) * total / count)
    }
}
