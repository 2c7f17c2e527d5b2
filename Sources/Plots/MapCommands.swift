internal import Figures
internal import Glibc

/// The commands of a panel's map: its palette, its data and how they are drawn.
struct MapCommands {
    /// Palette, colour bar, labels.
    let settings: [String]
    let data: [String]
    /// What follows `plot`.
    let parts: [String]

    /// nil for a panel without a map.
    init?(_ panel: Panel, blocks: DataBlocks, form: TextForm) {
        switch panel.map {
        case .heatmap(let heatmap)?: self.init(heatmap, blocks, form)
        case .contours(let contours)?: self.init(contours, blocks, form)
        case .picture(let picture)?: self.init(picture, blocks, form)
        case .series?, .guide?, .bars?, .arrows?, nil: return nil
        }
    }

    private init(_ heatmap: Heatmap, _ blocks: DataBlocks, _ form: TextForm) {
        let (cells, colors) = (heatmap.cells, heatmap.colors)
        settings = MapCommands.colorBar(colors, palette: Palette.viridis, form)
        let image = Image(colors: colors, palette: Palette.viridis, blocks: blocks, form: form)
        let raster = image.enlarged(rows: cells.rows, columns: cells.columns) { row, column in
            colors.holds(cells[row, column]) ? MapCommands.shown(cells[row, column], on: colors) : .nan
        }
        var data = raster.data
        var parts = raster.parts
        if heatmap.showsNumbers {
            data.append("$numbers << EOD")
            let range = AxisRange(of: colors)
            for row in 0..<cells.rows {
                for column in 0..<cells.columns where colors.holds(cells[row, column]) {
                    let value = cells[row, column]
                    let isLight = Palette.isLight(Palette.color(Palette.viridis, at: range.position(of: value)))
                    data.append(
                        "\(column) \(row) \(form.number(ShortNumber.text(value))) \(isLight ? 0x111111 : 0xffffff)")
                }
            }
            data.append("EOD")
            parts.append(
                "$numbers using 1:2:(stringcolumn(3)):4 with labels textcolor rgb variable noenhanced notitle")
        }
        self.data = data
        self.parts = parts
    }

    /// The most places of a contour map's image along one side, and the fewest for a smooth one.
    private static let finest = 160

    private init(_ contours: Contours, _ blocks: DataBlocks, _ form: TextForm) {
        let (field, colors) = (contours.field, contours.colors)
        let spans = (x: field.x[field.x.count - 1] - field.x[0], y: field.y[field.y.count - 1] - field.y[0])
        let last = Double(MapCommands.finest - 1)
        let places = (0..<MapCommands.finest).map { Double($0) / last }
        let heights = places.flatMap { up in
            places.map { across in
                field.height(x: field.x[0] + spans.x * across, y: field.y[0] + spans.y * up)
                    .map { MapCommands.shown($0, on: colors) } ?? .nan
            }
        }
        let lines = contours.levels.map { ContourLines(of: field, at: $0) }
        var settings = MapCommands.colorBar(colors, palette: Palette.pale, form)
        settings.append("set style textbox opaque noborder fillcolor rgb '#ffffff' margins 0.4,0.3")
        // Labels are a part of the plot, so that arrows and points are drawn over them.
        let labels = zip(contours.levels, lines).compactMap { level, lines in
            lines.place(forLabelIn: spans).map {
                "\(GnuplotNumber.text($0.x)) \(GnuplotNumber.text($0.y)) \(form.number(ShortNumber.text(level)))"
            }
        }
        let (x, y) = (
            "(\(GnuplotNumber.text(field.x[0]))+$1*\(GnuplotNumber.text(spans.x / last)))",
            "(\(GnuplotNumber.text(field.y[0]))+$2*\(GnuplotNumber.text(spans.y / last)))"
        )
        let image = Image(colors: colors, palette: Palette.pale, blocks: blocks, form: form)
        let map = image.of(heights, columns: MapCommands.finest, place: "\(x):\(y)")
        self.settings = settings
        data =
            map.data + MapCommands.block("contours", lines.flatMap(\.lines))
            + ["$levels << EOD"] + labels + ["EOD"]
        var parts = map.parts
        if lines.contains(where: { !$0.lines.isEmpty }) {
            parts.append("$contours using 1:2 with lines linecolor rgb '#666666' linewidth 0.5 notitle")
        }
        if !labels.isEmpty {
            parts.append(
                "$levels using 1:2:(stringcolumn(3)) with labels boxed textcolor rgb '#444444' noenhanced notitle")
        }
        self.parts = parts
    }

    private init(_ picture: Picture, _ blocks: DataBlocks, _ form: TextForm) {
        let mosaic = Mosaic(picture)
        let ends = [picture.colors.low, picture.colors.high].map(GnuplotNumber.text)
        settings =
            [Palette.command(Palette.grey), "unset colorbox", "set cbrange [\(ends[0]):\(ends[1])]"]
            + mosaic.labels.map { label in
                "set label \(form.quoted(label.text)) at \(GnuplotNumber.text(label.x)),"
                    + "\(GnuplotNumber.text(label.y)) center front textcolor rgb '#333333' noenhanced"
            }
        let image = Image(colors: picture.colors, palette: Palette.grey, blocks: blocks, form: form)
        let raster = image.enlarged(rows: mosaic.rows, columns: mosaic.columns) { row, column in
            mosaic.value(row: row, column: column) ?? .nan
        }
        // A frame around each tile, since white ones would not show where they end.
        let frames = mosaic.frames.map { frame in
            let (left, top, right, bottom) = (frame.left, frame.top, frame.right, frame.bottom)
            return [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)].map {
                ContourLines.Point(x: $0.0, y: $0.1)
            }
        }
        data = raster.data + MapCommands.block("frames", frames)
        parts = raster.parts + ["$frames using 1:2 with lines linecolor rgb '#aaaaaa' linewidth 0.4 notitle"]
    }

    /// The palette, and what its colours stand for.
    static func colorBar(_ colors: ColorScale, palette: [Int], _ form: TextForm) -> [String] {
        var lines = [
            Palette.command(palette), "set colorbox noborder", "set cbtics scale 0.4",
        ]
        lines += GnuplotCommands.axis("cb", AxisRange(of: colors), limit: 8, isText: false, unicode: true, form: form)
        if let label = colors.label {
            lines.append("set cblabel \(form.quoted(label)) textcolor rgb '#333333' noenhanced")
        }
        return lines
    }

    /// A value within the ends of the colours: a minimum of 0 is the lowest colour of a logarithmic scale.
    static func shown(_ value: Double, on colors: ColorScale) -> Double {
        value.isFinite ? min(max(value, colors.low), colors.high) : .nan
    }

    private static func block(_ name: String, _ lines: [[ContourLines.Point]]) -> [String] {
        ["$\(name) << EOD"]
            + lines.flatMap { $0.map { "\(GnuplotNumber.text($0.x)) \(GnuplotNumber.text($0.y))" } + [""] } + ["EOD"]
    }
}

extension AxisRange {
    /// The range of a map's colours.
    init(of colors: ColorScale) {
        low = colors.low
        high = colors.high
        scale = colors.scale
        isReversed = false
    }
}
