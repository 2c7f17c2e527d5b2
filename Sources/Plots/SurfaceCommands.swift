internal import Figures

/// The commands that draw a surface in space.
struct SurfaceCommands {
    let surface: Surface
    let blocks: DataBlocks
    let form: TextForm

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
            lines.append("set title \(form.quoted(title)) textcolor rgb '#111111' noenhanced")
        }
        for (name, label) in [("x", surface.x), ("y", surface.y), ("z", colors.label)] {
            guard let label else { continue }
            let turn = name == "z" ? "rotate by 90" : "rotate parallel"
            lines.append("set \(name)label \(form.quoted(label)) \(turn) textcolor rgb '#333333' noenhanced")
        }
        for (name, positions) in [("x", field.x), ("y", field.y)] {
            let range = AxisRange(of: positions, on: Axis(), margin: 0)
            lines += GnuplotCommands.axis(name, range, limit: 6, isText: false, unicode: true, form: form)
            if form == .plain { lines.append("set \(name)tics \(GnuplotNumber.text(range.tickStep(limit: 6)))") }
        }
        lines += GnuplotCommands.axis("z", range, limit: 6, isText: false, unicode: true, form: form)
        lines += MapCommands.colorBar(colors, palette: Palette.viridis, form).filter { !$0.hasPrefix("set cblabel") }
        lines.append("set pm3d depthorder" + (hasGridLines ? " border linecolor rgb '#ffffff' linewidth 0.2" : ""))
        let (rows, columns) = (places(field.y.count), places(field.x.count))
        var numbers: [Double] = []
        for row in rows {
            for column in columns {
                numbers += [field.x[column], field.y[row], MapCommands.shown(field.heights[row, column], on: colors)]
            }
        }
        let block = blocks.grid("surface", of: 3, columns: columns.count, numbers)
        return lines + block.lines + ["splot \(block.source)1:2:3 with pm3d"]
    }

    /// The most positions along one side that are drawn: more would be smaller than three pixels.
    private static let finest = 300

    /// The positions that are drawn, evenly taken, with both ends.
    private func places(_ count: Int) -> [Int] {
        if blocks.isWhole || count <= SurfaceCommands.finest { return Array(0..<count) }
        return (0..<SurfaceCommands.finest).map { $0 * (count - 1) / (SurfaceCommands.finest - 1) }
    }

    private var hasGridLines: Bool {
        max(surface.field.x.count, surface.field.y.count) <= SurfaceCommands.mostLines
    }
}
