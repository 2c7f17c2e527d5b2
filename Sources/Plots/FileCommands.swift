internal import Figures

/// The commands that draw a figure into a picture, in the one style of all our pictures.
///
/// The picture goes to gnuplot's standard output and is written by us: no path ever reaches gnuplot, which would run
/// `|command` and expand `~`.
struct FileCommands {
    let figure: Figure
    /// The terminal and its options, as `FileFormat` gives them.
    let terminal: String
    var blocks = DataBlocks()
    var form = TextForm.plain

    var lines: [String] {
        let canvas = Canvas(of: figure)
        return GnuplotCommands.preamble
            + ["set terminal \(terminal)", "set output"]
            + drawing(canvas)
            + ["set terminal unknown"]  // a PDF is complete only when its terminal is left
    }

    /// What draws the figure, wherever that goes.
    func drawing(_ canvas: Canvas) -> [String] {
        switch figure.content {
        case .panel(let panel): PanelCommands(panel: panel, canvas: canvas, blocks: blocks, form: form).lines
        case .surface(let surface): SurfaceCommands(surface: surface, blocks: blocks, form: form).lines
        case .tiles(let tiles):
            ["set multiplot"]
                + tiled(tiles, in: Area(left: 0, bottom: 0, width: 1, height: 1), on: canvas)
                + ["unset multiplot"]
        }
    }

    /// A part of the canvas, in shares of it, from the lower left.
    private struct Area {
        let left: Double
        let bottom: Double
        let width: Double
        let height: Double

        var commands: [String] {
            let numbers = [left, bottom, width, height].map(GnuplotNumber.text)
            return ["set origin \(numbers[0]),\(numbers[1])", "set size \(numbers[2]),\(numbers[3])"]
        }
    }

    private func tiled(_ tiles: Tiles, in area: Area, on canvas: Canvas) -> [String] {
        var lines: [String] = []
        let titleHeight = Canvas.titleHeight(of: tiles) / canvas.height
        if let title = tiles.title {
            // A title needs a plot to stand in; this one has nothing else.
            lines +=
                ["reset"] + area.commands + [
                    "unset border", "unset tics", "unset key", "set xrange [0:1]", "set yrange [0:1]",
                ]
                + [
                    "set label \(form.quoted(title)) at screen "
                        + "\(GnuplotNumber.text(area.left + area.width / 2)),"
                        + "\(GnuplotNumber.text(area.bottom + area.height - titleHeight / 2)) center "
                        + "textcolor rgb '#111111' noenhanced", "plot NaN notitle",
                ]
        }
        let width = area.width / Double(tiles.columns)
        let height = (area.height - titleHeight) / Double(tiles.rows)
        for (index, figure) in tiles.figures.enumerated() {
            let tile = Area(
                left: area.left + width * Double(index % tiles.columns),
                bottom: area.bottom + area.height - titleHeight - height * Double(index / tiles.columns + 1),
                width: width, height: height)
            let part = Canvas(width: canvas.width * width, height: canvas.height * height)
            switch figure.content {
            case .panel(let panel):
                lines +=
                    ["reset"] + tile.commands
                    + PanelCommands(panel: panel, canvas: part, blocks: blocks, form: form).lines
            case .surface(let surface):
                lines += ["reset"] + tile.commands + SurfaceCommands(surface: surface, blocks: blocks, form: form).lines
            case .tiles(let inner): lines += tiled(inner, in: tile, on: canvas)
            }
        }
        return lines
    }
}
