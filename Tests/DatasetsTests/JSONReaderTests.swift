import Tensors
import Testing

@testable import Datasets

@Suite struct JSONReaderTests {
    private func datum(_ text: String) throws -> Datum { try JSONReader.datum(Array(text.utf8)) }

    private func vector(_ values: Double...) -> Datum { .tensor(Tensor(vector: values)) }

    @Test func `arrays of one shape are tensors, others lists`() throws {
        #expect(try datum("[[1, 2.5], [-3e2, 4]]") == .tensor(Tensor([2, 2], [1.0, 2.5, -300, 4])))
        #expect(try datum("[[[1], [2]], [[3], [4]]]") == .tensor(Tensor([2, 2, 1], [1.0, 2, 3, 4])))
        #expect(try datum("[true, false]") == .tensor(Tensor([2], [true, false])))
        #expect(try datum("[]") == vector())
        #expect(try datum("[[], []]") == .tensor(Tensor([2, 0], [Double]())))
        #expect(try datum("[\"a\", \"b\"]") == .strings(["a", "b"]))
        #expect(try datum("[1, [2]]") == .list([.tensor(Tensor(1.0)), vector(2)]))
        #expect(try datum("[[1], [2, 3]]") == .list([vector(1), vector(2, 3)]))
        #expect(try datum("[1, true]") == .list([.tensor(Tensor(1.0)), .tensor(Tensor(true))]))
        #expect(try datum("[\"a\", 1]") == .list([.string("a"), .tensor(Tensor(1.0))]))
    }

    @Test func `objects are records in their order`() throws {
        let wanted = Datum.record([.init("z", .record([])), .init("a", .string("x")), .init("", .tensor(Tensor(7.0)))])
        #expect(try datum("\u{FEFF} {\"z\": {}, \"a\": \"x\",\n\"\": 7 } \n") == wanted)
    }

    @Test func `null is NaN, and a number beyond float64 infinite`() throws {
        #expect(try datum("[1, null, 1e999, -1e999]") == vector(1, .nan, .infinity, -.infinity))
    }

    @Test func `escapes stand for their characters`() throws {
        #expect(try datum(#""\"\\\/\b\f\n\r\t\u03B8\ud83d\ude00é""#) == .string("\"\\/\u{8}\u{C}\n\r\tθ😀é"))
    }

    @Test(arguments: [
        ("", "line 1, column 1: a value was wanted"), ("nul", "line 1, column 1: a value was wanted"),
        ("[1,\n 2,, 3]", "line 2, column 4: a value was wanted"),
        ("1 2", "line 1, column 3: something follows the value"),
        ("[1, 2", "line 1, column 1: the array that begins here does not end"),
        ("{\"a\": 1", "line 1, column 1: the object that begins here does not end"),
        ("{", "line 1, column 1: the object that begins here does not end"),
        ("[1 2]", "line 1, column 4: a comma or the end of the array was wanted"),
        ("[1, ]", "line 1, column 5: a value was wanted after the comma"),
        ("{\"a\" 1}", "line 1, column 6: a colon was wanted"),
        ("{a: 1}", "line 1, column 2: a name in quotes was wanted"),
        ("{\"θ\": 1, \"θ\": 2}", "line 1, column 10: the object has two values called 'θ'"),
        ("\"abc", "line 1, column 1: the string that begins here does not end"),
        ("\"a\nb\"", "line 1, column 3: a control character in a string is written \\u00…"),
        ("\"\\q\"", "line 1, column 2: no such escape"), ("\"\\ud800\"", "line 1, column 2: half a character"),
        ("\"\\ud83d\\u0041\"", "line 1, column 2: half a character"),
        ("\"\\u12g4\"", "line 1, column 2: four hexadecimal digits were wanted"),
        ("\"\\", "line 1, column 2: no such escape"), ("[1, 1.2.3]", "line 1, column 5: this is no number"),
        ("NaN", "line 1, column 1: a value was wanted"), ("+1", "line 1, column 1: a value was wanted"),
    ])
    func `what is wrong is said with its line and column`(_ text: String, _ wanted: String) throws {
        let fault = #expect(throws: Malformed.self) { _ = try datum(text) }
        #expect(fault?.reason == wanted)
    }

    @Test func `deep nesting is refused before the stack ends`() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(throws: Never.self) { _ = try datum(nested(JSONReader.maximumDepth)) }
        let fault = #expect(throws: Malformed.self) { _ = try datum(nested(100_000)) }
        #expect(fault?.reason == "line 1, column 501: more than 500 arrays and objects within each other")
    }

    @Test func `what is written reads back`() throws {
        let datum = Datum.record([
            .init("x", .tensor(Tensor([2, 2], [0.1, -0.0, .nan, -.infinity]))), .init("t", .tensor(Tensor(true))),
            .init("s", .strings(["a\"\\\n\r\t\u{1}", "θ"])), .init("e", .tensor(Tensor(vector: []))),
            .init("l", .list([.string("a"), .tensor(Tensor(1e300))])), .init("r", .record([])),
        ])
        #expect(try JSONReader.datum(JSONWriter.bytes(datum)) == datum)
    }

    @Test func `what is written is JSON that others read`() {
        let datum = Datum.record([
            .init("x", .tensor(Tensor(vector: [1, .nan, .infinity]))), .init("s", .string("\u{1F}")),
        ])
        #expect(
            String(decoding: JSONWriter.bytes(datum), as: UTF8.self)
                == "{\"x\": [1, null, 1e999], \"s\": \"\\u001f\"}\n")
    }
}
