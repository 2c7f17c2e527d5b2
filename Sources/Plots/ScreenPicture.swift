public import Figures

/// A figure as a picture for the screen: how large, and drawn by which of gnuplot's terminals.
public struct ScreenPicture: Sendable {
    /// How many characters wide it stands.
    public let columns: Int
    private let pixels: (width: Double, height: Double)
    private let image: InlineImage

    /// The size that fills the room, in the figure's own proportions.
    ///
    /// - Parameters:
    ///   - columns: the most characters there are side by side.
    ///   - rows: the most lines there are.
    ///   - cell: the pixels of a character.
    public init(
        _ figure: Figure, as image: InlineImage, columns: Int, rows: Int, cell: (width: Int, height: Int)
    ) {
        let canvas = Canvas(of: figure)
        let width = Double(columns * cell.width)
        let height = Double(rows * cell.height)
        let scale = min(width / canvas.width, height / canvas.height)
        self.columns = max(1, Int(canvas.width * scale / Double(cell.width)))
        pixels = ((canvas.width * scale).rounded(), (canvas.height * scale).rounded())
        self.image = image
    }

    /// The command that selects the terminal, nil where gnuplot has none for it. What the screen enlarges or shrinks is drawn
    /// as for a file; sixels are shown as they are, so that their letters shrink with them.
    func terminal(among terminals: Set<String>, canvas: Canvas) -> String? {
        switch image {
        case .kitty, .iterm: return FileFormat.png.terminal(among: terminals, canvas: canvas)
        case .sixel:
            guard terminals.contains("sixelgd") else { return nil }
            let scale = pixels.width / canvas.width
            let points = max(7, Int((16 * scale).rounded()))
            return "sixelgd noenhanced truecolor size \(Int(pixels.width)),\(Int(pixels.height)) "
                + "font 'Sans,\(points)' linewidth \(GnuplotNumber.text(max(1, 2.5 * scale))) rounded background '#ffffff'"
        }
    }
}
