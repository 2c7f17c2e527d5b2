import Figures
import Testing

@Suite struct FigureOverlayTests {
    @Test func `layers of both are on one panel, and of two titles the left one stays`() throws {
        let left = try Figure(curves: [[1, 2]], labels: ["a"], title: "left", y: "loss")
        let right = try Figure(curves: [[3, 4]], labels: ["b"], title: "right", x: "step", guides: [.horizontal(1)])
        let panel = try panel(left.overlaid(with: right))
        #expect(panel.series.map(\.label) == ["a", "b"])
        #expect(panel.guides == [.horizontal(1)])
        #expect((panel.title, panel.x.label, panel.y.label) == ("left", "step", "loss"))
    }

    @Test func `a logarithmic and a linear axis do not fit`() throws {
        let error = #expect(throws: FigureError.self) {
            try Figure(curves: [[1, 2]], log: "y").overlaid(with: Figure(curves: [[1, 2]]))
        }
        #expect(error?.message.hasPrefix("one y axis is logarithmic and the other is not; draw both") == true)
    }

    @Test func `a grid is not laid over anything`() throws {
        let curve = try Figure(curves: [[1, 2]])
        let grid = Figure(.tiles(try Tiles([curve, curve])))
        let error = #expect(throws: FigureError.self) { try curve.overlaid(with: grid) }
        #expect(error?.message.contains("a grid of 2 is none") == true)
    }

    @Test func `grids lie in grids twice and not deeper`() throws {
        let curve = try Figure(curves: [[1, 2]])
        let one = Figure(.tiles(try Tiles([curve, curve, curve, curve])))
        let two = Figure(.tiles(try Tiles([one, curve])))
        #expect(throws: FigureError.self) { try Tiles([two]) }
        #expect(throws: FigureError("there is no figure to tile")) { try Tiles([]) }
        #expect(try Tiles([curve, curve, curve, curve, curve]).columns == 3)
    }
}
