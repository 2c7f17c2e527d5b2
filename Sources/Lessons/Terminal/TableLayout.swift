internal import Typography

/// Sets a table in columns; where it is too wide, the widest columns give way and their cells wrap.
struct TableLayout {
    let alignments: [MarkdownBlock.ColumnAlignment]
    /// The first row is the head.
    let rows: [[[StyledText]]]
    let width: Int
    let lettering: Lettering

    private static let gap = 2
    private static let narrowest = 4

    func lines() -> [StyledLine] {
        let count = rows.map(\.count).max() ?? 0
        guard count > 0 else { return [] }
        let widths = columnWidths(count)
        var lines: [StyledLine] = []
        for (index, row) in rows.enumerated() {
            lines += self.lines(of: row, widths)
            if index == 0 {
                let total = widths.reduce(0, +) + Self.gap * (count - 1)
                lines.append([StyledText(lettering.text(String(repeating: "─", count: min(total, width))), .dim)])
            }
        }
        return lines
    }

    private func columnWidths(_ count: Int) -> [Int] {
        var widths = (0..<count).map { column in
            rows.map { column < $0.count ? $0[column].reduce(0) { $0 + $1.width } : 0 }.max() ?? 0
        }
        while widths.reduce(0, +) + Self.gap * (count - 1) > width {
            guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > Self.narrowest
            else {
                break
            }
            widths[widest] -= 1
        }
        return widths.map { max(1, $0) }
    }

    private func lines(of row: [[StyledText]], _ widths: [Int]) -> [StyledLine] {
        let cells = widths.indices.map { column in
            column < row.count ? LineWrapper(width: widths[column]).wrap(row[column]) : []
        }
        let height = cells.map(\.count).max() ?? 0
        return (0..<height).map { number in
            var line: StyledLine = []
            for (column, cell) in cells.enumerated() {
                let content = number < cell.count ? cell[number] : []
                let free = max(0, widths[column] - content.reduce(0) { $0 + $1.width })
                let left =
                    switch column < alignments.count ? alignments[column] : .left {
                    case .left: 0
                    case .right: free
                    case .centre: free / 2
                    }
                let gap = column > 0 ? Self.gap : 0
                line.append(StyledText(String(repeating: " ", count: gap + left)))
                line += content
                if column < cells.count - 1 { line.append(StyledText(String(repeating: " ", count: free - left))) }
            }
            return line
        }
    }
}
