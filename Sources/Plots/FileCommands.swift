internal import Figures

/// The commands that draw a panel into a picture, in the one style of all our pictures.
///
/// The picture goes to gnuplot's standard output and is written by us: no path ever reaches gnuplot, which would run
/// `|command` and expand `~`.
struct FileCommands {
    let panel: Panel
    /// The terminal and its options, as `FileFormat` gives them.
    let terminal: String

    /// The colours of Okabe and Ito, told apart by readers with any colour vision (jfly.uni-koeln.de/color), without
    /// their yellow, which fades on white.
    static let palette = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000"]
    /// Colour is never the only difference: each line has its own dashes, each point its own shape.
    static let dashes = ["1", "(12,5)", "(3,4)", "(14,4,3,4)", "(6,4)", "(14,4,3,4,3,4)", "(24,6)"]
    static let shapes = [7, 9, 5, 13, 11, 4, 6]

    var lines: [String] {
        GnuplotCommands.preamble
            + ["set terminal \(terminal)", "set output"]
            + FileCommands.frame
            + labels
            + GnuplotCommands.axes(panel.ranges(), limits: (x: 10, y: 8), isText: false, unicode: true)
            + panel.guides.map {
                "\(GnuplotCommands.arrow(along: $0)) linecolor rgb '#888888' linewidth 0.6 dashtype (8,6)"
            }
            + GnuplotCommands.data(of: panel)
            + [plot, "set terminal unknown"]  // a PDF is complete only when its terminal is left
    }

    private static let frame = [
        "set border 3 linecolor rgb '#666666' linewidth 0.5",
        "set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'",
        "set grid xtics ytics back linetype 1 linecolor rgb '#e6e6e6' linewidth 0.4",
        "set rmargin 4",
    ]

    private var labels: [String] {
        var lines: [String] = []
        if let title = panel.title {
            lines.append("set title \(GnuplotText.quoted(title)) textcolor rgb '#111111' noenhanced")
        } else {
            lines.append("set tmargin 2")
        }
        for (name, axis) in [("x", panel.x), ("y", panel.y)] {
            guard let label = axis.label else { continue }
            lines.append("set \(name)label \(GnuplotText.quoted(label)) textcolor rgb '#333333' noenhanced")
        }
        let hasLegend = panel.showsLegend && panel.series.contains { $0.label != nil }
        lines.append(
            hasLegend
                ? "set key bmargin center horizontal Left reverse height 1 samplen 3 textcolor rgb '#333333' noenhanced"
                : "unset key")
        return lines
    }

    private var plot: String {
        let parts = panel.series.enumerated().map { index, series in
            let style = index % FileCommands.palette.count
            let look = "linecolor rgb '\(FileCommands.palette[style])' dashtype \(FileCommands.dashes[style])"
            let shape = "pointtype \(FileCommands.shapes[style]) pointsize 1.1"
            let marks =
                switch GnuplotCommands.marks(of: series, in: panel) {
                case .lines: "lines \(look)"
                case .points: "points \(look) \(shape)"
                case .linesAndPoints: "linespoints \(look) \(shape)"
                }
            let title = series.label.map { "title \(GnuplotText.quoted($0))" } ?? "notitle"
            return "$series\(index) using 1:2 with \(marks) \(title)"
        }
        return "plot " + parts.joined(separator: ", ")
    }
}
