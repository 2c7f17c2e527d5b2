import Tensors
import Testing

@testable import Datasets

@Suite struct ArrayFileTests {
    /// A file as NumPy writes it, with the header not padded.
    private func file(
        _ type: String, _ shape: String, _ elements: [UInt8], fortran: Bool = false, version: UInt8 = 1
    ) -> [UInt8] {
        file(
            header: "{'descr': '\(type)', 'fortran_order': \(fortran ? "True" : "False"), 'shape': \(shape), }\n",
            elements, version: version)
    }

    private func file(header: String, _ elements: [UInt8], version: UInt8 = 1) -> [UInt8] {
        let length = [UInt8(header.utf8.count & 0xFF), UInt8(header.utf8.count >> 8)] + (version == 1 ? [] : [0, 0])
        return [0x93] + Array("NUMPY".utf8) + [version, 0] + length + Array(header.utf8) + elements
    }

    private func bytes<Bits: FixedWidthInteger>(_ values: [Bits]) -> [UInt8] {
        values.flatMap { value in withUnsafeBytes(of: value) { Array($0) } }
    }

    @Test(arguments: [1, 2, 3] as [UInt8])
    func `every version is read`(_ version: UInt8) throws {
        let bytes = file(
            "<f8", "(2,)", bytes([Double(0.5).bitPattern.littleEndian, Double(-1).bitPattern.littleEndian]),
            version: version)
        #expect(try ArrayFile.tensor(bytes) == Tensor(vector: [0.5, -1]))
    }

    @Test func `every type is read in either byte order`() throws {
        let cases: [(String, [UInt8])] = [
            ("<f8", bytes([Double(1.5).bitPattern.littleEndian])), (">f8", bytes([Double(1.5).bitPattern.bigEndian])),
            ("<i2", bytes([Int16(-300).littleEndian])), (">i2", bytes([Int16(-300).bigEndian])),
            ("<i4", bytes([Int32(-70_000).littleEndian])), (">i4", bytes([Int32(-70_000).bigEndian])),
            ("<i8", bytes([Int64(-5_000_000_000).littleEndian])), (">i8", bytes([Int64(-5_000_000_000).bigEndian])),
            ("|i1", [0x80]), ("|u1", [0xFF]), ("<u2", bytes([UInt16(65_535).littleEndian])),
            (">u4", bytes([UInt32.max.bigEndian])), ("<u8", bytes([(UInt64(1) << 53).littleEndian])),
        ]
        let wanted: [Double] = [
            1.5, 1.5, -300, -300, -70_000, -70_000, -5_000_000_000, -5_000_000_000, -128, 255, 65_535, 4_294_967_295,
            9_007_199_254_740_992,
        ]
        for ((type, elements), number) in zip(cases, wanted) {
            #expect(try ArrayFile.tensor(file(type, "(1,)", elements)) == Tensor(vector: [number]), "\(type)")
        }
        #expect(
            try ArrayFile.tensor(file(">f4", "()", bytes([Float(0.1).bitPattern.bigEndian])))
                == Tensor([], [Float(0.1)]))
        #expect(try ArrayFile.tensor(file("|b1", "(3,)", [1, 0, 2])) == Tensor([3], [true, false, true]))
    }

    @Test func `Fortran order becomes row-major`() throws {
        // np.arange(24).reshape(2, 3, 4), the first axis fastest.
        var elements: [UInt8] = []
        for k in 0..<4 { for j in 0..<3 { for i in 0..<2 { elements.append(UInt8(12 * i + 4 * j + k)) } } }
        let tensor = try ArrayFile.tensor(file("|u1", "(2, 3, 4)", elements, fortran: true))
        #expect(tensor == Tensor([2, 3, 4], (0..<24).map(Double.init)))
        #expect(
            try ArrayFile.tensor(file("|u1", "(2L, 2L)", [0, 1, 2, 3], fortran: true))
                == Tensor([2, 2], [0.0, 2, 1, 3]))
        #expect(try ArrayFile.tensor(file("|u1", "(0, 3)", [], fortran: true)) == Tensor([0, 3], [Double]()))
    }

    @Test func `what is written reads back, its elements aligned`() throws {
        for tensor in [
            Tensor([2, 3], [0.1, .nan, -.infinity, -0.0, Double.leastNonzeroMagnitude, 1]),
            Tensor([2], [Float(0.1), 3]), Tensor(true),
            Tensor(2.0),
            Tensor([2, 1, 2], [true, false, false, true]), Tensor([0, 4], [Double]()),
        ] {
            let bytes = ArrayFile.bytes(tensor)
            #expect(try ArrayFile.tensor(bytes) == tensor)
            #expect((bytes.count - tensor.type.byteCount) % 64 == 0)
        }
    }

    @Test func `what is malformed or of another type is said`() {
        let one = bytes([Double(1).bitPattern])
        let cases: [([UInt8], String)] = [
            ([], "it does not begin as a .npy file does"), (Array("PK".utf8), "it does not begin as a .npy file does"),
            (Array(file("<f8", "(1,)", one).prefix(11)), "it is cut off in its header"),
            (Array(file("<f8", "(1,)", one).prefix(30)), "it is cut off in its header"),
            (
                file("<f8", "(1,)", one, version: 4),
                "it has version 4.0 of the format; 1.0, 2.0 and 3.0 are read"
            ),
            (file("<f8", "(2,)", one), "an array of shape [2] takes 16 bytes, and 8 are there"),
            (file("<f8", "()", one + one), "an array of shape [] takes 8 bytes, and 16 are there"),
            (
                file("<f8", "(4611686018427387904, 8)", one),
                "an array of shape [4611686018427387904, 8] takes 9223372036854775807 bytes, and 8 are there"
            ),
            (file("<c16", "(1,)", one), "its elements are '<c16'; f4, f8, i1 to i8, u1 to u8 and b1 are read"),
            (file("<f2", "(1,)", one), "its elements are '<f2'; f4, f8, i1 to i8, u1 to u8 and b1 are read"),
            (file("|O", "(1,)", one), "its elements are '|O'; f4, f8, i1 to i8, u1 to u8 and b1 are read"),
            (
                file(header: "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,)}", one),
                "its elements are records; numbers and truth values are read"
            ),
            (file(header: "{'descr': '<f8', 'shape': (1,)}", one), "its header has no 'fortran_order'"),
            (file(header: "{'descr': '<f8', 'fortran_order': 1, 'shape': (1,)}", one), "its order is not said"),
            (file("<f8", "1", one), "its shape is not said"),
            (file("<f8", "(-1,)", one), "a size of its shape is '-1'"),
            (
                file("<i8", "(1,)", bytes([Int64(9_007_199_254_740_993).littleEndian])),
                "a whole number in it is beyond 2^53, which float64 does not hold exactly"
            ),
        ]
        for (bytes, reason) in cases {
            let fault = #expect(throws: Malformed.self) { _ = try ArrayFile.tensor(bytes) }
            #expect(fault?.reason == reason)
        }
    }
}
