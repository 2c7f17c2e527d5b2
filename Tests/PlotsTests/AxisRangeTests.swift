import Figures
import Testing

@testable import Plots

@Suite struct AxisRangeTests {
    private let linear = Axis()
    private let logarithmic = Axis(scale: .logarithmic)

    @Test func `a constant gets a range around it`() {
        let three = AxisRange(of: [3, 3], on: linear, margin: 0.1)
        #expect(three.low < 3 && three.high > 3 && three.position(of: 3) == 0.5)
        #expect(AxisRange(of: [0], on: linear, margin: 0) == AxisRange(of: [-1, 1], on: linear, margin: 0))
        let ten = AxisRange(of: [10], on: logarithmic, margin: 0)
        #expect(ten.low == 5 && ten.high == 20)
    }

    @Test func `what has no place does not count`() {
        #expect(
            AxisRange(of: [1, .infinity, 2, .nan, 1e305], on: linear, margin: 0)
                == AxisRange(of: [1, 2], on: linear, margin: 0))
        #expect(
            AxisRange(of: [-5, 0, 1, 10], on: logarithmic, margin: 0)
                == AxisRange(of: [1, 10], on: logarithmic, margin: 0))
    }

    @Test func `the widest ranges stay finite`() {
        for axis in [linear, logarithmic] {
            let range = AxisRange(of: [-1e300, 1e-300, 1e300], on: axis, margin: 0.04)
            #expect(range.low.isFinite && range.high.isFinite && range.low < range.high)
        }
    }

    @Test func `ticks step by 1, 2 or 5 of a power of ten`() {
        func step(_ span: Double, _ limit: Int) -> Double {
            AxisRange(of: [0, span], on: linear, margin: 0).tickStep(limit: limit)
        }
        #expect(step(10, 5) == 2)
        #expect(step(1, 10) == 0.1)
        #expect(step(6.25, 4) == 2)
        #expect(step(3, 10) == 0.5)
        #expect(step(9000, 10) == 1000)
    }
}
