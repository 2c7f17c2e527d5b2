internal import Figures

// Heatmaps and contours, under everything else.
extension CharacterPlot {
    mutating func drawMap() {
        switch panel.map {
        case .heatmap(let heatmap)?: draw(heatmap)
        case .contours(let contours)?: draw(contours)
        case .series?, .guide?, .bars?, .arrows?, .picture?, nil: return
        }
    }

    private mutating func draw(_ heatmap: Heatmap) {
        let cells = heatmap.cells
        let colors = AxisRange(of: heatmap.colors)
        for row in 0..<area.rows {
            let y = ranges.y.value(at: 1 - (Double(row) + 0.5) / Double(area.rows))
            for column in 0..<area.columns {
                let x = ranges.x.value(at: (Double(column) + 0.5) / Double(area.columns))
                let place = (row: Int(y.rounded()), column: Int(x.rounded()))
                guard (0..<cells.rows).contains(place.row), (0..<cells.columns).contains(place.column) else { continue }
                let value = cells[place.row, place.column]
                guard heatmap.colors.holds(value) else { continue }
                canvas.set(
                    glyphs.shade(at: colors.position(of: value)), row: row, column: left + 1 + column)
            }
        }
        guard heatmap.showsNumbers, area.rows >= cells.rows else { return }
        for row in 0..<cells.rows {
            for column in 0..<cells.columns {
                let room = area.columns / cells.columns
                let texts = [3, 2].map { " \(ShortNumber.text(cells[row, column], digits: $0)) " }
                guard let text = texts.first(where: { $0.count <= room }) else { continue }
                let middle = left + 1 + (area.columns * (2 * column + 1)) / (2 * cells.columns)
                canvas.write(text, row: self.row(of: Double(row)), column: middle - text.count / 2)
            }
        }
    }

    private mutating func draw(_ contours: Contours) {
        let field = contours.field
        let colors = AxisRange(of: contours.colors)
        let spans = (x: ranges.x.high - ranges.x.low, y: ranges.y.high - ranges.y.low)
        var labels: [(text: String, row: Int, column: Int)] = []
        // Lines closer than about two rows could not be told apart.
        let every = max(1, (contours.levels.count * 2 + area.rows - 1) / area.rows)
        for (index, level) in contours.levels.enumerated() where index % every == (every - 1) / 2 {
            let lines = ContourLines(of: field, at: level)
            let ink = TextCanvas.Ink.shade(min(max(colors.position(of: level), 0), 1))
            for line in lines.lines {
                for (from, to) in zip(line, line.dropFirst()) {
                    let ends = [from, to].map { (column: column(of: $0.x), row: row(of: $0.y)) }
                    let cell = TextCanvas.Cell(character: glyphs.thread, ink: ink)
                    drawLine(cell, from: ends[0], to: ends[1])
                    canvas.set(cell, row: ends[1].row, column: ends[1].column)
                }
            }
            if let place = lines.place(forLabelIn: spans) {
                let text = ShortNumber.text(level)
                let start = min(column(of: place.x) - text.count / 2, canvas.rows[0].count - text.count)
                labels.append((text, row(of: place.y), max(left + 1, start)))
            }
        }
        var taken: [(row: Int, columns: Range<Int>)] = []
        for (text, row, column) in labels {
            let columns = column - 1..<column + text.count + 1
            guard !taken.contains(where: { $0.row == row && $0.columns.overlaps(columns) }) else { continue }
            taken.append((row, columns))
            canvas.write(text, row: row, column: column)
        }
    }
}
