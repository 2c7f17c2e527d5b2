/// The window that figures are drawn in, where there is a display.
enum Window {
    /// How long it may take to open and to draw.
    static let seconds = 5

    /// The command that selects the best of gnuplot's terminals with a window, nil where it has none.
    static func terminal(among terminals: Set<String>) -> String? {
        guard let name = ["qt", "wxt", "x11"].first(where: terminals.contains) else { return nil }
        return "\(name) 0 noenhanced size 900,600 font 'Sans,11' title 'InnerLoop' linewidth 1.5"
    }
}
