extension Manual {
    static let sessionTopics = [
        Topic(
            "bindings", "stale vary refresh assignment statements", "Bindings remember their formulas",
            .text(
                "x = … binds a name. A binding remembers what it was computed from, so a name can be varied after the fact, and all that follows from it is computed anew, while the session stays as it was."
            ),
            .examples(
                ("α = 0.1", ""), ("x = 2", ""), ("y = x - α * 2x", ""),
                ("vary(α, [0.1, 0.2, 0.5], y)", "[1.6, 1.2, 0]"),
                ("diff(y, α)", "-4"), ("y", "1.6")),
            .text(
                "A name whose sources were rebound since is stale: :vars says so, :refresh computes it anew, :deps shows what it was computed from. use maml binds what a library of the lessons defines."
            )),
        Topic(
            "plots", "figures gnuplot drawing", "Figures",
            .text(
                "A figure is a value; a cell that ends in one draws it. + lays two over each other, grid puts several side by side. plot takes positions and values, a record of values as labelled curves, and what vary gives, whose name stands at the axis."
            ),
            .examples(
                ("x = linspace(0, π, 50)", ""), ("p = plot(x, {sin: sin(x), cos: cos(x)})", ""),
                ("q = p + scatter([0, 1, 2], [0, 1, 0.5])", "")),
            .text(
                "scatter, bars, histogram, heatmap, contour, arrows, path, image, images, surface, compare and landscape make others. write(\"f.png\", p) saves one (svg, pdf, tex, gp and txt too); :plot draws the last again, saves it or shows its gnuplot script."
            )),
        Topic(
            "data", "files read write load csv json", "Reading and writing data",
            .text(
                "read(\"f.csv\") gives a tensor, or a record of columns where the first row has names; .tsv, .json, .npy and .npz too. write(\"f.npz\", value) writes the same. load(\"name\") gives a data set that came along. A lesson reads beneath its own folder and writes beneath the output folder only."
            )),
        Topic(
            "precision", "float32 single double rounding", "Single and double precision",
            .text(
                "Numbers are 64-bit. single(x) makes 32-bit ones, :set precision single makes all that follow so; what mixes both is 64-bit. Claims, vary, diff and taylor compute in 64 bits in any case."
            ),
            .examples(("single([0.1, 0.5]) == [0.1, 0.5]", "[false, true]"))),
    ]
}
