import SeededNumbers
import Tensors
import Testing

@testable import Datasets

/// Files with bytes changed, lost or doubled are read or refused; whatever they say, nothing traps.
@Suite struct BrokenFileTests {
    private static let matrix = Tensor([2, 3], [0.5, 1, -2, 3, 4, 5e10])

    private static func whole(_ format: DataFormat) throws(Malformed) -> [UInt8] {
        let table = "a,\"b \"\"c\"\"\",d\r\n1,x,2.5e3\n2,\"y,\n\",-.5\n"
        let object = #"{"a": [[1, 2.5], [null, -3e2]], "b": ["x\u00e9\ud83d\ude00", true], "c": {"d": []}}"#
        switch format {
        case .csv: return Array(table.utf8)
        case .tsv: return Array(table.replacing(",", with: "\t").utf8)
        case .json: return Array(object.utf8)
        case .npy: return ArrayFile.bytes(matrix)
        case .npz:
            return try ArrayArchive.bytes(.record([.init("x", .tensor(matrix)), .init("y", .tensor(Tensor(true)))]))
        case .txt, .md, .loop: return Array("θ".utf8)
        }
    }

    private static func read(_ bytes: [UInt8], _ format: DataFormat) throws(Malformed) {
        switch format {
        case .csv, .tsv:
            let reader = TableReader(separator: UInt8(ascii: format == .csv ? "," : "\t"))
            _ = try reader.table(bytes, header: nil)
        case .json: _ = try JSONReader.datum(bytes)
        case .npy: _ = try ArrayFile.tensor(bytes)
        case .npz: _ = try ArrayArchive.fields(bytes)
        case .txt, .md, .loop: break
        }
    }

    @Test(arguments: [DataFormat.csv, .tsv, .json, .npy, .npz])
    func `a broken file is read or refused`(_ format: DataFormat) throws {
        let whole = try Self.whole(format)
        #expect(throws: Never.self) { try Self.read(whole, format) }
        var numbers = SplitMix64(seed: 7)
        var refused = 0
        for _ in 0..<1_500 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &numbers) where !bytes.isEmpty {
                let place = Int.random(in: bytes.indices, using: &numbers)
                switch Int.random(in: 0..<5, using: &numbers) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
                case 1: bytes[place] = Array("\",\n\t[]{}\\:0'(".utf8).randomElement(using: &numbers) ?? 0
                case 2: bytes.remove(at: place)
                case 3: bytes.insert(contentsOf: bytes[place..<min(place + 9, bytes.count)], at: place)
                default: bytes.removeSubrange(place...)
                }
            }
            do throws(Malformed) {
                try Self.read(bytes, format)
            } catch {
                #expect(!error.reason.isEmpty)
                refused += 1
            }
        }
        #expect(refused > 100)
    }
}
