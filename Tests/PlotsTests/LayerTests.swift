import Figures
import Testing

/// What the layers of a panel refuse, and why.
@Suite struct LayerTests {
    private func message<T>(_ make: () throws(FigureError) -> T) -> String? {
        do throws(FigureError) {
            _ = try make()
            return nil
        } catch {
            return error.message
        }
    }

    @Test func `heights of another shape than their positions are refused with both shapes and the rule`() throws {
        let heights = try Raster(Array(repeating: 0, count: 6), rows: 2, columns: 3)
        let text = message { () throws(FigureError) in try Field(x: [0, 1], y: [0, 1, 2], heights: heights) }
        #expect(
            text
                == "Z [2, 3] does not lie over 2 x and 3 y: it has one row for each y and one column for each x, [3, 2]; "
                + "transpose it")
    }

    @Test func `positions ascend`() throws {
        let heights = try Raster([0, 0, 0, 0], rows: 2, columns: 2)
        let text = message { () throws(FigureError) in try Field(x: [1, 0], y: [0, 1], heights: heights) }
        #expect(text == "the x positions must be finite and ascend")
    }

    @Test func `between positions a height is in proportion, and outside there is none`() throws {
        let heights = try Raster([0, 2, 4, 6], rows: 2, columns: 2)
        let field = try Field(x: [0, 1], y: [10, 20], heights: heights)
        #expect(field.height(x: 0.5, y: 15) == 3)
        #expect(field.height(x: 1, y: 20) == 6)
        #expect(field.height(x: 1.1, y: 20) == nil)
        let broken = try Raster([0, .nan, 4, 6], rows: 2, columns: 2)
        #expect(try Field(x: [0, 1], y: [10, 20], heights: broken).height(x: 0.5, y: 15) == nil)
        #expect(try Field(x: [0, 1], y: [10, 20], heights: broken).height(x: 0, y: 15) == 2)
    }

    @Test func `bands have as many ends as their curve has values`() {
        let text = message { () throws(FigureError) in
            try Series([1, 2], label: "loss", band: Series.Band(low: [0], high: [3, 4]))
        }
        #expect(text == "series “loss” has 2 values, its band 1 lower and 2 upper ends; they must be as many")
    }

    @Test func `groups of bars share their positions without touching their neighbours`() throws {
        let first = try Bars([1, 1], group: 0, of: 2).boxes
        let second = try Bars([1, 1], group: 1, of: 2).boxes
        #expect(abs(first[0].right - second[0].left) < 1e-12)
        #expect(second[0].right < first[1].left)
        #expect(abs(first[0].left + second[0].right) < 1e-12, "the group stands around 0")
    }

    @Test func `bars of nothing finite are refused, and on a logarithmic axis those of nothing positive`() throws {
        let none = try Bars([.nan], label: "a")
        #expect(
            message { () throws(FigureError) in try Panel(layers: [.bars(none)]) }
                == "bars “a” have no finite height (the first is nan)")
        let negative = try Bars([-1])
        #expect(
            message { () throws(FigureError) in try Panel(y: Axis(scale: .logarithmic), layers: [.bars(negative)]) }
                == "the bars have no positive height, and the y axis is logarithmic")
    }

    @Test func `arrows start and go from as many points, one of which can be drawn`() {
        #expect(
            message { () throws(FigureError) in try Arrows(from: [(0, 0)], by: [(1, 1), (2, 2)]) }
                == "the arrows start from 1 points and go by 2; they must be as many")
        #expect(
            message { () throws(FigureError) in try Arrows(from: [(0, 0)], by: [(.nan, 1)], label: "Δ") }
                == "none of arrows “Δ” is finite")
    }

    @Test func `one panel has one map, which lies lowest`() throws {
        let cells = try Raster([1, 2], rows: 1, columns: 2)
        let map = Panel.Layer.heatmap(Heatmap(cells, colors: try ColorScale(of: cells)))
        #expect(
            message { () throws(FigureError) in try Panel(layers: [map, map]) }
                == "one panel has room for one map; tile two with grid(a, b)")
        let series = Panel.Layer.series(try Series([1, 2]))
        #expect(try Panel(layers: [series, map]).layers == [map, series])
    }

    @Test func `images of one grid have one shape, and a label each or none`() throws {
        let (square, broad) = (try Raster([1], rows: 1, columns: 1), try Raster([1, 2], rows: 1, columns: 2))
        #expect(
            message { () throws(FigureError) in try Picture([square, broad]) }
                == "images of one grid have one shape, found [1, 1] and [1, 2]")
        #expect(
            message { () throws(FigureError) in try Picture([square, square], labels: ["a"]) }
                == "1 labels for 2 images; give one for each, or none")
        #expect(message { () throws(FigureError) in try Picture([]) } == "there are no images to draw")
        #expect(try Picture(Array(repeating: square, count: 7)).columns == 3)
    }

    @Test func `colours need a value that has one`() throws {
        let cells = try Raster([0, -1], rows: 1, columns: 2)
        #expect(
            message { () throws(FigureError) in try ColorScale(of: cells, scale: .logarithmic) }
                == "the matrix [1, 2] has no positive value (the first is 0.0)")
        let constant = try ColorScale(of: try Raster([3, 3], rows: 1, columns: 2))
        #expect(constant.low < 3 && constant.high > 3)
        #expect(
            message { () throws(FigureError) in try ColorScale(of: cells, range: (1, 1)) }
                == "the range of the colours, from 1.0 to 1.0, must go from a smaller number to a larger")
    }

    @Test func `levels are round and lie within the heights`() throws {
        let linear = try ColorScale(of: try Raster([0.3, 9.7], rows: 1, columns: 2))
        #expect(Contours.levels(of: linear, about: 9) == [1, 2, 3, 4, 5, 6, 7, 8, 9])
        let wide = try ColorScale(of: try Raster([0.1, 1000], rows: 1, columns: 2), scale: .logarithmic)
        #expect(Contours.levels(of: wide, about: 3).map { ($0 * 1000).rounded() / 1000 } == [1, 10, 100])
    }
}
