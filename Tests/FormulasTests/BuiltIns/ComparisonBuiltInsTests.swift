import Figures
import Testing

@testable import Formulas

@Suite struct ComparisonBuiltInsTests {
    private struct NoFigure: Error {}

    private func figure(_ text: String) throws -> Figure {
        let cells = try Session().run(Source(name: "test", text: text))
        for cell in cells {
            if let diagnostic = cell.diagnostic { Issue.record("\(diagnostic.message)") }
        }
        guard case .figure(let figure)? = cells.last?.value else { throw NoFigure() }
        return figure
    }

    private func error(_ text: String) throws -> String {
        try #require(try Session().run(Source(name: "test", text: text)).compactMap(\.diagnostic).first).message
    }

    private func panels(_ figure: Figure) throws -> [Panel] {
        guard case .tiles(let tiles) = figure.content else { throw NoFigure() }
        return tiles.figures.compactMap { if case .panel(let panel) = $0.content { panel } else { nil } }
    }

    @Test func `compare shows norms, cosines and the differences by leaf`() throws {
        let text = "compare({MAML: {W: [3, 0], b: 4}, FOMAML: {b: 4, W: [0, 0]}})"
        let panels = try panels(figure(text))
        #expect(panels[0].layers == [.bars(try Bars([5, 4]))])
        #expect(panels[0].x.names == ["MAML", "FOMAML"])
        guard case .heatmap(let cosines)? = panels[1].map else { throw NoFigure() }
        #expect(zip(cosines.cells.values, [1, 0.8, 0.8, 1]).allSatisfy { abs($0 - $1) < 1e-15 })
        #expect((cosines.colors.low, cosines.colors.high) == (-1, 1))
        #expect(panels[2].layers == [.bars(try Bars([3, 0], label: "FOMAML"))], "fields pair by name, not by place")
        #expect(panels[2].x.names == ["W", "b"])
    }

    @Test func `short vectors are compared number by number, and nested leaves by their paths`() throws {
        let vectors = try panels(figure("compare({a: [1, 2], b: [1, 5], c: [0, 0]})"))
        #expect(
            vectors[2].layers == [
                .bars(try Bars([0, 3], label: "b", group: 0, of: 2)),
                .bars(try Bars([-1, -2], label: "c", group: 1, of: 2)),
            ])
        let nested = try panels(figure("t = list({W: 1, b: 2}, {W: 3, b: 4})\ncompare({a: t, b: 2t})"))
        #expect(nested[2].x.names == ["[0].W", "[0].b", "[1].W", "[1].b"])
    }

    @Test func `compare wants two trees of one structure`() throws {
        #expect(
            try error("compare({a: {W: [1, 2]}, b: {W: [1, 2, 3]}})")
                == "compare needs trees of one structure, found {W: [2]} for a and {W: [3]} for b")
        #expect(try error("compare({a: 1})") == "compare needs two trees or more under names, found a record of 1 tree")
        #expect(try error("compare({a: 1, b: \"x\"})") == "b is a string; compare needs trees of numbers")
    }

    private func contours(_ panel: Panel) throws -> Contours {
        guard case .contours(let contours)? = panel.map else { throw NoFigure() }
        return contours
    }

    private func landscape(_ arguments: String) throws -> Panel {
        guard case .panel(let panel) = try figure("landscape(\(arguments))").content else { throw NoFigure() }
        return panel
    }

    @Test func `a landscape is the loss at θ + a u + b v`() throws {
        let panel = try landscape(
            "t -> t[0] + 10 * t[1] * t[2], around: [1, 1, 2], along: [[2, 0, 0], [0, 1, 0]], resolution: 3")
        let contours = try contours(panel)
        #expect(contours.field.x == [-1, 0, 1])
        // t₀ + 10 t₁ t₂ at (1 + 2a, 1 + b, 2).
        #expect(contours.field.heights.values == [-1, 1, 3, 19, 21, 23, 39, 41, 43])
        #expect((panel.x.label, panel.y.label) == ("u", "v"))
    }

    @Test func `directions and steps are trees like θ, whatever the order of their fields`() throws {
        let panel = try landscape(
            "t -> t.w + 10 * t.b, around: {w: 1, b: 2}, along: {first: {b: 0, w: 1}, second: {w: 0, b: 1}}, "
                + "steps: {SGD: {b: 3, w: 4}}, span: 1, resolution: 2")
        #expect(try contours(panel).field.heights.values == [10, 12, 30, 32])
        #expect((panel.x.label, panel.y.label) == ("first", "second"))
        #expect(panel.layers.contains(.arrows(try Arrows(from: [(0, 0)], by: [(4, 3)], label: "SGD"))))
    }

    @Test func `a step out of the plane is drawn by its projection and says how much of it that is`() throws {
        let panel = try landscape(
            "t -> t · t, around: [0, 0, 0], along: [[1, 0, 0], [1, 2, 0]], steps: {S: [3, 0, 4]}, resolution: 2")
        let arrows = panel.layers.compactMap { if case .arrows(let arrows) = $0 { arrows } else { nil } }
        #expect(arrows.map(\.label) == ["S (60% in the plane)"])
        let arrow = try #require(arrows.first?.arrows.first)
        // 3·u + 0·v of a basis that is not orthogonal.
        #expect(abs(arrow.dx - 3) < 1e-12 && abs(arrow.dy) < 1e-12)
    }

    @Test func `without directions it is the plane of the first two steps, wide enough for all that moves in it`()
        throws
    {
        let panel = try landscape(
            "t -> t · t, around: [0, 0], steps: {A: [0, 2], B: [3, 1]}, path: [[0, 0], [0, 4]], resolution: 2")
        #expect(panel.x.label == "along A")
        #expect(panel.layers.contains(.arrows(try Arrows(from: [(0, 0)], by: [(2, 0)], label: "A"))))
        #expect(panel.layers.contains(.arrows(try Arrows(from: [(0, 0)], by: [(1, 3)], label: "B"))))
        #expect(panel.series.map(\.label) == ["path", "θ"])
        #expect(panel.series[0].x == [0, 4])
        let field = try contours(panel).field
        #expect(field.x[0] < 0 && field.x[1] > 4 && field.y[0] < 0 && field.y[1] > 3)
    }

    @Test func `directions that span no plane are refused`() throws {
        #expect(
            try error("landscape(t -> t · t, around: [0, 0], along: [[1, 1], [2, 2]])")
                == "u and v span no plane: they are parallel, or one of them is 0")
        #expect(
            try error("landscape(t -> t · t, around: [0, 0], steps: {A: [1, 1], B: [-1, -1]})")
                == "the first two steps span no plane: they are parallel, or one of them is 0")
        #expect(
            try error("landscape(t -> t · t, around: [0, 0])") == "landscape needs the plane's directions")
        #expect(
            try error("landscape(t -> t · t, around: [0, 0], along: [[1, 0, 0], [0, 1, 0]])")
                == "landscape needs trees of one structure, found [2] for around and [3] for u")
        #expect(
            try error("landscape(t -> t, around: [0, 0], along: [[1, 0], [0, 1]])")
                == "landscape draws a function that gives a number, found a vector of 2")
    }
}
