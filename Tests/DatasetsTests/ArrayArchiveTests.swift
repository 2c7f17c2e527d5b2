import Tensors
import Testing

@testable import Datasets

@Suite struct ArrayArchiveTests {
    /// What `np.savez_compressed(f, x=np.arange(6.).reshape(2, 3), θ=np.array([1, -2], dtype='>i2'))` writes.
    private static let compressed = """
        504b03042d000000080000002100f0cd3b46ffffffffffffffff05001400782e6e707901001000b00000000000000057000000000000
        009bec17ea1b10c9c850c650ad9e925a9c5ca46ea5a06e9366a1aea3a09e965f54529498179f5f94920a12774bcc294e058a17672416
        a402f91a463a0ac69a3a0ab50a64032e0614f0c11eca7080501c505a004a8b380000504b03042d00000808000000210039d8e08effff
        ffffffffffff06001400ceb82e6e707901001000840000000000000048000000000000009bec17ea1b10c9c850c650ad9e925a9c5ca4
        6ea5a06e9769a4aea3a09e965f54529498179f5f94920a12774bcc294e058a17672416a402f91a463a9a3a0ab50a14002e06c6ffff00
        504b01022d032d000000080000002100f0cd3b4657000000b0000000050000000000000000000000800100000000782e6e7079504b01
        022d032d00000808000000210039d8e08e480000008400000006000000000000000000000080018e000000ceb82e6e7079504b050600
        00000002000200670000000e0100000000
        """

    private func bytes(_ hexadecimal: String) throws -> [UInt8] {
        let digits = hexadecimal.filter { !$0.isWhitespace }.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }

    @Test func `an archive of NumPy's is a record of its arrays`() throws {
        let fields = try ArrayArchive.fields(try bytes(Self.compressed))
        let wanted = Datum.record([
            .init("x", .tensor(Tensor([2, 3], [0.0, 1, 2, 3, 4, 5]))), .init("θ", .tensor(Tensor(vector: [1, -2]))),
        ])
        #expect(.record(fields) == wanted)
    }

    @Test func `what is written reads back, in order`() throws {
        let fields: [Datum.Field] = [
            .init("θ₀", .tensor(Tensor([2, 2], [1.0, 2, 3, 4]))), .init("b", .tensor(Tensor([1], [Float(0.5)]))),
            .init("ok", .tensor(Tensor(true))), .init("none", .tensor(Tensor(vector: []))),
        ]
        #expect(.record(try ArrayArchive.fields(try ArrayArchive.bytes(.record(fields)))) == Datum.record(fields))
    }

    @Test func `what is malformed is said`() throws {
        let whole = try bytes(Self.compressed)
        for broken in [[], Array("no archive".utf8), Array(whole.prefix(100)), Array(whole.prefix(whole.count - 60))] {
            let fault = #expect(throws: Malformed.self) { _ = try ArrayArchive.fields(broken) }
            #expect(fault?.reason.hasPrefix("libarchive: ") == true)
        }
        var changed = whole
        changed[110] ^= 0xFF
        let fault = #expect(throws: Malformed.self) { _ = try ArrayArchive.fields(changed) }
        #expect(fault?.reason.isEmpty == false)
    }

    @Test func `an archive of other files is refused`() throws {
        let other = try ZipArchive.bytes([("notes.txt", [1])])
        #expect(throws: Malformed.self) { _ = try ArrayArchive.fields(other) }
        let wrong = try ZipArchive.bytes([("x.npy", [1])])
        let fault = #expect(throws: Malformed.self) { _ = try ArrayArchive.fields(wrong) }
        #expect(fault?.reason == "x.npy in it: it does not begin as a .npy file does")
        let twice = try ZipArchive.bytes([
            ("x.npy", ArrayFile.bytes(Tensor(1.0))), ("x.npy", ArrayFile.bytes(Tensor(2.0))),
        ])
        #expect(throws: Malformed.self) { _ = try ArrayArchive.fields(twice) }
    }

    @Test func `only a record of tensors is written`() {
        for datum in [Datum.tensor(Tensor(1.0)), .record([]), .record([.init("s", .string("x"))])] {
            #expect(throws: Malformed.self) { _ = try ArrayArchive.bytes(datum) }
        }
    }
}
