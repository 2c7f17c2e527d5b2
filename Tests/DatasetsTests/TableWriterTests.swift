import Tensors
import Testing

@testable import Datasets

@Suite struct TableWriterTests {
    private func text(_ datum: Datum) throws -> String {
        String(decoding: try TableWriter.bytes(datum, separator: UInt8(ascii: ",")), as: UTF8.self)
    }

    private func reread(_ datum: Datum) throws -> Datum? {
        let bytes = try TableWriter.bytes(datum, separator: UInt8(ascii: ","))
        return try TableReader(separator: UInt8(ascii: ",")).table(bytes, header: nil)
    }

    @Test func `a table reads back as it was`() throws {
        for datum in [
            Datum.record([
                .init("x", .tensor(Tensor(vector: [0.1, -0.0, 1e300, 1e15, 12, .nan, -.infinity]))),
                .init("t,\"", .strings(["", "a", "b,c", "\"", "line\nbreak", "\r", " θ "])),
            ]),
            .tensor(Tensor([2, 2], [1.0, 2, 3, 1 / 3])), .record([.init("only", .strings(["", "x"]))]),
        ] {
            #expect(try reread(datum) == datum)
        }
    }

    @Test func `whole numbers, single precision and truth values are short`() throws {
        #expect(try text(.tensor(Tensor([2], [Float(0.1), 2]))) == "0.1\n2\n")
        #expect(try text(.tensor(Tensor([1, 2], [true, false]))) == "1,0\n")
    }

    @Test func `what is no table is refused`() {
        let vector = Datum.tensor(Tensor(vector: [1]))
        for (datum, reason) in [
            (Datum.string("x"), "a table is a vector, a matrix, or a record of columns"),
            (.tensor(Tensor(1.0)), "a table is a vector, a matrix, or a record of columns"),
            (.record([]), "a table has at least one column"),
            (.tensor(Tensor([2, 0], [Double]())), "a table has at least one column"),
            (.record([.init("a", .string("x"))]), "a column is a vector or a list of strings, and a is neither"),
            (
                .record([.init("a", vector), .init("b", .strings([]))]),
                "the columns have different lengths: a 1, b 0"
            ),
        ] {
            let fault = #expect(throws: Malformed.self) { _ = try text(datum) }
            #expect(fault?.reason == reason)
        }
    }
}
