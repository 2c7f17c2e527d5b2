import Testing

@testable import innerloop

@Suite struct BigStackTests {
    @Test func `a recursion far deeper than an ordinary stack allows ends well`() {
        func depth(_ level: Int) -> Int {
            withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 16) { room in
                room[0] = UInt8(truncatingIfNeeded: level)
                return level == 0 ? 0 : 1 + depth(level - 1) + (room[0] == UInt8(truncatingIfNeeded: level) ? 0 : 1)
            }
        }
        let status = BigStack.run { Int32(truncatingIfNeeded: depth(100_000)) }
        #expect(status == 100_000)
    }
}
