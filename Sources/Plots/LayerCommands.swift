internal import Figures

/// The data and the plot elements of a panel's series, bars and arrows.
struct LayerCommands {
    let panel: Panel
    let ranges: (x: AxisRange, y: AxisRange)
    let form: TextForm
    /// What stands before the plot.
    private(set) var data: [String] = []
    /// What follows `plot`, in order; bands lie under all lines.
    var parts: [String] { bands + others }
    private var bands: [String] = []
    private var others: [String] = []

    /// - Parameter canvas: the room there is, on which what can't be told apart is drawn once.
    init(panel: Panel, ranges: (x: AxisRange, y: AxisRange), canvas: Canvas, blocks: DataBlocks, form: TextForm) {
        self.panel = panel
        self.ranges = ranges
        self.form = form
        let thinning = blocks.isWhole ? nil : Thinning(panel: panel, ranges: ranges, canvas: canvas)
        var seriesCount = 0
        for (place, layer) in panel.named {
            let look = Look(place: place)
            let title = layer.label.map { "title \(form.quoted($0))" } ?? "notitle"
            switch layer {
            case .series(let series):
                let marks = GnuplotCommands.marks(of: series, in: panel)
                if let band = series.band { add(band, around: series, seriesCount, look, blocks) }
                let kept = thinning?.kept(of: series, marks: marks)
                let block = blocks.rows(
                    "series\(seriesCount)", of: 2, GnuplotCommands.points(of: series, in: panel, kept: kept))
                data += block.lines
                others.append("\(block.source)1:2 with \(look.of(marks)) \(title)")
                seriesCount += 1
            case .bars(let bars): add(thinning?.merged(bars.boxes) ?? bars.boxes, place, look, title, blocks)
            case .arrows(let arrows): add(arrows, place, look, title, blocks)
            case .guide, .heatmap, .contours, .picture: continue
            }
        }
    }

    private mutating func add(
        _ band: Series.Band, around series: Series, _ index: Int, _ look: Look, _ blocks: DataBlocks
    ) {
        let block = blocks.rows("band\(index)", of: 3, rows(of: band, around: series))
        data += block.lines
        bands.append(
            "\(block.source)1:2:3 with filledcurves fillcolor \(look.color) "
                + "fillstyle transparent solid 0.2 noborder notitle")
    }

    private mutating func add(
        _ boxes: [Bars.Box], _ place: Int, _ look: Look, _ title: String, _ blocks: DataBlocks
    ) {
        let block = blocks.rows("bars\(place)", of: 6, boxes.flatMap(row))
        data += block.lines
        let fill = areBarsOverlaid ? "transparent solid 0.45" : "solid 0.85"
        // A white border would be most of a narrow bar.
        let border = areBarsOverlaid || boxes.count > LayerCommands.mostBordered ? look.color : "rgb '#ffffff'"
        others.append(
            "\(block.source)1:2:3:4:5:6 with boxxyerror linecolor \(look.color) linewidth 0.6 "
                + "fillstyle \(fill) border \(border) \(title)")
    }

    private mutating func add(
        _ arrows: Arrows, _ place: Int, _ look: Look, _ title: String, _ blocks: DataBlocks
    ) {
        let block = blocks.rows(
            "arrows\(place)", of: 4,
            arrows.arrows.flatMap { arrow -> [Double] in
                if !Arrows.canBeDrawn(arrow) { return [.nan, .nan, .nan, .nan] }
                return [arrow.x, arrow.y, arrow.dx, arrow.dy]
            })
        data += block.lines
        // The shaft in dashes, then the head, which dashes would tear, at the end of a short arrow.
        others.append(
            "\(block.source)1:2:3:4 with vectors nohead linecolor \(look.color) linewidth 1.4 "
                + "dashtype \(look.dashes) \(title)")
        others.append(
            "\(block.source)($1+0.97*$3):($2+0.97*$4):(0.03*$3):(0.03*$4) "
                + "with vectors head filled size screen 0.014,22 fixed linecolor \(look.color) linewidth 1.4 notitle")
    }

    /// More bars have no room for borders of their own.
    private static let mostBordered = 120

    /// What a layer at a place is drawn with.
    private struct Look {
        let color: String
        let dashes: String
        private let shape: Int

        init(place: Int) {
            let style = place % PanelCommands.palette.count
            color = "rgb '\(PanelCommands.palette[style])'"
            dashes = PanelCommands.dashes[style]
            shape = PanelCommands.shapes[style]
        }

        func of(_ marks: Series.Marks) -> String {
            let look = "linecolor \(color) dashtype \(dashes)"
            return switch marks {
            case .lines: "lines \(look)"
            case .points: "points \(look) pointtype \(shape) pointsize 1.1"
            case .linesAndPoints: "linespoints \(look) pointtype \(shape) pointsize 1.1"
            }
        }
    }

    /// Ends beyond the axes are drawn at the frame: on a logarithmic axis a band may reach down to 0 and below.
    private func rows(of band: Series.Band, around series: Series) -> [Double] {
        series.x.indices.flatMap { index -> [Double] in
            let ends = [band.low[index], band.high[index]]
            guard panel.holds(x: series.x[index], y: series.y[index]), !ends.contains(where: \.isNaN) else {
                return [.nan, .nan, .nan]
            }
            return [series.x[index]] + ends.map { min(max($0, ranges.y.low), ranges.y.high) }
        }
    }

    /// x, y and the edges of a box, which stands on 0, or on the frame of a logarithmic axis.
    private func row(of box: Bars.Box) -> [Double] {
        // The border of a box without height would lie over the axis.
        guard panel.y.holds(box.height), box.height != 0 else { return Array(repeating: .nan, count: 6) }
        let base = panel.y.scale == .linear ? 0 : ranges.y.low
        return [
            (box.left + box.right) / 2, box.height, box.left, box.right, min(base, box.height), max(base, box.height),
        ]
    }

    /// Whether several kinds of bars stand in the same places, as those of two histograms.
    private var areBarsOverlaid: Bool {
        let edges = panel.layers.compactMap { layer in
            if case .bars(let bars) = layer { bars.boxes[0].left } else { nil }
        }
        return edges.count > Set(edges).count
    }
}
