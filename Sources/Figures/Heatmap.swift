/// A matrix as coloured cells, the first row on top: the cell of row i and column j lies around (j, i).
public struct Heatmap: Hashable, Sendable {
    public let cells: Raster
    public let colors: ColorScale
    /// Whether each cell shows its number.
    public let showsNumbers: Bool

    public init(_ cells: Raster, colors: ColorScale, showsNumbers: Bool = false) {
        self.cells = cells
        self.colors = colors
        self.showsNumbers = showsNumbers
    }

    /// Up to this many rows and columns, numbers are readable in the cells.
    public static let mostNumbers = (rows: 12, columns: 12)
}
