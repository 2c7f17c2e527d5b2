/// The numbers of a figure on their way to gnuplot.
///
/// Few numbers go as text, in data blocks: rows after a refused `plot '-'` would be run as commands. gnuplot takes
/// about 20 s to read 10⁶ rows of text, so many go as bytes, in files in memory that gnuplot opens by the number they
/// have here. A class, since those files have to be there until gnuplot has read them.
final class DataBlocks {
    /// What the commands say of some numbers.
    struct Block {
        /// What stands before the plot.
        let lines: [String]
        /// How the plot names them, up to the columns.
        let source: String
    }

    /// The most numbers that go as text.
    static let mostInText = 100_000

    /// Whether all numbers go as text, and none is left out for being too close to others to be seen.
    let isWhole: Bool
    private var files: [MemoryFile] = []

    init(isWhole: Bool = false) {
        self.isWhole = isWhole
    }

    /// Rows of so many numbers each.
    func rows(_ name: String, of width: Int, _ numbers: [Double]) -> Block {
        let shape = "record=\(numbers.count / width)"
        return binary(numbers, of: width, shape)
            ?? DataBlocks.text(name, DataBlocks.lines(numbers, of: width, blankEvery: nil), "using ")
    }

    /// Rows of a grid, each as long as the grid is wide.
    func grid(_ name: String, of width: Int, columns: Int, _ numbers: [Double]) -> Block {
        let shape = "record=(\(columns),\(numbers.count / width / columns))"
        return binary(numbers, of: width, shape)
            ?? DataBlocks.text(name, DataBlocks.lines(numbers, of: width, blankEvery: columns), "using ")
    }

    /// The values of a matrix, row by row.
    ///
    /// - Parameters:
    ///   - place: where the value of column `$1` and row `$2` lies. Matrices of many numbers are no image enlarged, and
    ///     each value lies at its column and row.
    ///   - values: the columns of the plot that are made of the value.
    func matrix(
        _ name: String, columns: Int, place: String, _ numbers: [Double], values: (String) -> String = { $0 }
    ) -> Block {
        if let block = binary(numbers, of: 1, "array=(\(columns),\(numbers.count / columns))") {
            return Block(lines: block.lines, source: block.source + values("($1)"))
        }
        let lines = DataBlocks.lines(numbers, of: columns, blankEvery: nil)
        return DataBlocks.text(name, lines, "matrix using \(place):" + values("($3)"))
    }

    /// nil for few numbers, and where there is no room for a file.
    private func binary(_ numbers: [Double], of width: Int, _ shape: String) -> Block? {
        if isWhole || numbers.count <= DataBlocks.mostInText { return nil }
        guard let file = MemoryFile(numbers) else { return nil }
        files.append(file)
        let format = String(repeating: "%float64", count: width)
        return Block(lines: [], source: "'\(file.path)' binary \(shape) format='\(format)' using ")
    }

    private static func text(_ name: String, _ lines: [String], _ columns: String) -> Block {
        Block(lines: ["$\(name) << EOD"] + lines + ["EOD"], source: "$\(name) \(columns)")
    }

    private static func lines(_ numbers: [Double], of width: Int, blankEvery count: Int?) -> [String] {
        var lines: [String] = []
        lines.reserveCapacity(numbers.count / width)
        for (index, start) in stride(from: 0, to: numbers.count, by: width).enumerated() {
            lines.append(numbers[start..<start + width].map(GnuplotNumber.text).joined(separator: " "))
            if let count, (index + 1).isMultiple(of: count) { lines.append("") }
        }
        return lines
    }
}
