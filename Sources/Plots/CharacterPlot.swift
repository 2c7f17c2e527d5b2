internal import Figures

/// A chart drawn in characters without gnuplot: all kinds of layers, for machines that do not have it and for what its
/// characters have no form for.
struct CharacterPlot {
    let panel: Panel
    let glyphs: TextGlyphs
    let ranges: (x: AxisRange, y: AxisRange)
    var canvas: TextCanvas
    /// The column of the vertical axis and the row of the horizontal one.
    let left: Int
    let bottom: Int

    /// The figure's rows for a chart's drawing area.
    static func drawing(for chart: TextChart) -> TextCanvas {
        if case .picture(let picture)? = chart.panel.map {
            return PictureInCharacters(picture, chart).canvas
        }
        var plot = CharacterPlot(chart)
        plot.drawMap()
        plot.drawFrame()
        plot.drawGuides()
        for (place, layer) in plot.panel.named {
            switch layer {
            case .series(let series): plot.draw(series, place)
            case .bars(let bars): plot.draw(bars, place)
            case .arrows(let arrows): plot.draw(arrows, place)
            case .guide, .heatmap, .contours, .picture: continue
            }
        }
        return plot.canvas
    }

    private init(_ chart: TextChart) {
        panel = chart.panel
        glyphs = chart.glyphs
        // A row above the highest bar has room for its number.
        let hasBars = chart.panel.layers.contains { if case .bars = $0 { true } else { false } }
        ranges = chart.panel.ranges(margins: (x: 0, y: hasBars ? 1.6 / Double(chart.drawingRows) : 0))
        canvas = TextCanvas(columns: chart.columns, rows: chart.drawingRows)
        bottom = chart.drawingRows - 2
        let labels = CharacterPlot.ticks(
            of: chart.panel.y, in: ranges.y, limit: max(2, bottom / 4), chart.glyphs, longest: chart.columns / 4)
        left = labels.map(\.text.count).reduce(0, max) + 2
    }

    /// The columns and rows inside the frame.
    var area: (columns: Int, rows: Int) { (max(1, canvas.rows[0].count - left - 1), bottom) }

    private mutating func drawFrame() {
        for row in 0..<bottom { canvas.write(String(glyphs.vertical), row: row, column: left) }
        canvas.write(
            String(glyphs.corner) + String(repeating: glyphs.horizontal, count: area.columns), row: bottom, column: left
        )
        let rows = CharacterPlot.ticks(
            of: panel.y, in: ranges.y, limit: max(2, bottom / 4), glyphs, longest: left - 2)
        for (value, text) in rows {
            let row = row(of: value)
            canvas.write(text, row: row, column: left - 1 - text.count)
            canvas.write(String(glyphs.verticalTick), row: row, column: left)
        }
        let limit = max(2, area.columns / 10)
        let slot = panel.x.names.isEmpty ? 12 : max(1, area.columns / panel.x.names.count - 1)
        var next = 0
        for (value, text) in CharacterPlot.ticks(of: panel.x, in: ranges.x, limit: limit, glyphs, longest: slot) {
            let column = column(of: value)
            canvas.write(String(glyphs.horizontalTick), row: bottom, column: column)
            // Labels keep inside the figure and off each other.
            let start = min(max(column - text.count / 2, 0), canvas.rows[0].count - text.count)
            guard start >= next else { continue }
            canvas.write(text, row: bottom + 1, column: start)
            next = start + text.count + 1
        }
    }

    /// The labelled places of an axis.
    private static func ticks(
        of axis: Axis, in range: AxisRange, limit: Int, _ glyphs: TextGlyphs, longest: Int
    ) -> [(value: Double, text: String)] {
        if !axis.names.isEmpty {
            let every = max(1, (axis.names.count + limit * 4 - 1) / (limit * 4))
            return axis.names.enumerated().filter { $0.offset.isMultiple(of: every) }.map { index, name in
                (value: Double(index), text: glyphs.shown(name, atMost: longest))
            }
        }
        switch range.scale {
        case .linear:
            return range.ticks(limit: limit).map { (value: $0, text: ShortNumber.text($0, digits: 6)) }
        case .logarithmic:
            return LogarithmicTicks(in: range, limit: limit).ticks.map {
                (value: $0.value, text: LogarithmicTicks.label($0, unicode: glyphs.isUnicode))
            }
        }
    }

    private mutating func drawGuides() {
        for guide in panel.guides {
            switch guide {
            case .horizontal(let value):
                let row = row(of: value)
                for column in left + 1..<canvas.rows[row].count {
                    canvas.set(.init(character: glyphs.horizontalGuide, ink: .guide), row: row, column: column)
                }
            case .vertical(let value):
                for row in 0..<bottom {
                    canvas.set(
                        .init(character: glyphs.verticalGuide, ink: .guide), row: row, column: column(of: value))
                }
            }
        }
    }

    func column(of x: Double) -> Int {
        left + 1 + Int((ranges.x.position(of: x) * Double(area.columns - 1)).rounded())
    }

    func row(of y: Double) -> Int {
        Int(((1 - ranges.y.position(of: y)) * Double(bottom - 1)).rounded())
    }
}
