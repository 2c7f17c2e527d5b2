internal import Figures

/// What the commands of every terminal have in common: a clean start, ranges, ticks and data.
enum GnuplotCommands {
    /// Clears what the figure before may have left. Never `reset session`: that reads the user's start-up files.
    static let preamble = ["reset", "undefine $*", "set encoding utf8"]

    /// One data block for each series, named `$series0`, `$series1`, … in order.
    ///
    /// Blocks rather than inline data: rows after a refused `plot '-'` would be run as commands.
    static func data(of panel: Panel) -> [String] {
        panel.series.enumerated().flatMap { index, series in
            ["$series\(index) << EOD"]
                + zip(series.x, series.y).map { x, y in
                    panel.holds(x: x, y: y) ? "\(GnuplotNumber.text(x)) \(GnuplotNumber.text(y))" : "NaN NaN"
                } + ["EOD"]
        }
    }

    /// Range, scale and ticks of both axes.
    ///
    /// - Parameters:
    ///   - limits: the most labels that fit on each axis.
    ///   - isText: whether the terminal is one of characters, for which gnuplot sets linear ticks too close.
    static func axes(
        _ ranges: (x: AxisRange, y: AxisRange), limits: (x: Int, y: Int), isText: Bool, unicode: Bool
    ) -> [String] {
        axis("x", ranges.x, limit: limits.x, isText: isText, unicode: unicode)
            + axis("y", ranges.y, limit: limits.y, isText: isText, unicode: unicode)
    }

    private static func axis(
        _ name: String, _ range: AxisRange, limit: Int, isText: Bool, unicode: Bool
    ) -> [String] {
        var lines = ["set \(name)range [\(GnuplotNumber.text(range.low)):\(GnuplotNumber.text(range.high))]"]
        switch range.scale {
        case .linear:
            // Without the blank gnuplot's own format keeps for a sign, which sets labels off centre.
            lines.append("set format \(name) '%h'")
            if isText { lines.append("set \(name)tics \(GnuplotNumber.text(range.tickStep(limit: limit)))") }
        case .logarithmic:
            let ticks = LogarithmicTicks(in: range, limit: limit).ticks.map {
                "\(GnuplotText.quoted(LogarithmicTicks.label($0, unicode: unicode))) \(GnuplotNumber.text($0.value))"
            }
            lines += ["set logscale \(name) 10", "set \(name)tics (\(ticks.joined(separator: ", ")))"]
        }
        return lines
    }

    /// A line across the panel, behind the data.
    static func arrow(along guide: Guide) -> String {
        switch guide {
        case .horizontal(let value):
            let y = "first \(GnuplotNumber.text(value))"
            return "set arrow from graph 0, \(y) to graph 1, \(y) nohead back"
        case .vertical(let value):
            let x = "first \(GnuplotNumber.text(value))"
            return "set arrow from \(x), graph 0 to \(x), graph 1 nohead back"
        }
    }

    /// How a series is to be drawn. A line through a single point would be invisible.
    static func marks(of series: Series, in panel: Panel) -> Series.Marks {
        if series.marks != .lines { return series.marks }
        let shown = zip(series.x, series.y).lazy.filter { panel.holds(x: $0, y: $1) }.prefix(2).count
        return shown < 2 ? .points : .lines
    }
}
