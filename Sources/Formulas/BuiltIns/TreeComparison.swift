internal import Figures

/// What `compare` shows of trees: their norms, the cosines between them, and where they differ from the first.
struct TreeComparison {
    let trees: NamedTrees

    /// Vectors of up to this many numbers are compared number by number.
    static let mostNumbers = 16

    func figure(title: String?) throws(FigureError) -> Figure {
        Figure(
            .tiles(try Tiles([try norms(), try cosines(), try differences()], columns: 3, title: title)))
    }

    private func norms() throws(FigureError) -> Figure {
        let bars = try Bars(trees.vectors.map { NamedTrees.norm($0) })
        return Figure(.panel(try Panel(title: "norm", x: Axis(names: trees.names), layers: [.bars(bars)])))
    }

    /// 0 where one of the two is 0, as `cosine` has it.
    private func cosines() throws(FigureError) -> Figure {
        let count = trees.names.count
        let values = trees.vectors.flatMap { a in
            trees.vectors.map { b in
                let norms = NamedTrees.norm(a) * NamedTrees.norm(b)
                return norms == 0 ? 0 : NamedTrees.inner(a, b) / norms
            }
        }
        let cells = try Raster(values, rows: count, columns: count)
        let colors = try ColorScale(of: cells, range: (-1, 1))
        let isReadable = count <= Heatmap.mostNumbers.columns
        return Figure(
            .panel(
                try Panel(
                    title: "cosine", x: Axis(names: trees.names), y: Axis(names: trees.names, isReversed: true),
                    layers: [.heatmap(Heatmap(cells, colors: colors, showsNumbers: isReadable))])))
    }

    private func differences() throws(FigureError) -> Figure {
        let reference = trees.vectors[0]
        let showsNumbers = trees.leaves.count == 1 && reference.count <= TreeComparison.mostNumbers
        var layers: [Panel.Layer] = []
        let others = Array(zip(trees.names, trees.vectors).dropFirst())
        for (place, (name, vector)) in others.enumerated() {
            let difference = zip(vector, reference).map { $0 - $1 }
            let heights = showsNumbers ? difference : normsByLeaf(difference)
            layers.append(.bars(try Bars(heights, label: name, group: place, of: others.count)))
        }
        let names = showsNumbers ? reference.indices.map(String.init) : trees.leaves.map(\.name)
        return Figure(
            .panel(
                try Panel(
                    title: showsNumbers
                        ? "difference from \(trees.names[0])" : "‖difference from \(trees.names[0])‖",
                    x: Axis(names: names), layers: layers)))
    }

    private func normsByLeaf(_ vector: [Double]) -> [Double] {
        var start = 0
        return trees.leaves.map { leaf in
            defer { start += leaf.count }
            return NamedTrees.norm(vector[start..<start + leaf.count])
        }
    }
}
