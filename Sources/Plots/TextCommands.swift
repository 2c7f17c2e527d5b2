internal import Figures

/// The commands that draw the inside of a panel, its frame and its tick labels, in characters.
///
/// Titles, labels and the legend are set around it by `TextChart`: only numbers reach gnuplot here. Each series comes
/// back in a character of its own, which `DumbScreen` turns into the series' glyph and colour.
struct TextCommands {
    let panel: Panel
    let columns: Int
    let rows: Int
    let unicode: Bool
    /// Where the points go; all of them, since gnuplot has them in characters in no time.
    let data: DataBlocks
    private let ranges: (x: AxisRange, y: AxisRange)

    init(panel: Panel, columns: Int, rows: Int, unicode: Bool, data: DataBlocks = DataBlocks()) {
        self.panel = panel
        self.columns = columns
        self.rows = rows
        self.unicode = unicode
        self.data = data
        // The frame's own column and row hide what lies in them, so the data keep about one of each away.
        ranges = panel.ranges(margins: (x: 0.8 / Double(max(8, columns - 10)), y: 0.8 / Double(max(4, rows - 3))))
    }

    /// The characters of the `dumb` terminal's line types 1, 2, …; an eighth series shares the first's.
    static let pens: [Character] = ["*", "#", "$", "%", "@", "&", "="]
    /// The characters asked for as point shapes.
    static let points: [Character] = ["A", "B", "C", "D", "E", "F", "G"]

    /// Whether a panel shows nothing but lines and points.
    static func canDraw(_ panel: Panel) -> Bool {
        panel.layers.allSatisfy { layer in
            switch layer {
            case .series(let series): series.band == nil
            case .guide: true
            case .bars, .arrows, .heatmap, .contours, .picture: false
            }
        }
    }

    var lines: [String] {
        let series = panel.series.enumerated().map { index, series in
            data.rows("series\(index)", of: 2, GnuplotCommands.points(of: series, in: panel))
        }
        return GnuplotCommands.preamble
            + ["set terminal dumb mono noenhanced size \(columns),\(rows)", "set output"]
            + [
                "set border 3", "set tics nomirror out scale 1,0.5", "unset key",
                // Below the frame one row of tick marks and one of labels; to the right room for half a label.
                "set bmargin 2", "set tmargin 0", "set rmargin 3",
            ]
            + GnuplotCommands.axes(
                ranges, limits: (x: max(2, columns / 8), y: max(2, rows * 2 / 5)), isText: true, unicode: unicode)
            + guides
            + series.flatMap(\.lines)
            + [plot(series.map(\.source))]
            + [
                // Where the frame is, after the picture.
                "set print '-'",
                "print GPVAL_TERM_XMIN, GPVAL_TERM_XMAX, GPVAL_TERM_YMIN, GPVAL_TERM_YMAX",
                "set print",
            ]
    }

    /// Each guide as a line between two points: an arrow would come out a row or a column beside its value.
    private var guides: [String] {
        let (x, y) = ranges
        return panel.guides.enumerated().flatMap { index, guide in
            let ends =
                switch guide {
                case .horizontal(let value): [(x.low, value), (x.high, value)]
                case .vertical(let value): [(value, y.low), (value, y.high)]
                }
            return ["$guide\(index) << EOD"]
                + ends.map { "\(GnuplotNumber.text($0)) \(GnuplotNumber.text($1))" } + ["EOD"]
        }
    }

    private func plot(_ sources: [String]) -> String {
        // Line type 0 is drawn with "." and ":", by direction, and "+" at an end.
        let guides = panel.guides.indices.map { "$guide\($0) using 1:2 with lines linetype 0" }
        let parts = panel.series.enumerated().flatMap { index, series in
            let style = index % TextCommands.pens.count
            let line = "\(sources[index])1:2 with lines linetype \(style + 1)"
            let points = "\(sources[index])1:2 with points pointtype '\(TextCommands.points[style])'"
            return switch GnuplotCommands.marks(of: series, in: panel) {
            case .lines: [line]
            case .points: [points]
            case .linesAndPoints: [line, points]
            }
        }
        return "plot " + (guides + parts).joined(separator: ", ")
    }
}
