import Figures
import Formulas
import Testing

/// A figure of every kind, as a reader writes it.
enum FormulaFigures {
    static let formulas: [(kind: String, formula: String)] = [
        (
            "plot",
            #"plot(0..5, {MAML: [5, 3, 2, 1.5, 1.2, 1], Reptile: [5, 4, 3.2, 2.6, 2.1, 1.7]}, title: "loss after k steps", x: "step k", y: "loss")"#
        ),
        (
            "bands",
            #"plot([1, 2, 3, 4], {mean: [4, 2.5, 2, 1.5]}, bands: {mean: [1, 0.5, 0.4, 0.3]}, x: "step", y: "error")"#
        ),
        ("varied", "α = 0.5; y = α² - α; plot(vary(α, [0, 0.5, 1, 1.5], y))"),
        (
            "scatter",
            #"scatter([[1, 2], [2, 3], [5, 1], [4, 1.5]], labels: ["a", "a", "b", "b"], title: "embeddings", x: "z₁", y: "z₂")"#
        ),
        ("bars", #"bars([0.49, 0.63, 0.7], ["1-shot", "5-shot", "10-shot"], y: "accuracy")"#),
        (
            "grouped bars",
            #"bars({MAML: [2, -1], FOMAML: [1, 0.5]}, ["W", "b"], title: "gain")"#
        ),
        ("histogram", #"histogram([1, 2, 2, 3, 3, 3, 4, 4, 5], bins: 4, x: "loss")"#),
        ("heatmap", #"heatmap([[1, 0.5], [-0.25, 1]], ["g₁", "g₂"], ["g₁", "g₂"], title: "cosines")"#),
        (
            "contour",
            #"contour((a, b) -> a² + b², x: [-1, 1], y: [-1, 1], levels: [0.25, 0.5, 1]) + arrows([0.8, 0.8], [-0.5, -0.5], ["−∇L"]) + path({SGD: [[-0.8, -0.8], [-0.4, -0.4], [-0.2, -0.2]]})"#
        ),
        ("image", #"image([[0, 1, 0], [1, 0, 1], [0, 1, 0]], title: "a glyph")"#),
        (
            "images",
            #"grid(images([[[0, 1], [1, 0]], [[1, 1], [0, 0]]], labels: ["A", "B"], title: "support"), images([[[1, 0], [0, 1]], [[0, 0], [1, 1]]], labels: ["?", "?"], title: "query"), columns: 1)"#
        ),
        ("surface", #"surface((a, b) -> a² - b², x: [-1, 1], y: [-1, 1], z: "L", title: "a saddle")"#),
        (
            "grid",
            #"grid(plot([1, 2, 4], title: "left"), bars({u: 1, v: 3}, title: "right"), columns: 2, title: "both")"#
        ),
        ("log", #"plot([1, 10, 100], [1, 0.01, 0.0001], log: "xy", x: "n", y: "error")"#),
        (
            "overlay",
            #"plot([0, 1, 2], {fit: [0, 1, 2]}) + scatter([0, 1, 2], {data: [0.2, 0.9, 2.1]})"#
        ),
        ("compare", "compare({MAML: {W: [1, 2], b: 0.5}, FOMAML: {W: [1, 1], b: 1}})"),
        (
            "landscape",
            "landscape(θ -> θ · θ, around: [1, 0], along: [[1, 0], [0, 1]], steps: {SGD: [-0.5, 0]}, path: [[1, 0], [0.5, 0.2], [0.2, 0.1]])"
        ),
    ]

    struct Refused: Error {
        let message: String
    }

    static func figure(_ formula: String) throws -> Figure {
        let cells = try Session().run(Source(name: "figure", text: formula))
        if let diagnostic = cells.compactMap(\.diagnostic).first { throw Refused(message: diagnostic.message) }
        guard case .figure(let figure)? = cells.last?.value else { throw Refused(message: "no figure: \(formula)") }
        return figure
    }

    static func figure(of kind: String) throws -> Figure {
        try figure(#require(formulas.first { $0.kind == kind }).formula)
    }
}
