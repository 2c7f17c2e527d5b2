import Datasets
import Tensors
import TemporaryFolders
import Testing

@Suite struct DataFileTests {
    private let matrix = Datum.tensor(Tensor([2, 2], [1.0, 2, 3, 4]))

    private func write(_ datum: Datum, to path: String, as format: DataFormat) throws {
        try DataFile.write(DataFile.bytes(of: datum, for: path, as: format), to: path)
    }

    @Test func `every kind that is written reads back`() throws {
        let folder = try TemporaryFolder()
        let record = Datum.record([
            .init("a", .tensor(Tensor(vector: [1, 2]))), .init("b", .tensor(Tensor(vector: [3, 4]))),
        ])
        for (name, datum) in [
            ("a.csv", record), ("a.tsv", record), ("a.JSON", record), ("a.npz", record), ("a.npy", matrix),
            ("a.txt", .string("θ\n")),
        ] {
            let path = "\(folder.path)/\(name)"
            let format = try #require(DataFormat(path: path))
            try write(datum, to: path, as: format)
            #expect(try DataFile.read(path, as: format) == datum)
        }
        #expect(folder.names.count == 6)
    }

    @Test func `a file stays as it was where the new one can't be written`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("old", to: "a.csv")
        #expect(throws: DataError("\(path) can't be written: a table is a vector, a matrix, or a record of columns")) {
            try write(.string("x"), to: path, as: .csv)
        }
        #expect(try folder.text(of: "a.csv") == "old")
        #expect(folder.names == ["a.csv"])
    }

    @Test func `a writing that is interrupted leaves the file as it was, and nothing beside it`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("old", to: "a.npy")
        #expect(throws: DataError("\(path) can't be written: the writing was interrupted")) {
            try DataFile.write(DataFile.bytes(of: matrix, for: path, as: .npy), to: path) { true }
        }
        #expect(try folder.text(of: "a.npy") == "old")
        #expect(folder.names == ["a.npy"])
    }

    @Test func `a message names the file`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a,b\n1,2\n3\n", to: "a.csv")
        #expect(throws: DataError("\(path): row 3 has 1 cell, the first has 2")) { try DataFile.read(path, as: .csv) }
        let missing = "\(folder.path)/b.csv"
        #expect(throws: DataError("\(missing) can't be read: there is no such file")) {
            try DataFile.read(missing, as: .csv)
        }
        #expect(throws: DataError("\(folder.path)/no/a.npy can't be written: its folder does not exist")) {
            try write(matrix, to: "\(folder.path)/no/a.npy", as: .npy)
        }
        let latin = try folder.write([0xE9], to: "a.txt")
        #expect(throws: DataError("\(latin): it is not UTF-8")) { try DataFile.read(latin, as: .txt) }
    }

    @Test func `the kind is told by the suffix`() {
        #expect(DataFormat(path: "a.b/x.CSV") == .csv)
        #expect(DataFormat(path: "a.csv/x") == nil)
        #expect(DataFormat.suffix(of: "a.b/x.tar") == "tar")
        #expect(DataFormat.suffix(of: "x.") == nil)
        #expect(DataFormat.read == ".csv, .tsv, .json, .npy, .npz, .txt, .md, .loop")
    }
}
