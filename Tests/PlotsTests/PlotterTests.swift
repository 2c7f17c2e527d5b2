import Figures
import Glibc
import Testing

@testable import Plots

/// Whether this machine can run the tests of the real gnuplot; the others run everywhere.
private let hasGnuplot = Plotter().notice == nil

@Suite(.enabled(if: hasGnuplot, "gnuplot is not installed")) struct PlotterTests {
    private let curve: Figure

    init() throws {
        curve = try Figure(curves: [[0, 1, 4, 9]], labels: ["squares"], title: "n²")
    }

    @Test func `a figure in the terminal is this screen`() throws {
        let figure = try Figure(
            curves: [[0, 1, 2, 3], [3, 1.5, 1, 0.75]], labels: ["up", "down"], marks: .linesAndPoints, title: "θ′",
            x: "step", y: "loss", guides: [.horizontal(2)])
        let text = try Plotter().text(figure, columns: 40, rows: 16, color: false, unicode: true)
        #expect(
            text == """
                                   θ′
                loss                   ·•· up   ·○· down
                   │
                 3 ┤○·                            ·•
                   │  ··                      ····
                   │    ···                ···
                 2 ┤┄┄┄┄┄┄┄··┄┄┄┄┄┄┄┄┄┄┄·•·┄┄┄┄┄┄┄┄┄┄
                   │         ·○··   ····
                   │            ·······
                 1 ┤         ·•·       ··○····
                   │     ····                 ·····○
                   │  ···
                 0 ┤•·
                   └┬─────────┬──────────┬─────────┬─
                    0         1          2         3
                                  step

                """)
    }

    @Test func `without Unicode every character is ASCII, and without colour none is an escape`() throws {
        let figure = try Figure(
            curves: [[1e-4, 1]], labels: ["α"], log: "y", title: "‖∇L‖ …", x: "θ", y: "漢", guides: [.horizontal(0.1)])
        for plotter in [Plotter(), Plotter(searchPath: "/nowhere")] {
            let text = try plotter.text(figure, columns: 40, rows: 16, color: false, unicode: false)
            #expect(text.utf8.allSatisfy { $0 == 10 || (32..<127).contains($0) })
            #expect(text.contains("1e-") || plotter.notice != nil)
        }
    }

    @Test func `colour changes nothing but colour`() throws {
        let plotter = Plotter()
        let plain = try plotter.text(curve, columns: 60, rows: 20, color: false, unicode: true)
        let colored = try plotter.text(curve, columns: 60, rows: 20, color: true, unicode: true)
        #expect(colored.contains("\u{1B}[34m"))
        #expect(colored.replacing(/\u{1B}\[[0-9]*m/, with: "") == plain)
    }

    @Test(arguments: [1, 24, 33, 40, 80, 200], [1, 10, 11, 16, 24, 60])
    func `every size is drawn within itself`(columns: Int, rows: Int) throws {
        let figure = try Figure(
            curves: [[-0.0025, 0.001]], over: [-123456, 1e6], labels: ["a"], title: "t", x: "x", y: "y",
            guides: [.vertical(5), .horizontal(0)])
        let text = try Plotter().text(figure, columns: columns, rows: rows, color: false, unicode: true)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(lines.count == max(rows, 10))
        #expect(lines.allSatisfy { $0.count <= max(columns, 24) })
        #expect(text.contains("•"))
        #expect(text.contains { "└┴├┼".contains($0) }, "the frame has its corner")
    }

    @Test(arguments: [
        [1e300, -1e300], [1e-300, 2e-300], [.leastNonzeroMagnitude, 0], [1e15, 1e15 + 0.125], [-0.0],
        [.infinity, 1, .nan],
    ])
    func `extreme values are drawn`(values: [Double]) throws {
        let plotter = Plotter()
        let figure = try Figure(curves: [values])
        #expect(try plotter.text(figure, columns: 60, rows: 20, color: false, unicode: true).contains("•"))
        if values.contains(where: { $0 > 1e-300 && $0 <= 1e300 }) {
            let logarithmic = try Figure(curves: [values], log: "y")
            #expect(try plotter.text(logarithmic, columns: 60, rows: 20, color: false, unicode: true).contains("•"))
        }
    }

    @Test func `pictures are of the format their names ask for`() throws {
        let folder = try TemporaryFolder()
        let plotter = Plotter()
        for (name, start) in [("a.png", "\u{89}PNG"), ("a.SVG", "<?xml"), ("a.b.pdf", "%PDF-"), ("a.txt", " ")] {
            try plotter.save(curve, to: "\(folder.path)/\(name)")
            #expect(folder.bytes(of: name).starts(with: start.unicodeScalars.map { UInt8($0.value) }))
        }
        // A cut-off picture would lack its end.
        #expect(String(decoding: folder.bytes(of: "a.b.pdf").suffix(6), as: UTF8.self) == "%%EOF\n")
        #expect(String(decoding: folder.bytes(of: "a.SVG"), as: UTF8.self).contains("</svg>"))
        #expect(folder.bytes(of: "a.png").suffix(8).starts(with: Array("IEND".utf8)))
        #expect(folder.names == ["a.SVG", "a.b.pdf", "a.png", "a.txt"])
    }

    @Test(arguments: ["a.jpg", "a", "a.", ".d/a"])
    func `an unknown extension is refused with the known ones`(name: String) throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: PlotError.self) { try Plotter().save(curve, to: "\(folder.path)/\(name)") }
        #expect(error?.message.hasSuffix("; use .png, .svg, .pdf, .tex, .gp, .txt") == true)
        #expect(folder.names.isEmpty)
    }

    @Test func `a missing folder is named`() throws {
        let error = #expect(throws: PlotError.self) { try Plotter().save(curve, to: "/nowhere/a.png") }
        #expect(error?.message == "/nowhere/a.png could not be written: its folder does not exist")
    }

    @Test func `file names that mean something to gnuplot or a shell are only names`() throws {
        let folder = try TemporaryFolder()
        for name in [
            "|touch canary;.svg", "`touch canary`.svg", "it's.svg", "~.svg", "a\nb.svg", "$(touch canary).svg",
        ] {
            try Plotter().save(curve, to: "\(folder.path)/\(name)")
            #expect(folder.bytes(of: name).starts(with: Array("<?xml".utf8)))
        }
        #expect(!folder.names.contains("canary"))
    }

    @Test func `ten series are drawn, the eighth like the first`() throws {
        let folder = try TemporaryFolder()
        let figure = try Figure(
            curves: (0..<10).map { [Double($0), Double($0)] }, labels: (0..<10).map { "series \($0)" })
        let plotter = Plotter()
        let text = try plotter.text(figure, columns: 80, rows: 30, color: false, unicode: true)
        #expect(text.contains("• series 0") && text.contains("▲ series 6") && text.contains("• series 7"))
        try plotter.save(figure, to: "\(folder.path)/a.png")
        #expect(folder.names == ["a.png"])
    }
}
