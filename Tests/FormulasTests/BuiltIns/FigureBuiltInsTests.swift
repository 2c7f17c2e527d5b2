import Figures
import Testing

@testable import Formulas

@Suite struct FigureBuiltInsTests {
    private struct NoFigure: Error {}

    private func figure(_ text: String) throws -> Figure {
        let cells = try Session().run(Source(name: "test", text: text))
        for cell in cells {
            if let diagnostic = cell.diagnostic { Issue.record("\(diagnostic.message)") }
        }
        guard case .figure(let figure)? = cells.last?.value else { throw NoFigure() }
        return figure
    }

    private func panel(_ text: String) throws -> Panel {
        guard case .panel(let panel) = try figure(text).content else { throw NoFigure() }
        return panel
    }

    /// What a formula is refused with.
    private func error(_ text: String) throws -> String {
        try #require(try Session().run(Source(name: "test", text: text)).compactMap(\.diagnostic).first).message
    }

    @Test func `bands are ± a vector, or their two ends, or by name`() throws {
        let one = try panel("plot([0, 1], [5, 6], bands: [1, 2])").series[0].band
        #expect(one == Series.Band(low: [4, 4], high: [6, 8]))
        #expect(try panel("plot([5, 6], bands: 1)").series[0].band == Series.Band(low: [4, 5], high: [6, 7]))
        let ends = try panel("plot([0, 1], [5, 6], bands: [[1, 2], [8, 9]])").series[0].band
        #expect(ends == Series.Band(low: [1, 2], high: [8, 9]))
        let named = try panel("plot([0, 1], {a: [5, 6], b: [1, 1]}, bands: {b: [1, 1]})").series
        #expect(named.map(\.band) == [nil, Series.Band(low: [0, 0], high: [2, 2])])
        #expect(
            try error("plot([1, 2], bands: [1, 2, 3])")
                == "the band of a curve of 2 is a number, [2] or [lo, hi], found [3]")
        #expect(
            try error("plot([0, 1], {a: [1, 2]}, bands: {b: [1, 1]})")
                == "there is no curve b for its band; the curves are a")
    }

    @Test func `curves that all have names lie over their indices`() throws {
        let series = try panel("plot({MAML: [5, 6], Reptile: [7, 8]})").series
        #expect(series.map(\.label) == ["MAML", "Reptile"])
        #expect(series.map(\.x) == [[0, 1], [0, 1]])
        #expect(series.map(\.y) == [[5, 6], [7, 8]])
    }

    @Test func `points that share a label are one series`() throws {
        let series = try panel("scatter([[1, 2], [3, 4], [5, 6]], labels: [\"a\", \"b\", \"a\"])").series
        #expect(series.map(\.label) == ["a", "b"])
        #expect(series.map(\.x) == [[1, 5], [3]])
        #expect(series.map(\.y) == [[2, 6], [4]])
        #expect(series.allSatisfy { $0.marks == .points })
        #expect(try panel("scatter([1, 2], [3, 4], labels: 7..8)").series.map(\.label) == ["7", "8"])
        #expect(try panel("scatter({u: [[1, 2]], v: [[3, 4]]})").series.map(\.label) == ["u", "v"])
        #expect(try error("scatter([[1, 2]], labels: [1, 2])") == "2 labels for 1 point")
        #expect(try error("scatter([1, 2], [3])") == "scatter needs as many x as y, found 2 and 1")
        #expect(try error("scatter(zeros(2, 3))") == "points are a matrix [n, 2], found a matrix [2, 3]")
    }

    @Test func `a path marks its steps`() throws {
        let series = try panel("path({SGD: [[0, 0], [1, 2]]}, x: \"a\")").series
        #expect(series == [try Series([0, 2], over: [0, 1], label: "SGD", marks: .linesAndPoints)])
    }

    @Test func `bars are named by their record, or grouped`() throws {
        let named = try panel("bars({MAML: 1, FOMAML: 2})")
        #expect(named.x.names == ["MAML", "FOMAML"])
        #expect(named.layers == [.bars(try Bars([1, 2]))])
        let grouped = try panel("bars({MAML: [1, 2], FOMAML: [3, 4]}, [\"5-shot\", \"1-shot\"])")
        #expect(grouped.x.names == ["5-shot", "1-shot"])
        #expect(
            grouped.layers == [
                .bars(try Bars([1, 2], label: "MAML", group: 0, of: 2)),
                .bars(try Bars([3, 4], label: "FOMAML", group: 1, of: 2)),
            ])
        #expect(try error("bars({a: [1, 2], b: [1]})") == "groups of bars have as many bars each, found 2, 1")
        #expect(try error("bars([1, 2], [\"a\"])") == "1 label for 2 bars; give one for each, or none")
        #expect(try error("bars(zeros(2, 2))") == "a group of bars is a vector, found a matrix [2, 2]")
        #expect(try error("bars([1, 2], log: \"x\")") == "log is \"y\", found \"x\"")
    }

    @Test func `a histogram counts, several over the same bins`() throws {
        let layers = try panel("histogram({a: [0, 1, 1], b: [3, 4]}, bins: 4)").layers
        #expect(
            layers == [
                .bars(try Bars([1, 2, 0, 0], between: [0, 1, 2, 3, 4], label: "a")),
                .bars(try Bars([0, 0, 0, 2], between: [0, 1, 2, 3, 4], label: "b")),
            ])
        #expect(try panel("histogram([1, 2, 2])").y.label == "count")
        #expect(try error("histogram([1], bins: 0)") == "a histogram has 1 to 1000 bins, found 0")
    }

    @Test func `arrows start at one point or at one each`() throws {
        let one = try panel("arrows([1, 2], {a: [3, 4], b: [[5, 6], [7, 8]]})").layers
        #expect(
            one == [
                .arrows(try Arrows(from: [(1, 2)], by: [(3, 4)], label: "a")),
                .arrows(try Arrows(from: [(1, 2), (1, 2)], by: [(5, 6), (7, 8)], label: "b")),
            ])
        let each = try panel("arrows([[0, 0], [1, 1]], [[1, 0], [0, 1]], labels: [\"a\", \"b\"])").layers
        #expect(
            each == [
                .arrows(try Arrows(from: [(0, 0)], by: [(1, 0)], label: "a")),
                .arrows(try Arrows(from: [(1, 1)], by: [(0, 1)], label: "b")),
            ])
        #expect(
            try error("arrows(zeros(3, 2), ones(2, 2))")
                == "the arrows start from 3 points and go by 2; they must be as many")
    }

    @Test func `a heatmap names its rows and columns`() throws {
        let panel = try panel("heatmap([[1, 2, 3], [4, 5, 6]], [\"a\", \"b\", \"c\"], [\"r\", \"s\"], range: [0, 10])")
        #expect(panel.x.names == ["a", "b", "c"])
        #expect(panel.y.names == ["r", "s"])
        #expect(panel.y.isReversed)
        guard case .heatmap(let heatmap)? = panel.map else { throw NoFigure() }
        #expect(heatmap.cells == (try Raster([1, 2, 3, 4, 5, 6], rows: 2, columns: 3)))
        #expect((heatmap.colors.low, heatmap.colors.high) == (0, 10))
        #expect(heatmap.showsNumbers)
        #expect(
            try error("heatmap(zeros(2, 3), [\"a\"])")
                == "1 name for 3 columns of the matrix [2, 3]; give one for each")
        #expect(try error("heatmap([1, 2])") == "what heatmap draws is a matrix, found a vector of 2")
    }

    @Test func `contours of matrices and of a function are the same`() throws {
        let made = try panel("xs = [0, 1, 2]\nys = [5, 6]\ncontour(xs, ys, [[x * y for x in xs] for y in ys])")
        let computed = try panel("contour((x, y) -> x * y, [0, 1, 2], [5, 6])")
        #expect(made.map == computed.map)
        #expect((computed.x.label, computed.y.label) == ("x", "y"), "the function's parameters name the axes")
        guard case .contours(let contours)? = made.map else { throw NoFigure() }
        #expect(contours.field.heights.values == [0, 5, 10, 0, 6, 12])
        let mesh = try panel("contour([[0, 1, 2], [0, 1, 2]], [[5, 5, 5], [6, 6, 6]], [[0, 5, 10], [0, 6, 12]])")
        #expect(mesh.map == made.map)
    }

    @Test func `a function is drawn over its ranges, which it needs`() throws {
        guard
            case .contours(let contours)? = try panel("contour((w, b) -> w + b, x: [-1, 1], y: [0, 4], levels: [2, 1])")
                .map
        else { throw NoFigure() }
        #expect((contours.field.x.first, contours.field.x.last, contours.field.y.last) == (-1, 1, 4))
        #expect(contours.levels == [1, 2])
        #expect(try error("contour((w, b) -> w + b)") == "contour of a function needs its ranges")
        #expect(
            try error("contour((w, b) -> [w, b], x: [0, 1], y: [0, 1])")
                == "contour draws a function that gives a number, found a vector of 2")
        #expect(
            try error("contour((w, b) -> w, x: [1, 0], y: [0, 1])")
                == "x is [low, high] with low < high, found [1, 0]")
    }

    @Test func `heights that lie the wrong way are refused with both shapes`() throws {
        #expect(
            try error("contour([0, 1], [0, 1, 2], zeros(2, 3))")
                == "Z [2, 3] does not lie over 2 x and 3 y: it has one row for each y and one column for each x, [3, 2]; "
                + "transpose it")
        #expect(
            try error("surface([[0, 1], [5, 9]], [0, 1], zeros(2, 2))")
                == "X [2, 2] is no grid: its rows differ")
        #expect(try error("surface([0, 1], zeros(2, 2))") == "surface takes Z, or X, Y and Z, found 2 arguments")
    }

    @Test func `a surface knows its heights' name and scale`() throws {
        guard
            case .surface(let surface) = try figure("surface([[1, 10], [100, 1000]], z: \"loss\", log: \"z\")").content
        else { throw NoFigure() }
        #expect((surface.colors.label, surface.colors.scale) == ("loss", .logarithmic))
        #expect(surface.field.x == [0, 1])
    }

    @Test func `images are tiles of one shape, with or without an axis of channels`() throws {
        for text in [
            "images(zeros(3, 2, 4))", "images(zeros(3, 1, 2, 4))", "images(zeros(3, 2, 4, 1))",
            "images(list(zeros(2, 4), ones(2, 4), zeros(2, 4, 1)))",
        ] {
            guard case .picture(let picture)? = try panel(text).map else { throw NoFigure() }
            #expect(picture.tiles.map { [$0.rows, $0.columns] } == [[2, 4], [2, 4], [2, 4]], "\(text)")
        }
        #expect(try error("images(zeros(2, 2))") == "images are [n, height, width], found a matrix [2, 2]")
        #expect(try error("image(zeros(2))") == "an image is a matrix [height, width], found a vector of 2")
        #expect(
            try error("images(zeros(2, 2, 2), labels: [1])") == "1 labels for 2 images; give one for each, or none")
    }

    @Test func `a grid tiles figures and lists of them`() throws {
        guard
            case .tiles(let tiles) = try figure("grid(plot([1, 2]), [bars([k, 1]) for k in 1..3], columns: 2)").content
        else { throw NoFigure() }
        #expect((tiles.figures.count, tiles.columns, tiles.rows) == (4, 2, 2))
        #expect(try error("grid(1)") == "grid tiles figures, found a number")
    }

    @Test func `figures of one panel add up`() throws {
        let panel = try panel(
            "plot([1, 2], labels: [\"a\"], title: \"left\") + arrows([0, 0], [1, 1]) + scatter([[3, 4]])")
        #expect(panel.layers.count == 3)
        #expect(panel.title == "left")
        #expect(try error("plot([1, 2]) + grid(plot([1, 2]))").contains("a grid of 1 is none"))
        #expect(try error("plot([1, 2]) * plot([1, 2])") == "* does not work on a figure and a figure")
    }
}
