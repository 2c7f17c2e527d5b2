import Figures

@testable import Plots

/// A figure's whole value as lines, to compare it with what is wanted.
enum FigureText {
    static func lines(_ figure: Figure) -> [String] {
        switch figure.content {
        case .panel(let panel): lines(panel)
        case .surface(let surface):
            ["surface\(title(surface.title)) x \(surface.x ?? "-") y \(surface.y ?? "-")"]
                + lines(surface.field, surface.colors)
        case .tiles(let tiles):
            ["grid of \(tiles.columns) columns\(title(tiles.title))"]
                + tiles.figures.flatMap { lines($0).map { "  " + $0 } }
        }
    }

    private static func lines(_ panel: Panel) -> [String] {
        ["panel\(title(panel.title)) x \(axis(panel.x)) y \(axis(panel.y))"] + panel.layers.flatMap { lines($0) }
    }

    private static func title(_ text: String?) -> String { text.map { " “\($0)”" } ?? "" }

    private static func axis(_ axis: Axis) -> String {
        (axis.label ?? "-") + (axis.scale == .logarithmic ? " log" : "") + (axis.isReversed ? " reversed" : "")
            + (axis.names.isEmpty ? "" : " [\(axis.names.joined(separator: ", "))]")
    }

    private static func lines(_ layer: Panel.Layer) -> [String] {
        switch layer {
        case .series(let series):
            ["\(series.marks)\(title(series.label)): \(numbers(series.x)) | \(numbers(series.y))"]
                + (series.band.map { ["  band \(numbers($0.low)) | \(numbers($0.high))"] } ?? [])
        case .guide(let guide): ["guide \(guide)"]
        case .bars(let bars):
            [
                "bars\(title(bars.label)): "
                    + bars.boxes.map { "\(number($0.left))…\(number($0.right)) \(number($0.height))" }
                    .joined(separator: ", ")
            ]
        case .arrows(let arrows):
            [
                "arrows\(title(arrows.label)): "
                    + arrows.arrows.map { "(\(numbers([$0.x, $0.y]))) by (\(numbers([$0.dx, $0.dy])))" }
                    .joined(separator: ", ")
            ]
        case .heatmap(let heatmap):
            ["heatmap\(heatmap.showsNumbers ? " with numbers" : "") \(scale(heatmap.colors))"] + lines(heatmap.cells)
        case .contours(let contours):
            ["contours at \(numbers(contours.levels))"] + lines(contours.field, contours.colors)
        case .picture(let picture):
            ["picture of \(picture.columns) columns [\(picture.labels.joined(separator: ", "))]"]
                + picture.tiles.flatMap { lines($0) }
        }
    }

    private static func lines(_ field: Field, _ colors: ColorScale) -> [String] {
        let last = (x: field.x.count - 1, y: field.y.count - 1)
        let corners = [(0, 0), (0, last.x), (last.y, 0), (last.y, last.x), (last.y / 2, last.x / 2)]
        return [
            "  x \(number(field.x[0]))…\(number(field.x[last.x])) of \(field.x.count), "
                + "y \(number(field.y[0]))…\(number(field.y[last.y])) of \(field.y.count), \(scale(colors))",
            "  corners and middle \(numbers(corners.map { field.heights[$0.0, $0.1] }))",
        ]
    }

    private static func scale(_ colors: ColorScale) -> String {
        "colours\(title(colors.label)) \(number(colors.low))…\(number(colors.high))"
    }

    private static func lines(_ raster: Raster) -> [String] {
        (0..<raster.rows).map { row in "  " + numbers((0..<raster.columns).map { raster[row, $0] }) }
    }

    private static func numbers(_ values: [Double]) -> String { values.map(number).joined(separator: " ") }
    private static func number(_ value: Double) -> String { ShortNumber.text(value, digits: 4) }
}
