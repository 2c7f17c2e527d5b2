/// Figures in rows and columns, the first on the upper left.
public struct Tiles: Hashable, Sendable {
    public let title: String?
    public let figures: [Figure]
    /// How many stand side by side.
    public let columns: Int

    /// - Parameter columns: how many stand side by side; about as many as stand above each other if nil.
    /// - Throws: `FigureError` if there is no figure, or they are nested too deep to be told apart.
    public init(_ figures: [Figure], columns: Int? = nil, title: String? = nil) throws(FigureError) {
        guard !figures.isEmpty else { throw FigureError("there is no figure to tile") }
        if let columns, columns < 1 { throw FigureError("figures stand in 1 column or more, found \(columns)") }
        guard figures.map(\.depth).reduce(0, max) < Tiles.mostNested else {
            throw FigureError("grids within grids within grids leave no room to draw in")
        }
        guard figures.count <= Tiles.mostFigures else {
            throw FigureError("a grid has room for \(Tiles.mostFigures) figures, found \(figures.count)")
        }
        var square = 1
        while square * square < figures.count { square += 1 }
        self.title = title
        self.figures = figures
        self.columns = min(columns ?? square, figures.count)
    }

    /// How many stand above each other.
    public var rows: Int { (figures.count + columns - 1) / columns }

    static let mostNested = 2
    static let mostFigures = 64
}

extension Figure {
    /// How many grids lie around its innermost panel.
    fileprivate var depth: Int {
        switch content {
        case .panel, .surface: 0
        case .tiles(let tiles): 1 + tiles.figures.map(\.depth).reduce(0, max)
        }
    }
}
