import TemporaryFolders
import Testing

@testable import innerloop

@Suite struct DataSubcommandTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func shown(_ text: String, as name: String) throws -> ChildProcess.Outcome {
        try ChildProcess.run("data", try folder.write(text.utf8, to: name))
    }

    @Test func `a table's columns are shown with their kinds and first items`() throws {
        let outcome = try shown("name,x\nann,1\nbob,2.5\n", as: "a.csv")
        #expect(
            outcome.output
                == "a.csv: 2 fields of 2 rows\n  name   [2], text      ann, bob\n  x      [2], float64   1 2.5\n")
        #expect(outcome.errors.isEmpty)
        #expect(outcome.status == 0)
    }

    @Test func `of a matrix the first rows are shown`() throws {
        let rows = (1...12).map { "\($0)\t\($0 * $0)\n" }.joined()
        let outcome = try shown(rows, as: "b.tsv")
        #expect(outcome.output.hasPrefix("b.tsv: [12, 2], float64\n  1 1\n  2 4\n"))
        #expect(outcome.output.hasSuffix("  10 100\n  … 2 more rows\n"))
    }

    @Test func `arrays, texts and lists are shown by what they are`() throws {
        #expect(
            try shown(#"{"a": [1, 2], "b": "text", "c": [{"d": 1}]}"#, as: "c.json").output
                == "c.json: 3 fields\n  a   [2], float64       1 2\n  b   4 characters       text\n  c   a list of 1 item   1 field\n"
        )
        let path = folder.path
        _ = try ChildProcess.run("-e", "write(\"\(path)/d.npz\", {X: zeros(20, 3), ok: [true, false]})")
        #expect(
            try ChildProcess.run("data", "\(path)/d.npz").output
                == "d.npz: 2 fields\n  X    [20, 3], float64   0 0 0 0 0 0 0 0 0 0 …\n  ok   [2], truth         true false\n"
        )
    }

    @Test func `what is wrong in a file is said with its place`() throws {
        let outcome = try shown("x,y\n1,2\n3\n", as: "a.csv")
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasSuffix("a.csv: row 3 has 1 cell, the first has 2\n"))
        #expect(outcome.status == 1)
        #expect(try ChildProcess.run("data", "\(folder.path)/none.csv").status == 1)
        #expect(try shown("x", as: "a.xyz").errors.contains("known here: .csv, .tsv"))
    }

    @Test func `the data sets are listed, or where they would be found`() throws {
        let environment = ["INNERLOOP_HOME": folder.path]
        let none = try ChildProcess.run("data", environment: environment)
        #expect(
            none.output.hasPrefix(
                "no data sets are shipped with this version; they are looked for in\n  \(folder.path)/datasets\n"))
        #expect(none.status == 0)
        _ = try folder.makeFolder("datasets")
        try folder.write("x\n1\n", to: "datasets/glyphs.csv")
        #expect(
            try ChildProcess.run("data", environment: environment).output
                == "glyphs   \(folder.path)/datasets/glyphs.csv\n")
        #expect(
            try ChildProcess.run("data", "glyphs", environment: environment).output.hasPrefix(
                "glyphs.csv: 1 field of 1 row\n"))
        let misspelt = try ChildProcess.run("data", "glyhps", environment: environment)
        #expect(misspelt.errors.contains("did you mean 'glyphs'?"))
        #expect(misspelt.status == 2)
    }
}
