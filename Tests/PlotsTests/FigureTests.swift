import Figures
import Testing

@Suite struct FigureTests {
    private func message(_ make: () throws(FigureError) -> Figure) -> String? {
        do throws(FigureError) {
            _ = try make()
            return nil
        } catch {
            return error.message
        }
    }

    @Test func `curves of another length than their positions are refused with both lengths`() {
        let message = message { () throws(FigureError) in
            try Figure(curves: [[1, 2, 3]], over: [0, 1], labels: ["loss"])
        }
        #expect(message == "series “loss” has 3 values over 2 positions; they must be as many")
    }

    @Test func `a figure of nothing is refused`() {
        #expect(message { () throws(FigureError) in try Figure(curves: []) } == "there is no series to draw")
        #expect(message { () throws(FigureError) in try Figure(curves: [[]]) } == "a series has no values to draw")
    }

    @Test func `values that are all infinite or undefined are refused`() {
        #expect(
            message { () throws(FigureError) in try Figure(curves: [[.nan, .infinity]], labels: ["loss"]) }
                == "series “loss” has no finite y value (the first is nan)")
    }

    @Test func `finite coordinates that never meet are refused`() {
        #expect(
            message { () throws(FigureError) in try Figure(curves: [[.nan, 1]], over: [1, .nan]) }
                == "a series has no point whose x and y can both be drawn")
    }

    @Test func `some undefined values are gaps`() throws {
        let figure = try Figure(curves: [[1, .nan, .infinity, 2]])
        guard case .panel(let panel) = figure.content else { return }
        #expect(
            zip(panel.series[0].x, panel.series[0].y).map { panel.holds(x: $0, y: $1) } == [true, false, false, true])
    }

    @Test func `a logarithmic axis wants a positive value`() {
        #expect(
            message { () throws(FigureError) in try Figure(curves: [[0, -1]], labels: ["g"], log: "y") }
                == "series “g” has no positive y value, and the y axis is logarithmic")
        #expect(
            message { () throws(FigureError) in try Figure(curves: [[1, 2]], over: [-1, 0], log: "x") }
                == "a series has no positive x value, and the x axis is logarithmic")
        #expect(message { () throws(FigureError) in try Figure(curves: [[0, 1]], log: "y") } == nil)
    }

    @Test func `labels are one for each curve or none`() {
        #expect(
            message { () throws(FigureError) in try Figure(curves: [[1], [2]], labels: ["a"]) }
                == "1 labels for 2 curves; give one for each, or none")
    }

    @Test func `log names x, y or both`() {
        #expect(
            message { () throws(FigureError) in try Figure(curves: [[1]], log: "z") }
                == "log: \"z\" names no axes; wanted \"x\", \"y\" or \"xy\"")
        #expect(message { () throws(FigureError) in try Figure(curves: [[1, 2]], over: [1, 2], log: "yx") } == nil)
    }

    @Test func `a guide must have a place on its axis`() {
        #expect(
            message { () throws(FigureError) in try Figure(curves: [[1]], log: "y", guides: [.horizontal(0)]) }
                == "the guide at y = 0.0 must be positive, since the y axis is logarithmic")
        #expect(
            message { () throws(FigureError) in try Figure(curves: [[1]], guides: [.vertical(.nan)]) }
                == "the guide at x = nan must be a finite number")
    }
}
