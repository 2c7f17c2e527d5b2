import CSignals
import Kernels
import Testing

struct StretchesTests {
    @Test(arguments: [0, 1, 7, 8, 262_143, 262_144, 262_145, 1_000_003], [1, 1000, 10_000_000])
    func `stretches make up the whole, in order`(_ count: Int, _ cost: Int) {
        guard count < 10_000 || cost < 10_000 else { return }
        var end = 0
        Stretches.forEach(of: count, cost: cost) { range in
            #expect(range.lowerBound == end && !range.isEmpty)
            #expect(range.lowerBound % 8 == 0)
            end = range.upperBound
        }
        #expect(end == count)
    }

    @Test func `an interrupt ends them after the stretch it comes in`() async {
        await #expect(processExitsWith: .success) {
            var ranges: [Range<Int>] = []
            Stretches.forEach(of: 1 << 20) { range in
                ranges.append(range)
                if ranges.count == 2 { signals_interrupt() }
            }
            #expect(ranges == [0..<1 << 18, 1 << 18..<1 << 19])
        }
    }
}
