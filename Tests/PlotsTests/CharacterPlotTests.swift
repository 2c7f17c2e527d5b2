import Figures
import Testing

@testable import Plots
import Typography

@Suite struct CharacterPlotTests {
    /// A plotter that finds no gnuplot.
    private let plotter = Plotter(searchPath: "/nowhere")

    @Test func `without gnuplot a figure is a plain chart`() throws {
        let figure = try Figure(
            curves: [[0, 1, 2, 3], [3, 2, 1, 0]], labels: ["up", "down"], title: "θ", x: "step", y: "loss",
            guides: [.horizontal(1.5)])
        let text = try plotter.text(figure, columns: 36, rows: 12, color: false, unicode: false)
        #expect(
            text == """
                               theta
                loss                   * up   o down
                   |ooo                          ***
                   |   ooooo                *****
                 2 +        ooooo      *****
                   |-------------oooooo-------------
                   |        *****      ooooo
                   |   *****                ooooo
                 0 +***                          ooo
                   ++---------+----------+---------+
                    0         1          2         3
                                step

                """)
    }

    @Test func `saving a picture without gnuplot says how to get it`() throws {
        let folder = try TemporaryFolder()
        let figure = try Figure(curves: [[1, 2]])
        #expect(throws: PlotError.notInstalled) { try plotter.save(figure, to: "\(folder.path)/a.png") }
        #expect(folder.names.isEmpty)
        #expect(plotter.notice?.contains("apt-get install gnuplot-nox") == true)
        try plotter.save(figure, to: "\(folder.path)/a.txt")
        #expect(folder.bytes(of: "a.txt").count > 100)
    }

    @Test(arguments: [0, 1, 24, 40, 1000], [0, 10, 16, 1000])
    func `every size is drawn within itself`(columns: Int, rows: Int) throws {
        let figure = try Figure(
            curves: [[1e-300, 1, 1e300], [5, .nan, 5]], labels: ["a", "漢字漢字漢字漢字漢字漢字漢字漢字"], log: "y",
            title: String(repeating: "title ", count: 100), guides: [.vertical(1)])
        let text = try plotter.text(figure, columns: columns, rows: rows, color: false, unicode: true)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(lines.count == min(max(rows, 10), 200))
        #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= min(max(columns, 24), 400) })
    }

    private func text(_ layers: [Panel.Layer], x: Axis = Axis(), y: Axis = Axis(), rows: Int = 12) throws -> String {
        let figure = Figure(.panel(try Panel(x: x, y: y, layers: layers)))
        return try plotter.text(figure, columns: 36, rows: rows, color: false, unicode: true)
    }

    @Test func `bars stand on zero with their numbers over them`() throws {
        let text = try text([.bars(try Bars([1, -0.5, 0]))], x: Axis(names: ["a", "b", "c"]))
        #expect(
            text == """
                   │     1
                 1 ┤ █████████
                   │ █████████
                   │ █████████
                   │ █████████
                   │ █████████
                 0 ┤ █████████  ████████      0
                   │            ████████
                   │            ████████
                   │              -0.5
                   └─────┬──────────┬─────────┬─────
                         a          b         c

                """)
    }

    @Test func `a heatmap is shaded, its first row on top`() throws {
        let cells = try Raster([0, 0.25, 0.5, 1], rows: 2, columns: 2)
        let heatmap = Heatmap(cells, colors: try ColorScale(of: cells), showsNumbers: true)
        let text = try text(
            [.heatmap(heatmap)], x: Axis(names: ["a", "b"]), y: Axis(names: ["c", "d"], isReversed: true))
        #expect(
            text == """
                                           0  ░▒▓█ 1
                   │                ░░░░░░░░░░░░░░░░
                   │                ░░░░░░░░░░░░░░░░
                 c ┤        0       ░░░░░ 0.25 ░░░░░
                   │                ░░░░░░░░░░░░░░░░
                   │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒████████████████
                   │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒████████████████
                 d ┤▒▒▒▒▒▒ 0.5 ▒▒▒▒▒███████ 1 ██████
                   │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒████████████████
                   │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒████████████████
                   └────────┬──────────────┬────────
                            a              b

                """)
    }

    @Test func `arrows show where they point, over contours with their heights`() throws {
        let heights = try Raster([0, 1, 2, 0, 1, 2], rows: 2, columns: 3)
        let field = try Field(x: [0, 1, 2], y: [0, 1], heights: heights)
        let text = try text([
            .contours(Contours(field, colors: try ColorScale(of: heights), levels: [0.5, 1.5])),
            .arrows(try Arrows(from: [(0.75, 0.2)], by: [(0.5, 0)], label: "Δ")),
        ])
        #expect(
            text == """
                                                •→ Δ
                   1 ┤       ·              ·
                     │       ·              ·
                     │       ·              ·
                     │       ·              ·
                 0.5 ┤      0.5            1.5
                     │       ·              ·
                     │       ·   •••••••→   ·
                     │       ·              ·
                   0 ┤       ·              ·
                     └┬──────────────┬─────────────┬
                      0              1             2

                """)
    }

    @Test func `images are shaded squares with their labels below`() throws {
        let tiles = [
            try Raster([0, 1, 0.5, 0.25], rows: 2, columns: 2), try Raster([1, 1, 0, 0], rows: 2, columns: 2),
        ]
        let text = try text([.picture(try Picture(tiles, columns: 2, labels: ["a", "b"]))], y: Axis(isReversed: true))
        #expect(
            text == """
                        ███████       ██████████████
                        ███████       ██████████████
                        ███████       ██████████████
                        ███████       ██████████████
                ▒▒▒▒▒▒▒▒░░░░░░░
                ▒▒▒▒▒▒▒▒░░░░░░░
                ▒▒▒▒▒▒▒▒░░░░░░░

                       a                    b


                """)
    }

    @Test func `a histogram over another is a skyline`() throws {
        let text = try text([
            .bars(try Bars([1, 3, 2], between: [0, 1, 2, 3], label: "a")),
            .bars(try Bars([0, 1, 4], between: [0, 1, 2, 3], label: "b")),
        ])
        #expect(
            text == """
                                           █ a   ▒ b
                   │
                   │                     ▒▒▒▒▒▒▒▒▒▒▒
                   │                     ▒         ▒
                   │           ██████████▒         ▒
                   │           █         ▒         ▒
                   │           █         ▒█████████▒
                   │███████████▒▒▒▒▒▒▒▒▒▒▒         ▒
                   │█          ▒                   ▒
                 0 ┤█          ▒                   ▒
                   └┬─────────┬──────────┬─────────┬
                    0         1          2         3

                """)
    }

    @Test func `a surface is seen from above, and a line says so`() throws {
        let heights = try Raster([0, 1, 1, 2], rows: 2, columns: 2)
        let field = try Field(x: [0, 1], y: [0, 1], heights: heights)
        let surface = Figure(.surface(Surface(field, colors: try ColorScale(of: heights), title: "S")))
        let lines = try plotter.text(surface, columns: 60, rows: 16, color: false, unicode: true).split(separator: "\n")
        #expect(lines.first?.contains("S") == true)
        #expect(lines.last?.contains("the surface from above; saved, it is seen in space") == true)
        #expect(lines.contains { $0.contains("·") })
    }

    @Test(arguments: [24, 40, 60, 100])
    func `figures of a grid stand side by side as far as there is room`(columns: Int) throws {
        let tiles = try (0..<3).map { try Figure(curves: [[1, 2]], title: "figure \($0)") }
        let grid = Figure(.tiles(try Tiles(tiles, columns: 3, title: "all")))
        for plotter in [plotter, Plotter()] {
            let text = try plotter.text(grid, columns: columns, rows: 20, color: false, unicode: true)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            #expect(lines.allSatisfy { DisplayWidth.of($0) <= columns })
            let titles = lines.map { $0.matches(of: /figure \d/).count }.filter { $0 > 0 }
            #expect(titles == (columns == 100 ? [3] : columns == 60 ? [2, 1] : [1, 1, 1]))
            #expect(lines[0].contains("all"))
        }
    }

    @Test func `without Unicode every character is ASCII in every kind`() throws {
        let cells = try Raster([0, 0.25, 0.5, 1], rows: 2, columns: 2)
        let colors = try ColorScale(of: cells)
        let field = try Field(x: [0, 1], y: [0, 1], heights: cells)
        let kinds: [Panel.Layer] = [
            .heatmap(Heatmap(cells, colors: colors)), .contours(Contours(field, colors: colors)),
            .picture(try Picture([cells, cells], labels: ["α", "β"])), .bars(try Bars([1, 2], label: "θ")),
            .arrows(try Arrows(from: [(0, 0), (1, 1)], by: [(1, 1), (-1, 0)], label: "∇")),
            .series(try Series([1, 2], band: Series.Band(low: [0, 1], high: [2, 3]))),
        ]
        for kind in kinds {
            let figure = Figure(.panel(try Panel(layers: [kind])))
            let text = try plotter.text(figure, columns: 40, rows: 14, color: false, unicode: false)
            #expect(text.utf8.allSatisfy { $0 == 10 || (32..<127).contains($0) }, "\(kind)")
        }
    }
}
