import Figures
import Testing

@testable import Plots

@Suite struct ContourLinesTests {
    private func field(_ count: Int, _ f: (Double, Double) -> Double) throws -> Field {
        let places = (0..<count).map { Double($0) / Double(count - 1) * 2 - 1 }
        let values = places.flatMap { y in places.map { x in f(x, y) } }
        return try Field(x: places, y: places, heights: try Raster(values, rows: count, columns: count))
    }

    @Test func `a plane's line is straight, in one piece`() throws {
        let lines = ContourLines(of: try field(9) { x, y in x + 2 * y }, at: 0.3).lines
        #expect(lines.count == 1)
        for point in lines.joined() { #expect(abs(point.x + 2 * point.y - 0.3) < 1e-12) }
        let ends = [lines[0].first, lines[0].last].compactMap { $0 }
        #expect(ends.allSatisfy { max($0.x.magnitude, $0.y.magnitude) == 1 }, "it goes from border to border")
    }

    @Test func `the line around a hill is closed and lies on the circle`() throws {
        let lines = ContourLines(of: try field(81) { x, y in x * x + y * y }, at: 0.5).lines
        #expect(lines.count == 1)
        #expect(lines[0].first == lines[0].last)
        // Between grid points 1/40 apart a parabola is off by less than their distance squared.
        for point in lines[0] { #expect(abs(point.x * point.x + point.y * point.y - 0.5) < 1.0 / 1600) }
    }

    @Test func `at a saddle the lines do not cross`() throws {
        let saddle = try field(20) { x, y in x * y }
        for level in [0.1, -0.1] {
            let lines = ContourLines(of: saddle, at: level).lines
            #expect(lines.count == 2)
            for line in lines { #expect(Set(line.map { ($0.x > 0) == ($0.y > 0) }).count == 1) }
        }
    }

    @Test func `lines end where a height is missing`() throws {
        let lines = ContourLines(of: try field(9) { x, y in x == 0 && y == 0 ? .nan : x }, at: 0.1).lines
        #expect(lines.count == 2)
    }

    @Test func `no line of a height that is nowhere`() throws {
        let lines = ContourLines(of: try field(5) { x, _ in x }, at: 3)
        #expect(lines.lines.isEmpty)
        #expect(lines.place(forLabelIn: (2, 2)) == nil)
    }
}
