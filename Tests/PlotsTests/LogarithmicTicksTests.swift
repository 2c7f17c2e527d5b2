import Figures
import Testing

@testable import Plots

@Suite struct LogarithmicTicksTests {
    private func labels(_ low: Double, _ high: Double, limit: Int, unicode: Bool = true) -> [String] {
        let range = AxisRange(of: [low, high], on: Axis(scale: .logarithmic), margin: 0)
        return LogarithmicTicks(in: range, limit: limit).ticks.map {
            LogarithmicTicks.label($0, unicode: unicode)
        }
    }

    @Test func `ticks are powers of ten`() {
        #expect(labels(1e-4, 1e-1, limit: 10) == ["10⁻⁴", "10⁻³", "10⁻²", "10⁻¹"])
        #expect(labels(0.5, 2000, limit: 10) == ["1", "10", "100", "10³"])
        #expect(labels(1e-4, 1e-2, limit: 10, unicode: false) == ["1e-4", "1e-3", "1e-2"])
    }

    @Test func `there are no more than fit`() {
        #expect(labels(1e-7, 1, limit: 4) == ["10⁻⁶", "10⁻⁴", "10⁻²", "1"])
        #expect(labels(1e-300, 1e300, limit: 8).count <= 8)
    }

    @Test func `less than a decade is divided by 2 and 5`() {
        #expect(labels(0.1, 0.9, limit: 10) == ["10⁻¹", "2·10⁻¹", "5·10⁻¹"])
        #expect(labels(15, 60, limit: 10) == ["20", "50"])
    }
}
