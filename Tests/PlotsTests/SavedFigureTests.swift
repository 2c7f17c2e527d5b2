import Figures
import Testing

@testable import Plots

/// Every kind of figure, drawn by the real gnuplot into a file whose text can be read.
@Suite(.enabled(if: Plotter().notice == nil, "gnuplot is not installed")) struct SavedFigureTests {
    private func svg(_ figure: Figure) throws -> String {
        let folder = try TemporaryFolder()
        try Plotter().save(figure, to: "\(folder.path)/a.svg")
        return String(decoding: folder.bytes(of: "a.svg"), as: UTF8.self)
    }

    /// The texts in a picture.
    private func texts(_ svg: String) -> [String] {
        svg.matches(of: /<text>([^<]*)<\/text>|<tspan[^>]*>([^<]*)<\/tspan>/).map {
            String($0.output.1 ?? $0.output.2 ?? "")
        }
    }

    private func field() throws -> (field: Field, colors: ColorScale) {
        let places = [-1.0, -0.5, 0, 0.5, 1]
        let heights = try Raster(places.flatMap { y in places.map { $0 * $0 + y * y } }, rows: 5, columns: 5)
        return (try Field(x: places, y: places, heights: heights), try ColorScale(of: heights, label: "loss"))
    }

    @Test func `bars have their names, their legend and a box each`() throws {
        let panel = try Panel(
            title: "gain", x: Axis(names: ["1-shot", "5-shot"]),
            layers: [
                .bars(try Bars([1, 2], label: "MAML", group: 0, of: 2)),
                .bars(try Bars([2, 1], label: "FOMAML", group: 1, of: 2)),
            ])
        let picture = try svg(Figure(.panel(panel)))
        for text in ["gain", "1-shot", "5-shot", "MAML", "FOMAML"] { #expect(texts(picture).contains(text), "\(text)") }
        #expect(picture.contains("<title>MAML</title>") && picture.contains("<title>FOMAML</title>"))
    }

    @Test
    func `contours have the heights of their lines, the colour bar's label, and the legend of what lies over them`()
        throws
    {
        let (field, colors) = try field()
        let panel = try Panel(
            x: Axis(label: "w"), y: Axis(label: "b"),
            layers: [
                .contours(Contours(field, colors: colors, levels: [0.75, 1.25])),
                .arrows(try Arrows(from: [(0, 0)], by: [(0.5, 0.5)], label: "MAML")),
                .series(try Series([0, 0.5], over: [0, -0.5], label: "path", marks: .linesAndPoints)),
            ])
        let picture = try svg(Figure(.panel(panel)))
        for text in ["0.75", "1.25", "loss", "w", "b", "MAML", "path"] {
            #expect(texts(picture).contains(text), "\(text)")
        }
        #expect(picture.contains("<image "))
    }

    @Test func `a heatmap has its numbers and its names`() throws {
        let cells = try Raster([1, 0.25, -0.5, 1], rows: 2, columns: 2)
        let heatmap = Heatmap(cells, colors: try ColorScale(of: cells, range: (-1, 1)), showsNumbers: true)
        let panel = try Panel(
            x: Axis(names: ["g₁", "g₂"]), y: Axis(names: ["r₁", "r₂"], isReversed: true), layers: [.heatmap(heatmap)])
        let texts = texts(try svg(Figure(.panel(panel))))
        for text in ["0.25", "-0.5", "g₁", "g₂", "r₁", "r₂"] { #expect(texts.contains(text), "\(text)") }
    }

    @Test func `images have a label each`() throws {
        let tiles = try (0..<6).map { try Raster([0, 1, 1, Double($0)], rows: 2, columns: 2) }
        let picture = try Picture(tiles, columns: 3, labels: (0..<6).map { "class \($0)" })
        let texts = texts(
            try svg(Figure(.panel(try Panel(title: "six", y: Axis(isReversed: true), layers: [.picture(picture)])))))
        #expect(texts.filter { $0.hasPrefix("class ") } == (0..<6).map { "class \($0)" })
        #expect(texts.contains("six"))
    }

    @Test func `a surface has the names of its axes`() throws {
        let (field, colors) = try field()
        let surface = Surface(field, colors: colors, title: "bowl", x: "a", y: "b")
        let texts = texts(try svg(Figure(.surface(surface))))
        for text in ["bowl", "a", "b", "loss"] { #expect(texts.contains(text), "\(text)") }
    }

    @Test func `a grid has all its figures, a grid in it too`() throws {
        let (field, colors) = try field()
        let curve = try Figure(curves: [[1, 2]], labels: ["one curve"], title: "curve")
        let surface = Figure(.surface(Surface(field, colors: colors, title: "bowl")))
        let inner = Figure(.tiles(try Tiles([curve, curve], columns: 1, title: "inner")))
        let grid = Figure(.tiles(try Tiles([inner, surface, curve], title: "outer")))
        let texts = texts(try svg(grid))
        #expect(texts.filter { $0 == "curve" }.count == 3)
        #expect(texts.filter { $0 == "one curve" }.count == 3)
        for text in ["bowl", "inner", "outer"] { #expect(texts.filter { $0 == text }.count == 1, "\(text)") }
    }

    @Test func `after a grid that gnuplot refused in its middle the next figure is drawn`() throws {
        let folder = try TemporaryFolder()
        let path = try #require(ExecutableSearch.find("gnuplot", in: "/usr/bin:/usr/local/bin:/bin"))
        var process = try GnuplotProcess(program: path)
        #expect(throws: PlotError.self) {
            try process.run(
                ["set terminal svg", "set output", "set multiplot", "plot x", "no command"], seconds: 20,
                isInterrupted: { false })
        }
        let commands = FileCommands(figure: try Figure(curves: [[1, 2]]), terminal: "svg").lines
        #expect(try process.run(commands, seconds: 20, isInterrupted: { false }).output.count > 1000)
        #expect(folder.names.isEmpty)
    }

    @Test func `gaps and heights of nothing but gaps in a row are drawn`() throws {
        let cells = try Raster([.nan, .infinity, 1, 2], rows: 2, columns: 2)
        let colors = try ColorScale(of: cells)
        let field = try Field(x: [0, 1], y: [0, 1], heights: cells)
        #expect(
            try svg(Figure(.panel(try Panel(layers: [.heatmap(Heatmap(cells, colors: colors))])))).contains("</svg>"))
        #expect(
            try svg(Figure(.panel(try Panel(layers: [.contours(Contours(field, colors: colors))])))).contains("</svg>"))
        #expect(try svg(Figure(.surface(Surface(field, colors: colors)))).contains("</svg>"))
    }
}
