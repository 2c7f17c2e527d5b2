internal import Figures

/// The lines of one height over a field, by marching squares.
///
/// Ours rather than gnuplot's, so that the terminal and the files show the same, and lines can lie under arrows and
/// points of the same plot.
struct ContourLines {
    struct Point: Hashable {
        let x: Double
        let y: Double
    }

    /// Each a line from point to point; a closed one ends where it starts.
    let lines: [[Point]]

    /// Lines end where a height is not finite.
    init(of field: Field, at level: Double) {
        var segments: [(Point, Point)] = []
        for row in 0..<field.y.count - 1 {
            for column in 0..<field.x.count - 1 {
                segments += ContourLines.segments(of: field, row: row, column: column, at: level)
            }
        }
        lines = ContourLines.joined(segments)
    }

    /// The lines through one cell: where its four sides cross the level, in pairs.
    private static func segments(
        of field: Field, row: Int, column: Int, at level: Double
    ) -> [(Point, Point)] {
        // Counterclockwise.
        let corners = [(row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column)]
        let heights = corners.map { field.heights[$0.0, $0.1] }
        guard heights.allSatisfy(Axis().holds) else { return [] }
        var crossings: [Point] = []
        for index in 0..<4 {
            let next = (index + 1) % 4
            // Neighbouring cells must find the same point, so it is reckoned from the lower corner of the side.
            let (a, b) = heights[index] < heights[next] ? (index, next) : (next, index)
            guard heights[a] < level, heights[b] >= level else { continue }
            let share = (level - heights[a]) / (heights[b] - heights[a])
            let (from, to) = (corners[a], corners[b])
            crossings.append(
                Point(
                    x: field.x[from.1] + (field.x[to.1] - field.x[from.1]) * share,
                    y: field.y[from.0] + (field.y[to.0] - field.y[from.0]) * share))
        }
        switch crossings.count {
        case 2: return [(crossings[0], crossings[1])]
        case 4:
            // A saddle: its middle says which corners belong together.
            let isMiddleHigh = heights.reduce(0, +) / 4 >= level
            return isMiddleHigh == (heights[0] >= level)
                ? [(crossings[0], crossings[1]), (crossings[2], crossings[3])]
                : [(crossings[3], crossings[0]), (crossings[1], crossings[2])]
        default: return []
        }
    }

    /// Segments that share an end, as lines.
    private static func joined(_ segments: [(Point, Point)]) -> [[Point]] {
        var ends: [Point: [Int]] = [:]
        for (index, segment) in segments.enumerated() where segment.0 != segment.1 {
            ends[segment.0, default: []].append(index)
            ends[segment.1, default: []].append(index)
        }
        var isUsed = segments.map { $0.0 == $0.1 }
        func walk(from point: Point) -> [Point] {
            var line = [point]
            var here = point
            while let index = ends[here]?.first(where: { !isUsed[$0] }) {
                isUsed[index] = true
                here = segments[index].0 == here ? segments[index].1 : segments[index].0
                line.append(here)
            }
            return line
        }
        var lines: [[Point]] = []
        // Open lines from their ends first; what is left is closed.
        for segment in segments {
            for end in [segment.0, segment.1] where ends[end]?.count == 1 { lines.append(walk(from: end)) }
        }
        for segment in segments { lines.append(walk(from: segment.0)) }
        return lines.filter { $0.count > 1 }
    }

    /// Where the level's number stands: the middle of the longest line; nil without one, or on a line too short to bear
    /// it.
    ///
    /// - Parameter spans: the sizes of the plane, by which lengths are compared.
    func place(forLabelIn spans: (x: Double, y: Double)) -> Point? {
        let length = { (line: [Point]) in
            zip(line, line.dropFirst()).reduce(0.0) {
                $0 + abs($1.0.x - $1.1.x) / spans.x + abs($1.0.y - $1.1.y) / spans.y
            }
        }
        guard let line = lines.max(by: { length($0) < length($1) }), length(line) > 0.2 else { return nil }
        let (before, after) = (line[(line.count - 1) / 2], line[line.count / 2])
        return Point(x: (before.x + after.x) / 2, y: (before.y + after.y) / 2)
    }
}
