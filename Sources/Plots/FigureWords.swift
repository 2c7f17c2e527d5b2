public import Figures

/// A figure in words, for readers who hear the screen or can't draw on it: what kind it is, its axes, and of each series
/// where it begins, ends, and goes.
public enum FigureWords {
    /// A sentence's worth on each line, what belongs to another line indented below it.
    public static func lines(of figure: Figure) -> [String] {
        switch figure.content {
        case .panel(let panel): return lines(of: panel)
        case .surface(let surface):
            return [heading("a surface", title: surface.title)]
                + indented(lines(of: surface.field, x: Axis(label: surface.x), y: Axis(label: surface.y)))
                + indented(lines(of: surface.colors, of: surface.field.heights, in: "height"))
        case .tiles(let tiles):
            let count = tiles.figures.count
            let rows = "\(counted(tiles.rows, "row")) of \(tiles.columns)"
            var lines = [heading("\(counted(count, "figure")) in \(rows)", title: tiles.title)]
            for (index, figure) in tiles.figures.enumerated() {
                lines.append("  \(index + 1) of \(count):")
                lines += indented(self.lines(of: figure), by: 4)
            }
            return lines
        }
    }

    private static func lines(of panel: Panel) -> [String] {
        let (x, y) = (range(of: panel, isX: true), range(of: panel, isX: false))
        var lines = [
            heading(kind(of: panel), title: panel.title),
            "  " + axis("x", panel.x, x),
            "  " + axis("y", panel.y, y),
        ]
        var unnamed = 0
        for layer in panel.layers {
            var name = layer.label
            if layer.isNamed, name == nil {
                unnamed += 1
                name = unnamed == 1 ? "unnamed" : "unnamed \(unnamed)"
            }
            lines += indented(self.lines(of: layer, called: name ?? "", in: panel))
        }
        return lines
    }

    private static func lines(of layer: Panel.Layer, called name: String, in panel: Panel) -> [String] {
        switch layer {
        case .series(let series):
            let points = zip(series.x, series.y).filter { panel.holds(x: $0, y: $1) }
            let gaps = series.y.count - points.count
            let band = series.band == nil ? "" : ", with a band around it"
            let line = "\(name): " + values(points.map { ($0.1, number($0.0)) }, "point") + band
            return [line + (gaps == 0 ? "" : "; \(counted(gaps, "more point")) can't be drawn")]
        case .bars(let bars):
            let boxes = bars.boxes.filter { panel.y.holds($0.height) }
            return [
                "\(name): "
                    + values(boxes.map { ($0.height, place(of: $0, on: panel.x)) }, "bar")
            ]
        case .arrows(let arrows):
            let drawn = arrows.arrows.filter(Arrows.canBeDrawn)
            guard let first = drawn.first else { return ["\(name): no arrows"] }
            let start = "(\(number(first.x)), \(number(first.y)))"
            let end = "(\(number(first.x + first.dx)), \(number(first.y + first.dy)))"
            return ["\(name): \(counted(drawn.count, "arrow")), the first from \(start) to \(end)"]
        case .guide(.horizontal(let value)): return ["a line across at y = \(number(value))"]
        case .guide(.vertical(let value)): return ["an upright line at x = \(number(value))"]
        case .heatmap(let map):
            return ["\(counted(map.cells.rows, "row")) of \(counted(map.cells.columns, "column"))"]
                + lines(of: map.colors, of: map.cells, in: "value")
        case .contours(let contours):
            let levels = contours.levels.map { number($0) }.joined(separator: ", ")
            return lines(of: contours.colors, of: contours.field.heights, in: "height")
                + (levels.isEmpty ? [] : ["lines of equal height at \(levels)"])
        case .picture(let picture):
            guard let first = picture.tiles.first else { return [] }
            let labels = picture.labels.isEmpty ? "" : ": " + picture.labels.joined(separator: ", ")
            return ["\(counted(picture.tiles.count, "image")) of \(first.rows) by \(first.columns)\(labels)"]
        }
    }

    /// How many there are, the first, the last, the lowest and the highest, the two with where they stand.
    private static func values(_ values: [(value: Double, place: String)], _ noun: String) -> String {
        guard let first = values.first, let last = values.last, let lowest = values.min(by: { $0.value < $1.value }),
            let highest = values.max(by: { $0.value < $1.value })
        else { return "nothing that can be drawn" }
        guard values.count > 1 else { return "1 \(noun), \(number(first.value)) at \(first.place)" }
        return counted(values.count, noun) + ", first \(number(first.value)), last \(number(last.value)), "
            + "lowest \(number(lowest.value)) at \(lowest.place), highest \(number(highest.value)) at \(highest.place)"
    }

    private static func place(of box: Bars.Box, on axis: Axis) -> String {
        let middle = (box.left + box.right) / 2
        let index = Int(max(-1, min(middle.rounded(), 1e6)))
        if axis.names.indices.contains(index) { return axis.names[index] }
        return "\(number(box.left)) to \(number(box.right))"
    }

    private static func kind(of panel: Panel) -> String {
        if let map = panel.map {
            switch map {
            case .heatmap: return "a heatmap"
            case .contours: return "a contour map"
            case .picture: return "images"
            case .series, .guide, .bars, .arrows: break
            }
        }
        let layers = panel.named.map(\.layer)
        let isOfBars = layers.contains { if case .bars = $0 { true } else { false } }
        let isOfArrows = layers.contains { if case .arrows = $0 { true } else { false } }
        if isOfBars { return "a bar chart" }
        if isOfArrows { return "a plot with arrows" }
        let isOfPoints = panel.series.allSatisfy { $0.marks == .points }
        return (isOfPoints ? "a plot of points, " : "a line plot, ") + counted(panel.series.count, "series", "series")
    }

    private static func axis(_ name: String, _ axis: Axis, _ range: (low: Double, high: Double)?) -> String {
        var text = "\(name) axis"
        if let label = axis.label, label != name { text += ", \(label)" }
        if axis.scale == .logarithmic { text += ", logarithmic" }
        if !axis.names.isEmpty { return text + ": " + axis.names.joined(separator: ", ") }
        if let range { text += ": \(number(range.low)) to \(number(range.high))" }
        return axis.isReversed ? text + ", reversed" : text
    }

    private static func lines(of field: Field, x: Axis, y: Axis) -> [String] {
        [("x", x, field.x), ("y", y, field.y)].map { name, axis, positions in
            self.axis(name, axis, (positions[0], positions[positions.count - 1]))
        }
    }

    /// What the colours of a map go over, and where its lowest and highest values stand.
    private static func lines(of colors: ColorScale, of raster: Raster, in noun: String) -> [String] {
        let known = raster.values.indices.filter { colors.holds(raster.values[$0]) }
        guard let low = known.min(by: { raster.values[$0] < raster.values[$1] }),
            let high = known.max(by: { raster.values[$0] < raster.values[$1] })
        else { return [] }
        func text(_ index: Int) -> String {
            let (row, column) = (index / raster.columns, index % raster.columns)
            return "\(number(raster.values[index])) in row \(row), column \(column)"
        }
        let name = colors.label.map { "\(noun), \($0)" } ?? noun
        return ["\(name): lowest \(text(low)), highest \(text(high))"]
    }

    /// What is drawn reaches from where to where on an axis.
    private static func range(of panel: Panel, isX: Bool) -> (low: Double, high: Double)? {
        var values: [Double] = []
        for layer in panel.layers {
            switch layer {
            case .series(let series):
                let points = zip(series.x, series.y).filter { panel.holds(x: $0, y: $1) }
                values += points.map { isX ? $0.0 : $0.1 }
            case .bars(let bars):
                let heights = bars.boxes.map(\.height).filter(panel.y.holds)
                values += isX ? bars.boxes.flatMap { [$0.left, $0.right] } : heights + [0].filter(panel.y.holds)
            case .arrows(let arrows):
                for arrow in arrows.arrows where Arrows.canBeDrawn(arrow) {
                    values += isX ? [arrow.x, arrow.x + arrow.dx] : [arrow.y, arrow.y + arrow.dy]
                }
            case .guide(.horizontal(let value)): if !isX { values.append(value) }
            case .guide(.vertical(let value)): if isX { values.append(value) }
            case .contours(let contours): values += isX ? contours.field.x : contours.field.y
            case .heatmap(let map): values += [0, Double((isX ? map.cells.columns : map.cells.rows) - 1)]
            case .picture: break
            }
        }
        guard let low = values.min(), let high = values.max() else { return nil }
        return (low, high)
    }

    private static func heading(_ kind: String, title: String?) -> String {
        "figure: \(kind)" + (title.map { ", titled \"\($0)\"" } ?? "")
    }

    private static func indented(_ lines: [String], by columns: Int = 2) -> [String] {
        lines.map { String(repeating: " ", count: columns) + $0 }
    }

    private static func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
        count == 1 ? "1 \(noun)" : "\(count) \(plural ?? noun + "s")"
    }

    private static func number(_ value: Double) -> String { ShortNumber.text(value, digits: 4) }
}
