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

    /// - Parameter note: what the characters leave out; a line below.
    init(_ panel: Panel, columns: Int, rows: Int, unicode: Bool, note: String? = nil) {
        self.panel = panel
        self.columns = min(max(columns, TextChart.smallest.columns), 400)
        self.rows = min(max(rows, TextChart.smallest.rows), 200)
        self.unicode = unicode
        let layout = Layout(columns: self.columns, unicode: unicode)
        var header: [[TextCanvas.Cell]] = []
        if let title = panel.title { header.append(layout.centered(title, ink: .plain)) }
        header += layout.legend(panel)
        self.header = header
        footer =
            (panel.x.label.map { [layout.centered($0, ink: .plain)] } ?? [])
            + (note.map { [layout.centered($0, ink: .guide)] } ?? [])
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

    func centered(_ text: String, ink: TextCanvas.Ink) -> [TextCanvas.Cell] {
        let cells = cells(text, atMost: columns)
        return TextCanvas.blanks((columns - TextCanvas.width(cells)) / 2)
            + cells.map { TextCanvas.Cell(character: $0.character, ink: ink) }
    }

    /// The y axis' name, and the legend in as few rows as it fits, three at most.
    func legend(_ panel: Panel) -> [[TextCanvas.Cell]] {
        var entries: [[TextCanvas.Cell]] = []
        if panel.showsLegend {
            for (place, layer) in panel.named {
                guard let label = layer.label else { continue }
                entries.append(
                    sample(of: layer, place).map { TextCanvas.Cell(character: $0, ink: .series(place)) }
                        + cells(" " + label, atMost: columns / 2))
            }
        }
        if case .heatmap(let heatmap)? = panel.map { entries.append(shades(of: heatmap.colors)) }
        let name = panel.y.label.map { cells($0, atMost: entries.isEmpty ? columns : columns / 2) } ?? []
        var lines: [[[TextCanvas.Cell]]] = [[]]
        for entry in entries {
            let line = lines[lines.count - 1]
            let taken =
                line.reduce(0) { $0 + TextCanvas.width($1) + 3 }
                + (lines.count == 1 && !name.isEmpty ? TextCanvas.width(name) + 3 : 0)
            if taken + TextCanvas.width(entry) <= columns {
                lines[lines.count - 1].append(entry)
            } else if lines.count < 3 {
                lines.append([entry])
            } else {
                lines[lines.count - 1].append(cells(glyphs.ellipsis, atMost: columns))
                break
            }
        }
        return lines.enumerated().compactMap { index, line in
            let entries = Array(line.joined(separator: TextCanvas.blanks(3)))
            let start = index == 0 ? name : []
            if entries.isEmpty && start.isEmpty { return nil }
            return Array(
                (start + TextCanvas.blanks(columns - TextCanvas.width(start) - TextCanvas.width(entries)) + entries))
        }
    }

    /// What stands before a layer's name.
    private func sample(of layer: Panel.Layer, _ place: Int) -> String {
        let glyph = String(glyphs.glyph(ofSeries: place))
        switch layer {
        case .series(let series):
            return series.marks == .linesAndPoints ? "\(glyphs.thread)\(glyph)\(glyphs.thread)" : glyph
        case .bars: return String(glyphs.fill(ofBars: place))
        case .arrows: return "\(glyph)\(glyphs.heads[0])"
        case .guide, .heatmap, .contours, .picture: return ""
        }
    }

    /// The shades between the values they begin and end with.
    private func shades(of colors: ColorScale) -> [TextCanvas.Cell] {
        let last = Double(glyphs.shades.count - 1)
        return cells("\(ShortNumber.text(colors.low)) ", atMost: columns / 3)
            + glyphs.shades.indices.map { glyphs.shade(at: Double($0) / last) }
            + cells(" \(ShortNumber.text(colors.high))", atMost: columns / 3)
    }

    /// A text as cells, cut to a width with an ellipsis.
    private func cells(_ text: String, atMost limit: Int) -> [TextCanvas.Cell] {
        glyphs.shown(text, atMost: limit).map { TextCanvas.Cell(character: $0) }
    }
}

extension TextCanvas {
    /// The columns some cells take.
    static func width(_ cells: [Cell]) -> Int {
        cells.reduce(0) { $0 + DisplayWidth.of($1.character) }
    }

    static func blanks(_ count: Int) -> [Cell] {
        Array(repeating: Cell(character: " "), count: max(0, count))
    }

    /// A line of text in the middle of a width.
    static func centered(_ text: String, columns: Int, unicode: Bool) -> [Cell] {
        Layout(columns: columns, unicode: unicode).centered(text, ink: .plain)
    }
}
