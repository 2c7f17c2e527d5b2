internal import Glibc
internal import Figures

/// A plain chart drawn without gnuplot, for machines that do not have it.
struct CharacterPlot {
    private let panel: Panel
    private let glyphs: TextGlyphs
    private let ranges: (x: AxisRange, y: AxisRange)
    private var canvas: TextCanvas
    /// The column of the vertical axis and the row of the horizontal one.
    private let left: Int
    private let bottom: Int

    /// The figure's rows for a chart's drawing area.
    static func drawing(for chart: TextChart) -> TextCanvas {
        var plot = CharacterPlot(chart)
        plot.drawFrame()
        plot.drawGuides()
        for (index, series) in plot.panel.series.enumerated() { plot.draw(series, index) }
        return plot.canvas
    }

    private init(_ chart: TextChart) {
        panel = chart.panel
        glyphs = chart.glyphs
        ranges = chart.panel.ranges()
        canvas = TextCanvas(columns: chart.columns, rows: chart.drawingRows)
        let y = ranges.y
        left = [y.low, y.high].map { CharacterPlot.label($0).count }.reduce(0, max) + 2
        bottom = chart.drawingRows - 2
    }

    private mutating func drawFrame() {
        for row in 0..<bottom {
            canvas.write(String(glyphs.vertical), row: row, column: left)
        }
        canvas.write(
            String(glyphs.corner) + String(repeating: glyphs.horizontal, count: canvas.rows[bottom].count - left - 1),
            row: bottom, column: left)
        for (value, row) in [(ranges.y.high, 0), (ranges.y.low, bottom - 1)] {
            let label = CharacterPlot.label(value)
            canvas.write(label, row: row, column: left - 1 - label.count)
            canvas.write(String(glyphs.verticalTick), row: row, column: left)
        }
        let high = CharacterPlot.label(ranges.x.high)
        canvas.write(CharacterPlot.label(ranges.x.low), row: bottom + 1, column: left + 1)
        canvas.write(high, row: bottom + 1, column: canvas.rows[bottom].count - high.count)
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

    private mutating func draw(_ series: Series, _ index: Int) {
        let places = zip(series.x, series.y).map { x, y -> (column: Int, row: Int)? in
            panel.holds(x: x, y: y) ? (column(of: x), row(of: y)) : nil
        }
        let glyph = TextCanvas.Cell(character: glyphs.glyph(ofSeries: index), ink: .series(index))
        if series.marks != .points {
            var line = glyph
            if series.marks == .linesAndPoints { line.character = glyphs.thread }
            for (from, to) in zip(places, places.dropFirst()) {
                guard let from, let to else { continue }
                drawLine(line, from: from, to: to)
            }
        }
        for place in places {
            if let place { canvas.set(glyph, row: place.row, column: place.column) }
        }
    }

    private mutating func drawLine(
        _ cell: TextCanvas.Cell, from: (column: Int, row: Int), to: (column: Int, row: Int)
    ) {
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

    private func column(of x: Double) -> Int {
        let width = Double(canvas.rows[0].count - left - 2)
        return left + 1 + Int((ranges.x.position(of: x) * width).rounded())
    }

    private func row(of y: Double) -> Int {
        Int(((1 - ranges.y.position(of: y)) * Double(bottom - 1)).rounded())
    }

    /// Four digits, as C's `%.4g`.
    private static func label(_ value: Double) -> String {
        var buffer = [CChar](repeating: 0, count: 32)
        _ = withVaList([value]) { vsnprintf(&buffer, buffer.count, "%.4g", $0) }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
