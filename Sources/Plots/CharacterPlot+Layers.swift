internal import Figures

// Series, bars and arrows.
extension CharacterPlot {
    mutating func draw(_ series: Series, _ place: Int) {
        let places = zip(series.x, series.y).map { x, y -> (column: Int, row: Int)? in
            panel.holds(x: x, y: y) ? (column(of: x), row(of: y)) : nil
        }
        let glyph = TextCanvas.Cell(character: glyphs.glyph(ofSeries: place), ink: .series(place))
        var thread = glyph
        thread.character = glyphs.thread
        if let band = series.band {
            for ends in [band.low, band.high] {
                let edge = zip(series.x, ends).map { x, y -> (column: Int, row: Int)? in
                    panel.holds(x: x, y: y) ? (column(of: x), row(of: y)) : nil
                }
                drawLine(thread, through: edge)
            }
        }
        if series.marks != .points { drawLine(series.marks == .linesAndPoints ? thread : glyph, through: places) }
        for place in places {
            if let place { canvas.set(glyph, row: place.row, column: place.column) }
        }
    }

    private mutating func drawLine(_ cell: TextCanvas.Cell, through places: [(column: Int, row: Int)?]) {
        for (from, to) in zip(places, places.dropFirst()) {
            guard let from, let to else { continue }
            drawLine(cell, from: from, to: to)
        }
    }

    mutating func drawLine(_ cell: TextCanvas.Cell, from: (column: Int, row: Int), to: (column: Int, row: Int)) {
        let steps = max(abs(to.column - from.column), abs(to.row - from.row))
        guard steps > 0 else { return }
        for step in 0...steps {
            let share = Double(step) / Double(steps)
            canvas.set(
                cell,
                row: from.row + Int((Double(to.row - from.row) * share).rounded()),
                column: from.column + Int((Double(to.column - from.column) * share).rounded()))
        }
    }

    mutating func draw(_ bars: Bars, _ place: Int) {
        let cell = TextCanvas.Cell(character: glyphs.fill(ofBars: place), ink: .series(place))
        let base = panel.y.scale == .linear ? row(of: 0) : bottom - 1
        if areBarsOverlaid { return drawOutline(of: bars, cell, base: base) }
        let showsNumbers = haveBarsRoomForNumbers
        for box in bars.boxes where panel.y.holds(box.height) {
            let columns = columns(of: box)
            let top = row(of: box.height)
            // A bar of height 0 has no character.
            for row in box.height == 0 ? [] : Array(min(top, base)...max(top, base)) {
                for column in columns { canvas.set(cell, row: row, column: column) }
            }
            guard showsNumbers else { continue }
            let number = ShortNumber.text(box.height)
            let row = box.height == 0 ? base : box.height > 0 ? top - 1 : top + 1
            if row < bottom {
                canvas.write(
                    number, row: row, column: (columns.lowerBound + columns.upperBound + 1 - number.count) / 2)
            }
        }
    }

    /// The skyline of bars, through which those behind can be seen.
    private mutating func drawOutline(of bars: Bars, _ cell: TextCanvas.Cell, base: Int) {
        var before = base
        for box in bars.boxes where panel.y.holds(box.height) {
            let columns = columns(of: box)
            let top = box.height == 0 ? base : row(of: box.height)
            for row in min(before, top)...max(before, top) where row != base || top != base {
                canvas.set(cell, row: row, column: columns.lowerBound)
            }
            if top != base { for column in columns { canvas.set(cell, row: top, column: column) } }
            before = top
        }
        guard let last = bars.boxes.last, before != base else { return }
        for row in min(before, base)...max(before, base) {
            canvas.set(cell, row: row, column: columns(of: last).upperBound)
        }
    }

    /// The columns between a box's edges, one at least.
    private func columns(of box: Bars.Box) -> ClosedRange<Int> {
        let edges = [box.left, box.right].map { x in
            left + 1 + Int((min(max(ranges.x.position(of: x), 0), 1) * Double(area.columns)).rounded())
        }
        let first = min(edges[0], canvas.rows[0].count - 1)
        return first...max(first, edges[1] - 1)
    }

    /// Whether the numbers of all bars fit over them.
    private var haveBarsRoomForNumbers: Bool {
        if panel.x.names.isEmpty { return false }
        return panel.layers.allSatisfy { layer in
            guard case .bars(let bars) = layer else { return true }
            return bars.boxes.allSatisfy { ShortNumber.text($0.height).count <= columns(of: $0).count }
        }
    }

    /// Whether several kinds of bars stand in the same places, as those of two histograms.
    private var areBarsOverlaid: Bool {
        let edges = panel.layers.compactMap { layer in
            if case .bars(let bars) = layer { bars.boxes[0].left } else { nil }
        }
        return edges.count > Set(edges).count
    }

    mutating func draw(_ arrows: Arrows, _ place: Int) {
        let shaft = TextCanvas.Cell(character: glyphs.glyph(ofSeries: place), ink: .series(place))
        for arrow in arrows.arrows where Arrows.canBeDrawn(arrow) {
            let from = (column: column(of: arrow.x), row: row(of: arrow.y))
            let to = (column: column(of: arrow.x + arrow.dx), row: row(of: arrow.y + arrow.dy))
            drawLine(shaft, from: from, to: to)
            var head = shaft
            head.character = glyphs.head(across: to.column - from.column, down: to.row - from.row)
            canvas.set(head, row: to.row, column: to.column)
        }
    }
}
