import Figures

/// A figure of every kind.
enum Kinds {
    /// - Parameter text: what stands wherever a text can stand.
    static func figures(saying text: String) throws -> [(kind: String, figure: Figure)] {
        let cells = try Raster([0, 1, 2, 3], rows: 2, columns: 2)
        let field = try Field(x: [0, 1], y: [0, 1], heights: cells)
        let colors = try ColorScale(of: cells, label: text)
        let (plain, named) = (Axis(label: text), Axis(label: text, names: [text, text]))
        func figure(_ layers: [Panel.Layer], _ x: Axis? = nil, _ y: Axis? = nil) throws -> Figure {
            Figure(.panel(try Panel(title: text, x: x ?? plain, y: y ?? plain, layers: layers)))
        }
        let band = Series.Band(low: [0, 1], high: [2, 3])
        let lines = try figure([
            .series(Series([1, 2], label: text)), .series(Series([2, 1], label: text, band: band)),
        ])
        let surface = Figure(.surface(Surface(field, colors: colors, title: text, x: text, y: text)))
        return [
            ("plot", lines),
            (
                "log",
                try Figure(
                    curves: [[1e-4, 1], [1, 1e4]], labels: [text, text], log: "y", title: text, x: text, y: text,
                    guides: [.horizontal(1), .vertical(0.5)])
            ),
            (
                "scatter",
                try figure([.series(Series([1, 2], label: text, marks: .points)), .guide(.horizontal(1))])
            ),
            ("path", try figure([.series(Series([1, 2], label: text, marks: .linesAndPoints))])),
            ("bars", try figure([.bars(Bars([1, 2], label: text))], named)),
            ("histogram", try figure([.bars(Bars([1, 2], between: [0, 1, 2], label: text))])),
            ("arrows", try figure([.arrows(Arrows(from: [(0, 0)], by: [(1, 1)], label: text))])),
            ("heatmap", try figure([.heatmap(Heatmap(cells, colors: colors, showsNumbers: true))], named, named)),
            (
                "contour",
                try figure([
                    .contours(Contours(field, colors: colors)),
                    .arrows(Arrows(from: [(0, 0)], by: [(1, 1)], label: text)),
                    .series(Series([0, 1], label: text, marks: .linesAndPoints)),
                ])
            ),
            ("images", try figure([.picture(Picture([cells, cells], labels: [text, text]))])),
            ("surface", surface),
            ("grid", Figure(.tiles(try Tiles([lines, surface], title: text)))),
        ]
    }
}
