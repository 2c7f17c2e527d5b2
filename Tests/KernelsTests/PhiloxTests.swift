import Testing

@testable import Kernels

struct PhiloxTests {
    /// The known-answer vectors of philox4x32 with 10 rounds that the Random123 distribution ships (`kat_vectors`).
    @Test(arguments: [
        (UInt64(0), UInt64(0), UInt64(0), [UInt32](arrayLiteral: 0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)),
        (.max, .max, .max, [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]),
        (
            0x299f_31d0_a409_3822, 0x85a3_08d3_243f_6a88, 0x0370_7344_1319_8a2e,
            [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
        ),
    ])
    func `the published blocks come out`(_ key: UInt64, _ low: UInt64, _ high: UInt64, _ wanted: [UInt32]) {
        let block = Philox(key: key).block(low, high)
        #expect([block.0, block.1, block.2, block.3] == wanted)
    }

    @Test func `a uniform number is never 0 and never 1, whatever the bits`() {
        #expect(Philox.unit(0, 0) > 0)
        #expect(Philox.unit(.max, .max) < 1)
    }
}
