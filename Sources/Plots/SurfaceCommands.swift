internal import Figures

/// The commands that draw a surface in space.
struct SurfaceCommands {
    let surface: Surface

    /// The most positions along one side whose grid lines can be told apart.
    private static let mostLines = 60

    var lines: [String] {
        let (field, colors) = (surface.field, surface.colors)
        let range = AxisRange(of: colors)
        var lines = [
            "set border 895 linecolor rgb '#bbbbbb' linewidth 0.3",
            "set tics out scale 0.4 textcolor rgb '#333333'", "set view 58,38",
            "set xyplane at \(GnuplotNumber.text(range.low))",
            "unset key",
        ]
        if let title = surface.title {
            lines.append("set title \(GnuplotText.quoted(title)) textcolor rgb '#111111' noenhanced")
        }
        for (name, label) in [("x", surface.x), ("y", surface.y), ("z", colors.label)] {
            guard let label else { continue }
            let turn = name == "z" ? "rotate by 90" : "rotate parallel"
            lines.append("set \(name)label \(GnuplotText.quoted(label)) \(turn) textcolor rgb '#333333' noenhanced")
        }
        for (name, positions) in [("x", field.x), ("y", field.y)] {
            let range = AxisRange(of: positions, on: Axis(), margin: 0)
            lines += GnuplotCommands.axis(name, range, limit: 6, isText: false, unicode: true)
            lines.append("set \(name)tics \(GnuplotNumber.text(range.tickStep(limit: 6)))")
        }
        lines += GnuplotCommands.axis("z", range, limit: 6, isText: false, unicode: true)
        lines += MapCommands.colorBar(colors, palette: Palette.viridis).filter { !$0.hasPrefix("set cblabel") }
        lines.append("set pm3d depthorder" + (hasGridLines ? " border linecolor rgb '#ffffff' linewidth 0.2" : ""))
        lines.append("$surface << EOD")
        for (row, y) in field.y.enumerated() {
            for (column, x) in field.x.enumerated() {
                let height = MapCommands.shown(field.heights[row, column], on: colors)
                lines.append([x, y, height].map(GnuplotNumber.text).joined(separator: " "))
            }
            lines.append("")
        }
        return lines + ["EOD", "splot $surface using 1:2:3 with pm3d"]
    }

    private var hasGridLines: Bool {
        max(surface.field.x.count, surface.field.y.count) <= SurfaceCommands.mostLines
    }
}
