public import Datasets
public import Figures

/// What a session has around it, beyond its formulas: files, data sets, and who saves figures.
public struct Surroundings {
    /// Saves a figure in a file, whose suffix says what kind.
    public typealias FigureWriter = (_ figure: Figure, _ path: String) throws -> Void

    public var files: FileAccess
    public var datasets: DatasetFolders
    /// Nil where nothing draws.
    public var figureWriter: FigureWriter?

    public init(
        files: FileAccess = FileAccess(), datasets: DatasetFolders = DatasetFolders(),
        figureWriter: FigureWriter? = nil
    ) {
        self.files = files
        self.datasets = datasets
        self.figureWriter = figureWriter
    }
}
