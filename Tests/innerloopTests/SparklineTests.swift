import Testing

@testable import innerloop

@Suite struct SparklineTests {
    private func text(_ values: [Double], columns: Int = 20) -> String {
        var line = Sparkline()
        for value in values { line.append(value) }
        return line.text(columns: columns)
    }

    @Test func `heights go from the least to the greatest`() {
        #expect(text([0, 1, 2, 3, 4, 5, 6, 7]) == "▁▂▃▄▅▆▇█")
        #expect(text([7, 0]) == "█▁")
    }

    @Test func `many numbers become as many columns as there are, the first and the last among them`() {
        let course = text((0...5000).map { Double(5000 - $0) }, columns: 8)
        #expect(course == "█▇▆▅▄▃▂▁")
    }

    @Test func `a course over many powers of ten is drawn by its logarithm`() {
        #expect(text([1, 1e-2, 1e-4, 1e-6, 1e-7]) == "█▆▄▂▁")
    }

    @Test func `what is not finite is a gap, and what does not change is flat`() {
        #expect(text([1, .nan, 2]) == "▁ █")
        #expect(text([.infinity, .nan]) == "")
        #expect(text([3, 3, 3]) == "▁▁▁")
        #expect(text([3]) == "")
        #expect(text([1, 2], columns: 0) == "")
    }
}
