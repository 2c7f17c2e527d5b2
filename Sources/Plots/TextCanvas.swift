/// Characters in rows, each with what it belongs to; colour is decided when it is rendered.
struct TextCanvas: Hashable {
    enum Ink: Hashable {
        case plain
        case guide
        /// The series with this index.
        case series(Int)
        /// A value's share of the way from low to high.
        case shade(Double)
    }

    struct Cell: Hashable {
        var character: Character
        var ink: Ink = .plain
    }

    var rows: [[Cell]]

    init(rows: [[Cell]]) {
        self.rows = rows
    }

    init(columns: Int, rows: Int) {
        self.rows = Array(repeating: Array(repeating: Cell(character: " "), count: columns), count: rows)
    }

    /// Writes a text from a place on; what lies outside is dropped.
    mutating func write(_ text: String, row: Int, column: Int, ink: Ink = .plain) {
        for (offset, character) in text.enumerated() {
            set(Cell(character: character, ink: ink), row: row, column: column + offset)
        }
    }

    /// Sets one place; nothing happens outside.
    mutating func set(_ cell: Cell, row: Int, column: Int) {
        guard rows.indices.contains(row), rows[row].indices.contains(column) else { return }
        rows[row][column] = cell
    }

    /// One line for each row, without blanks at their ends, each ended by a newline.
    func rendered(color: Bool) -> String {
        rows.map { line($0, color: color) + "\n" }.joined()
    }

    private func line(_ cells: [Cell], color: Bool) -> String {
        let shown = cells.prefix((cells.lastIndex { $0.character != " " } ?? -1) + 1)
        guard color else { return String(shown.map(\.character)) }
        var text = ""
        var current = Ink.plain
        for cell in shown {
            // A blank shows no ink, so it may keep the one that is on.
            if cell.ink != current && cell.character != " " {
                if current != .plain { text += "\u{1B}[0m" }
                text += TextCanvas.start(of: cell.ink)
                current = cell.ink
            }
            text.append(cell.character)
        }
        return current == .plain ? text : text + "\u{1B}[0m"
    }

    /// The terminal's own six colours, which its user has chosen to be readable.
    private static func start(of ink: Ink) -> String {
        switch ink {
        case .plain: ""
        case .guide: "\u{1B}[2m"
        case .series(let index): "\u{1B}[\([34, 31, 32, 35, 33, 36, 1][index % 7])m"
        case .shade(let share):
            "\u{1B}[38;5;\(Palette.terminalColor(Palette.color(Palette.viridis, at: 0.15 + 0.85 * share)))m"
        }
    }
}
