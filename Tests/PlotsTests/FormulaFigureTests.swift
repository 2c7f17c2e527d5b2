import Figures
import Testing

@testable import Plots

/// Every kind of figure from the formula to the picture.
@Suite struct FormulaFigureTests {
    private static let kinds = FormulaFigures.formulas.map(\.kind)

    @Test(arguments: kinds)
    func `a formula makes this figure`(kind: String) throws {
        let lines = FigureText.lines(try FormulaFigures.figure(of: kind))
        #expect(lines.joined(separator: "\n") == FigureValues.lines[kind])
    }

    @Test(.enabled(if: Plotter().notice == nil, "gnuplot is not installed"), arguments: kinds)
    func `a figure in the terminal is this screen`(kind: String) throws {
        let figure = try FormulaFigures.figure(of: kind)
        let text = try Plotter().text(figure, columns: 60, rows: 16, color: false, unicode: true)
        #expect(text == FigureScreens.unicode[kind])
    }

    @Test(
        .enabled(if: Plotter().notice == nil, "gnuplot is not installed"), arguments: FigureScreens.ascii.keys.sorted())
    func `a figure in the terminal without Unicode is this screen`(kind: String) throws {
        let figure = try FormulaFigures.figure(of: kind)
        let text = try Plotter().text(figure, columns: 60, rows: 16, color: false, unicode: false)
        #expect(text == FigureScreens.ascii[kind])
    }

    /// What stands in a picture: its texts that are no numbers, in the order they are drawn, the legend's entries among
    /// them; and the names of what is plotted.
    struct Wanted {
        let kind: String
        let texts: Set<String>
        let plots: [String]
    }

    private static let pictures: [Wanted] = [
        Wanted(
            kind: "plot", texts: ["loss after k steps", "step k", "loss", "MAML", "Reptile"],
            plots: ["MAML", "Reptile"]),
        Wanted(kind: "bands", texts: ["step", "error", "mean"], plots: ["", "mean"]),
        Wanted(kind: "varied", texts: ["α"], plots: [""]),
        Wanted(kind: "scatter", texts: ["embeddings", "z₁", "z₂", "a", "b"], plots: ["a", "b"]),
        Wanted(kind: "bars", texts: ["accuracy", "1-shot", "5-shot", "10-shot"], plots: [""]),
        Wanted(kind: "grouped bars", texts: ["gain", "W", "b", "MAML", "FOMAML"], plots: ["MAML", "FOMAML"]),
        Wanted(kind: "histogram", texts: ["loss", "count"], plots: [""]),
        Wanted(kind: "heatmap", texts: ["cosines", "g₁", "g₂"], plots: ["", ""]),
        Wanted(kind: "contour", texts: ["a", "b", "−∇L", "SGD"], plots: ["", "", "", "−∇L", "", "SGD"]),
        Wanted(kind: "image", texts: ["a glyph"], plots: ["", ""]),
        Wanted(kind: "images", texts: ["support", "A", "B", "query", "?"], plots: ["", "", "", ""]),
        Wanted(kind: "surface", texts: ["a saddle", "a", "b", "L"], plots: [""]),
        Wanted(kind: "grid", texts: ["both", "left", "right", "u", "v"], plots: ["", "", ""]),
        Wanted(kind: "log", texts: ["n", "error", "10⁻¹", "10⁻²", "10⁻³", "10⁻⁴"], plots: [""]),
        Wanted(kind: "overlay", texts: ["fit", "data"], plots: ["fit", "data"]),
        Wanted(
            kind: "compare", texts: ["norm", "cosine", "‖difference from MAML‖", "MAML", "FOMAML", "W", "b"],
            plots: ["", "", "", "FOMAML"]),
        Wanted(
            kind: "landscape", texts: ["u", "v", "SGD", "path", "θ"], plots: ["", "", "", "SGD", "", "path", "θ"]),
    ]

    @Test(.enabled(if: Plotter().notice == nil, "gnuplot is not installed"), arguments: pictures.map(\.kind))
    func `a picture has these series, labels, ticks and entries`(kind: String) throws {
        let wanted = try #require(Self.pictures.first { $0.kind == kind })
        let folder = try TemporaryFolder()
        try Plotter().save(try FormulaFigures.figure(of: kind), to: "\(folder.path)/a.svg")
        let picture = SvgPicture(folder.bytes(of: "a.svg"))
        #expect(Set(picture.names) == wanted.texts)
        #expect(picture.plots == wanted.plots)
    }
}
