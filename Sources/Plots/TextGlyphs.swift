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

    static let unicode = TextGlyphs(
        series: ["•", "○", "×", "+", "◆", "□", "▲"], thread: "·", vertical: "│", horizontal: "─", verticalGuide: "┆",
        horizontalGuide: "┄", verticalTick: "┤", horizontalTick: "┬", corner: "└", cornerLeft: "┴", cornerDown: "├",
        cornerBoth: "┼", ellipsis: "…")

    static let ascii = TextGlyphs(
        series: ["*", "o", "x", "+", "#", "@", "%"], thread: ".", vertical: "|", horizontal: "-", verticalGuide: ":",
        horizontalGuide: "-", verticalTick: "+", horizontalTick: "+", corner: "+", cornerLeft: "+", cornerDown: "+",
        cornerBoth: "+", ellipsis: "...")

    func glyph(ofSeries index: Int) -> Character {
        series[index % series.count]
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
