import Tensors
import Testing

@testable import Datasets

@Suite struct TableReaderTests {
    private func table(_ text: String, separator: Unicode.Scalar = ",", header: Bool? = nil) throws -> Datum {
        let reader = TableReader(separator: UInt8(ascii: separator))
        return try reader.table(Array(text.utf8), header: header)
    }

    private func reason(_ text: String, header: Bool? = nil) throws -> String {
        let fault = #expect(throws: Malformed.self) { _ = try table(text, header: header) }
        return try #require(fault).reason
    }

    private func column(_ values: Double...) -> Datum { .tensor(Tensor(vector: values)) }

    @Test func `under a header, columns are vectors of numbers or lists of strings`() throws {
        let wanted = Datum.record([
            .init("x", column(1, 2.5)), .init("name", .strings(["a", "3"])), .init("y", column(-1e-3, .infinity)),
        ])
        #expect(try table("x,name,y\n1,a,-1e-3\n2.5,3,inf\n") == wanted)
        #expect(try table("x\tname\ty\r\n1\ta\t-1e-3\r\n2.5\t3\tinf", separator: "\t") == wanted)
        #expect(try table("\u{FEFF}\n\nx,name,y\r1,a,-1e-3\r\n\n\n2.5,3,inf\n\n") == wanted)
    }

    @Test func `numbers without a header are a matrix`() throws {
        #expect(try table("1,2,3\n4,5,6\n") == .tensor(Tensor([2, 3], [1.0, 2, 3, 4, 5, 6])))
        #expect(try table("7") == .tensor(Tensor([1, 1], [7.0])))
    }

    @Test func `columns without a header are a list`() throws {
        #expect(try table("a,1\nb,2\n") == .list([.strings(["a", "b"]), column(1, 2)]))
        #expect(try table("a,b\nc,d", header: false) == .list([.strings(["a", "c"]), .strings(["b", "d"])]))
    }

    @Test func `a header may hold numbers, where its names stand above some`() throws {
        let wanted = Datum.record([.init("town", .strings(["a"])), .init("x", column(3)), .init("2020", column(4))])
        #expect(try table("town,x,2020\n\na,3,4\n") == wanted)
        #expect(try table("town,2020\na,4\n") == .list([.strings(["town", "a"]), column(2020, 4)]))
        #expect(try table("town,2020") == .list([.strings(["town"]), column(2020)]))
    }

    @Test func `a header of numbers is one where it is said to be`() throws {
        #expect(
            try table("2019,2020\n1,2\n", header: true)
                == .record([.init("2019", column(1)), .init("2020", column(2))]))
    }

    @Test func `cells in quotes hold separators, line ends and doubled quotes`() throws {
        let wanted = Datum.record([.init("a,b", .strings(["x\ny", "say \"so\"", ""])), .init("n", column(1, 2, 3))])
        #expect(try table("\"a,b\",n\n\"x\ny\",1\n\"say \"\"so\"\"\",\"2\"\n\"\",3") == wanted)
    }

    @Test func `a header alone gives empty columns, and a column without a name gets one`() throws {
        #expect(try table(",a\n") == .record([.init("column_1", column()), .init("a", column())]))
    }

    @Test func `a column that begins with empty cells is text, if it goes on so`() throws {
        #expect(try table("a,b\n1,\n2,x\n") == .record([.init("a", column(1, 2)), .init("b", .strings(["", "x"]))]))
        #expect(try table("a,b\n1,\n2,\n") == .record([.init("a", column(1, 2)), .init("b", .strings(["", ""]))]))
    }

    @Test(arguments: [
        ("", "the file has no rows"), ("\n\n", "the file has no rows"),
        ("a,b\n1,2\n3\n4,5\n", "row 3 has 1 cell, the first has 2"),
        ("a,b\n1,2\n\n3,4,5\n", "row 4 has 3 cells, the first has 2"),
        ("a,b\n1,2\n3", "row 3 has 1 cell, the first has 2; the file ends in it, and may have been cut off"),
        ("a,b\n1,2\n1.5,x\n", "row 3, column 2 (b): 'x' is no number, as the cells above it are"),
        ("1,2\n3,\n", "row 2, column 2 is empty; in a column of numbers a missing one is written nan"),
        (
            "a,b\n1,\n2,3\n",
            "row 3, column 2 (b): a number, but the cells above it are empty; in a column of numbers a missing one is written nan"
        ),
        ("a,b\n1,\"x\n2,3\n", "row 2, column 2: the quote that opens here is not closed"),
        ("a,\"b", "row 1, column 2: the quote that opens here is not closed"),
        ("a,b\n1,\"x\"y\n", "row 2, column 2: text follows the closing quote; a quote in quotes is doubled"),
        ("a,b,a\n1,2,3\n", "columns 1 and 3 are both called 'a'"),
    ])
    func `what is wrong is said with its row and column`(_ text: String, _ wanted: String) throws {
        #expect(try reason(text) == wanted)
    }

    @Test func `text that is not UTF-8 is said with its row and column`() throws {
        let bytes = Array("a,b\nx,".utf8) + [0xE9] + Array("\n".utf8)
        let fault = #expect(throws: Malformed.self) {
            _ = try TableReader(separator: UInt8(ascii: ",")).table(bytes, header: nil)
        }
        #expect(fault?.reason == "row 2, column 2 (b): the text is not UTF-8")
    }

    @Test func `empty lines by the million under a wide header are no rows`() throws {
        let names = (0..<2_000).map { "c\($0)" }
        let row = (0..<2_000).map(String.init).joined(separator: ",")
        let text = names.joined(separator: ",") + String(repeating: "\n", count: 1_000_000) + row
        #expect(try table(text) == .record(names.indices.map { .init(names[$0], column(Double($0))) }))
    }
}
