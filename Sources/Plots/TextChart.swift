internal import Figures
internal import Typography

/// What stands around the drawing in a terminal: title, names of the axes, legend.
struct TextChart {
    let panel: Panel
    let columns: Int
    let rows: Int
    let unicode: Bool

    /// Above the drawing: the title, then the y axis' name on the left and the legend on the right.
    let header: [[TextCanvas.Cell]]
    /// Below it: the x axis' name.
    let footer: [[TextCanvas.Cell]]

    /// Smaller figures are drawn at this size.
    static let smallest = (columns: 24, rows: 10)

    init(_ panel: Panel, columns: Int, rows: Int, unicode: Bool) {
        self.panel = panel
        self.columns = min(max(columns, TextChart.smallest.columns), 400)
        self.rows = min(max(rows, TextChart.smallest.rows), 200)
        self.unicode = unicode
        let layout = Layout(columns: self.columns, unicode: unicode)
        var header: [[TextCanvas.Cell]] = []
        if let title = panel.title { header.append(layout.centered(title)) }
        header += layout.legend(panel)
        self.header = header
        footer = panel.x.label.map { [layout.centered($0)] } ?? []
    }

    var glyphs: TextGlyphs { unicode ? .unicode : .ascii }

    /// The rows left for the drawing, its frame and its tick labels.
    var drawingRows: Int { rows - header.count - footer.count }

    func assembled(around drawing: TextCanvas) -> TextCanvas {
        TextCanvas(rows: header + drawing.rows + footer)
    }
}

/// Lines of text set in a given width.
private struct Layout {
    let columns: Int
    let unicode: Bool

    var glyphs: TextGlyphs { unicode ? .unicode : .ascii }

    func centered(_ text: String) -> [TextCanvas.Cell] {
        let cells = cells(text, atMost: columns)
        return blanks((columns - width(cells)) / 2) + cells
    }

    /// The y axis' name, and the legend in as few rows as it fits, three at most.
    func legend(_ panel: Panel) -> [[TextCanvas.Cell]] {
        var entries: [[TextCanvas.Cell]] = []
        if panel.showsLegend {
            for (index, series) in panel.series.enumerated() {
                guard let label = series.label else { continue }
                let glyph = String(glyphs.glyph(ofSeries: index))
                let thread = String(glyphs.thread)
                let sample = series.marks == .linesAndPoints ? thread + glyph + thread : glyph
                entries.append(
                    sample.map { TextCanvas.Cell(character: $0, ink: .series(index)) }
                        + cells(" " + label, atMost: columns / 2))
            }
        }
        let name = panel.y.label.map { cells($0, atMost: entries.isEmpty ? columns : columns / 2) } ?? []
        var lines: [[[TextCanvas.Cell]]] = [[]]
        for entry in entries {
            let line = lines[lines.count - 1]
            let taken =
                line.reduce(0) { $0 + width($1) + 3 } + (lines.count == 1 && !name.isEmpty ? width(name) + 3 : 0)
            if taken + width(entry) <= columns {
                lines[lines.count - 1].append(entry)
            } else if lines.count < 3 {
                lines.append([entry])
            } else {
                lines[lines.count - 1].append(cells(glyphs.ellipsis, atMost: columns))
                break
            }
        }
        return lines.enumerated().compactMap { index, line in
            let entries = Array(line.joined(separator: blanks(3)))
            let start = index == 0 ? name : []
            if entries.isEmpty && start.isEmpty { return nil }
            return Array((start + blanks(columns - width(start) - width(entries)) + entries))
        }
    }

    /// A text as cells, cut to a width with an ellipsis.
    private func cells(_ text: String, atMost limit: Int) -> [TextCanvas.Cell] {
        let line = GnuplotText.shown(text)
        let shown = unicode ? line : AsciiSpelling.of(line)
        if DisplayWidth.of(shown) <= limit { return shown.map { TextCanvas.Cell(character: $0) } }
        var kept = ""
        for character in shown {
            if DisplayWidth.of(kept) + DisplayWidth.of(character) + glyphs.ellipsis.count > limit { break }
            kept.append(character)
        }
        return (kept + glyphs.ellipsis).map { TextCanvas.Cell(character: $0) }
    }

    private func width(_ cells: [TextCanvas.Cell]) -> Int {
        cells.reduce(0) { $0 + DisplayWidth.of($1.character) }
    }

    private func blanks(_ count: Int) -> [TextCanvas.Cell] {
        Array(repeating: TextCanvas.Cell(character: " "), count: max(0, count))
    }
}
