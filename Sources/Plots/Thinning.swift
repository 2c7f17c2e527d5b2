internal import Figures

/// Which of many points a picture shows.
///
/// Points that fall on each other when drawn take gnuplot's time (some 40 µs for each mark of a PNG, and 100 bytes of an
/// SVG), and show nothing. Of less than `fewest` none is left out.
struct Thinning {
    let panel: Panel
    let ranges: (x: AxisRange, y: AxisRange)
    let canvas: Canvas

    static let fewest = 10_000
    /// A line keeps four points of each run that goes through one column of this many in a pixel. The drawing stays
    /// the same: through a column that narrow all a run shows is how far up and down it goes, where it comes from and
    /// where it leaves.
    static let columnsInPixel = 4.0
    /// Of the marks of a series, which are some 12 pixels wide, one is kept in each square of so many pixels.
    static let markDistance = 3.0

    /// The indices of the points that are kept, ascending; nil for all.
    func kept(of series: Series, marks: Series.Marks) -> [Int]? {
        guard series.y.count >= Thinning.fewest else { return nil }
        return switch marks {
        case .lines: line(series)
        case .points: points(series)
        case .linesAndPoints: Set(line(series)).union(points(series)).sorted()
        }
    }

    /// Of the points of a line that follow each other within one column: the first, the lowest, the highest and the
    /// last. Gaps are kept, one where there are several.
    private func line(_ series: Series) -> [Int] {
        let columns = canvas.width * Thinning.columnsInPixel
        var kept: [Int] = []
        var column = -1
        var (first, low, high, last) = (-1, -1, -1, -1)
        func keepRun() {
            guard first >= 0 else { return }
            for index in [first, min(low, high), max(low, high), last] where index != kept.last { kept.append(index) }
            first = -1
        }
        var isGap = false
        for (index, y) in series.y.enumerated() {
            guard panel.holds(x: series.x[index], y: y) else {
                keepRun()
                if !isGap { kept.append(index) }
                isGap = true
                continue
            }
            isGap = false
            let place = Int(ranges.x.position(of: series.x[index]) * columns)
            if first < 0 || place != column {
                keepRun()
                (column, first, low, high) = (place, index, index, index)
            } else {
                if y < series.y[low] { low = index }
                if y > series.y[high] { high = index }
            }
            last = index
        }
        keepRun()
        return kept
    }

    /// The first point in each square.
    private func points(_ series: Series) -> [Int] {
        let columns = max(1, Int(canvas.width / Thinning.markDistance))
        let rows = max(1, Int(canvas.height / Thinning.markDistance))
        var isTaken = [Bool](repeating: false, count: (columns + 1) * (rows + 1))
        return series.y.indices.filter { index in
            guard panel.holds(x: series.x[index], y: series.y[index]) else { return false }
            let column = Int(ranges.x.position(of: series.x[index]) * Double(columns))
            let row = Int(ranges.y.position(of: series.y[index]) * Double(rows))
            let square = min(max(row, 0), rows) * (columns + 1) + min(max(column, 0), columns)
            defer { isTaken[square] = true }
            return !isTaken[square]
        }
    }

    /// Boxes that stand in one column as one, as high as the highest, with one more where some hang down from zero.
    func merged(_ boxes: [Bars.Box]) -> [Bars.Box] {
        guard boxes.count >= Thinning.fewest else { return boxes }
        let columns = canvas.width * Thinning.columnsInPixel
        var merged: [Bars.Box] = []
        var column = -1
        var run: (left: Double, right: Double, low: Double, high: Double)?
        func addRun() {
            guard let run else { return }
            if run.high > 0 { merged.append(Bars.Box(left: run.left, right: run.right, height: run.high)) }
            if run.low < 0 { merged.append(Bars.Box(left: run.left, right: run.right, height: run.low)) }
        }
        for box in boxes where panel.y.holds(box.height) {
            let place = Int(ranges.x.position(of: box.left) * columns)
            if let known = run, place == column {
                run = (
                    min(known.left, box.left), max(known.right, box.right), min(known.low, box.height),
                    max(known.high, box.height)
                )
            } else {
                addRun()
                (column, run) = (place, (box.left, box.right, box.height, box.height))
            }
        }
        addRun()
        return merged
    }
}
