import Figures
import SeededNumbers
import Testing

@testable import Plots

@Suite struct ThinningTests {
    private func kept(
        _ y: [Double], over x: [Double]? = nil, marks: Series.Marks = .lines, canvas: Canvas = .single
    ) throws -> [Int]? {
        let series = try Series(y, over: x ?? y.indices.map(Double.init), marks: marks)
        let panel = try Panel(layers: [.series(series)])
        return Thinning(panel: panel, ranges: panel.ranges(), canvas: canvas).kept(of: series, marks: marks)
    }

    private func noise(_ count: Int, seed: UInt64 = 1) -> [Double] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { _ in Double.random(in: -1...1, using: &random) }
    }

    @Test func `few points are all kept`() throws {
        #expect(try kept(noise(Thinning.fewest - 1)) == nil)
        #expect(try kept(noise(Thinning.fewest)) != nil)
    }

    @Test func `of a line each column keeps the ends, the lowest and the highest point`() throws {
        let y = noise(100_000)
        let canvas = Canvas(width: 100, height: 100)
        let kept = try #require(try kept(y, canvas: canvas))
        let columns = 400
        #expect(kept.count <= 4 * (columns + 1))
        #expect(kept == kept.sorted() && Set(kept).count == kept.count)
        let column = { (index: Int) in Int(Double(index) / 99_999 * Double(columns)) }
        let all = Dictionary(grouping: y.indices, by: column)
        let left = Dictionary(grouping: kept, by: column)
        for (place, indices) in all {
            let shown = left[place] ?? []
            #expect(shown.first == indices.first && shown.last == indices.last)
            #expect(shown.map { y[$0] }.max() == indices.map { y[$0] }.max())
            #expect(shown.map { y[$0] }.min() == indices.map { y[$0] }.min())
        }
    }

    @Test func `gaps are kept, one for several`() throws {
        var y = noise(20_000)
        for index in 100..<200 { y[index] = .nan }
        y[15_000] = .infinity
        let kept = try #require(try kept(y))
        #expect(kept.filter { !y[$0].isFinite } == [100, 15_000])
        #expect(kept.contains(99) && kept.contains(200))
    }

    @Test func `of marks one is kept in each square, and one alone always`() throws {
        let count = 50_000
        let (x, y) = (noise(count - 1) + [5], noise(count - 1, seed: 2) + [5])
        let canvas = Canvas(width: 300, height: 300)
        let kept = try #require(try kept(y, over: x, marks: .points, canvas: canvas))
        #expect(kept.contains(count - 1))
        #expect(kept.count < 40 * 40)
        for index in stride(from: 0, to: count, by: 97) {
            let isNear = kept.contains { abs(x[$0] - x[index]) < 6.3 / 100 && abs(y[$0] - y[index]) < 6.6 / 100 }
            #expect(isNear, "\(index)")
        }
    }

    @Test func `a line with marks keeps what either keeps`() throws {
        let series = try Series(noise(50_000), marks: .linesAndPoints)
        let panel = try Panel(layers: [.series(series)])
        let thinning = Thinning(panel: panel, ranges: panel.ranges(), canvas: .single)
        let both = Set(try #require(thinning.kept(of: series, marks: .linesAndPoints)))
        for marks in [Series.Marks.lines, .points] {
            #expect(both.isSuperset(of: try #require(thinning.kept(of: series, marks: marks))))
        }
    }

    @Test func `bars in one column become one, as high and as low`() throws {
        let heights = noise(40_000)
        let bars = try Bars(heights)
        let panel = try Panel(layers: [.bars(bars)])
        let thinning = Thinning(panel: panel, ranges: panel.ranges(), canvas: Canvas(width: 100, height: 100))
        let merged = thinning.merged(bars.boxes)
        #expect(merged.count <= 2 * 401)
        #expect(merged.map(\.height).max() == heights.max() && merged.map(\.height).min() == heights.min())
        #expect(merged.first?.left == bars.boxes.first?.left && merged.last?.right == bars.boxes.last?.right)
    }
}
