internal import Figures

/// The commands that draw one panel on a picture or on a part of it.
struct PanelCommands {
    let panel: Panel
    /// The room there is.
    let canvas: Canvas
    let blocks: DataBlocks
    let form: TextForm
    private let ranges: (x: AxisRange, y: AxisRange)

    init(panel: Panel, canvas: Canvas, blocks: DataBlocks, form: TextForm) {
        self.panel = panel
        self.canvas = canvas
        self.blocks = blocks
        self.form = form
        ranges = panel.ranges()
    }

    /// The colours of Okabe and Ito, told apart by readers with any colour vision (jfly.uni-koeln.de/color), without
    /// their yellow, which fades on white.
    static let palette = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000"]
    /// Colour is never the only difference: each line has its own dashes, each point its own shape.
    static let dashes = ["1", "(12,5)", "(3,4)", "(14,4,3,4)", "(6,4)", "(14,4,3,4,3,4)", "(24,6)"]
    static let shapes = [7, 9, 5, 13, 11, 4, 6]

    var lines: [String] {
        var lines = isPicture ? PanelCommands.pictureFrame : PanelCommands.frame
        lines += labels
        lines += GnuplotCommands.axes(ranges, limits: limits, isText: false, unicode: true, form: form)
        // Labels of the ticks would bring the ticks back.
        if isPicture { lines += ["unset xtics", "unset ytics"] }
        lines += names
        if isOnZero { lines.append("set xzeroaxis linetype 1 linecolor rgb '#666666' linewidth 0.5") }
        lines += panel.guides.map {
            GnuplotCommands.arrow(along: $0, isInFront: panel.map != nil)
                + " linecolor rgb '#888888' linewidth 0.6 dashtype (8,6)"
        }
        let map = MapCommands(panel, blocks: blocks, form: form)
        let layers = LayerCommands(panel: panel, ranges: ranges, canvas: canvas, blocks: blocks, form: form)
        lines += (map?.settings ?? []) + (map?.data ?? []) + layers.data
        return lines + ["plot " + ((map?.parts ?? []) + layers.parts).joined(separator: ", ")]
    }

    /// How many tick labels fit.
    private var limits: (x: Int, y: Int) {
        (x: max(3, Int(canvas.width / 120)), y: max(3, Int(canvas.height / 100)))
    }

    private var isPicture: Bool {
        if case .picture? = panel.map { true } else { false }
    }

    /// Whether bars stand on a line within the panel, since some of them hang from it.
    private var isOnZero: Bool {
        panel.y.scale == .linear && ranges.y.low < 0
            && panel.layers.contains { if case .bars = $0 { true } else { false } }
    }

    private static let frame = [
        "set border 3 linecolor rgb '#666666' linewidth 0.5",
        "set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'",
        "set grid xtics ytics back linetype 1 linecolor rgb '#e6e6e6' linewidth 0.4",
        "set rmargin 4",
    ]

    private static let pictureFrame = [
        "unset border", "unset tics", "set size ratio -1", "set lmargin 1", "set rmargin 1", "set bmargin 1",
    ]

    private var labels: [String] {
        var lines: [String] = []
        if let title = panel.title {
            lines.append("set title \(form.quoted(title)) textcolor rgb '#111111' noenhanced")
        } else {
            lines.append(isPicture ? "set tmargin 1" : "set tmargin 2")
        }
        for (name, axis) in [("x", panel.x), ("y", panel.y)] {
            guard let label = axis.label else { continue }
            lines.append("set \(name)label \(form.quoted(label)) textcolor rgb '#333333' noenhanced")
        }
        let hasLegend = panel.showsLegend && panel.layers.contains { $0.label != nil }
        lines.append(
            hasLegend
                ? "set key bmargin center horizontal Left reverse height \(form == .tex ? 2 : 1) width 1 samplen 3 textcolor rgb '#333333' noenhanced"
                : "unset key")
        return lines
    }

    /// The names of positions in the place of numbers.
    private var names: [String] {
        var lines: [String] = []
        if !panel.x.names.isEmpty {
            let names = AxisNames(panel.x.names, atMost: 24, form)
            // A character is about 11 pixels wide. Where names would meet, long ones lean and short ones are thinned out.
            let slot = canvas.width * 0.85 / Double(panel.x.names.count)
            let wanted = Double(names.longest * 11 + 14)
            let lean = wanted > slot && names.longest > 5
            let every = max(1, Int(((lean ? 34 : wanted) / slot).rounded(.up)))
            lines.append("set xtics (\(names.ticks(every: every))) scale 0" + (lean ? " rotate by -40 left" : ""))
            lines.append("set grid noxtics")
        }
        if !panel.y.names.isEmpty {
            let every = max(1, panel.y.names.count * 30 / max(1, Int(canvas.height * 0.8)))
            lines.append("set ytics (\(AxisNames(panel.y.names, atMost: 24, form).ticks(every: every))) scale 0")
            lines.append("set grid noytics")
        }
        return lines
    }
}

/// The names of the positions 0, 1, 2, … on an axis.
private struct AxisNames {
    private let names: [String]
    private let form: TextForm

    init(_ names: [String], atMost limit: Int, _ form: TextForm) {
        self.form = form
        self.names = names.map { name in
            let shown = GnuplotText.shown(name)
            return shown.count > limit ? String(shown.prefix(limit - 1)) + "…" : shown
        }
    }

    /// The characters of the longest.
    var longest: Int { names.map(\.count).reduce(0, max) }

    func ticks(every: Int) -> String {
        names.enumerated().filter { $0.offset.isMultiple(of: every) }
            .map { "\(form.quotedTick($0.element)) \(GnuplotNumber.text(Double($0.offset)))" }
            .joined(separator: ", ")
    }
}
