internal import Figures

/// The data and the plot elements of a panel's series, bars and arrows.
struct LayerCommands {
    let panel: Panel
    let ranges: (x: AxisRange, y: AxisRange)

    /// The data blocks of all but the series, whose are the same for every terminal.
    var data: [String] {
        var lines: [String] = []
        for (index, series) in panel.series.enumerated() {
            guard let band = series.band else { continue }
            lines += GnuplotCommands.block("band\(index)", rows(of: band, around: series))
        }
        for (place, layer) in panel.named {
            switch layer {
            case .bars(let bars): lines += GnuplotCommands.block("bars\(place)", bars.boxes.map(row))
            case .arrows(let arrows):
                lines += GnuplotCommands.block(
                    "arrows\(place)",
                    arrows.arrows.map {
                        Arrows.canBeDrawn($0) ? [$0.x, $0.y, $0.dx, $0.dy] : [.nan, .nan, .nan, .nan]
                    })
            case .series, .guide, .heatmap, .contours, .picture: continue
            }
        }
        return lines
    }

    /// What follows `plot`, in order; bands lie under all lines.
    var parts: [String] {
        var bands: [String] = []
        var parts: [String] = []
        var seriesIndex = 0
        for (place, layer) in panel.named {
            let style = place % PanelCommands.palette.count
            let color = "rgb '\(PanelCommands.palette[style])'"
            let title = layer.label.map { "title \(GnuplotText.quoted($0))" } ?? "notitle"
            switch layer {
            case .series(let series):
                if series.band != nil {
                    bands.append(
                        "$band\(seriesIndex) using 1:2:3 with filledcurves fillcolor \(color) "
                            + "fillstyle transparent solid 0.2 noborder notitle")
                }
                parts.append("$series\(seriesIndex) using 1:2 with \(marks(of: series, style: style)) \(title)")
                seriesIndex += 1
            case .bars:
                let fill = areBarsOverlaid ? "transparent solid 0.45" : "solid 0.85"
                parts.append(
                    "$bars\(place) using 1:2:3:4:5:6 with boxxyerror linecolor \(color) linewidth 0.6 "
                        + "fillstyle \(fill) border \(areBarsOverlaid ? color : "rgb '#ffffff'") \(title)")
            case .arrows:
                // The shaft in dashes, then the head, which dashes would tear, at the end of a short arrow.
                parts.append(
                    "$arrows\(place) using 1:2:3:4 with vectors nohead linecolor \(color) linewidth 1.4 "
                        + "dashtype \(PanelCommands.dashes[style]) \(title)")
                parts.append(
                    "$arrows\(place) using ($1+0.97*$3):($2+0.97*$4):(0.03*$3):(0.03*$4) "
                        + "with vectors head filled size screen 0.014,22 fixed linecolor \(color) linewidth 1.4 notitle"
                )
            case .guide, .heatmap, .contours, .picture: continue
            }
        }
        return bands + parts
    }

    private func marks(of series: Series, style: Int) -> String {
        let look = "linecolor rgb '\(PanelCommands.palette[style])' dashtype \(PanelCommands.dashes[style])"
        let shape = "pointtype \(PanelCommands.shapes[style]) pointsize 1.1"
        return switch GnuplotCommands.marks(of: series, in: panel) {
        case .lines: "lines \(look)"
        case .points: "points \(look) \(shape)"
        case .linesAndPoints: "linespoints \(look) \(shape)"
        }
    }

    /// Ends beyond the axes are drawn at the frame: on a logarithmic axis a band may reach down to 0 and below.
    private func rows(of band: Series.Band, around series: Series) -> [[Double]] {
        series.x.indices.map { index in
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
