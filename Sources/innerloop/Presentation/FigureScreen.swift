import CSignals
import Figures
import Lessons
import Plots
import Sentences

/// Draws figures with gnuplot, which is started at the first one. A class, because it owns that process.
final class FigureScreen {
    /// Where figures are to be shown.
    var place = FigurePlace.text
    /// Asks the terminal what it can show, once and when that is first of use.
    var ask: () -> TerminalAnswer = { TerminalAnswer() }
    /// The figure drawn last, which `:plot` draws again or saves.
    private(set) var last: Figure?

    private let searchPath: String
    private let hasDisplay: Bool
    private var plotter: Plotter?
    private var hasNoticed = false
    private lazy var terminal = ask()
    /// Where a figure was wanted and did not come; none is sent there again unless it was chosen.
    private var unavailable: Set<FigurePlace> = []

    /// - Parameter searchPath: the folders gnuplot is looked for in, as `PATH` has them.
    init(searchPath: String, environment: (String) -> String? = Environment.value) {
        self.searchPath = searchPath
        hasDisplay = ["DISPLAY", "WAYLAND_DISPLAY"].contains { environment($0)?.isEmpty == false }
    }

    /// What the terminal is to show for the figure: characters, the escape sequence of a picture, or a line that says
    /// where it stands or why it does not. A lesson goes on without it.
    func text(of figure: Figure, in appearance: Appearance) -> String {
        last = figure
        if appearance.isPlain { return FigureWords.lines(of: figure).map { $0 + "\n" }.joined() }
        let place = bestPlace
        do {
            if let image = place.image { return try inline(figure, as: image, in: appearance) }
            if place == .window {
                try started().show(figure)
                return "\(Sentence.figureInWindow)\n"
            }
            return try characters(of: figure, in: appearance)
        } catch {
            let reason = lines("\(Sentence.figureFailed(reason: "\(error)"))", in: appearance)
            // What failed once in characters, or was stopped, would not come now either.
            guard place != .text, !signals_interrupted() else { return reason }
            unavailable.insert(place)
            return reason + ((try? characters(of: figure, in: appearance)) ?? "")
        }
    }

    /// What was chosen, else the best that terminal, display and gnuplot have.
    private var bestPlace: FigurePlace {
        guard hasGnuplot else { return .text }
        guard place == .auto else { return place }
        let wanted = terminal.image.map { FigurePlace($0) }
        return [wanted, hasDisplay ? .window : nil].lazy.compactMap(\.self).first { !self.unavailable.contains($0) }
            ?? .text
    }

    private func characters(of figure: Figure, in appearance: Appearance) throws -> String {
        let size = FigureScreen.room(in: appearance)
        let text = try started().text(
            figure, columns: size.columns, rows: size.rows, color: appearance.color, unicode: appearance.unicode)
        return (text.hasSuffix("\n") ? text : text + "\n") + notice(in: appearance)
    }

    private func inline(_ figure: Figure, as image: InlineImage, in appearance: Appearance) throws -> String {
        let size = FigureScreen.room(in: appearance)
        // A terminal that does not tell has characters of about this size.
        let cell = terminal.cell ?? TerminalAnswer.Cell(width: 10, height: 20)
        return try started().inline(
            figure, as: image, columns: size.columns, rows: size.rows, cell: (width: cell.width, height: cell.height))
    }

    /// The columns and rows a figure may fill, beneath the line that drew it.
    private static func room(in appearance: Appearance) -> (columns: Int, rows: Int) {
        (min(appearance.columns, 100), max(12, min(appearance.rows - 4, 28)))
    }

    /// Whether gnuplot is there; without it figures are drawn in characters only.
    var hasGnuplot: Bool { started().notice == nil }

    /// Writes the last figure to a file, whose suffix says what kind.
    func save(_ figure: Figure, to path: String) throws {
        try started().save(figure, to: path)
    }

    /// The figure as gnuplot's commands.
    func script(of figure: Figure) -> String { started().script(of: figure) }

    func saveScript(of figure: Figure, to path: String) throws {
        try started().saveScript(of: figure, to: path)
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
        return lines("(\(notice))", in: appearance)
    }

    private func lines(_ text: String, in appearance: Appearance) -> String {
        MarkdownRenderer(width: min(appearance.columns, 100), usesColour: false).lines(of: text)
            .map { $0 + "\n" }.joined()
    }

    private func started() -> Plotter {
        if let plotter { return plotter }
        let plotter = Plotter(searchPath: searchPath, isInterrupted: { signals_interrupted() })
        self.plotter = plotter
        return plotter
    }
}
