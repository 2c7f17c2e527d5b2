internal import Figures

/// What the commands of every terminal have in common: a clean start, ranges, ticks and data.
enum GnuplotCommands {
    /// Clears what the figure before may have left, a grid of which gnuplot refused a part too: it would refuse every
    /// other terminal. Never `reset session`: that reads the user's start-up files.
    static let preamble = ["unset multiplot", "reset", "undefine $*", "set encoding utf8"]

    /// The points of a series, two numbers each; a gap is one that has none.
    ///
    /// - Parameter kept: which of its points; all if nil.
    static func points(of series: Series, in panel: Panel, kept: [Int]? = nil) -> [Double] {
        var numbers: [Double] = []
        numbers.reserveCapacity(2 * (kept?.count ?? series.y.count))
        func add(_ index: Int) {
            let (x, y) = (series.x[index], series.y[index])
            let isHeld = panel.holds(x: x, y: y)
            numbers.append(isHeld ? x : .nan)
            numbers.append(isHeld ? y : .nan)
        }
        if let kept { kept.forEach(add) } else { series.y.indices.forEach(add) }
        return numbers
    }

    /// Range, scale and ticks of both axes.
    ///
    /// - Parameters:
    ///   - limits: the most labels that fit on each axis.
    ///   - isText: whether the terminal is one of characters, for which gnuplot sets linear ticks too close.
    static func axes(
        _ ranges: (x: AxisRange, y: AxisRange), limits: (x: Int, y: Int), isText: Bool, unicode: Bool,
        form: TextForm = .plain
    ) -> [String] {
        axis("x", ranges.x, limit: limits.x, isText: isText, unicode: unicode, form: form)
            + axis("y", ranges.y, limit: limits.y, isText: isText, unicode: unicode, form: form)
    }

    /// Range, scale and ticks of one axis, `cb` for that of the colours.
    static func axis(
        _ name: String, _ range: AxisRange, limit: Int, isText: Bool, unicode: Bool, form: TextForm = .plain
    ) -> [String] {
        let ends = [range.low, range.high].map(GnuplotNumber.text)
        var lines = ["set \(name)range [\((range.isReversed ? ends.reversed() : ends).joined(separator: ":"))]"]
        switch range.scale {
        case .linear:
            // Without the blank gnuplot's own format keeps for a sign, which sets labels off centre.
            lines.append("set format \(name) '%h'")
            if isText {
                lines.append("set \(name)tics \(GnuplotNumber.text(range.tickStep(limit: limit)))")
            } else if let ticks = named(range.ticks(limit: limit), form) {
                lines.append("set \(name)tics (\(ticks))")
            }
        case .logarithmic:
            let ticks = LogarithmicTicks(in: range, limit: limit).ticks.map {
                "\(form.quoted(LogarithmicTicks.label($0, unicode: unicode))) \(GnuplotNumber.text($0.value))"
            }
            lines += ["set logscale \(name) 10", "set \(name)tics (\(ticks.joined(separator: ", ")))"]
        }
        return lines
    }

    /// Ticks with labels of ours, where gnuplot's would not do: in TeX, and in place of `1e+06`.
    private static func named(_ ticks: [Double], _ form: TextForm) -> String? {
        let labels = ticks.map(form.tick)
        if form == .plain, labels.allSatisfy({ $0.utf8.count == $0.count }) { return nil }
        return zip(ticks, labels).map { "\(GnuplotText.quotedLine($1)) \(GnuplotNumber.text($0))" }
            .joined(separator: ", ")
    }

    /// A line across the panel, behind the data or over a map.
    static func arrow(along guide: Guide, isInFront: Bool = false) -> String {
        let depth = isInFront ? "front" : "back"
        switch guide {
        case .horizontal(let value):
            let y = "first \(GnuplotNumber.text(value))"
            return "set arrow from graph 0, \(y) to graph 1, \(y) nohead \(depth)"
        case .vertical(let value):
            let x = "first \(GnuplotNumber.text(value))"
            return "set arrow from \(x), graph 0 to \(x), graph 1 nohead \(depth)"
        }
    }

    /// How a series is to be drawn. A line through a single point would be invisible.
    static func marks(of series: Series, in panel: Panel) -> Series.Marks {
        if series.marks != .lines { return series.marks }
        let shown = zip(series.x, series.y).lazy.filter { panel.holds(x: $0, y: $1) }.prefix(2).count
        return shown < 2 ? .points : .lines
    }
}
