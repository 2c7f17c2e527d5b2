import Figures
import Plots
import Testing

@Suite struct FigureWordsTests {
    private func words(_ figure: Figure) -> String { FigureWords.lines(of: figure).joined(separator: "\n") }

    @Test func `a plot is told by its axes and by each curve's course`() throws {
        let figure = try Figure(
            curves: [[4, 1, 2], [8, .nan, 0.5]], over: [0, 5, 10], labels: ["MAML", "Reptile"], log: "y",
            title: "Two of them", x: "step", y: "loss", guides: [.horizontal(1)])
        #expect(
            words(figure) == """
                figure: a line plot, 2 series, titled "Two of them"
                  x axis, step: 0 to 10
                  y axis, loss, logarithmic: 0.5 to 8
                  a line across at y = 1
                  MAML: 3 points, first 4, last 2, lowest 1 at 5, highest 4 at 0
                  Reptile: 2 points, first 8, last 0.5, lowest 0.5 at 10, highest 8 at 0; 1 more point can't be drawn
                """)
    }

    @Test func `unnamed curves and single points are told apart`() throws {
        let figure = try Figure(curves: [[1], [2, 3]], marks: .points)
        #expect(
            words(figure) == """
                figure: a plot of points, 2 series
                  x axis: 0 to 1
                  y axis: 1 to 3
                  unnamed: 1 point, 1 at 0
                  unnamed 2: 2 points, first 2, last 3, lowest 2 at 0, highest 3 at 1
                """)
    }

    @Test func `bars are told by the names of their places`() throws {
        let bars = try Bars([3, 5], label: "accuracy")
        let panel = try Panel(x: Axis(names: ["MAML", "FOMAML"]), layers: [.bars(bars)])
        #expect(
            words(Figure(.panel(panel))) == """
                figure: a bar chart
                  x axis: MAML, FOMAML
                  y axis: 0 to 5
                  accuracy: 2 bars, first 3, last 5, lowest 3 at MAML, highest 5 at FOMAML
                """)
    }

    @Test func `arrows are told by how many, and where the first one leads`() throws {
        let arrows = try Arrows(from: [(x: 0, y: 1)], by: [(x: 2, y: 3)], label: "step")
        let text = words(Figure(.panel(try Panel(layers: [.arrows(arrows)]))))
        #expect(text.hasSuffix("  step: 1 arrow, the first from (0, 1) to (2, 4)"))
    }

    @Test func `maps are told by where they are lowest and highest`() throws {
        let cells = try Raster([4, 2, 3, 9], rows: 2, columns: 2)
        let heatmap = Heatmap(cells, colors: try ColorScale(of: cells, label: "cosine"))
        #expect(
            words(Figure(.panel(try Panel(layers: [.heatmap(heatmap)]))))
                == """
                figure: a heatmap
                  x axis: 0 to 1
                  y axis: 0 to 1
                  2 rows of 2 columns
                  value, cosine: lowest 2 in row 0, column 1, highest 9 in row 1, column 1
                """)
        let field = try Field(x: [0, 10], y: [0, 1], heights: cells)
        let contours = Contours(field, colors: try ColorScale(of: cells), levels: [3, 6])
        let text = words(Figure(.panel(try Panel(layers: [.contours(contours)]))))
        #expect(text.hasPrefix("figure: a contour map\n  x axis: 0 to 10\n"))
        #expect(text.hasSuffix("\n  lines of equal height at 3, 6"))
        let surface = Surface(field, colors: try ColorScale(of: cells), title: "loss", x: "w", y: "b")
        #expect(
            words(Figure(.surface(surface))) == """
                figure: a surface, titled "loss"
                  x axis, w: 0 to 10
                  y axis, b: 0 to 1
                  height: lowest 2 in row 0, column 1, highest 9 in row 1, column 1
                """)
    }

    @Test func `pictures are counted, and what stands in a grid is told one by one`() throws {
        let tile = try Raster([0, 1, 1, 0], rows: 2, columns: 2)
        let pictures = Figure(.panel(try Panel(layers: [.picture(try Picture([tile, tile], labels: ["a", "b"]))])))
        #expect(words(pictures).hasSuffix("\n  2 images of 2 by 2: a, b"))
        let grid = Figure(.tiles(try Tiles([pictures, try Figure(curves: [[1, 2]])], columns: 2)))
        let text = words(grid)
        #expect(text.hasPrefix("figure: 2 figures in 1 row of 2\n  1 of 2:\n    figure: images\n"))
        #expect(text.contains("\n  2 of 2:\n    figure: a line plot, 1 series\n"))
    }
}
