internal import Figures

/// The commands of the coloured places of a map.
struct Image {
    let colors: ColorScale
    let palette: [Int]
    let blocks: DataBlocks
    let form: TextForm

    /// What stands before the plot, and what follows `plot`.
    typealias Commands = (data: [String], parts: [String])

    /// Cells as an image in which each takes several pixels, some 240 along the longer side.
    ///
    /// Programs that show SVG and PDF blur an image of few pixels, and rectangles instead of it would show seams.
    func enlarged(rows: Int, columns: Int, value: (Int, Int) -> Double) -> Commands {
        let factor = max(1, 240 / max(rows, columns))
        var numbers: [Double] = []
        numbers.reserveCapacity(rows * columns * factor * factor)
        for row in 0..<rows {
            let line = (0..<columns).flatMap { repeatElement(value(row, $0), count: factor) }
            for _ in 0..<factor { numbers += line }
        }
        // The middle of a cell, not of its first pixel, lies at its place.
        let places = ["$1", "$2"].map { "((\($0)+0.5)/\(factor).0-0.5)" }
        return of(numbers, columns: columns * factor, place: places.joined(separator: ":"))
    }

    /// - Parameter place: where the value of column `$1` and row `$2` lies.
    func of(_ numbers: [Double], columns: Int, place: String) -> Commands {
        guard form == .tex, numbers.contains(where: \.isNaN) else {
            let block = blocks.matrix("map", columns: columns, place: place, numbers)
            return (block.lines, ["\(block.source) with image notitle"])
        }
        // For TeX gnuplot stops at a pixel without a value, so each comes as its colour, and white where there is none.
        let range = AxisRange(of: colors)
        let pixels = numbers.map {
            Double($0.isNaN ? 0xffffff : Palette.color(palette, at: range.position(of: $0)))
        }
        let block = blocks.matrix("map", columns: columns, place: place, pixels) { value in
            [16, 8, 0].map { "(int\(value)>>\($0)&255)" }.joined(separator: ":")
        }
        // The second, of no points, has gnuplot draw the bar of the colours.
        return (block.lines, ["\(block.source) with rgbimage notitle", "NaN with lines linecolor palette notitle"])
    }
}
