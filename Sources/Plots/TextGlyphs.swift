internal import Typography

/// The characters figures are drawn with in the terminal.
///
/// Each series has a glyph of its own, so that a figure reads without colour.
struct TextGlyphs: Hashable {
    let series: [Character]
    /// The line between the points of a series that shows both.
    let thread: Character
    let vertical: Character
    let horizontal: Character
    let verticalGuide: Character
    let horizontalGuide: Character
    /// Where a tick leaves the vertical and the horizontal axis.
    let verticalTick: Character
    let horizontalTick: Character
    /// The corner, by whether a tick leaves it to the left and downwards.
    let corner: Character
    let cornerLeft: Character
    let cornerDown: Character
    let cornerBoth: Character
    let ellipsis: String
    /// From low to high.
    let shades: [Character]
    let fills: [Character]
    /// Arrow heads to the right, and on counterclockwise by eighths of a turn.
    let heads: [Character]
    let isUnicode: Bool

    static let unicode = TextGlyphs(
        series: ["•", "○", "×", "+", "◆", "□", "▲"], thread: "·", vertical: "│", horizontal: "─", verticalGuide: "┆",
        horizontalGuide: "┄", verticalTick: "┤", horizontalTick: "┬", corner: "└", cornerLeft: "┴", cornerDown: "├",
        cornerBoth: "┼", ellipsis: "…", shades: [" ", "░", "▒", "▓", "█"], fills: ["█", "▒", "▓", "░"],
        heads: ["→", "↗", "↑", "↖", "←", "↙", "↓", "↘"], isUnicode: true)

    static let ascii = TextGlyphs(
        series: ["*", "o", "x", "+", "#", "@", "%"], thread: ".", vertical: "|", horizontal: "-", verticalGuide: ":",
        horizontalGuide: "-", verticalTick: "+", horizontalTick: "+", corner: "+", cornerLeft: "+", cornerDown: "+",
        cornerBoth: "+", ellipsis: "...", shades: [" ", ".", ":", "-", "=", "+", "*", "#", "%", "@"],
        fills: ["#", "=", "%", ":"], heads: [">", "/", "^", "\\", "<", "/", "v", "\\"], isUnicode: false)

    func glyph(ofSeries index: Int) -> Character {
        series[index % series.count]
    }

    func fill(ofBars place: Int) -> Character {
        fills[place % fills.count]
    }

    /// The shade of a value by its share of the way from low to high.
    func shade(at share: Double) -> TextCanvas.Cell {
        let share = min(max(share, 0), 1)
        let index = min(Int(share * Double(shades.count)), shades.count - 1)
        return TextCanvas.Cell(character: shades[index], ink: .shade(share))
    }

    /// The head of an arrow that goes so many columns to the right and so many rows down.
    func head(across: Int, down: Int) -> Character {
        // Rows are about twice as high as columns are wide.
        let (x, y) = (Double(across), -2 * Double(down))
        let isSteep = y.magnitude > 2 * x.magnitude
        let isFlat = x.magnitude > 2 * y.magnitude
        return if isFlat {
            heads[x < 0 ? 4 : 0]
        } else if isSteep {
            heads[y < 0 ? 6 : 2]
        } else if x < 0 {
            heads[y < 0 ? 5 : 3]
        } else {
            heads[y < 0 ? 7 : 1]
        }
    }

    /// A name in the characters there are, cut to a width.
    func shown(_ text: String, atMost limit: Int) -> String {
        let line = GnuplotText.shown(text)
        let shown = isUnicode ? line : AsciiSpelling.of(line)
        if DisplayWidth.of(shown) <= limit { return shown }
        var kept = ""
        for character in shown {
            if DisplayWidth.of(kept) + DisplayWidth.of(character) + ellipsis.count > limit { break }
            kept.append(character)
        }
        // Where not even the ellipsis fits, what fits of the name says more.
        return kept.isEmpty ? String(shown.prefix(max(0, limit))) : kept + ellipsis
    }

    func corner(left: Bool, down: Bool) -> Character {
        switch (left, down) {
        case (false, false): corner
        case (true, false): cornerLeft
        case (false, true): cornerDown
        case (true, true): cornerBoth
        }
    }
}
