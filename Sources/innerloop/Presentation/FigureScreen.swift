import CSignals
import Figures
import Lessons
import Plots
import Sentences

/// Draws figures with gnuplot, which is started at the first one. A class, because it owns that process.
final class FigureScreen {
    private let searchPath: String
    private var plotter: Plotter?
    private var hasNoticed = false
    /// The figure drawn last, which `:plot` draws again or saves.
    private(set) var last: Figure?

    /// - Parameter searchPath: the folders gnuplot is looked for in, as `PATH` has them.
    init(searchPath: String) {
        self.searchPath = searchPath
    }

    /// The figure in characters, or one sentence that says why there is none; a lesson goes on without it.
    func text(of figure: Figure, in appearance: Appearance) -> String {
        last = figure
        if appearance.isPlain { return FigureWords.lines(of: figure).map { $0 + "\n" }.joined() }
        do {
            let text = try started().text(
                figure, columns: min(appearance.columns, 100), rows: max(12, min(appearance.rows - 4, 28)),
                color: appearance.color, unicode: appearance.unicode)
            return (text.hasSuffix("\n") ? text : text + "\n") + notice(in: appearance)
        } catch {
            return "\(Sentence.figureFailed(reason: "\(error)"))\n"
        }
    }

    /// Whether gnuplot is there; without it figures are drawn in characters only.
    var hasGnuplot: Bool { started().notice == nil }

    /// Writes the last figure to a file, whose suffix says what kind.
    func save(_ figure: Figure, to path: String) throws {
        try started().save(figure, to: path)
    }

    /// Ends gnuplot, where it was started.
    func close() {
        plotter?.close()
        plotter = nil
    }

    /// How to get gnuplot, below the first figure that was drawn without it.
    private func notice(in appearance: Appearance) -> String {
        guard !hasNoticed, let notice = plotter?.notice else { return "" }
        hasNoticed = true
        let lines = MarkdownRenderer(width: min(appearance.columns, 100), usesColour: false).lines(of: "(\(notice))")
        return lines.map { $0 + "\n" }.joined()
    }

    private func started() -> Plotter {
        if let plotter { return plotter }
        let plotter = Plotter(searchPath: searchPath, isInterrupted: { signals_interrupted() })
        self.plotter = plotter
        return plotter
    }
}
