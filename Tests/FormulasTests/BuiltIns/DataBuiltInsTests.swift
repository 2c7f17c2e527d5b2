import Datasets
import Figures
import Formulas
import TemporaryFolders
import Testing

/// `read`, `write` and `load`, as the user and as a lesson calls them.
@Suite struct DataBuiltInsTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path
    }

    private func prompt(
        datasets: DatasetFolders = DatasetFolders(), figureWriter: Surroundings.FigureWriter? = nil
    ) -> Prompt {
        Prompt(surroundings: Surroundings(datasets: datasets, figureWriter: figureWriter))
    }

    @Test func `a table's columns are fields, under names that can be typed`() throws {
        try folder.write("alpha,sepal length (cm),2019,name\n1,2.5,7,a\n2,3.5,8,b\n", to: "t.csv")
        let prompt = prompt()
        try prompt.good("t = read(\"\(path)/t.csv\")")
        #expect(try prompt.shows("t.alpha + t.sepal_length_cm + t._2019") == "[10.5, 13.5]")
        #expect(try prompt.shows("t.name[1]") == "b")
    }

    @Test func `a header is what header says it is`() throws {
        try folder.write("1,2\n3,4\n", to: "t.csv")
        #expect(try prompt().shows("read(\"\(path)/t.csv\")") == "[[1, 2], [3, 4]]")
        #expect(try prompt().shows("read(\"\(path)/t.csv\", header: true)._2") == "[4]")
        try folder.write("[1]", to: "t.json")
        #expect(
            try prompt().failure("read(\"\(path)/t.json\", header: true)").message
                == "only a table has a header, and .json is none")
    }

    @Test func `two columns whose names become one are refused`() throws {
        try folder.write("a b,a-b\n1,2\n", to: "t.csv")
        #expect(
            try prompt().failure("read(\"\(path)/t.csv\")").message
                == "'a b' and 'a-b' in it would both be called a_b")
    }

    @Test(arguments: [
        ("csv", "{x: [1, 2.5], s: list(\"a\", \"b\")}"), ("tsv", "{x: 1..2}"), ("csv", "[[1, 2], [3, 4]]"),
        ("json", "{a: {b: [[1, 2]]}, s: \"x\", l: list(1, [2, 3]), t: true}"), ("npy", "single([1, 0.5])"),
        ("npz", "{θ: [[1, 2], [3, 4]], b: 2, t: [true, false]}"), ("txt", "\"a\\nb\""),
    ])
    func `what is written reads back`(_ suffix: String, _ value: String) throws {
        let file = "\(path)/x.\(suffix)"
        let prompt = prompt()
        try prompt.good("x = \(value)")
        try prompt.good("write(\"\(file)\", x)")
        let range = value.contains("..") ? "{x: [1, 2]}" : value
        #expect(try prompt.shows("read(\"\(file)\")") == prompt.shows(range))
        #expect(folder.names == ["x.\(suffix)"])
    }

    @Test func `what can't be read or written is said`() throws {
        try folder.write("a,b\n1,2\n3\n", to: "short.csv")
        for (formula, message) in [
            ("read(\"a.xyz\")", "files ending in .xyz are unknown"),
            ("read(\"a\")", "the file's name has no suffix to tell its kind"),
            ("read(\"\")", "the file's name has no suffix to tell its kind"),
            ("read(3)", "path is a string, found a number"),
            ("read(\"\(path)/no.csv\")", "\(path)/no.csv can't be read: there is no such file"),
            ("read(\"\(path)/\\u{1B}.csv\")", "\(path)/\\u{1B}.csv can't be read: there is no such file"),
            ("read(\"\(path)/short.csv\")", "\(path)/short.csv: row 3 has 1 cell, the first has 2"),
            ("write(\"\(path)/a.md\", \"x\")", "\(path)/a.md can't be written: files of this kind are only read"),
            ("write(\"\(path)/a.npy\", \"x\")", "\(path)/a.npy can't be written: a .npy file holds one tensor"),
            ("write(\"\(path)/a.json\", x -> x)", "a function can't be written to a file of data"),
            ("write(\"\(path)/a.png\", 3)", "only a figure is saved as .png, found a number"),
            ("write(\"\(path)/a.png\", plot([1, 2]))", "there is nothing here to draw the figure with"),
        ] {
            #expect(try prompt().failure(formula).message == message)
        }
        #expect(try prompt().failure("read(\"a.xyz\")").help?.contains(".csv, .tsv, .json") == true)
    }

    @Test func `a value nested without end is refused`() throws {
        let prompt = prompt()
        try prompt.good("x = list(1)\nfor i in 1..1000 { x = list(x, \"a\") }")
        #expect(
            try prompt.failure("write(\"\(path)/a.json\", x)").message == "a value this deep can't be written to a file"
        )
    }

    @Test func `a figure goes to whoever draws, with its path`() throws {
        var saved: [String] = []
        let prompt = prompt(figureWriter: { _, path in saved.append(path) })
        try prompt.good("write(\"\(path)/f.svg\", plot([1, 2]))")
        #expect(saved == ["\(path)/f.svg"])
        struct Refused: Error, CustomStringConvertible { let description = "no ink" }
        let other = self.prompt(figureWriter: { _, _ in throw Refused() })
        #expect(try other.failure("write(\"f.png\", plot([1, 2]))").message == "no ink")
    }

    @Test func `within a derivative what is known is written and shown, once`() throws {
        let prompt = prompt()
        let cell = try prompt.good(
            "∇(x -> { write(\"\(path)/x.npy\", x); write(\"\(path)/x.txt\", \"{x}\"); print(x); show(2x); x² })(3)")
        #expect(cell.lines == ["3", "6"])
        #expect(try prompt.shows("read(\"\(path)/x.npy\")") == "3")
        #expect(try folder.text(of: "x.txt") == "3")
    }

    @Test func `what is recomputed is not written again`() throws {
        let prompt = prompt()
        try prompt.good("α = 1")
        try prompt.good("x = { write(\"\(path)/a.txt\", \"{α}\"); 2α }")
        #expect(try prompt.shows("vary(α, [5, 7], x)") == "[10, 14]")
        #expect(try folder.text(of: "a.txt") == "1")
    }

    @Test func `a data set is loaded by its name`() throws {
        try folder.write("{\"x\": [1, 2]}", to: "dots.json")
        let prompt = prompt(datasets: DatasetFolders([path]))
        #expect(try prompt.shows("load(\"dots\").x") == "[1, 2]")
        let failure = try prompt.failure("load(\"dot\")")
        #expect(failure.message == "there is no data set 'dot'")
        #expect(failure.help == "did you mean dots? there are: dots")
    }

    @Test func `without data sets, load says so`() throws {
        let help = try prompt().failure("load(\"glyphs\")").help
        #expect(help?.hasPrefix("no data sets are shipped with this version") == true)
    }
}
