import Datasets
import Formulas

extension Session {
    /// A session that knows what is shipped, and saves figures with the gnuplot that draws them.
    static func shipped(files: FileAccess, figures: FigureScreen) -> Session {
        let surroundings = Surroundings(files: files, datasets: .shipped(), figureWriter: figures.save)
        return Session(libraries: .shipped(), surroundings: surroundings)
    }
}
