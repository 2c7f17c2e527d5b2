internal import Figures

/// What gnuplot's `dumb` terminal answered to `TextCommands`: a screen of characters and where the frame is in it.
struct DumbScreen {
    /// Scalars by row, each row as wide as the screen.
    private let screen: [[Unicode.Scalar]]
    private let left: Int
    private let right: Int
    private let top: Int
    private let bottom: Int

    /// Columns and rows the screen has more than the drawing made of it: those of the tick marks, which move into the
    /// frame.
    static let spare = (columns: 2, rows: 1)

    /// nil where the text is no such answer.
    init?(_ answer: String, columns: Int) {
        // A form feed, the screen, a line with the frame's edges; y is counted from below.
        var lines = answer.filter { $0 != "\u{0C}" }.split(separator: "\n", omittingEmptySubsequences: false)
        while let last = lines.last, last.isEmpty { lines.removeLast() }
        guard let numbers = lines.popLast()?.split(separator: " ").map({ Double($0) }), numbers.count == 4 else {
            return nil
        }
        let edges = numbers.compactMap { $0.flatMap { Int(exactly: $0) } }
        while lines.count > 1, let last = lines.last, last.isEmpty { lines.removeLast() }
        guard edges.count == 4, edges[0] >= 2, edges[1] < columns, edges[0] < edges[1], edges[2] >= 1,
            edges[2] < edges[3], edges[3] < lines.count
        else { return nil }
        screen = lines.map { line in
            let scalars = Array(line.unicodeScalars)
            return scalars + Array(repeating: " ", count: max(0, columns - scalars.count))
        }
        left = edges[0]
        right = edges[1]
        top = lines.count - 1 - edges[3]
        bottom = lines.count - 1 - edges[2]
    }

    /// The screen with our frame, glyphs and inks, without the rows and columns of the tick marks.
    func drawing(of panel: Panel, glyphs: TextGlyphs) -> TextCanvas {
        let styles = styles(of: panel, glyphs: glyphs)
        var canvas = TextCanvas(rows: [])
        for (row, scalars) in screen.enumerated() where row != bottom + 1 {
            let isInside = row >= top && row <= bottom
            var cells: [TextCanvas.Cell] = []
            // Beside the frame the columns of the tick marks go; below it, where labels may stand in them, blanks.
            let dropped = isInside ? left - 2..<left : 0..<min(2, scalars.prefix { $0 == " " }.count)
            for (column, scalar) in scalars.enumerated() where !dropped.contains(column) {
                let plain = TextCanvas.Cell(character: Character(scalar))
                if !isInside || column < left || column > right {
                    cells.append(plain)
                } else if column == left || row == bottom {
                    cells.append(TextCanvas.Cell(character: frame(row: row, column: column, glyphs: glyphs)))
                } else if scalar == "+" {
                    let guide = row == top ? glyphs.verticalGuide : glyphs.horizontalGuide
                    cells.append(TextCanvas.Cell(character: guide, ink: .guide))
                } else {
                    cells.append(styles[scalar] ?? plain)
                }
            }
            canvas.rows.append(cells)
        }
        return canvas
    }

    private func frame(row: Int, column: Int, glyphs: TextGlyphs) -> Character {
        let hasLeftTick = column == left && screen[row][left - 1] == "-"
        let hasLowerTick = row == bottom && screen[bottom + 1][column] == "+"
        return if column == left && row == bottom {
            glyphs.corner(left: hasLeftTick, down: hasLowerTick)
        } else if column == left {
            hasLeftTick ? glyphs.verticalTick : glyphs.vertical
        } else {
            hasLowerTick ? glyphs.horizontalTick : glyphs.horizontal
        }
    }

    /// What gnuplot's characters inside the frame stand for.
    private func styles(of panel: Panel, glyphs: TextGlyphs) -> [Unicode.Scalar: TextCanvas.Cell] {
        var styles: [Unicode.Scalar: TextCanvas.Cell] = [
            ":": TextCanvas.Cell(character: glyphs.verticalGuide, ink: .guide),
            ".": TextCanvas.Cell(character: glyphs.horizontalGuide, ink: .guide),
        ]
        for (index, series) in panel.series.prefix(TextCommands.pens.count).enumerated() {
            let glyph = glyphs.glyph(ofSeries: index)
            let line = series.marks == .linesAndPoints ? glyphs.thread : glyph
            for (pen, character) in [(TextCommands.pens[index], line), (TextCommands.points[index], glyph)] {
                guard let scalar = pen.unicodeScalars.first else { continue }
                styles[scalar] = TextCanvas.Cell(character: character, ink: .series(index))
            }
        }
        return styles
    }
}
