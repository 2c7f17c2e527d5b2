import Plots

/// Where figures are shown.
enum FigurePlace: String, CaseIterable, Sendable {
    /// The best that terminal, display and gnuplot have.
    case auto
    /// Characters among the lines of text.
    case text
    case kitty
    case iterm
    case sixel
    case window

    /// How the terminal is handed pictures, where they stand among its lines.
    var image: InlineImage? { InlineImage(rawValue: rawValue) }

    init(_ image: InlineImage) {
        switch image {
        case .kitty: self = .kitty
        case .iterm: self = .iterm
        case .sixel: self = .sixel
        }
    }
}
