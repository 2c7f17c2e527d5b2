import Figures
import Testing

@Suite struct HistogramTests {
    @Test func `a value on an inner edge counts to the right, the largest to the last bin`() throws {
        let histogram = try Histogram([[0, 1, 2, 3, 3.5, 4]], bins: 4)
        #expect(histogram.edges == [0, 1, 2, 3, 4])
        #expect(histogram.counts == [[1, 1, 1, 3]])
    }

    @Test(arguments: [1, 2, 3, 7, 10, 100, 999])
    func `every finite value is counted once, in the bin whose edges hold it`(bins: Int) throws {
        let values = (0..<2000).map { Double($0 * $0 % 977) / 7 - 20 }
        let histogram = try Histogram([values], bins: bins)
        let expected = (0..<bins).map { bin in
            values.count { value in
                value >= histogram.edges[bin] && (value < histogram.edges[bin + 1] || bin == bins - 1)
            }
        }
        #expect(histogram.counts == [expected])
    }

    @Test func `samples share their bins`() throws {
        let histogram = try Histogram([[0, 1], [9, 10, 10]], bins: 2)
        #expect(histogram.edges == [0, 5, 10])
        #expect(histogram.counts == [[2, 0], [0, 3]])
    }

    @Test func `without a number of bins there are about as many as the values bear`() throws {
        let values = (0..<1000).map { Double($0) }
        #expect(try Histogram([values]).counts[0].count == 11, "Sturges: 1 + log₂ 1000, rounded up")
        // One far value would make Freedman and Diaconis' bins too many.
        #expect(try Histogram([values + [1e9]]).counts[0].count == 11)
    }

    @Test func `values that are not finite are left out, and only they are refused`() throws {
        #expect(try Histogram([[.nan, 1, .infinity, 2]], bins: 1).counts == [[2]])
        #expect(throws: FigureError("there is no finite value to count")) { try Histogram([[.nan]]) }
        #expect(throws: FigureError("there is no finite value to count")) { try Histogram([[1], []]) }
        #expect(throws: FigureError("a histogram has 1 to 1000 bins, found 0")) { try Histogram([[1]], bins: 0) }
    }

    @Test(arguments: [0.0, 3, -1e12, 1e300])
    func `one value alone gets a bin around it`(value: Double) throws {
        let histogram = try Histogram([[value, value]], bins: 1)
        #expect(histogram.edges[0] < value && value < histogram.edges[1])
        #expect(histogram.counts == [[2]])
    }
}
